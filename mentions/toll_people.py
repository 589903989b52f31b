"""Which people an act of killing or injuring is told of: the grammar between verb, number and noun."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentions.function_words import (
    BE,
    HAVE,
    IN_VERB_GROUP,
    MONTHS,
    NOT_SUBJECT_AFTER,
    PREPOSITIONS,
    SAYING,
    SUBORDINATORS,
    WEEKDAYS,
    is_adverb,
    word_set,
)  # fmt: skip
from mentions.people import may_begin
from mentions.people_lists import PeopleList, read_list, read_parts
from mentions.toll_acts import FoundAct
from mentions.toll_tokens import Token
from mentions.toll_words import act_words, people_words
from mentions.verb_groups import VerbGroup, has_finite_verb, verb_group

LIVES_TAKEN = ("claim", "cost", "tak", "took", "los")
TOLL_VERBS = word_set("to at of is was were are reached hit : as exceeded surpassed topped now")
DEADLY_VERBS = word_set(
    "beat beaten beating stabbed stabbing hacked hacking burned burnt burning stoned stoning tortured "
    "shot crushed clubbed kicked trampled bludgeoned starved froze choked bled"
)
LONGEST_GAP = 22
LONGEST_TOLL_GAP = 24
LONGEST_TO_PARTS = 16


@dataclass(frozen=True, slots=True)
class PeopleMap:
    """The lists of people of a sentence, in order and by the token they begin at."""

    lists: tuple[PeopleList, ...]
    starts: dict[int, PeopleList]


def people_map(tokens: list[Token]) -> PeopleMap:
    """Every list of people, left to right, none inside another."""
    lists: list[PeopleList] = []
    words = people_words()
    i = 0
    while i < len(tokens):
        listed = read_list(tokens, i) if may_begin(tokens[i], words) else None
        if listed is None:
            i += 1
            continue
        lists.append(listed)
        i = max(listed.end, i + 1)
    return PeopleMap(tuple(lists), {p.first: p for p in lists})


def people_of(
    tokens: list[Token], act: FoundAct, people: PeopleMap, claimed: list[tuple[FoundAct, PeopleList]]
) -> PeopleList | None:
    """The people that an act is told of, or None where their number is not told or the act did not happen."""
    if act.form == "among":
        return _among(tokens, act, people)
    if act.form == "toll":
        return _toll(tokens, act, people)
    listed = _argument(tokens, act, people)
    if listed is None or (
        act.fighters_only and not any(p.side == "combatants" or p.lemma for p in listed.items)
    ):
        return None
    listed = _with_trailing_parts(tokens, act, _with_company(tokens, act, people, listed))
    for other, theirs in claimed:
        if theirs.first == listed.first and other.group_first != act.group_first:
            return None
    return listed


def _argument(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    group = verb_group(tokens, act.group_first)
    if group.unreal or (tokens[act.first].low == "to" and not _violent(tokens, act.first)):
        return None
    if act.form == "object":
        return _object(tokens, act.group_end, people)
    if act.form == "noun":
        return _numbered_noun(tokens, act, people)
    if act.form == "subject":
        near = tokens[act.first].low in {"dead", "to"} and group.voice == "bare"
        return _not_an_age(tokens, _subject(tokens, group, people, near), group.singular is True or not near)
    if group.voice == "active":
        return _object(tokens, act.group_end, people)
    if group.voice == "passive":
        return _not_an_age(tokens, _subject(tokens, group, people, near=False), group.singular is True)
    after = _object(tokens, act.group_end, people)
    if after is not None:
        return after
    listed = _subject(tokens, group, people, near=True)
    return listed if listed is None or _can_suffer(tokens, act, listed) else None


def _can_suffer(tokens: list[Token], act: FoundAct, listed: PeopleList) -> bool:
    """Without an auxiliary, one who "killed" with something after it did it: "Israel killed talk of"."""
    if listed.items[0].told_as == "number":
        return True
    follows = tokens[act.group_end].low if act.group_end < len(tokens) else "."
    ends = follows in PREPOSITIONS | WEEKDAYS or follows in {"and", "while"} or not follows.isalpha()
    return ends and not act.fighters_only


def _violent(tokens: list[Token], i: int) -> bool:
    """ "beat two men to death", not "sentenced to death"."""
    return any(t.low in DEADLY_VERBS for t in tokens[max(0, i - 8) : i])


def _object(tokens: list[Token], i: int, people: PeopleMap) -> PeopleList | None:
    """The list right after the act, without a last conjunct that begins the next clause."""
    while (
        i < len(tokens)
        and (is_adverb(tokens[i].low) or tokens[i].low in {"some", ":"})
        and i not in people.starts
    ):
        i += 1
    listed = people.starts.get(i)
    if listed is None:
        return _those_before(i, tokens, people)
    if listed.end < len(tokens) and tokens[listed.end].low in SAYING and listed.items[0].told_as != "number":
        return None
    if _has_predicate(tokens, listed.end):
        if len(listed.items) == 1 or listed.parts:
            return None if not listed.parts else listed
        shorter = listed.items[:-1]
        listed = PeopleList(shorter, (), listed.first, shorter[-1].end)
    if (
        listed.single
        and listed.items[0].told_as == "name"
        and listed.end - listed.first == 1
        and _plural_name(tokens[listed.first])
    ):
        return None
    return listed if listed.counted else None


def _those_before(i: int, tokens: list[Token], people: PeopleMap) -> PeopleList | None:
    """ "abducted eight men and killed them": the last several told of, unless they begin the sentence."""
    if i >= len(tokens) or tokens[i].low not in {"them", "all"}:
        return None
    before = (p for p in reversed(people.lists) if p.end < i and p.counted and not p.single)
    listed = next(before, None)
    return listed if listed is not None and listed.first > 1 else None


def _plural_name(token: Token) -> bool:
    """One capitalised word in -s after "killed": a people ("Hazaras") rather than a person."""
    return token.low.endswith("s")


def _has_predicate(tokens: list[Token], i: int) -> bool:
    """Whether the next words make the people before them the subject of another verb."""
    while i < len(tokens) and is_adverb(tokens[i].low):
        i += 1
    if i >= len(tokens):
        return False
    word = tokens[i].low
    if word in BE | HAVE:
        return True
    following = (w for w in act_words().by_first.get(word, ()) if w.form in {"participle", "subject"})
    return any(tuple(t.low for t in tokens[i : i + len(w.words)]) == w.words for w in following)


def _subject(tokens: list[Token], group: VerbGroup, people: PeopleMap, near: bool) -> PeopleList | None:
    """The nearest list before the verb group that can be its subject."""
    k = group.first
    while k > 0 and (
        tokens[k - 1].low in {"who", "that", "which", ","} or (near and is_adverb(tokens[k - 1].low))
    ):
        k -= 1
    if k > 0 and tokens[k - 1].low in {"they", "it", "we", "you", "i"}:
        return None
    fallback: PeopleList | None = None
    for listed in reversed(people.lists):
        if listed.end > group.first:
            continue
        gap = _outside_asides(tokens[listed.end : k])
        if gap is None:
            continue
        if near:
            gap = [t for t in gap if t.low not in IN_VERB_GROUP - {","} and not is_adverb(t.low)]
        if len(gap) > (0 if near else LONGEST_GAP) or any(t.low in SUBORDINATORS for t in gap):
            break
        relative = any(t.low in {"who", "that", "which", "whose"} for t in tokens[listed.end : group.first])
        if not relative and has_finite_verb(gap):
            break
        before = tokens[listed.first - 1].low if listed.first else ""
        added = before == "to" and listed.first > 2 and tokens[listed.first - 2].low == "addition"
        if before in NOT_SUBJECT_AFTER and not added:
            if near:
                break
            continue
        if gap and listed.items[0].high == 0:
            break
        if before in {"be", "being", "as"}:
            continue
        if before in {"including", "included"} and len(listed.items) > 1:
            return PeopleList(listed.items[-1:], (), listed.items[-1].first, listed.end)
        if not _agrees(group, listed, bool(gap)):
            continue
        if gap and listed.single and listed.items[0].told_as == "name":
            fallback = fallback or listed
            continue
        if gap and not listed.counted and not relative:
            continue
        if group.singular and len(listed.items) == 2 and listed.items[1].told_as == "bare":
            listed = replace(listed, items=listed.items[:1])
        return _with_leading(tokens, people, listed) if listed.counted else None
    return fallback


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


def _not_an_age(tokens: list[Token], listed: PeopleList | None, personal: bool) -> PeopleList | None:
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
    return replace(listed, items=(replace(person, low=1, high=1),))


def _with_company(tokens: list[Token], act: FoundAct, people: PeopleMap, listed: PeopleList) -> PeopleList:
    """ "was killed along with his wife": they share the fate."""
    if listed.first >= act.group_end:
        return listed
    pair, start = ("", ""), None
    for k in range(act.group_end, min(act.group_end + 9, len(tokens) - 1)):
        pair = (tokens[k].low, tokens[k + 1].low)
        if pair in {("along", "with"), ("together", "with")}:
            start = k + 2
        elif pair[0] == "alongside" or (pair[0] == "with" and k == act.group_end):
            start = k + 1
        if start or pair[0] in act_words().breaking or pair[0] in {";", "."}:
            break
    if start is None:
        return listed
    company = people.starts.get(start)
    if (
        company is None
        or not company.counted
        or (pair[0] == "with" and company.items[0].told_as != "possessive")
    ):
        return listed
    return PeopleList(
        (*listed.items, *company.items), (*listed.parts, *company.parts), listed.first, company.end
    )


def _with_trailing_parts(tokens: list[Token], act: FoundAct, listed: PeopleList) -> PeopleList:
    """ "Five people were killed on Monday, including three children"."""
    begin = max(act.group_end, listed.end)
    if listed.parts or act.form == "among":
        return listed
    for k in range(begin, min(begin + LONGEST_TO_PARTS, len(tokens))):
        word = tokens[k].low
        if word in act_words().breaking or word in {";", "."}:
            break
        partitive = word in {"among", "of"} and k + 1 < len(tokens) and tokens[k + 1].low in {"them", "whom"}
        if word in {"including", "included", "most"} or partitive or word == ",":
            parts, end = read_parts(tokens, k)
        else:
            continue
        if parts and not _has_predicate(tokens, end):
            return replace(listed, parts=tuple(parts))
        if parts and len(parts) > 1:
            return replace(listed, parts=tuple(parts[:-1]))
    return listed


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
        return listed
    return None


def _toll(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    """The number that a verb or "to" leads to ("toll rose from 12 to 58" is 58), or "to 58 the number"."""
    for k in range(act.end, min(len(tokens), act.end + LONGEST_TOLL_GAP)):
        if tokens[k].low == ";":
            return None
        listed = people.starts.get(k)
        if listed is None or not listed.counted or tokens[k - 1].low not in TOLL_VERBS:
            continue
        if listed.items[0].told_as == "number":
            return PeopleList(listed.items, (), listed.first, listed.end)
    before = act.first - 1 if tokens[act.first - 1].low == "the" else act.first
    led = (p for p in people.lists if p.end == before and tokens[p.first - 1].low == "to")
    return next((p for p in led if p.counted), None)


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
    return _subject(tokens, group, people, near=False)
