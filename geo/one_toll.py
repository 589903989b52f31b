"""How well two tellings fit by the numbers that they tell."""

from __future__ import annotations

from collections.abc import Sequence

from geo.located import LocatedMention
from mentions import CountRange

# The same number told twice says much for one event.
_SAME_TOLL = 0.8
# No two places of one article have lost so many, and just as many.
_MANY = 20
# The smaller of two sources' counts of one event, as a share of the larger.
_RIVAL = 0.75
# Of so many dead, one may be told of by name.
_CROWD = 10


def same_toll(one: LocatedMention, event: Sequence[LocatedMention]) -> float:
    """How well a telling fits an event by the killed and injured, -1.4 to 1.6; 0 where nobody counts."""
    if any(c.allotted for c in one.mention.counts):
        return 0.0  # a share of a toll agrees with the whole
    score = 0.0
    for pick in ("killed", "injured"):
        here: CountRange = getattr(one.mention.toll, pick)
        if not here.told:
            continue
        told = [getattr(t.mention.toll, pick) for t in event if getattr(t.mention.toll, pick).told]
        told = [t for t in told if not _is_one_of(t, here)]
        if not told:
            continue
        if any(_agree(here, t) for t in told):
            score += _SAME_TOLL
        elif any(_touch(here, t) for t in told):
            score += 0.3
        elif any(_rival(here, t) or (_tells_other_source(one) and _is_next_to(here, t)) for t in told):
            continue
        elif not _is_further(one, pick) and not _tells_of_one_alone(one, here, told):
            score -= 0.7
    return score


def tells_its_number(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    """Whether both count the same many killed, each for itself alone."""
    told = {t.mention.toll.killed.low for t in event if not t.listed and not t.shared}
    low = one.mention.toll.killed.low
    return low is not None and low >= _MANY and low in told and not (one.listed or one.shared)


def _tells_of_one_alone(one: LocatedMention, here: CountRange, told: Sequence[CountRange]) -> bool:
    """Whether it tells how one of many died, without a place of its own."""
    return one.own_place is None and any(_is_one_of(here, t) for t in told)


def _is_one_of(one: CountRange, many: CountRange) -> bool:
    return one.low == one.high == 1 and (many.low or 0) >= _CROWD


def _is_further(one: LocatedMention, act: str) -> bool:
    """Whether it only adds to what was told ("also killed a commander")."""
    counts = [c for c in one.mention.counts if c.act == act]
    return bool(counts) and all(c.further or c.part for c in counts)


def adds_an_act(one: LocatedMention) -> bool:
    """Whether it tells an act, its day, and others besides whom it killed ("also killed on Friday in X")."""
    counts = [c for c in one.mention.counts if c.act == "killed" and not c.part]
    dated = one.mention.telling == "act" and one.mention.date is not None
    return dated and bool(counts) and all(c.further for c in counts)


def _rival(one: CountRange, other: CountRange) -> bool:
    """Whether two large counts lie so near that two sources give them of one event: 44 and 48."""
    low, high = sorted((one.low or 0, other.low or 0))
    return low >= _CROWD and low >= _RIVAL * high


def _tells_other_source(one: LocatedMention) -> bool:
    """Whether somebody is told to count ("state television reported four dead in the blast")."""
    return one.mention.claim.attribution is not None and not one.mention.another and one.mention.points_back


def _is_next_to(one: CountRange, other: CountRange) -> bool:
    """Whether two small counts are one apart, as two sources' of one blast are."""
    return one.low is not None and other.low is not None and abs(one.low - other.low) == 1


def _touch(one: CountRange, other: CountRange) -> bool:
    """Whether two counts can be claims of one toll: "at least 20" reaches no further than 40."""
    first, second = _bounds(one), _bounds(other)
    return max(first[0], second[0]) <= min(first[1], second[1])


def _bounds(count: CountRange) -> tuple[int, int]:
    low = count.low or 0
    return low, count.high if count.high is not None else 2 * low


def _agree(one: CountRange, other: CountRange) -> bool:
    """Whether two counts name the same number: "at least 30" in the text is the "30" of the headline."""
    if one.low is None or other.low is None:
        return one == other or (one.low, one.high) == (other.low, other.high)
    return one.low == other.low
