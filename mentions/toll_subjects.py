"""Whom a verb of dying or being hurt has as its subject: "12 people at a wedding have been killed"."""

from __future__ import annotations

from mentions.function_words import (
    IN_VERB_GROUP,
    MONTHS,
    NOT_SUBJECT_AFTER,
    PARTICIPLES,
    PREPOSITIONS,
    SUBORDINATORS,
    WEEKDAYS,
    is_adverb,
)  # fmt: skip
from mentions.people_lists import PeopleList, behind_parts
from mentions.people_map import LEFT_OUT, PeopleMap
from mentions.toll_tokens import Token
from mentions.toll_words import people_words
from mentions.verb_groups import VerbGroup, has_finite_verb

LONGEST_GAP = 22
RELATIVE = frozenset({"who", "that", "which", "whose", "whom"})


def subject_of(tokens: list[Token], group: VerbGroup, people: PeopleMap, near: bool) -> PeopleList | None:
    """The nearest list before the verb group that can be its subject; `near`: only right before it."""
    k = group.first
    passed = {"who", "that", "which", ","}
    while k > 0 and (tokens[k - 1].low in passed or (near and is_adverb(tokens[k - 1].low))):
        k -= 1
    if k > 0 and tokens[k - 1].low in {"they", "it", "we", "you", "i"}:
        return None
    fallback: PeopleList | None = None
    for listed in reversed(people.lists):
        if listed.first and tokens[listed.first - 1].low in LEFT_OUT:
            # "Five people, besides the two bombers, were killed": five.
            continue
        gap = _outside_asides(tokens[listed.end : k]) if listed.end <= group.first else None
        if gap is None:
            continue
        if near:
            gap = [t for t in gap if t.low not in IN_VERB_GROUP - {","} and not is_adverb(t.low)]
        relative = any(t.low in RELATIVE for t in tokens[listed.end : group.first])
        governed = _governed(tokens, listed) and not (near and _counted_of(tokens, listed))
        if _cut_off(gap, listed, near, relative) or (near and governed):
            break
        if not governed and _agrees(group, listed, bool(gap)):
            if gap and listed.single and listed.items[0].told_as == "name":
                fallback = fallback or listed
            elif not gap or listed.counted or relative:
                return _assubject_of(tokens, group, people, listed)
    return fallback


def _cut_off(gap: list[Token], listed: PeopleList, near: bool, relative: bool) -> bool:
    """Whether what stands between list and verb keeps every list so far back from being its subject."""
    if _goes_on_with(gap):
        return False
    if len(gap) > (0 if near else LONGEST_GAP) or any(t.low in SUBORDINATORS for t in gap):
        return True
    return (not relative and has_finite_verb(gap)) or (bool(gap) and listed.items[0].high == 0)


def _goes_on_with(gap: list[Token]) -> bool:
    """ "A trader was shot at a checkpoint and later died": one subject of two verbs."""
    words = [t.low for t in gap]
    while words and is_adverb(words[-1]):
        words.pop()
    joined = 2 < len(words) <= LONGEST_GAP and words[-1] == "and" and words[0] in {"was", "were"}
    violent = joined and (words[1].endswith("ed") or words[1] in PARTICIPLES)
    return violent and not any(w in SUBORDINATORS or w in {",", "and"} for w in words[:-1])


def _governed(tokens: list[Token], listed: PeopleList) -> bool:
    """ "an attack by five gunmen", "believed to be traders": the list belongs to another word."""
    before = tokens[listed.first - 1].low if listed.first else ""
    added = before == "to" and listed.first > 2 and tokens[listed.first - 2].low == "addition"
    # "Countries Tunisia and Egypt": a kind of thing in the plural before its names.
    kinds = before == "among" or (before.endswith("s") and before in people_words().things)
    named = listed.items[0].told_as == "name" and kinds
    # "Troops shelled X, as two civilians were shot": behind a comma "as" opens a clause.
    if before == "as" and listed.first > 1 and tokens[listed.first - 2].low == ",":
        return False
    return named or (before in NOT_SUBJECT_AFTER and not added) or before in {"be", "being", "as"}


def _counted_of(tokens: list[Token], listed: PeopleList) -> bool:
    """ "The funerals of 32 people killed on Monday"."""
    return tokens[listed.first - 1].low == "of" and listed.items[0].told_as == "number"


def _assubject_of(
    tokens: list[Token], group: VerbGroup, people: PeopleMap, listed: PeopleList
) -> PeopleList | None:
    """The list as the verb takes it: without what belongs to the clause before, with what was told ahead."""
    listed = behind_parts(tokens, listed)
    if group.singular and len(listed.items) == 2 and listed.items[1].told_as == "bare":
        listed = listed._replace(items=listed.items[:1])
    return _with_leading(tokens, people, listed) if listed.counted else None


def _outside_asides(gap: list[Token]) -> list[Token] | None:
    """The gap without what stands between two dashes or brackets; None where it ends inside one."""
    kept: list[Token] = []
    opened = False
    for token in gap:
        if token.low in {"(", ")", "[", "]", "–", "—", "--"}:
            opened = not opened
        elif not opened:
            kept.append(token)
    return None if opened else kept


def _agrees(group: VerbGroup, listed: PeopleList, gap: bool) -> bool:
    """ "was" wants one person, "were" wants several; a told number may break the rule next to its verb."""
    if group.singular is None:
        return True
    if group.singular is False and listed.single:
        return not gap and listed.items[0].told_as != "name"
    return not gap or group.singular == listed.single or (group.singular and listed.counted)


def _with_leading(tokens: list[Token], people: PeopleMap, listed: PeopleList) -> PeopleList:
    """ "In addition to the bomber, four soldiers were killed": five."""
    k = listed.first - 1
    if k < 1 or tokens[k].low != ",":
        return listed
    for other in people.lists:
        lead = tuple(t.low for t in tokens[max(0, other.first - 3) : other.first])
        if other.end == k and (
            lead[-3:] == ("in", "addition", "to") or lead[-1:] in {("besides",), ("with",)}
        ):
            return PeopleList(
                (*other.items, *listed.items), (*other.parts, *listed.parts), other.first, listed.end
            )
    return listed


def not_an_age(tokens: list[Token], listed: PeopleList | None, personal: bool) -> PeopleList | None:
    """ "Ziad 13 was wounded", with its commas lost: one person."""
    if listed is None or not personal or len(listed.items) > 1 or listed.first < 1:
        return listed
    person, name = listed.items[0], tokens[listed.first - 1]
    before = tokens[listed.first - 2].low if listed.first > 1 else ""
    figure = person.lemma == "" and person.end == listed.first + 1 and tokens[listed.first].low.isdigit()
    if not figure or not name.capital or name.shouted or name.low in WEEKDAYS | MONTHS:
        return listed
    if before in PREPOSITIONS:
        return listed
    return listed._replace(items=(person._replace(low=1, high=1),))
