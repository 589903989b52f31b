"""Which people an act of killing or injuring is told of: the grammar between verb, number and noun."""

from __future__ import annotations

import itertools

from mentions.function_words import CLOSED, PREPOSITIONS, WEEKDAYS, is_adverb, word_set
from mentions.people import People
from mentions.people_lists import PeopleList, behind_parts
from mentions.people_map import PeopleMap
from mentions.toll_acts import FoundAct
from mentions.toll_objects import object_of, with_company, with_trailing_parts
from mentions.toll_subjects import not_an_age, subject_of
from mentions.toll_tokens import Token
from mentions.verb_groups import verb_group

LIVES_TAKEN = ("claim", "cost", "tak", "took", "los")
TOLL_VERBS = word_set("to at of is was were are reached hit : as exceeded surpassed topped now")
RAISED = word_set("revised raised updated put pushed gone went risen rose adjusted")
DEADLY_VERBS = word_set(
    "beat beaten beating stabbed stabbing hacked hacking burned burnt burning stoned stoning tortured "
    "shot crushed clubbed kicked trampled bludgeoned starved froze choked bled"
)
LONGEST_TOLL_GAP = 24
HURT = word_set("wounded injured hurt hospitalised hospitalized")
LONGEST_TO_HURT = 2
"""Tokens of "were also"."""
BESIDE_HURT = word_set("were was others people persons also more have been")


def people_of(
    tokens: list[Token], act: FoundAct, people: PeopleMap, claimed: list[tuple[FoundAct, PeopleList]]
) -> PeopleList | None:
    """The people that an act is told of, or None where their number is not told or the act did not happen."""
    if act.form == "among":
        return _among(tokens, act, people)
    if act.form == "toll":
        return _toll(tokens, act, people)
    listed = _argument(tokens, act, people)
    if listed is None and tokens[act.first].low in HURT:
        listed = _behind_deaths(act, people, claimed)
    if listed is None or (
        act.fighters_only and not any(p.lemma or _is_group(tokens, p) for p in listed.items)
    ):
        return None
    listed = with_trailing_parts(tokens, act, with_company(tokens, act, people, listed))
    for other, theirs in claimed:
        if theirs.first == listed.first and other.group_first != act.group_first:
            rest = tuple(p for p in listed.items if p.first >= theirs.end)
            return PeopleList(rest, listed.parts, rest[0].first, listed.end) if rest and theirs.end else None
    return listed


def _behind_deaths(
    act: FoundAct, people: PeopleMap, claimed: list[tuple[FoundAct, PeopleList]]
) -> PeopleList | None:
    """ "The death toll rose to 32 and more than 115 wounded": the 115, which no toll of deaths counts."""
    for listed in people.lists:
        told = any(a.form == "toll" and theirs.first == listed.first for a, theirs in claimed)
        if told and len(listed.items) > 1 and 0 <= act.first - listed.end <= LONGEST_TO_HURT:
            last = listed.items[-1]
            return PeopleList((last,), (), last.first, last.end)
    return None


def _is_group(tokens: list[Token], people: People) -> bool:
    """ "Eliminated 13 Taliban", but "destroyed 13 Taliban fighting positions"."""
    after = tokens[people.end].low if people.end < len(tokens) else ""
    noun = after.endswith(("s", "ing")) and after not in CLOSED
    return people.side == "combatants" and not noun


def _argument(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    group = verb_group(tokens, act.group_first)
    if group.unreal or (tokens[act.first].low == "to" and not _violent(tokens, act.first)):
        return None
    if act.form == "object":
        return object_of(tokens, act.group_end, people)
    if act.form == "noun":
        return _numbered_noun(tokens, act, people)
    if act.form == "subject":
        near = tokens[act.first].low in {"dead", "to"} and group.voice == "bare"
        return not_an_age(tokens, subject_of(tokens, group, people, near), group.singular is True or not near)
    if group.voice == "active":
        return object_of(tokens, act.group_end, people)
    if group.voice == "passive":
        return not_an_age(tokens, subject_of(tokens, group, people, near=False), group.singular is True)
    after = object_of(tokens, act.group_end, people)
    if after is not None:
        return after
    listed = _hurt_part(act, subject_of(tokens, group, people, near=True))
    return listed if listed is None or _can_suffer(tokens, act, listed) else None


def _hurt_part(act: FoundAct, listed: PeopleList | None) -> PeopleList | None:
    """ "200 people, including 30 wounded, were evacuated": the 30."""
    part = listed.parts[-1] if listed is not None and listed.parts else None
    if part is None or part.end != act.first or part.lemma or not part.counted:
        return listed
    return PeopleList((part,), (), part.first, part.end)


def _can_suffer(tokens: list[Token], act: FoundAct, listed: PeopleList) -> bool:
    """Without an auxiliary, one who "killed" with something after it did it: "Israel killed talk of"."""
    if listed.items[0].told_as == "number":
        return True
    follows = tokens[act.group_end].low if act.group_end < len(tokens) else "."
    joint = follows in PREPOSITIONS or follows in WEEKDAYS or follows in {"and", "while"}
    ends = joint or not follows.isalpha()
    return ends and not act.fighters_only


def _violent(tokens: list[Token], i: int) -> bool:
    """ "beat two men to death", not "sentenced to death"."""
    return any(t.low in DEADLY_VERBS for t in tokens[max(0, i - 8) : i])


def _numbered_noun(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    """ "12 civilian deaths", "claimed nine lives"."""
    for listed in reversed(people.lists):
        if listed.end > act.first:
            continue
        gap = [t.low for t in tokens[listed.end : act.first]]
        if (
            not listed.counted
            or len(gap) > 2
            or not all(w in {"reported", "confirmed", "dead", "more"} for w in gap)
        ):
            return None
        last = listed.items[-1]
        if (last.low == 1 and last.lemma) or (last.low == 1) == tokens[act.end - 1].low.endswith(
            ("s", "ies")
        ):
            return None
        if tokens[act.first].low == "lives":
            around = tokens[max(0, listed.first - 3) : listed.first] + tokens[act.end : act.end + 3]
            if not any(t.low.startswith(LIVES_TAKEN) for t in around):
                return None
        return behind_parts(tokens, listed)
    return None


def _toll(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    """The number that a verb or "to" leads to ("toll rose from 12 to 58" is 58), or "to 58 the number"."""
    for k in range(act.end, min(len(tokens), act.end + LONGEST_TOLL_GAP)):
        if tokens[k].low == ";":
            return None
        listed = people.starts.get(k)
        if listed is not None and tokens[k].low == "up" and tokens[k - 1].low in RAISED:
            # "Revised up to 72" is 72.
            low = listed.items[0].high
            return PeopleList((listed.items[0]._replace(low=low),), (), listed.first, listed.items[0].end)
        if listed is None or not listed.counted or tokens[k - 1].low not in TOLL_VERBS:
            continue
        if listed.items[0].told_as == "number":
            return _without_hurt(tokens, listed)
    before = act.first - 1 if tokens[act.first - 1].low == "the" else act.first
    led = (p for p in people.lists if p.end == before and tokens[p.first - 1].low == "to")
    return next((p for p in led if p.counted), None)


def _without_hurt(tokens: list[Token], listed: PeopleList) -> PeopleList:
    """Of "rose to 32 and more than 115 wounded" the 32: no toll of deaths counts those hurt."""
    items = listed.items
    while len(items) > 1 and _is_hurt(tokens, items[-1].end):
        items = items[:-1]
    return PeopleList(items, (), listed.first, items[-1].end)


def _is_hurt(tokens: list[Token], after: int) -> bool:
    words = [t.low for t in tokens[after : after + 3]]
    rest = itertools.dropwhile(lambda word: word in BESIDE_HURT, words)
    return next(rest, "") in HURT


def _among(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    """ "among the dead were three children", "three children were among the dead"."""
    k = act.end
    while k < len(tokens) and (
        tokens[k].low in {"were", "was", "are", "is", ":", ","} or is_adverb(tokens[k].low)
    ):
        k += 1
    after = people.starts.get(k)
    if after is not None and after.counted:
        return after
    group = verb_group(tokens, act.first)
    if group.voice != "passive":
        return None
    return subject_of(tokens, group, people, near=False)
