"""Tolls: who is said to be killed or injured, how many of them, and in which words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from articles.article import FieldName, Span
from mentions.people import PeopleList
from mentions.people import People
from mentions.toll_acts import FoundAct, PeopleMap, find_acts, people_map, people_of
from mentions.toll_scope import scope_of
from mentions.toll_tokens import Token, sentence_bounds, tokenize
from mentions.toll_words import Act, Group, Side, act_words
from mentions.zero_tolls import ZeroToll, find_zero_tolls

Scope = Literal["event", "cumulative", "background"]


@dataclass(frozen=True, slots=True)
class TollMention:
    """One count of people killed or injured. Several sides in one statement are mentions with one act_span."""

    span: Span
    """All words of the toll phrase."""
    act: Act
    act_span: Span
    """The word that says killed or injured: mentions that share it are sides of one statement, or its parts."""
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
    sentence: int = 0
    """Where the sentence begins: mentions of one sentence share it."""


def find_tolls(text: str, field: FieldName, start: int = 0, end: int | None = None) -> tuple[TollMention, ...]:
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
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


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
    found.sort(key=lambda m: (m.span.start, m.part))
    return [replace(m, scope=scope_of(text, start, end, m.act_span, m.span, m.low)) for m in found]


def _inside(token: Token, zero: ZeroToll) -> bool:
    return zero.start <= token.start < zero.end


def _zero_mentions(zero: ZeroToll, text: str, field: FieldName, sentence: int) -> list[TollMention]:
    span = Span(field, zero.start, zero.end)
    side: Side = zero.group if zero.group in {"civilians", "combatants"} else "unknown"  # type: ignore[assignment]
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
    open_end = any(not p.counted for p in listed.items)
    found: list[TollMention] = []
    for person in (*listed.items, *listed.parts):
        part = person in listed.parts or act.form == "among" or act.partly
        if not person.counted:
            continue
        first, last = tokens[person.first], tokens[person.end - 1]
        high = None if open_end and not part else person.high
        found.append(TollMention(
            Span(field, min(first.start, act_span.start), max(last.end, act_span.end)), act.act, act_span,
            person.low, high, person.side, person.group, part, "event", text[first.start : last.end],
            person.lemma, person.attacker, person.further, act.form == "toll", sentence,
        ))  # fmt: skip
    return found
