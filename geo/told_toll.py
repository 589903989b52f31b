"""The toll of one event out of all its tellings: headline and body, source beside source, place by place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.conventions import POINT_LEVELS
from geo.located import LocatedMention
from mentions import CountRange, EventMention, Toll, TollMention, Victims, combine

# A second source's number below this share of the first is rather a part of it, and so are those of few.
_STILL_THE_SAME = 0.75
_CROWD = 10
_ANYBODY = "person"
_WIDE = ("province", "region", "country", "district")
_MORE_THAN = re.compile(r"(?:more than|over|upwards of) ", re.IGNORECASE)
# A second source's number beyond this many times the first is rather told of something else.
_STILL_A_CLAIM = 2


def toll_of(tellings: Sequence[LocatedMention], ordered: Sequence[EventMention]) -> Toll:
    """All counts of the body together; the headline's where the body tells none.

    A number told for this very place ("90 in X and 22 in Y") stands before the others; one told of several
    places together is no single place's and is left out.
    """
    joint = list(dict.fromkeys(t.mention for t in tellings if t.listed))
    later = _shares_told_later(tellings)
    ordered = [later.get(id(m), m) for m in ordered]
    own = [later.get(id(t.mention), t.mention) for t in tellings if t.shared or id(t.mention) in later]
    told = [m for m in ordered if m not in joint] if joint else list(ordered)
    if told:
        # What the source itself allots to this event is its own, whatever other places the words name.
        told += [m for m in joint if any(c.allotted for c in m.counts)]
    # Nobody hurt in several places is nobody hurt in each.
    told += [m for m in joint if m not in told and m.counts and all(c.high == 0 for c in m.counts)]
    if not own:
        return _of(told, ordered)
    whole = _of([m for m in told if m not in own], ordered)
    share = _of([m for m in told if m in own], ordered)
    return replace(
        whole,
        killed=share.killed if share.killed.told else whole.killed,
        injured=share.injured if share.injured.told else whole.injured,
        civilians_killed=share.civilians_killed if share.killed.told else whole.civilians_killed,
        children_killed=share.children_killed if share.killed.told else whole.children_killed,
        women_killed=share.women_killed if share.killed.told else whole.women_killed,
    )


def _shares_told_later(tellings: Sequence[LocatedMention]) -> dict[int, EventMention]:
    """Tellings of how many of a summary's dead this place has, by id, as numbers of their own.

    "27 killed across the province", then the town and "nineteen of the dead were killed there": nineteen. The
    summary names no place, a wider one or several; the share is told with the exact place or points there.
    """
    wholes = [t for t in tellings if any(_is_whole(c) for c in t.mention.counts)]
    summed_up = [t for t in wholes if t.listed or t.own_place is None or t.own_place.level in _WIDE]
    most = max((c.low or 0 for t in summed_up for c in t.mention.counts if _is_whole(c)), default=0)
    out: dict[int, EventMention] = {}
    for one in tellings:
        exact = one.own_place is not None and one.own_place.level in POINT_LEVELS and not one.listed
        counts = [c for c in one.mention.counts if c.act == "killed" and c.scope == "event"]
        if not (exact or one.mention.there) or one in summed_up[:1] or not counts:
            continue
        parts = all(c.part and c.group == "all" for c in counts)
        if (parts or one.mention.there) and all(0 < (c.low or 0) < most for c in counts):
            told = tuple(replace(c, part=False) for c in one.mention.counts)
            out[id(one.mention)] = replace(one.mention, counts=told, toll=combine(told))
    if any(t.mention.headline is False and id(t.mention) not in out and t not in summed_up for t in wholes):
        return {}
    return out


def _is_whole(count: TollMention) -> bool:
    return count.act == "killed" and count.scope == "event" and not count.part and bool(count.low)


def _of(told: Sequence[EventMention], ordered: Sequence[EventMention]) -> Toll:
    headline = combine([c for m in told if m.headline for c in m.counts])
    body = combine(_headlined(_by_source([m for m in told if not m.headline]), headline))
    killed = [c for m in told for c in m.counts if c.act == "killed"]
    injured = [c for m in told for c in m.counts if c.act == "injured"]
    return Toll(
        killed=_agreed(body.killed, headline.killed, killed),
        injured=_agreed(body.injured, headline.injured, injured),
        civilians_killed=_agreed(body.civilians_killed, headline.civilians_killed, killed),
        children_killed=body.children_killed
        if body.children_killed is not None
        else headline.children_killed,
        women_killed=body.women_killed if body.women_killed is not None else headline.women_killed,
        victims=victims_of(ordered),
    )


def _by_source(told: Sequence[EventMention]) -> list[TollMention]:
    """The counts, in order; another one of the same people by somebody else stands beside the first.

    A round number that only says how many at least ("more than 50") makes way for exact ones above it.
    """
    told = [replace(m, counts=_without_joint(m, told)) for m in told]
    kept: list[TollMention] = []
    first: dict[tuple[str, str, str], tuple[str, TollMention]] = {}
    for mention in told:
        source = "" if mention.claim.attribution is None else mention.claim.attribution.text.casefold()
        for count in mention.counts:
            whole = not (count.part or count.further or count.total or count.allotted) and count.low
            if not whole or count.low is None or count.scope != "event":
                kept.append(count)
                continue
            key = count.act, count.group, count.people or _ANYBODY
            by, one = first.setdefault(key, (source, count))
            if _makes_way(one, count):
                kept = [c for c in kept if c is not one and not _is_same(c, one)]
                first[key] = by, one = source, count
            of_them = count.people_text.endswith(("of them", "of whom"))
            rival = bool(by and source) and by != source and not of_them and _can_be_rivals(one, count)
            kept.append(replace(count, rival=True) if rival else count)
    return kept


def _without_joint(mention: EventMention, told: Sequence[EventMention]) -> tuple[TollMention, ...]:
    """Its counts less one number for killed and injured together, where another telling counts each."""

    def is_parted(count: TollMention) -> bool:
        whole = [c for m in told for c in m.counts if c.act == count.act and not c.part]
        return any(c.low is not None and c.low <= (count.high or 0) for c in whole)

    joint = [
        c for c in mention.counts
        if c.low is None
        and any(o.act != c.act and o.span.start == c.span.start and o.high == c.high for o in mention.counts)
    ]  # fmt: skip
    return tuple(c for c in mention.counts if c not in joint or not is_parted(c)) if joint else mention.counts


def _can_be_rivals(one: TollMention, other: TollMention) -> bool:
    """Whether the second is a claim of the first's toll: up to twice as many, or few less and no open end."""
    first, second = one.low or 0, other.low or 0
    fewer = _STILL_THE_SAME * first <= second < first and other.high == second and first >= _CROWD
    return fewer or first < second <= _STILL_A_CLAIM * first


def _makes_way(one: TollMention, other: TollMention) -> bool:
    low = one.low or 0
    round_one = one.high is None and low >= _CROWD and low % 10 == 0 and _MORE_THAN.match(one.people_text)
    return bool(round_one) and other.high == other.low and low < (other.low or 0) <= _STILL_A_CLAIM * low


def _is_same(one: TollMention, other: TollMention) -> bool:
    return (one.act, one.low, one.high, one.part) == (other.act, other.low, other.high, other.part)


def _headlined(counts: Sequence[TollMention], headline: Toll) -> list[TollMention]:
    """The body's counts; where one of them is the headline's own number, it is the whole."""
    kept = list(counts)
    for act, top in (("killed", headline.killed), ("injured", headline.injured)):
        same = [c for c in kept if c.act == act and c.low == top.low and not c.part and c.scope == "event"]
        if top.low is None or not same or any(c.allotted or c.total for c in kept if c.act == act):
            continue
        first = next(c for c in kept if c.act == act and not c.part)
        if same[0].rival or {first.who, same[0].who} == {"civilians", "combatants"}:
            continue  # "40 civilians", and beside them the 25 fighters of the headline
        if first.act_span != same[0].act_span:
            kept = [c for c in kept if c.act != act or c.part or c in same or c.sentence > same[0].sentence]
    return kept


def _agreed(body: CountRange, headline: CountRange, told: Sequence[TollMention]) -> CountRange:
    """The body's count, else the headline's; a bound that one telling leaves open stays open."""
    chosen = body if body.told else headline
    same = [c for c in told if c.low == chosen.low and not c.part and c.scope == "event"]
    spread = chosen.low is not None and chosen.high is not None and chosen.low < chosen.high
    high = None if not spread and any(c.high is None for c in same) else chosen.high
    spans = (*chosen.spans, *(headline.spans if headline.low == chosen.low else ()))
    return CountRange(chosen.low, high, tuple(dict.fromkeys(spans)))


def victims_of(ordered: Sequence[EventMention]) -> Victims:
    """Whom the tellings' tolls count; mixed where they tell of several."""
    told = {m.toll.victims for m in ordered if m.toll.victims != "unknown"}
    if not told:
        return "unknown"
    return next(iter(told)) if len(told) == 1 else "mixed"
