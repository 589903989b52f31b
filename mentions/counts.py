"""Tolls: who is said to be killed or injured, how many of them, and in which words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articles import FieldName, Span
from mentions.function_words import BE
from mentions.gated import Gated
from mentions.people import People
from mentions.people_lists import PeopleList
from mentions.people_map import PeopleMap, people_map
from mentions.toll_acts import FoundAct, find_acts
from mentions.toll_people import people_of
from mentions.toll_scope import Scope, sentence_scopes
from mentions.toll_tokens import Token, sentence_bounds, tokenize
from mentions.toll_words import Act, Group, Noun, Side, act_words, people_words
from mentions.zero_tolls import ZeroToll, find_zero_tolls

RIVAL = Gated(
    r"\b(?:put the (?:\w+ )?(?:toll|number|figure)|gave a (?:\w+ )?toll"
    r"|(?:other|some|different|rival) (?:sources|reports|accounts|officials"
    r"|media|witnesses|estimates)|conflicting|whereas|(?:but|while"
    r"|though) (?!\d)(?:[\w'’-]+ ){1,6}(?:said|says|put|claimed|reported|told)"
    r"|(?:sources|reports) (?:say|said|claim|claimed|put)"
    r"|with (?:some|others) (?:saying|claiming|putting))\b",
    re.IGNORECASE,
)
# "It had initially given a toll of 22", "an earlier toll of 15": another number has taken its place.
EARLIER = Gated(
    r"\b(?:initial(?:ly)?|earlier|previous(?:ly)?|originally|at first|provisional|preliminary)\b"
    r"(?: (?:had|has|have|an?|the|its|gave|given|giving|put|reported|announced|official)){0,4}"
    r" $",
    re.IGNORECASE,
)
IN_TOTAL = Gated(
    r"\b(?:in total|in all|altogether|overall|a total of|total of|combined|total)\b", re.IGNORECASE
)
ALSO_BEFORE = Gated(r"\b(?:also|later|separately)(?: been| reportedly)?\s+$", re.IGNORECASE)
ALSO_AFTER = Gated(r"\s+(?:\w+\s+){0,3}?(?:also|as well(?! as)|too|later)\b", re.IGNORECASE)
SIDE_OF: dict[Group, Side] = {"civilians": "civilians", "combatants": "combatants"}
ALLOTTED = Gated(
    r"\b(?:split|divided|shared|distributed)\b[^.;]{0,140}?\b(?P<share>coded (?:as |at "
    r"|to )?(?P<count>\d{1,4}) (?:for|in) this event)",
    re.IGNORECASE,
)
# An analyst's own count at the end of a record: "Total fatalities coded as 4". "Unknown fatalities coded
# as 10" is a convention and no count; "their claim of fatalities is coded as 0" doubts the claim.
CODED = Gated(
    r"(?P<unknown>\b(?:unknown|unclear|unspecified)\b[^.;()]{0,30})?"
    r"(?P<claim>\bclaims? (?:of|over|about|for) )?\bfatalit(?:y|ies)(?: among [\w ]{1,40}?)? "
    r"(?:(?:is|are|was|were) )?coded (?:as|at|to) (?P<count>\d{1,4})\b(?! (?:for|in) this)",
    re.IGNORECASE,
)
NOTED = Gated(r"\s*\d{1,4} fatalit(?:y|ies)\s*[.;]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TollMention:
    """One count of people killed or injured. The sides of one statement are mentions with one act_span."""

    span: Span
    """All words of the toll phrase."""
    act: Act
    act_span: Span
    """The word that says killed or injured; mentions that share it are sides or parts of one statement."""
    low: int | None
    high: int | None
    who: Side
    group: Group
    """Whom the number counts; `all` where the noun does not say."""
    part: bool
    """Introduced by "including", "among them": a part of the number before it, never a summand."""
    scope: Scope
    """The event's own toll, that of a whole war or year, or another event's told as its reason."""
    people_text: str
    """The words that name the people; empty for a bare "no casualties"."""
    people: str = ""
    """The singular of the counted noun, where the lexicon knows it."""
    attackers: bool = False
    """They are those who carried out the attack."""
    further: bool = False
    """Told as besides others: "16 others", "two more"."""
    total: bool = False
    """A stated death toll: the sum of what came before it."""
    rival: bool = False
    """Set against another count: "22 according to the opposition", "other sources put the toll at 22"."""
    earlier: bool = False
    """A first toll, told beside the one that took its place."""
    allotted: bool = False
    """The source's own share of a shared toll: "split across two days, coded as 2 for this event"."""
    sentence: int = 0
    """Where the sentence begins: mentions of one sentence share it."""


def find_tolls(
    text: str, field: FieldName, start: int = 0, end: int | None = None
) -> tuple[TollMention, ...]:
    """The tolls of text[start:end] in reading order; offsets are the field's. A sentence or a whole field."""
    stop = len(text) if end is None else end
    words = act_words()
    lower = _lower(text[start:stop])
    if words.anywhere.search(lower) is None:
        return ()
    found: list[TollMention] = []
    for first, last in sentence_bounds(text, start, stop):
        if words.anywhere.search(lower, first - start, last - start):
            found += _sentence_tolls(text, field, first, last)
    return tuple(found)


def _lower(text: str) -> str:
    """Lower case with every offset kept; a few letters have longer lower-case forms."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _sentence_tolls(text: str, field: FieldName, start: int, end: int) -> list[TollMention]:
    tokens = tokenize(text, start, end)
    zeros = find_zero_tolls(text, start, end)
    acts = [a for a in find_acts(tokens) if not any(_inside(tokens[a.first], z) for z in zeros)]
    people = people_map(tokens) if acts else PeopleMap((), {})
    found = [m for z in zeros for m in _zero_mentions(z, text, field, start)]
    claimed: list[tuple[FoundAct, PeopleList]] = []
    for act in acts:
        listed = people_of(tokens, act, people, claimed)
        if listed is None:
            continue
        claimed.append((act, listed))
        found += _mentions(text, field, tokens, act, listed, start)
    if claimed:
        found += _rivals(text, field, tokens, people, claimed, start)
    found = _with_coded(text, field, start, end, _with_allotment(text, field, start, end, found))
    found.sort(key=lambda m: (m.span.start, m.part))
    return _scoped(text, start, end, found) if found else []


def _scoped(text: str, start: int, end: int, found: list[TollMention]) -> list[TollMention]:
    """The mentions with their scopes."""
    scopes = sentence_scopes(text, start, end)
    told: list[tuple[TollMention, Scope]] = [
        (m, "event" if m.allotted else scopes.scope(m.act_span, m.span, m.low)) for m in found
    ]  # fmt: skip
    for n in range(len(told) - 1, 0, -1):
        (one, before), (two, scope) = told[n - 1], told[n]
        if before == "event" and scope != "event" and _coordinated(text, one, two):
            told[n - 1] = (one, scope)
    return [m if scope == "event" else replace(m, scope=scope) for m, scope in told]


def _coordinated(text: str, one: TollMention, two: TollMention) -> bool:
    """ "20 were killed and 28 injured across the attacks": what is said of one is said of both."""
    return one.act != two.act and text[one.span.end : two.span.start] == " and "


def _rivals(
    text: str, field: FieldName, tokens: list[Token], people: PeopleMap,
    claimed: list[tuple[FoundAct, PeopleList]], sentence: int,
) -> list[TollMention]:  # fmt: skip
    """ "killed 17 people according to the police and 22 according to the opposition": the 22."""
    act = claimed[-1][0]
    taken = {p.first for _, listed in claimed for p in listed.items}
    found: list[TollMention] = []
    for listed in people.lists:
        last = listed.items[-1]
        after = tuple(t.low for t in tokens[last.end : last.end + 2])
        if after != ("according", "to") or last.told_as != "number":
            continue
        if last.first <= act.end or last.first in taken:
            continue
        at = Span(field, tokens[last.first].start, tokens[last.end - 1].end)
        alone = PeopleList((last,), (), last.first, last.end)
        made = _mentions(text, field, tokens, act, alone, sentence)
        found += [replace(m, act_span=at, span=at, rival=True) for m in made]
        taken.add(last.first)
    return found


def _of_the(tokens: list[Token], act: FoundAct, person: People) -> bool:
    """ "five of those killed", "one of the dead"."""
    return person.end == act.first and tokens[person.end - 1].low in {"those", "the"}


def _told_behind(tokens: list[Token], act: FoundAct) -> Noun | None:
    """The noun that says who the part was: "four of the dead were children"."""
    behind = [t.low for t in tokens[act.end : act.end + 2]]
    return people_words().nouns.get(behind[1]) if len(behind) > 1 and behind[0] in BE else None


def _with_allotment(
    text: str, field: FieldName, start: int, end: int, found: list[TollMention]
) -> list[TollMention]:
    """A toll that the source itself splits over several events: its share is this event's, the sum is not."""
    m = ALLOTTED.search(text, start, end)
    if m is None:
        return found
    act: Act = "injured" if found and all(f.act == "injured" for f in found) else "killed"
    share = _stated(act, Span(field, m.start("share"), m.end("share")), m["count"], start)
    return [f for f in found if f.act != act] + [replace(share, allotted=True)]


def _with_coded(
    text: str, field: FieldName, start: int, end: int, found: list[TollMention]
) -> list[TollMention]:
    """The count that the record's own author settled on; where he doubts a claim, his beside the claim."""
    m = CODED.search(text, start, end)
    if m is None or m["unknown"] is not None:
        return found
    coded = _stated("killed", Span(field, m.start(), m.end()), m["count"], start)
    if m["claim"] is not None:
        return [*found, replace(coded, rival=True)]
    return [f for f in found if f.act != "killed"] + [replace(coded, allotted=True)]


def _stated(act: Act, span: Span, count: str, sentence: int) -> TollMention:
    number = int(count)
    return TollMention(
        span, act, span, number, number, "unknown", "all", False, "event", count, sentence=sentence
    )


def _inside(token: Token, zero: ZeroToll) -> bool:
    return zero.start <= token.start < zero.end


def _zero_mentions(zero: ZeroToll, text: str, field: FieldName, sentence: int) -> list[TollMention]:
    span = Span(field, zero.start, zero.end)
    side: Side = SIDE_OF.get(zero.group, "unknown")
    return [
        TollMention(span, act, Span(field, zero.start, zero.end), 0, 0, side, zero.group, False, "event", "",
                    sentence=sentence)
        for act in zero.acts
    ]  # fmt: skip


def _mentions(
    text: str, field: FieldName, tokens: list[Token], act: FoundAct, listed: PeopleList, sentence: int
) -> list[TollMention]:
    """One mention for each counted conjunct, and one for each part."""
    act_span = Span(field, tokens[act.first].start, tokens[act.end - 1].end)
    before = text[max(sentence, act_span.start - 60) : act_span.start]
    after = text[act_span.end : act_span.end + 30]
    rival = RIVAL.search(text, sentence, act_span.end) is not None
    further = ALSO_BEFORE.search(before) is not None or ALSO_AFTER.match(after) is not None
    noted = act.form == "noun" and NOTED.fullmatch(text, sentence, act_span.end + 1) is not None
    earlier = act.form == "toll" and EARLIER.search(before) is not None
    total = act.form == "toll" or noted or IN_TOTAL.search(before) is not None
    open_end = any(not p.counted for p in listed.items)
    found: list[TollMention] = []
    for person in (*listed.items, *listed.parts):
        part = person in listed.parts or act.form == "among" or _of_the(tokens, act, person)
        if not person.counted:
            continue
        first, last = tokens[person.first], tokens[person.end - 1]
        low, high = person.low, None if open_end and not part else person.high
        told = _told_behind(tokens, act) if part else None
        if act.mixed and not part and low is not None and low > 1 and (high is None or low == high):
            # "50 were killed and wounded" bounds each of the two, "at least 50" neither.
            low = None
            if high is None:
                continue
        found.append(TollMention(
            Span(field, min(first.start, act_span.start), max(last.end, act_span.end)), act.act, act_span,
            low, high, (told or person).side, (told or person).group, part, "event",
            text[first.start : last.end], person.lemma, person.attacker, person.further or further, total,
            rival, earlier, sentence=sentence,
        ))  # fmt: skip
    return found
