"""Whom an act has after it: its object, those who shared the fate, and the parts told of them later."""

from __future__ import annotations

from mentions.function_words import BE, HAVE, SAYING, WEEKDAYS, is_adverb
from mentions.people_lists import PeopleList, read_parts
from mentions.people_map import PeopleMap
from mentions.toll_acts import FoundAct
from mentions.toll_tokens import Token
from mentions.toll_words import act_words

LONGEST_TO_PARTS = 16


def object_of(tokens: list[Token], i: int, people: PeopleMap) -> PeopleList | None:
    """The list right after the act, without a last conjunct that begins the next clause."""
    while (
        i < len(tokens)
        and (is_adverb(tokens[i].low) or tokens[i].low in {"some", ":"})
        and i not in people.starts
    ):
        i += 1
    if i + 1 < len(tokens) and tokens[i].low == "on" and tokens[i + 1].low in WEEKDAYS:
        i += 2  # "shot dead on Wednesday two soldiers"
    listed = people.starts.get(i)
    if listed is None:
        return _those_before(i, tokens, people)
    if listed.end < len(tokens) and tokens[listed.end].low in SAYING and listed.items[0].told_as != "number":
        return None
    if _has_predicate(tokens, listed.end) and not _disagrees(tokens[listed.end], listed):
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


def _disagrees(verb: Token, listed: PeopleList) -> bool:
    """ "A blast that wounded more than 80 was caused by": the verb's subject is another word."""
    last = listed.items[-1]
    several = last.told_as == "number" and last.low is not None and last.low > 1
    return several and verb.low in {"was", "is", "has"}


def _has_predicate(tokens: list[Token], i: int) -> bool:
    """Whether the next words make the people before them the subject of another verb."""
    while i < len(tokens) and is_adverb(tokens[i].low):
        i += 1
    if i >= len(tokens):
        return False
    word = tokens[i].low
    if word in BE or word in HAVE:
        return True
    following = (w for w in act_words().by_first.get(word, ()) if w.form in {"participle", "subject"})
    return any(tuple(t.low for t in tokens[i : i + len(w.words)]) == w.words for w in following)


def _is_counted_noun(tokens: list[Token], i: int) -> bool:
    """ "Two deaths, including a woman, and 10 injuries": the number before is that of another act."""
    following = act_words().by_first.get(tokens[i].low, ()) if i < len(tokens) else ()
    return any(w.form == "noun" for w in following)


def with_company(tokens: list[Token], act: FoundAct, people: PeopleMap, listed: PeopleList) -> PeopleList:
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


def with_trailing_parts(tokens: list[Token], act: FoundAct, listed: PeopleList) -> PeopleList:
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
        if parts and not (_has_predicate(tokens, end) or _is_counted_noun(tokens, end)):
            return listed._replace(parts=tuple(parts))
        if parts and len(parts) > 1:
            return listed._replace(parts=tuple(parts[:-1]))
    return listed
