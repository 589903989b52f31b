"""Which tellings in one article tell of one event: title, lead, quote and later paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from geo.geometry import distance_km
from geo.located import LocatedMention
from geo.toponym import Resolution
from mentions.grouping import compatible
from mentions.mention import CountRange, DateRange

# What two tellings must add up to before they are taken for one event.
_ENOUGH = 0.5
# Gas comes by shell or bomb: an article names one telling by the means, another by the effect.
_CHEMICAL = frozenset(("Chemical weapon", "Air/drone strike", "Shelling/artillery/missile attack"))
# Two towns this near to each other may be one scene, told by the town or by its village, km.
_NEXT_DOOR_KM = 30.0
_WIDE = ("province", "region", "country", "district")


def group_tellings(located: Sequence[LocatedMention]) -> list[list[LocatedMention]]:
    """The tellings of each event, each list in reading order, events in the order of their first telling.

    A telling joins the event that it fits best; one that contradicts every event before it (another kind of
    act, another day, another place) opens a new one.
    """
    events: list[list[LocatedMention]] = []
    for one in located:
        best, best_score = None, _ENOUGH
        for event in events:
            score = _fit(one, event)
            if score is not None and score >= best_score:
                best, best_score = event, score
        if best is None:
            events.append([one])
        else:
            best.append(one)
    return events


def _fit(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    """How well a telling fits an event; None where they contradict each other."""
    kinds, days, places, tolls = _kinds(one, event), _days(one, event), _places(one, event), _tolls(one, event)
    if kinds is None or days is None or places is None:
        return None
    # Two places close by are one scene only where the tolls say so as well.
    if places < 0 and tolls <= 0:
        return None
    return kinds + days + places + tolls + _nearness(one, event)


def _kinds(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    if one.mention.telling == "outcome":
        return 0.5
    told = [t.mention for t in event if t.mention.telling != "outcome"]
    if not told:
        return 0.3
    if any(t.sub_event_type == one.mention.sub_event_type for t in told):
        return 1.0
    if one.mention.sub_event_type in _CHEMICAL and any(t.sub_event_type in _CHEMICAL for t in told):
        return 0.2
    generic = one.mention.telling == "generic" or all(t.telling == "generic" for t in told)
    if generic and any(compatible(t.sub_event_type, one.mention.sub_event_type) for t in told):
        return 0.6
    if generic and all(t.telling == "generic" or one.mention.telling == "generic" for t in told):
        return 0.3
    return None


def _days(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    if one.mention.date is None:
        return 0.2
    told = [t.mention.date for t in event if t.mention.date is not None]
    if not told:
        return 0.1
    if any(_overlap(one.mention.date, d) for d in told):
        return 0.8
    return None


def _overlap(one: DateRange, other: DateRange) -> bool:
    return one.start <= other.end and other.start <= one.end


def _places(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    here = one.own_place
    if here is None:
        return 0.1 if not one.listed else None
    told = [t.own_place for t in event if t.own_place is not None]
    if not told:
        return 0.0
    best = max(_same_place(here, t) for t in told)
    return best if best != 0 else None


def _same_place(one: Resolution, other: Resolution) -> float:
    if one.toponym.name.casefold() == other.toponym.name.casefold() and one.level == other.level:
        return 1.2
    if one.place is None or other.place is None:
        return 0.0
    if one.place.id == other.place.id:
        return 1.2
    if one.place.country != other.place.country:
        return 0.0
    if "country" in (one.level, other.level):
        return 0.3
    narrow, wide = (one, other) if (one.radius_km or 0) <= (other.radius_km or 0) else (other, one)
    if None in (narrow.lat, narrow.lon, wide.lat, wide.lon):
        return 0.0
    apart = distance_km(narrow.lat or 0.0, narrow.lon or 0.0, wide.lat or 0.0, wide.lon or 0.0)
    if wide.level == "province" and narrow.level != "province" and one.place.admin1 and other.place.admin1:
        return 0.7 if one.place.admin1 == other.place.admin1 else 0.0
    if wide.level in _WIDE:
        return 0.5 if apart <= (wide.radius_km or 0) else 0.0
    if apart <= 3.0 + (wide.radius_km or 0):
        return 0.6
    if any(named_like_its_province(p) for p in (one, other)) and one.place.admin1 == other.place.admin1:
        return 0.3
    return -0.2 if apart <= _NEXT_DOOR_KM else 0.0


def named_like_its_province(place: Resolution) -> bool:
    """Whether a bare name means a town or the province around it ("in Idlib")."""
    known = place.place
    return known is not None and place.level == "town" and place.toponym.kind is None and known.admin1 == known.name


def _tolls(one: LocatedMention, event: Sequence[LocatedMention]) -> float:
    score = 0.0
    for pick in ("killed", "injured"):
        here: CountRange = getattr(one.mention.toll, pick)
        told = [getattr(t.mention.toll, pick) for t in event if getattr(t.mention.toll, pick).told]
        if not here.told or not told:
            continue
        if any((t.low, t.high) == (here.low, here.high) for t in told):
            score += 0.8
        elif any(_touch(here, t) for t in told):
            score += 0.3
        else:
            score -= 0.7
    return score


def _touch(one: CountRange, other: CountRange) -> bool:
    low = max(one.low or 0, other.low or 0)
    high = min(one.high if one.high is not None else 10**9, other.high if other.high is not None else 10**9)
    return low <= high


def _nearness(one: LocatedMention, event: Sequence[LocatedMention]) -> float:
    last = event[-1].mention
    if one.mention.sentence == last.sentence:
        # Two groups of one sentence were kept apart for a reason.
        return -0.6 if one.mention.clause != last.clause else (-2.0 if one.listed else 0.0)
    return 0.2 if one.mention.region == last.region else 0.0
