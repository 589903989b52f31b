"""Lists of people: "three militants and two soldiers, including a commander"."""

from __future__ import annotations

from typing import NamedTuple

from mentions.function_words import BE, HAVE, MODAL, SAYING, is_adverb, word_set
from mentions.noun_run import read_run
from mentions.people import LONGEST_NAME, People, read_people
from mentions.toll_tokens import Token, is_modal_may
from mentions.toll_words import PeopleWords, act_words, people_words

COORDINATORS: tuple[tuple[str, ...], ...] = (
    ("and",), ("&",), ("as", "well", "as"), ("along", "with"), ("together", "with"), ("plus",),
    ("alongside",), ("and", "also"), ("and", "at", "the", "same", "time"),
)  # fmt: skip
_COORDINATORS = {first: [c for c in COORDINATORS if c[0] == first] for first, *_ in COORDINATORS}
# "In Oldport, a soldier was killed": the town is no soldier.
_LOCATIVES = word_set("in at near outside inside around from across")
_DIVISIONS = word_set("province state region district department city town village county governorate")
INCLUDING = word_set("including includes include included among of notably incl")

_AUXILIARIES = BE | HAVE | MODAL

AMONG_THEM = {("among", "them"), ("among", "those")}


class PeopleList(NamedTuple):
    """ "three militants and two soldiers, including a commander": conjuncts, and parts of them."""

    items: tuple[People, ...]
    parts: tuple[People, ...]
    first: int
    end: int

    @property
    def counted(self) -> bool:
        """Whether any conjunct has a number."""
        for person in self.items:  # noqa: SIM110 - any() with a generator takes three times as long
            if person.counted:
                return True
        return False

    @property
    def single(self) -> bool:
        """Whether it is one person."""
        return len(self.items) == 1 and self.items[0].low == 1 == self.items[0].high


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
        if firm and len(items) == 1 and _one_people(items[-1], following):
            end, sure = following.end, 1
            items[-1] = items[-1]._replace(
                end=end, group=following.group, side=following.side, lemma=following.lemma
            )
            continue
        placed = len(items) == 1 and _follows_place_word(tokens, i)
        same = not (firm and sure < len(items)) and _same_person(items[-1], following, firm)
        if same and not (placed and items[0].told_as == "name" and following.told_as == "article"):
            end = following.end
            items[-1] = items[-1]._replace(end=end)
            continue
        if firm and tuple(t.low for t in tokens[following.end : following.end + 2]) in AMONG_THEM:
            return PeopleList(tuple(items[:sure]), (following,), i, following.end + 2)
        items.append(following)
        end = following.end
        if firm:
            sure = len(items)
    if all(p.told_as == "number" and p.lemma for p in items) and len({p.lemma for p in items}) == len(items):
        sure = len(items)  # "2 soldiers, 1 guard wounded": each with a number and a noun of its own
    items = _without_speakers(tokens, items[:sure])
    items, apposed = _split_apposition(items)
    end = apposed[-1].end if apposed else items[-1].end
    total = _stated_total(tokens, end, words)
    if total is not None and (len(items) > 1 or not items[0].counted or items[0].low == 1):
        return PeopleList((total,), tuple(p for p in items if p.counted), i, total.end)
    parts, end = read_parts(tokens, end)
    more, parts = _too_many(tokens, items, parts)
    return PeopleList((*items, *more), (*apposed, *parts), i, end)


def _follows_place_word(tokens: list[Token], i: int) -> bool:
    """ "In X", "in the province of X": what begins here is a place."""
    before = [t.low for t in tokens[max(0, i - 2) : i]]
    return bool(before) and (
        before[-1] in _LOCATIVES or (before[-1] == "of" and before[0] in _DIVISIONS)
    )


def _joint(tokens: list[Token], i: int) -> tuple[int, bool]:
    """Past a comma or "and"; whether the list is certain by it."""
    if i < len(tokens) and tokens[i].low in {"(", "["}:
        closing = (j for j in range(i, min(i + 16, len(tokens))) if tokens[j].low in {")", "]"})
        i = next(closing, i - 1) + 1
    j = i + 1 if i < len(tokens) and tokens[i].low == "," else i
    for words in _COORDINATORS.get(tokens[j].low, ()) if j < len(tokens) else ():
        if len(words) == 1 or tuple([t.low for t in tokens[j : j + len(words)]]) == words:
            return j + len(words), True
    return j, False


def _same_person(one: People, two: People, firm: bool) -> bool:
    """ "Ali Hussein, a member of the council": an apposition, not a second victim."""
    if firm and one.further is False and one.told_as == "number" and one.low == 1 and two.told_as == "bare":
        # "one of the commanders and emir of the group"
        return two.low == 1 and one.lemma != "" and two.group == one.group
    if one.told_as == "name" and two.told_as == "number" and two.lemma:
        return False  # "In the town, one person was killed": not the town's apposition
    if firm or one.low != 1 or two.low != 1 or one.high != 1 or two.high != 1:
        return False
    kinds = {one.told_as, two.told_as}
    return "possessive" not in kinds and len(kinds) == 2 and bool(kinds & {"name", "the", "bare"})


def _split_apposition(items: list[People]) -> tuple[list[People], list[People]]:
    """ "five people, three women and two children": what follows adds up to the first, so it is its parts."""
    rest = items[1:]
    sides = {p.side for p in rest} - {"unknown"}
    fitting = items[0].side == "unknown" or sides <= {items[0].side}
    if (
        len(rest) >= 2
        and fitting
        and items[0].low is not None
        and all(p.counted for p in rest)
        and items[0].low == sum(p.low or 0 for p in rest) > 1
    ):
        return items[:1], rest
    return items, []


def _one_people(one: People, two: People) -> bool:
    """ "nine Chinese and Ukrainian tourists", "12 volunteers and drivers": one number for both."""
    bare = one.told_as == "number" and two.told_as == "bare" and not two.counted
    return bare and (one.side == two.side or "unknown" in {one.side, two.side})


def _stated_total(tokens: list[Token], i: int, words: PeopleWords) -> People | None:
    """ "him and his family, a total of six people"."""
    if i >= len(tokens) or tokens[i].low not in {",", "–", "—", "--"}:
        return None
    total = tuple(t.low for t in tokens[i + 1 : i + 4]) == ("a", "total", "of")
    return read_people(tokens, i + 1, words) if total else None


def _too_many(
    tokens: list[Token], items: list[People], parts: list[People]
) -> tuple[list[People], list[People]]:
    """ "four policemen including a commander and five civilians": the civilians are no part of the four."""
    whole = items[-1].low
    fitting = list(parts[: _of_other_force(tokens, items[-1], parts)])
    while len(fitting) > 1 and whole is not None and (
        sum(p.low or 0 for p in fitting) > whole or fitting[-1].further
    ):  # fmt: skip
        fitting.pop()
    return list(parts[len(fitting) :]), fitting


def _of_other_force(tokens: list[Token], whole: People, parts: list[People]) -> int:
    """The first part, but not the first told, that cannot be of the whole: a policeman of the soldiers."""
    own = _force(tokens, whole) if parts else None
    for n, part in enumerate(parts):
        if own is not None and _force(tokens, part) not in {None, own}:
            return n or len(parts)  # "12 militants, including two policemen": the noun is loosely meant
    return len(parts)


def _force(tokens: list[Token], people: People) -> str | None:
    """Which force the words for some people say they are of, the last of them first."""
    forces = people_words().forces
    told = (forces.get(t.low) for t in reversed(tokens[people.first : people.end]))
    return next((force for force in told if force is not None), None)


def _past_aside(tokens: list[Token], i: int) -> tuple[int, bool]:
    """ "a district chief, the apparent target, and seven others": past what stands between the commas."""
    for j in range(i + 1, min(i + 8, len(tokens) - 1)):
        word = tokens[j].low
        if word == ",":
            return _joint(tokens, j)
        if (
            (word in _AUXILIARIES and (word != "may" or is_modal_may(tokens[j])))
            or not word[0].isalpha()
            or word in act_words().breaking
            or word in SAYING
        ):
            return i, False
    return i, False


def _without_speakers(tokens: list[Token], items: list[People]) -> list[People]:
    """ "wounding 47, a police officer and a doctor said": those who say it are no victims."""
    end = items[-1].end
    if len(items) == 1 or end >= len(tokens) or tokens[end].low not in SAYING:
        return items
    commas = [n for n in range(1, len(items)) if tokens[items[n].first - 1].low == ","]
    return items[: commas[-1]] if commas else items[:1]


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
        if tokens[j].low == "most" and k + 1 < n and tokens[k].low == "of" and tokens[k + 1].low == "them":
            k += 2
        if tokens[j].low in {"among", "of"}:
            if k >= n or tokens[k].low not in {"them", "whom", "which"}:
                return [], i
            k += 1
        while k < n and (tokens[k].low in {"were", "are", "was", "is"} or is_adverb(tokens[k].low)):
            k += 1
        inner = read_list(tokens, k)
        if inner is None:
            return [], i
        if len(inner.items) == 1 and inner.items[0].counted and not inner.items[0].lemma:
            said = _predicated(tokens, inner.items[0])
            if said is not None:
                return [said], _past_comma(tokens, said.end)
        named = [p for p in inner.items if p.lemma or p.low != 1 or p.told_as != "number"]
        return [*named, *inner.parts], _past_comma(tokens, inner.end)
    some = read_people(tokens, j, people_words())
    if some is None or j == i or not some.counted or tokens[some.end - 1].low not in {"them", "whom"}:
        return [], i
    part = _predicated(tokens, some)
    if part is None:
        return [], i
    more, end = _parts_joined(tokens, part.end)
    return [part, *more], _past_comma(tokens, end)


def behind_parts(tokens: list[Token], listed: PeopleList) -> PeopleList:
    """ "Two deaths, including a woman, and 10 injured": of the list that an act behind it counts, the 10."""
    before = tuple(t.low for t in tokens[max(0, listed.first - 2) : listed.first])
    parts = before[-1:] in {("including",), ("included",)} or before in AMONG_THEM or before == ("of", "them")
    if not parts or len(listed.items) == 1:
        return listed
    return PeopleList(listed.items[-1:], (), listed.items[-1].first, listed.end)


def _predicated(tokens: list[Token], some: People) -> People | None:
    """ "Two of them women", "of whom five were children": who they are is told behind the number."""
    k = some.end
    passed = {"were", "are", "was", "a", "an"}
    while k < len(tokens) and (tokens[k].low in passed or is_adverb(tokens[k].low)):
        k += 1
    run = read_run(tokens, k, people_words(), LONGEST_NAME)
    if run.noun is None:
        return None
    return some._replace(end=run.end, group=run.noun.group, side=run.noun.side, lemma=run.noun.lemma)


def _parts_joined(tokens: list[Token], i: int) -> tuple[list[People], int]:
    """ "two of them women and one a child"."""
    if i < len(tokens) and tokens[i].low == "and":
        some = read_people(tokens, i + 1, people_words())
        if some is not None and some.counted and some.lemma:
            return [some], some.end
    return [], i


def _past_comma(tokens: list[Token], i: int) -> int:
    return i + 1 if i < len(tokens) and tokens[i].low in {",", ")", "-", "–", "—"} else i
