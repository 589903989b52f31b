"""Which people an act of killing or injuring is told of: the grammar between verb, number and noun."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentions.people import BE, HAVE, MODAL, PeopleList, is_adverb, read_list, read_parts
from mentions.toll_tokens import Token
from mentions.toll_words import Act, Form, act_words

NEGATIONS = frozenset(
    "not n't never nor cannot didn't wasn't weren't hasn't haven't don't doesn't didnt wasnt werent without denied denies "
    "deny denying avoid avoiding avoided prevent preventing prevented".split()
)
REPORTED = frozenset("reported said believed thought alleged known claimed understood presumed feared shot led".split())
# Words of a verb group between its auxiliary and the act: "are believed to have been killed".
IN_VERB_GROUP = frozenset(
    "believed reported feared said thought presumed confirmed found pronounced declared known understood alleged to both "
    "all later left instantly estimated either being yesterday today overnight tonight monday tuesday wednesday thursday "
    "friday saturday sunday weekend this morning afternoon evening night last the on in early late hours of , subsequently".split()
)
PARTICIPLES = frozenset("shot beaten taken hit struck blown stabbed caught torn burnt thrown run".split())
NOT_SUBJECT_AFTER = frozenset(
    "in at near by from against on between into targeting of to towards toward inside under behind around outside".split()
)
BLOCKERS = frozenset("; : when while before because but if where although though until unless".split())
LIVES_TAKEN = ("claim", "cost", "tak", "took", "los", "sav")
TOLL_VERBS = frozenset("to at of is was were are reached hit : as exceeded surpassed topped now".split())
INTENT = frozenset("aimed plot plotting plan planning planned attempt attempted intention intending intended failed idea hope".split())
LONGEST_GAP = 22
LONGEST_TOLL_GAP = 24
LONGEST_TO_PARTS = 16


@dataclass(frozen=True, slots=True)
class FoundAct:
    """One act phrase in the tokens, and the run of acts it is joined to ("killed and wounded")."""

    first: int
    end: int
    act: Act
    form: Form
    fighters_only: bool
    group_first: int
    group_end: int
    partly: bool = False


@dataclass(frozen=True, slots=True)
class PeopleMap:
    """The lists of people of a sentence, in order and by the token they begin at."""

    lists: tuple[PeopleList, ...]
    starts: dict[int, PeopleList]


def find_acts(tokens: list[Token]) -> list[FoundAct]:
    """The act phrases, longest first at each place. "Killed or wounded" leaves open which: both are dropped."""
    table = act_words().by_first
    found: list[FoundAct] = []
    i = 0
    while i < len(tokens):
        for word in table.get(tokens[i].low, ()):
            size = len(word.words)
            stop = i + 1 if size == 1 else match_phrase(tokens, i, word.words)
            if stop is not None:
                found.append(FoundAct(i, stop, word.act, word.form, word.fighters_only, i, stop))
                i = stop
                break
        else:
            i += 1
    return _join(tokens, found)


def match_phrase(tokens: list[Token], i: int, words: tuple[str, ...]) -> int | None:
    """Where a phrase that begins at token i ends; "..." in it is up to five words without a comma."""
    k = i
    for n, word in enumerate(words):
        if word == "...":
            ahead = (j for j in range(k, min(k + 6, len(tokens))) if tokens[j].low == words[n + 1] or tokens[j].low in {",", ";", "and"})
            stop = next(ahead, None)
            if stop is None:
                return None
            k = stop
            continue
        if k >= len(tokens) or tokens[k].low != word:
            return None
        k += 1
    return k


def _join(tokens: list[Token], acts: list[FoundAct]) -> list[FoundAct]:
    """Acts joined by "and" share their people; acts joined by "or" are unclear."""
    kept: list[FoundAct] = []
    n = 0
    while n < len(acts):
        run = [acts[n]]
        unclear = False
        while n + 1 < len(acts):
            between = [t.low for t in tokens[run[-1].end : acts[n + 1].first] if not is_adverb(t.low)]
            if between not in (["and"], ["or"], ["/"], ["and", "/", "or"], ["nor"]) or "among" in (run[0].form, acts[n + 1].form):
                break
            unclear |= between != ["and"]
            n += 1
            run.append(acts[n])
        n += 1
        if not unclear:
            kept += [replace(a, group_first=run[0].first, group_end=run[-1].end) for a in run]
    return kept


def people_map(tokens: list[Token]) -> PeopleMap:
    """Every list of people, left to right, none inside another."""
    lists: list[PeopleList] = []
    i = 0
    while i < len(tokens):
        listed = read_list(tokens, i)
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
    if listed is None or (act.fighters_only and not any(p.side == "combatants" or p.lemma for p in listed.items)):
        return None
    listed = _with_trailing_parts(tokens, act, _with_company(tokens, act, people, listed))
    for other, theirs in claimed:
        if theirs.first == listed.first and other.group_first != act.group_first:
            return None
    return listed


def _argument(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    group = _verb_group(tokens, act.group_first)
    if group.unreal:
        return None
    if act.form == "object":
        return _object(tokens, act.group_end, people)
    if act.form == "noun":
        return _numbered_noun(tokens, act, people)
    if act.form == "subject":
        near = tokens[act.first].low in {"dead", "to"} and group.voice == "bare"
        return _subject(tokens, group, people, near)
    if group.voice == "active":
        return _object(tokens, act.group_end, people)
    if group.voice == "passive":
        return _subject(tokens, group, people, near=False)
    after = _object(tokens, act.group_end, people)
    if after is not None:
        return after
    return _subject(tokens, group, people, near=True)


@dataclass(frozen=True, slots=True)
class _VerbGroup:
    first: int
    voice: str
    """`passive` with a form of be, `active` with have alone, else `bare`."""
    singular: bool | None
    unreal: bool


def _verb_group(tokens: list[Token], i: int) -> _VerbGroup:
    """Back over auxiliaries and adverbs: "are believed to have been killed", "did not kill"."""
    k = i
    be = have = modal = to = False
    singular: bool | None = None
    unreal = False
    firm = i
    while k > 0:
        word = tokens[k - 1].low
        if word in BE:
            be = True
            singular = _number(word, singular)
        elif word in HAVE:
            have = True
            singular = _number(word, singular)
        elif word in MODAL:
            modal = True
        elif word in NEGATIONS:
            unreal = True
        elif word == "to":
            to = not have and not (k > 1 and tokens[k - 2].low in REPORTED)
            unreal |= to
        elif word == "and" and _participle_before(tokens, k - 1):
            k -= 1
        elif word in IN_VERB_GROUP or is_adverb(word):
            k -= 1
            continue
        else:
            break
        k -= 1
        firm = k
    k = firm
    if k > 1 and tokens[k - 1].low in {"of", "at"} and tokens[k - 2].low in INTENT:
        unreal = True
    voice = "passive" if be else "active" if have else "bare"
    return _VerbGroup(k, voice, singular, unreal or modal)


def _number(word: str, known: bool | None) -> bool | None:
    if word in {"was", "is", "has", "gets"}:
        return True
    if word in {"were", "are", "have"}:
        return False
    return known


def _participle_before(tokens: list[Token], i: int) -> bool:
    """ "was abducted and killed": the auxiliary stands before the first participle."""
    if i < 2 or not (tokens[i - 1].low.endswith("ed") or tokens[i - 1].low in PARTICIPLES):
        return False
    return any(t.low in {"was", "were", "been", "being"} for t in tokens[max(0, i - 3) : i - 1])


def _object(tokens: list[Token], i: int, people: PeopleMap) -> PeopleList | None:
    """The list right after the act, without a last conjunct that begins the next clause."""
    while i < len(tokens) and (is_adverb(tokens[i].low) or tokens[i].low in {"some", ":"}) and i not in people.starts:
        i += 1
    listed = people.starts.get(i)
    if listed is None:
        return _those_before(i, tokens, people)
    if _has_predicate(tokens, listed.end):
        if len(listed.items) == 1 or listed.parts:
            return None if not listed.parts else listed
        shorter = listed.items[:-1]
        listed = PeopleList(shorter, (), listed.first, shorter[-1].end)
    if listed.single and listed.items[0].told_as == "name" and listed.end - listed.first == 1 and _plural_name(tokens[listed.first]):
        return None
    return listed if listed.counted else None


def _those_before(i: int, tokens: list[Token], people: PeopleMap) -> PeopleList | None:
    """ "abducted eight men and killed them": the last several told of before, unless they begin the sentence."""
    if i >= len(tokens) or tokens[i].low not in {"them", "all"}:
        return None
    for listed in reversed(people.lists):
        if 0 < listed.first and listed.end < i and listed.counted:
            return listed if not listed.single and listed.first > 1 else None
    return None


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
    return any(w.form in {"participle", "subject"} and tuple(t.low for t in tokens[i : i + len(w.words)]) == w.words
               for w in act_words().by_first.get(word, ()))  # fmt: skip


def _subject(tokens: list[Token], group: _VerbGroup, people: PeopleMap, near: bool) -> PeopleList | None:
    """The nearest list before the verb group that can be its subject."""
    k = group.first
    while k > 0 and (tokens[k - 1].low in {"who", "that", "which", ","} or (near and is_adverb(tokens[k - 1].low))):
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
        if len(gap) > (0 if near else LONGEST_GAP) or any(t.low in BLOCKERS for t in gap):
            break
        relative = any(t.low in {"who", "that", "which", "whose"} for t in tokens[listed.end : group.first])
        if not relative and _finite_in(gap):
            break
        before = tokens[listed.first - 1].low if listed.first else ""
        if before in NOT_SUBJECT_AFTER:
            if near:
                break
            continue
        if before in {"including", "included"} and len(listed.items) > 1:
            return PeopleList(listed.items[-1:], (), listed.items[-1].first, listed.end)
        if not _agrees(group, listed, bool(gap)):
            continue
        if gap and listed.single and listed.items[0].told_as == "name":
            fallback = fallback or listed
            continue
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


def _finite_in(gap: list[Token]) -> bool:
    """Whether a verb of its own stands in the gap; "believed to be" is none."""
    return any(t.low in BE | HAVE and (n == 0 or gap[n - 1].low != "to") for n, t in enumerate(gap))


def _agrees(group: _VerbGroup, listed: PeopleList, gap: bool) -> bool:
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
        if other.end == k and (lead[-3:] == ("in", "addition", "to") or lead[-1:] in {("besides",), ("with",)}):
            return PeopleList((*other.items, *listed.items), (*other.parts, *listed.parts), other.first, listed.end)
    return listed


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
    if company is None or not company.counted or (pair[0] == "with" and company.items[0].told_as != "possessive"):
        return listed
    return PeopleList((*listed.items, *company.items), (*listed.parts, *company.parts), listed.first, company.end)


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
        if word in {"including", "included", "most"} or partitive:
            parts, end = read_parts(tokens, k)
        elif word == ",":
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
        if not listed.counted or len(gap) > 2 or not all(w in {"reported", "confirmed", "dead", "more"} for w in gap):
            return None
        last = listed.items[-1]
        if (last.low == 1 and last.lemma) or (last.low == 1) == tokens[act.end - 1].low.endswith(("s", "ies")):
            return None
        if tokens[act.first].low == "lives":
            around = tokens[max(0, listed.first - 3) : listed.first] + tokens[act.end : act.end + 3]
            if not any(t.low.startswith(LIVES_TAKEN[:-1]) for t in around):
                return None
        return listed
    return None


def _toll(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    """The first number after "death toll" that a verb or "to" leads to: "rose from 12 to 58" is 58."""
    for k in range(act.end, min(len(tokens), act.end + LONGEST_TOLL_GAP)):
        if tokens[k].low == ";":
            return None
        listed = people.starts.get(k)
        if listed is None or not listed.counted or tokens[k - 1].low not in TOLL_VERBS:
            continue
        if listed.items[0].told_as == "number":
            return PeopleList(listed.items, (), listed.first, listed.end)
    return None


def _among(tokens: list[Token], act: FoundAct, people: PeopleMap) -> PeopleList | None:
    """ "among the dead were three children", "three children were among the dead"."""
    k = act.end
    while k < len(tokens) and (tokens[k].low in {"were", "was", "are", "is", ":", ","} or is_adverb(tokens[k].low)):
        k += 1
    after = people.starts.get(k)
    if after is not None and after.counted:
        return after
    group = _verb_group(tokens, act.first)
    if group.voice != "passive":
        return None
    return _subject(tokens, group, people, near=False)

