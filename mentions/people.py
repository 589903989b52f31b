"""The people a passage counts: "at least 22 civilians", "a tribal elder and his two guards", "him"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from mentions.function_words import (
    ARTICLES,
    CLOSED,
    DEFINITE,
    ORDINALS,
    POSSESSIVE,
    SINGULAR_PRONOUNS,
    is_adverb,
)
from mentions.number_words import FIRST_WORDS, SIMPLE, VAGUE
from mentions.numerals import read_quantity
from mentions.toll_tokens import Token
from mentions.toll_words import Group, Noun, PeopleWords, Side, act_words, people_words

OCCUPATION_ENDINGS = ("man", "woman", "ist", "er", "or", "eer")
LONGEST_NAME = 8
AGE = re.compile(
    r"\d{1,3}-(?:year|month|week|day)s?(?:-old)?|\d+-(?:strong|member|man)|[a-z]+-(?:year|month)-old"
)
_OF_A_STATES_MEDIA = frozenset({"news", "media", "television", "tv", "radio", "run", "broadcaster"})
FURTHER = frozenset({"another", "further", "additional", "other", "others", "more"})
FIRST = FIRST_WORDS | ARTICLES | DEFINITE | SINGULAR_PRONOUNS | {"both", "twins"}
ToldAs = Literal["number", "article", "the", "possessive", "name", "bare", "pronoun"]


class People(NamedTuple):
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


class Run(NamedTuple):
    """The words after a number or determiner, up to the head noun and its of-phrase."""

    end: int
    noun: Noun | None
    thing: bool
    side: Side
    name: bool
    words: int


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
        bare = tokens[j].low != "second"  # "a second" alone is more often a thing or a moment
        j += 1
        if bare and (j >= len(tokens) or tokens[j].low in CLOSED or not tokens[j].low[0].isalpha()):
            return People(i, j, 1, 1, True, "all", "unknown", "", False, "number", True)
    run = read_run(tokens, j, words, LONGEST_NAME)
    band = _band(tokens, i, run, words)
    if band is not None:
        return band
    if run.thing or run.end == j:
        return (
            People(i, i + 1, 1, 1, True, "all", "unknown", "", False, "number", True)
            if word == "another"
            else None
        )
    return _uncounted(tokens, i, run, words)


class _Facts(NamedTuple):
    """What the grammar asks of a word, looked up together."""

    noun: Noun | None
    side: Side | None
    """That of a word for a group ("rebel")."""
    begins: bool
    """A phrase of people can begin with it, without a capital too."""
    breaks: bool
    """It begins a phrase of an act."""
    thing: bool
    stops: bool
    """No name and no modifier."""
    may_age: bool
    """An age may be told with it."""
    agent: bool
    """It ends as words for people do."""
    verbal: bool


@lru_cache(maxsize=1 << 14)
def _facts(word: str) -> _Facts:
    words, letter = people_words(), word[0].isalpha()
    return _Facts(
        noun=words.nouns.get(word),
        side=words.groups.get(word),
        begins=word in words.nouns or word in FIRST or word in words.bands
        or (word[0].isalnum() and not word.isalpha()),
        breaks=word in act_words().breaking,
        thing=word in words.things,
        stops=not letter or word in CLOSED or word in SIMPLE or word in VAGUE or is_adverb(word),
        may_age="-" in word or word in SIMPLE or not letter,
        agent=word.endswith(("er", "or", "ist")),
        verbal=word.endswith(("ing", "ed")),
    )  # fmt: skip


def may_begin(token: Token) -> bool:
    """Whether a phrase of people can begin here: a quick test before the full one."""
    return token.capital or _facts(token.low).begins


def _counted(
    tokens: list[Token], i: int, quantity: tuple[int, int | None, int | None], words: PeopleWords
) -> People | None:
    """A number and what it counts; a bare number is people until a noun says otherwise."""
    j, low, high = quantity
    further = any(
        t.low in FURTHER and not (n + 1 < len(tokens) and tokens[n + 1].low == "than")
        for n, t in enumerate(tokens[i : j + 1], i)
    )
    counted = low is not None or high is not None
    if j + 1 < len(tokens) and tokens[j].low == "of":
        if tokens[j + 1].low in {"them", "whom", "us", "those", "which"}:
            return People(i, j + 2, low, high, counted, "all", "unknown", "", False, "number", False)
        whole = read_quantity(tokens, j + 1)
        j = whole[0] if whole is not None else j + (2 if tokens[j + 1].low in DEFINITE | {"these"} else 1)
    run = read_run(tokens, j, words, 9)
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


def _uncounted(tokens: list[Token], i: int, run: Run, words: PeopleWords) -> People | None:
    """ "a journalist", "the imam", "chief of police", a name: one; "soldiers", "the rebels": not told."""
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
    elif tokens[run.end - 1].low in words.groups and (article or definite):
        low = None
    elif run.name and tokens[run.end - 1].low in words.things:
        return None
    elif (
        (run.name and not article)
        or ((article or definite) and run.words and tokens[run.end - 1].low.endswith(OCCUPATION_ENDINGS))
        or (article and run.name)
    ):
        low = 1
    else:
        return None
    group: Group = noun.group if noun else "all"
    side = _side(noun, run.side)
    if group == "all" and side != "unknown":
        group = side
    return People(
        i, run.end, low, low, low is not None, group, side, noun.lemma if noun else "",
        bool(noun and noun.attacker),
        told_as, word == "another",
    )  # fmt: skip


def _band(tokens: list[Token], i: int, run: Run, words: PeopleWords) -> People | None:
    """ "a family of five", "a group of 12 men": as many as the number after "of"."""
    if (
        run.end + 1 >= len(tokens)
        or tokens[run.end - 1].low not in words.bands
        or tokens[run.end].low != "of"
    ):
        return None
    quantity = read_quantity(tokens, run.end + 1)
    if quantity is None or quantity[1] is None:
        return None
    inner = _counted(tokens, run.end + 1, quantity, words)
    if inner is None:
        return None
    side = inner.side if inner.side != "unknown" else run.side
    group: Group = side if inner.group == "all" and side != "unknown" else inner.group
    return inner._replace(first=i, side=side, group=group)


def read_run(tokens: list[Token], i: int, words: PeopleWords, longest: int) -> Run:
    """Modifiers and head noun from token i; the last noun decides whether people or things are meant."""
    noun: Noun | None = None
    thing = False
    side: Side = "unknown"
    names = 0
    k = i
    stop = min(len(tokens), i + longest)
    while k < stop:
        word, capital = tokens[k].low, tokens[k].capital
        facts = _facts(word)
        known = facts.noun
        if facts.may_age:
            if word == "(" and k > i and not (noun and noun.plural):
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
        elif facts.breaks:
            break
        elif facts.side is not None:
            side = facts.side
        elif facts.thing and word == "state" and _are_of_media(tokens, k + 1):
            break
        elif facts.thing and not (capital and k > 0):
            if noun is not None and noun.plural:
                break
            noun, thing = None, True
        elif (
            facts.stops
            or (noun is not None and (noun.plural or not (capital or _noun_follows(tokens, k, words, noun))))
            or (not capital and ((thing and not facts.agent) or (k > i and facts.verbal)))
        ):
            break
        else:
            names += capital and not tokens[k].shouted
            thing = False
        k += 1
    if noun is not None and not thing:
        k, side = _of_phrase(tokens, k, words, side)
    return Run(k, noun, thing and noun is None, side, names == k - i and names > 0, k - i)


def _are_of_media(tokens: list[Token], k: int) -> bool:
    """ "Wounding 11 state media said": the number ends before who says so."""
    return k < len(tokens) and tokens[k].low in _OF_A_STATES_MEDIA


def _age(tokens: list[Token], k: int) -> int:
    """How many tokens tell an age before a noun: "10-year-old", "seven year old"."""
    word = tokens[k].low
    if word.endswith(("-old", "-olds")) or AGE.fullmatch(word):
        return 1
    if (
        k + 2 < len(tokens)
        and tokens[k + 1].low in {"year", "years", "month", "months"}
        and tokens[k + 2].low == "old"
    ):
        return 3
    return 0


def _noun_follows(tokens: list[Token], k: int, words: PeopleWords, noun: Noun) -> bool:
    """ "a deputy provincial governor", "a rebel command post": a person noun as a modifier of the next."""
    if noun.plural or k + 1 >= len(tokens) or tokens[k].low in CLOSED or not tokens[k].low.isalpha():
        return False
    known = words.nouns.get(tokens[k + 1].low)
    return tokens[k + 1].low in words.things if known is None else not known.plural


def _of_phrase(tokens: list[Token], k: int, words: PeopleWords, side: Side) -> tuple[int, Side]:
    """ "members of the Peace Committee", "chief of the education body": part of the noun phrase."""
    if k >= len(tokens) or tokens[k].low != "of":
        return k, side
    j = k + 1
    acts = act_words().breaking
    while j < len(tokens) and j - k < 9:
        word = tokens[j].low
        if (
            not word[0].isalpha()
            or word in acts
            or (word in CLOSED and word not in {"the", "a", "an", "his", "their", "of"})
        ):
            break
        side = words.groups.get(word, side)
        known = words.nouns.get(word)
        if side == "unknown" and known is not None:
            side = known.side
        j += 1
    return (j, side) if j > k + 1 else (k, side)
