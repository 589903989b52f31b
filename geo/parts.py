"""Numbers told once: a summary's over its parts ("22 in the region, 16 in X"), a headline's of one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.located import LocatedMention
from geo.one_scene import is_finer, is_short_for, is_within
from geo.retelling import overlap, reading_order
from geo.toponym import Resolution
from mentions import combine, compatible

Tellings = Sequence[LocatedMention]


def parted(events: Sequence[list[LocatedMention]]) -> list[list[LocatedMention]]:
    """The events without those that only sum up others; each part takes the summary's tellings along.

    A summary names a wider place, and a number of dead that its parts make up: places in it, told after it,
    of no other kind or day. Two of them at least are needed, with half of the number at least, wherever they
    lie if their sum is that very number. The parts gain its kind of act, its day and its spans, and none of
    its numbers: they are several places' together.
    """
    out = list(events)
    for whole in events:
        parts = _parts_of(whole, [e for e in out if e is not whole])
        if not parts:
            continue
        borrowed = [replace(t, place=None, tie="none", listed=True) for t in whole]
        out = [
            sorted((*borrowed, *e), key=reading_order) if any(e is p for p in parts) else e
            for e in out
            if e is not whole
        ]
    return out


def without_lent(events: Sequence[list[LocatedMention]]) -> list[list[LocatedMention]]:
    """The events, none with a headline's number of dead that the text tells of another one alone.

    "Jets hit X, 25 killed" above a strike without a toll and a battle that killed 25. What only the headline
    tells is then that other one.
    """
    told = [_killed_in(e, headline=False) for e in events]
    out = list(events)
    for n, event in enumerate(events):
        lent = _killed_in(event, headline=True)
        owners = [m for m in range(len(events)) if m != n and lent & told[m]]
        if told[n] or len(lent) != 1 or len(owners) != 1:
            continue
        if all(t.mention.headline for t in event):
            out[owners[0]] = sorted((*event, *out[owners[0]]), key=reading_order)
            out[n] = []
        else:
            out[n] = [_without_counts(t) if t.mention.headline else t for t in event]
    return [e for e in out if e]


def _killed_in(event: Tellings, *, headline: bool) -> set[int]:
    """The numbers of dead that an event's headline, or its body, tells."""
    tellings = [t.mention for t in event if t.mention.headline is headline]
    return {m.toll.killed.low for m in tellings if m.toll.killed.low is not None and m.toll.killed.low > 1}


def _without_counts(one: LocatedMention) -> LocatedMention:
    return replace(one, mention=replace(one.mention, counts=(), toll=combine(())))


def _parts_of(whole: Tellings, others: Sequence[list[LocatedMention]]) -> list[list[LocatedMention]]:
    total = _killed(whole)
    if total is None or total < 2:
        return []
    parts = [e for e in others if _is_part(e, whole, total)]
    if len(parts) > 1 and _sum(parts) == total:
        return parts
    inside = [e for e in parts if _inside(e, whole)]
    return inside if len(inside) > 1 and total <= _sum(inside) * 2 <= total * 2 else []


def _sum(parts: Sequence[Tellings]) -> int:
    return sum(_killed(e) or 0 for e in parts)


def _is_part(event: Tellings, whole: Tellings, total: int) -> bool:
    killed = _killed(event)
    return (
        killed is not None
        and 0 < killed <= total
        and event[0].mention.sentence.start > whole[0].mention.sentence.start
        and (_is_finer(event, whole) or _is_another(event))
        and _one_kind(event, whole)
        and _one_day(event, whole)
    )


def _killed(event: Tellings) -> int | None:
    lows = [c.mention.toll.killed.low for c in event if not c.listed and c.mention.toll.killed.low]
    return max(lows, default=None)


def _is_finer(event: Tellings, whole: Tellings) -> bool:
    wide = _areas(whole)
    return any(t.own_place is not None and all(is_finer(t.own_place, w) for w in wide) for t in event)


def _is_another(event: Tellings) -> bool:
    """ "Another strike killed seven", at a place without a name."""
    return all(t.own_place is None for t in event) and any(t.mention.another for t in event)


def _one_kind(event: Tellings, whole: Tellings) -> bool:
    return all(
        (t.mention.telling != "act" and t.mention.sub_event_type == "Attack")
        or compatible(t.mention.sub_event_type, w.mention.sub_event_type)
        for t in event
        for w in whole
        if w.mention.telling != "outcome"
    )


def _areas(whole: Tellings) -> list[Resolution]:
    """Where a summary puts it all; "Idlib" in a headline stands for the province that the text names."""
    told = [(t, t.own_place) for t in whole if t.own_place is not None]
    named = [p for t, p in told if not is_short_for(t)]
    return named or [p for _, p in told]


def _one_day(event: Tellings, whole: Tellings) -> bool:
    days = [w.mention.date for w in whole if w.mention.date is not None]
    return all(
        overlap(t.mention.date, d) for t in event if t.mention.date is not None for d in days
    )


def _inside(event: Tellings, whole: Tellings) -> bool:
    areas = _areas(whole)
    return all(
        is_within(t.own_place, a) for t in event if t.own_place is not None for a in areas
    )
