"""The people a passage counts: "at least 22 civilians", "a tribal elder and his two guards", "him"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from mentions.numerals import MONTHS, SIMPLE, VAGUE, read_quantity
from mentions.toll_tokens import Token
from mentions.toll_words import Group, Noun, PeopleWords, Side, act_words, people_words

ARTICLES = frozenset({"a", "an", "another"})
POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our", "your"})
DEFINITE = frozenset({"the", "this"}) | POSSESSIVE
SINGULAR_PRONOUNS = frozenset({"him", "he", "she", "himself", "herself", "me", "myself"})
BE = frozenset("was were is are be been being get gets got".split())
HAVE = frozenset("has have had having".split())
MODAL = frozenset("would could may might can will shall should must".split())
PREPOSITIONS = frozenset(
    "of in at on by from to into near with without for against between among amid during after before since until "
    "when while as because that which who whom whose where if over under outside inside around along across through "
    "towards toward about behind beside off out up down via per including despite following within than like "
    "belonging aboard onto upon above below beyond throughout opposite alongside versus besides".split()
)
CLOSED = (
    BE | HAVE | MODAL | PREPOSITIONS | MONTHS
    | frozenset(
        "and or but nor not so yet then also too it they them we us he she him i you there here this that these those "
        "the a an his her their its my our your himself herself themselves itself do does did done said says say told "
        "tells reported reports report according claimed claims added adding what how why both either neither only "
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow overnight late early "
        "meanwhile however instantly again ago later earlier last next once just even still already now soon s "
        "were left went came took made found began started happened occurred exploded detonated fired opened hit "
        "struck stormed attacked raided clashed ambushed targeted fled escaped carried launched destroyed damaged "
        "captured abducted kidnapped arrested detained missing critically seriously severely slightly badly "
        "mostly mainly many some".split()
    )
)  # fmt: skip
NOT_ADVERBS = frozenset("family elderly early friendly italy july supply ally reply assembly deadly daily only".split())
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
SAYING = frozenset("said say says told reported report confirmed stated added announced".split())
COORDINATORS: tuple[tuple[str, ...], ...] = (
    ("and",), ("&",), ("as", "well", "as"), ("along", "with"), ("together", "with"), ("plus",), ("alongside",),
    ("in", "addition", "to"), ("besides",), ("and", "also"), ("and", "at", "the", "same", "time"),
)  # fmt: skip
INCLUDING = frozenset({"including", "includes", "include", "included", "among", "of", "notably", "incl"})
OCCUPATION_ENDINGS = ("man", "woman", "ist", "er", "or", "eer")
LONGEST_NAME = 8
AGE = re.compile(r"\d{1,3}-(?:year|month|week|day)s?(?:-old)?|\d+-(?:strong|member|man)|[a-z]+-(?:year|month)-old")
ToldAs = Literal["number", "article", "the", "possessive", "name", "bare", "pronoun"]


@dataclass(frozen=True, slots=True)
class People:
    """One counted noun phrase. Tokens first to end (exclusive)."""

    first: int
    end: int
    low: int | None
    high: int | None
    counted: bool
    group: Group
    side: Side
    lemma: str
    """The singular of the counted noun; empty where the number stands alone or the noun is not known."""
    attacker: bool
    told_as: ToldAs
    """How it is introduced; an article and a name side by side are one person."""
    further: bool
    """Besides others: "16 others", "another 30", "two more"."""


@dataclass(frozen=True, slots=True)
class PeopleList:
    """ "three militants and two soldiers, including a commander": conjuncts, and parts of them."""

    items: tuple[People, ...]
    parts: tuple[People, ...]
    first: int
    end: int

    @property
    def counted(self) -> bool:
        """Whether any conjunct has a number."""
        return any(p.counted for p in self.items)

    @property
    def single(self) -> bool:
        """Whether it is one person."""
        return len(self.items) == 1 and self.items[0].low == 1 == self.items[0].high


@dataclass(frozen=True, slots=True)
class _Run:
    """The words after a number or determiner, up to the head noun and its of-phrase."""

    end: int
    noun: Noun | None
    thing: bool
    side: Side
    name: bool
    words: int


def is_adverb(word: str) -> bool:
    """Words in -ly that may stand inside a verb group, and the few others."""
    return (word.endswith("ly") and word not in NOT_ADVERBS) or word in {"also", "since", "already", "later", "just", "either", "then", "still"}


def read_list(tokens: list[Token], i: int) -> PeopleList | None:
    """The list of people that begins at token i, as far as it goes."""
    words = people_words()
    first = read_people(tokens, i, words)
    if first is None:
        return None
    items = [first]
    end, sure = first.end, 1
    while True:
        joint, firm = _joint(tokens, end)
        if joint == end:
            break
        following = read_people(tokens, joint, words)
        if following is None and not firm:
            joint, firm = _past_aside(tokens, joint)
            following = read_people(tokens, joint, words) if firm else None
        if following is None:
            break
        if firm and len(items) == 1 and _one_people(tokens, items[-1], following):
            end, sure = following.end, 1
            items[-1] = replace(items[-1], end=end, group=following.group, side=following.side, lemma=following.lemma)
            continue
        if not (firm and sure < len(items)) and _same_person(items[-1], following, firm):
            end = following.end
            items[-1] = replace(items[-1], end=end)
            continue
        items.append(following)
        end = following.end
        if firm:
            sure = len(items)
    items = _without_speakers(tokens, items[:sure])
    items, apposed = _split_apposition(items)
    parts, end = read_parts(tokens, items[-1].end if not apposed else apposed[-1].end)
    return PeopleList(tuple(items), (*apposed, *parts), i, end)


def _joint(tokens: list[Token], i: int) -> tuple[int, bool]:
    """Past a comma or "and"; whether the list is certain by it."""
    j = i + 1 if i < len(tokens) and tokens[i].low == "," else i
    for words in COORDINATORS:
        if j < len(tokens) and tokens[j].low == words[0] and tuple(t.low for t in tokens[j : j + len(words)]) == words:
            return j + len(words), True
    return j, False


def _one_people(tokens: list[Token], one: People, two: People) -> bool:
    """ "nine Chinese and Ukrainian tourists": two adjectives of one number."""
    return (
        one.told_as == "number" and one.side == "unknown" and tokens[one.end - 1].capital
        and two.told_as == "bare" and not two.counted and tokens[two.first].capital and two.end - two.first > 1
    )  # fmt: skip


def _past_aside(tokens: list[Token], i: int) -> tuple[int, bool]:
    """ "a district chief, the apparent target, and seven others": past what stands between the commas."""
    for j in range(i + 1, min(i + 8, len(tokens) - 1)):
        word = tokens[j].low
        if word == ",":
            return _joint(tokens, j)
        if word in BE | HAVE | MODAL or not word[0].isalpha() or word in act_words().breaking or word in SAYING:
            return i, False
    return i, False


def _without_speakers(tokens: list[Token], items: list[People]) -> list[People]:
    """ "wounding 47, a police officer and a doctor said": those who say it are no victims."""
    end = items[-1].end
    if len(items) == 1 or end >= len(tokens) or tokens[end].low not in SAYING:
        return items
    commas = [n for n in range(1, len(items)) if tokens[items[n].first - 1].low == ","]
    return items[: commas[-1]] if commas else items[:1]


def _same_person(one: People, two: People, firm: bool) -> bool:
    """ "Ali Hussein, a member of the council": an apposition, not a second victim."""
    if firm or one.low != 1 or two.low != 1 or one.high != 1 or two.high != 1:
        return False
    kinds = {one.told_as, two.told_as}
    return "possessive" not in kinds and len(kinds) == 2 and bool(kinds & {"name", "the", "bare"})


def _split_apposition(items: list[People]) -> tuple[list[People], list[People]]:
    """ "five people, three women and two children": what follows adds up to the first, so it is its parts."""
    rest = items[1:]
    sides = {p.side for p in rest} - {"unknown"}
    fitting = items[0].side == "unknown" or sides <= {items[0].side}
    if len(rest) >= 2 and fitting and items[0].low is not None and items[0].low == sum(p.low or 0 for p in rest) > 1:
        return items[:1], rest
    return items, []


def read_parts(tokens: list[Token], i: int) -> tuple[list[People], int]:
    """ ", including three children", ", among them a judge", ", two of them women"."""
    n = len(tokens)
    j = i
    while j < n and tokens[j].low in {",", "(", "-", "–", "—"}:
        j += 1
    if j >= n:
        return [], i
    if tokens[j].low in INCLUDING or (tokens[j].low in {"most", "mostly"}):
        k = j + 1
        if tokens[j].low in {"among", "of"}:
            if k >= n or tokens[k].low not in {"them", "whom", "which"}:
                return [], i
            k += 1
        while k < n and (tokens[k].low in {"were", "are", "was", "is"} or is_adverb(tokens[k].low)):
            k += 1
        inner = read_list(tokens, k)
        if inner is None:
            return [], i
        return [*inner.items, *inner.parts], _past_comma(tokens, inner.end)
    some = read_people(tokens, j, people_words())
    if some is None or j == i or not some.counted or tokens[some.end - 1].low not in {"them", "whom"}:
        return [], i
    k = some.end
    while k < n and (tokens[k].low in {"were", "are", "was", "a", "an"} or is_adverb(tokens[k].low)):
        k += 1
    run = _run(tokens, k, people_words(), LONGEST_NAME)
    if run.noun is None:
        return [], i
    part = replace(some, end=run.end, group=run.noun.group, side=run.noun.side, lemma=run.noun.lemma)
    more, end = _parts_joined(tokens, run.end)
    return [part, *more], _past_comma(tokens, end)


def _parts_joined(tokens: list[Token], i: int) -> tuple[list[People], int]:
    """ "two of them women and one a child"."""
    if i < len(tokens) and tokens[i].low == "and":
        some = read_people(tokens, i + 1, people_words())
        if some is not None and some.counted and some.lemma:
            return [some], some.end
    return [], i


def _past_comma(tokens: list[Token], i: int) -> int:
    return i + 1 if i < len(tokens) and tokens[i].low in {",", ")", "-", "–", "—"} else i


def read_people(tokens: list[Token], i: int, words: PeopleWords) -> People | None:
    """One noun phrase of people that begins at token i, or None where it is not people."""
    if i >= len(tokens):
        return None
    word = tokens[i].low
    if word in SINGULAR_PRONOUNS:
        return People(i, i + 1, 1, 1, True, "all", "unknown", "", False, "pronoun", False)
    quantity = read_quantity(tokens, i)
    if quantity is not None:
        return _counted(tokens, i, quantity, words)
    if word in {"both", "twins"}:
        return _counted(tokens, i, (i + 1, 2, 2), words)
    if word in {"others", "them", "civilians"} and word not in words.nouns:
        return None
    j = i + 1 if word in ARTICLES | DEFINITE else i
    if j + 1 < len(tokens) and tokens[j].low == "'" and tokens[j + 1].low == "s":
        j += 2
    if word in ARTICLES and j < len(tokens) and tokens[j].low in ORDINALS:
        j += 1
        if j >= len(tokens) or tokens[j].low in CLOSED or not tokens[j].low[0].isalpha():
            return People(i, j, 1, 1, True, "all", "unknown", "", False, "number", True)
    run = _run(tokens, j, words, LONGEST_NAME)
    if run.thing or run.end == j:
        return People(i, i + 1, 1, 1, True, "all", "unknown", "", False, "number", True) if word == "another" else None
    return _band(tokens, i, run, words) or _uncounted(tokens, i, run, words)


def _counted(
    tokens: list[Token], i: int, quantity: tuple[int, int | None, int | None], words: PeopleWords
) -> People | None:
    """A number and what it counts; a bare number is people until a noun says otherwise."""
    j, low, high = quantity
    further = any(t.low in {"another", "further", "additional", "other", "others", "more"} for t in tokens[i : j + 1])
    counted = low is not None or high is not None
    if j + 1 < len(tokens) and tokens[j].low == "of":
        if tokens[j + 1].low in {"them", "whom", "us", "those", "which"}:
            return People(i, j + 2, low, high, counted, "all", "unknown", "", False, "number", False)
        j += 2 if tokens[j + 1].low in DEFINITE | {"these"} else 1
    run = _run(tokens, j, words, 9)
    if run.thing:
        return None
    noun = run.noun
    if noun is None and not counted:
        return None
    if noun is not None and noun.size is not None and low == high == 1:
        low = high = noun.size
    group: Group = noun.group if noun else "all"
    side = _side(noun, run.side)
    if group == "all" and side != "unknown":
        group = side
    return People(
        i, run.end, low, high, counted, group, side, noun.lemma if noun else "", bool(noun and noun.attacker),
        "number", further,
    )  # fmt: skip


def _side(noun: Noun | None, around: Side) -> Side:
    return noun.side if noun is not None and noun.side != "unknown" else around


def _uncounted(tokens: list[Token], i: int, run: _Run, words: PeopleWords) -> People | None:
    """ "a journalist", "the imam", "chief of police", "Nazem Zadran": one; "soldiers", "the rebels": not told."""
    word = tokens[i].low
    noun = run.noun
    article, definite = word in ARTICLES, word in DEFINITE
    told_as: ToldAs = (
        "article" if article else "possessive" if word in POSSESSIVE else "the" if definite
        else "name" if run.name and noun is None else "bare"
    )  # fmt: skip
    low: int | None
    if noun is not None:
        low = noun.size if noun.size else None if noun.plural else 1
        if low == 1 and not (article or definite) and noun.lemma in {"other", "life", "native", "local"}:
            return None
        if word == "their" and low == 1 and noun.group == "all":
            low = None
    elif run.name and tokens[run.end - 1].low in words.things:
        return None
    elif run.name and not article:
        low = 1
    elif (article or definite) and run.words and tokens[run.end - 1].low.endswith(OCCUPATION_ENDINGS):
        low = 1
    elif article and run.name:
        low = 1
    else:
        return None
    if low is not None and tokens[run.end - 1].low in words.bands:
        return None
    group: Group = noun.group if noun else "all"
    side = _side(noun, run.side)
    if group == "all" and side != "unknown":
        group = side
    return People(
        i, run.end, low, low, low is not None, group, side, noun.lemma if noun else "", bool(noun and noun.attacker),
        told_as, word == "another",
    )  # fmt: skip


def _band(tokens: list[Token], i: int, run: _Run, words: PeopleWords) -> People | None:
    """ "a family of five", "a group of 12 men": as many as the number after "of"."""
    if run.end + 1 >= len(tokens) or tokens[run.end - 1].low not in words.bands or tokens[run.end].low != "of":
        return None
    quantity = read_quantity(tokens, run.end + 1)
    if quantity is None or quantity[1] is None:
        return None
    inner = _counted(tokens, run.end + 1, quantity, words)
    if inner is None:
        return None
    side = inner.side if inner.side != "unknown" else run.side
    group: Group = side if inner.group == "all" and side != "unknown" else inner.group
    return replace(inner, first=i, side=side, group=group)


def _run(tokens: list[Token], i: int, words: PeopleWords, longest: int) -> _Run:
    """Modifiers and head noun from token i; the last noun decides whether people or things are meant."""
    noun: Noun | None = None
    thing = False
    side: Side = "unknown"
    names = 0
    acts = act_words().breaking
    k = i
    while k < len(tokens) and k - i < longest:
        word, capital = tokens[k].low, tokens[k].capital
        known = words.nouns.get(word)
        if word == "(" and k > i and noun is None:
            close = next((j for j in range(k, min(k + 4, len(tokens))) if tokens[j].low == ")"), None)
            if close is None:
                break
            k = close + 1
            continue
        age = _age(tokens, k)
        if age:
            k += age
            continue
        if known is not None and not (capital and noun is not None and noun.plural):
            if noun is not None and noun.plural and not known.plural:
                break
            noun, thing = known, False
        elif word in words.groups:
            side = words.groups[word]
        elif word in words.things and not (capital and k > 0):
            if noun is not None and noun.plural:
                break
            noun, thing = None, True
        elif word in CLOSED or not word[0].isalpha() or word in acts or word in SIMPLE or word in VAGUE:
            break
        elif noun is not None and not capital and not _noun_follows(tokens, k, words, noun):
            break
        elif noun is not None and noun.plural:
            break
        elif is_adverb(word) or (thing and not capital):
            break
        elif k > i and not capital and word.endswith(("ing", "ed")):
            break
        else:
            names += capital
        k += 1
    if noun is not None and not thing:
        k, side = _of_phrase(tokens, k, words, side)
    return _Run(k, noun, thing and noun is None, side, names == k - i and names > 0, k - i)


def _age(tokens: list[Token], k: int) -> int:
    """How many tokens tell an age before a noun: "10-year-old", "seven year old"."""
    word = tokens[k].low
    if word.endswith(("-old", "-olds")) or AGE.fullmatch(word):
        return 1
    if k + 2 < len(tokens) and tokens[k + 1].low in {"year", "years", "month", "months"} and tokens[k + 2].low == "old":
        return 3
    return 0


def _noun_follows(tokens: list[Token], k: int, words: PeopleWords, noun: Noun) -> bool:
    """ "a deputy provincial governor": a person noun as a modifier of the next."""
    if noun.plural or k + 1 >= len(tokens) or tokens[k].low in CLOSED:
        return False
    known = words.nouns.get(tokens[k + 1].low)
    return known is not None and not known.plural


def _of_phrase(tokens: list[Token], k: int, words: PeopleWords, side: Side) -> tuple[int, Side]:
    """ "members of the Peace Committee", "chief of the education body": part of the noun phrase."""
    if k >= len(tokens) or tokens[k].low != "of":
        return k, side
    j = k + 1
    acts = act_words().breaking
    while j < len(tokens) and j - k < 9:
        word = tokens[j].low
        if not word[0].isalpha() or word in acts or (word in CLOSED and word not in {"the", "a", "an", "his", "their"}):
            break
        side = words.groups.get(word, side)
        known = words.nouns.get(word)
        if side == "unknown" and known is not None:
            side = known.side
        j += 1
    return (j, side) if j > k + 1 else (k, side)
