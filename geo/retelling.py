"""Which tellings in one article tell of one event: title, lead, quote and later paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import normal_form
from geo.conventions import SUB_EVENT_TYPES
from geo.geometry import distance_km
from geo.located import LocatedMention
from geo.toponym import Resolution
from mentions import CountRange, DateRange, EventMention, compatible

# What two tellings must add up to before they are taken for one event. Here and below, numbers were set by
# reading where the development records were joined or parted wrongly; each moves event F1 by a point or two.
_ENOUGH = 0.5
# Gas comes by shell or bomb, and what is shot down was fired: one incident, told from two ends.
_OTHER_END = ("Chemical weapon", "Disrupted weapons use")
_FIRED = ("Air/drone strike", "Shelling/artillery/missile attack")
_TWO_ENDS = 0.2
# "The blast" after a strike is the strike's.
_BLAST = "Remote explosive/landmine/IED"
_VIOLENT = frozenset(
    sub
    for family in ("Battles", "Explosions/Remote violence", "Violence against civilians")
    for sub in SUB_EVENT_TYPES[family]
)
# Two towns this near to each other may be one scene, told by the town or by its village, km.
_NEXT_DOOR_KM = 30.0
_WIDE = ("province", "region", "country", "district")


def group_tellings(located: Sequence[LocatedMention]) -> list[list[LocatedMention]]:
    """The tellings of each event, each list in reading order, events in the order of their first telling.

    A telling joins the event that it fits best; one that contradicts every event before it (another kind of
    act, another day, another place) opens a new one.
    """
    events: list[list[LocatedMention]] = []
    last: LocatedMention | None = None
    for one in located:
        best, best_score = None, _ENOUGH
        for event in events:
            score = _fit(one, event)
            if score is not None and event[-1] is last and one.own_place is None:
                # Victims and rubble told without a place are those of the sentence before.
                score += 0.7
            if score is not None and score >= best_score:
                best, best_score = event, score
        last = one
        if best is None:
            if not (events and one.mention.reference):
                events.append([one])
        else:
            best.append(one)
    return events


def _fit(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    """How well a telling fits an event; None where they contradict each other."""
    kinds, days, places, tolls = (
        _kinds(one, event),
        _days(one, event),
        _places(one, event),
        _tolls(one, event),
    )
    if kinds is None or days is None or places is None:
        return None
    if one.mention.another and tolls <= 0.5 and not any(t.mention.headline for t in event):
        return None
    if kinds == _TWO_ENDS and tolls < 0:
        return None
    # Two places close by are one scene only where the tolls say so as well.
    if places < 0 and tolls <= 0:
        return None
    return kinds + days + places + tolls + _nearness(one, event)


def _kinds(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    if one.mention.telling == "outcome" and one.mention.sub_event_type == "Attack":
        return 0.5
    unspecified = _unspecified(one.mention) or one.mention.points_back
    if unspecified and all(t.mention.sub_event_type in _VIOLENT for t in event):
        return 0.6
    told = [t.mention for t in event if t.mention.telling != "outcome"]
    if not told or (all(_unspecified(t) for t in told) and one.mention.sub_event_type in _VIOLENT):
        return 0.3
    if any(t.sub_event_type == one.mention.sub_event_type for t in told):
        return 1.0
    if any(_two_ends(one.mention.sub_event_type, t.sub_event_type) for t in told):
        return _TWO_ENDS
    generic = one.mention.telling != "act" or all(t.telling == "generic" for t in told)
    if generic and any(compatible(t.sub_event_type, one.mention.sub_event_type) for t in told):
        return 0.6
    if one.mention.telling == "generic" and all(t.telling == "generic" for t in told):
        return 0.3
    if one.mention.telling == "generic" and one.mention.sub_event_type == _BLAST:
        return (
            0.4
            if all(t.sub_event_type in SUB_EVENT_TYPES["Explosions/Remote violence"] for t in told)
            else None
        )
    return None


def _two_ends(one: str, other: str) -> bool:
    return (one in _OTHER_END and other in _FIRED) or (other in _OTHER_END and one in _FIRED)


def _unspecified(mention: EventMention) -> bool:
    """ "The attack", "the massacre": a violent act whose means is told elsewhere."""
    return mention.telling == "generic" and mention.sub_event_type == "Attack"


def _days(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    if one.mention.date is None:
        return 0.2
    told = [t.mention.date for t in event if t.mention.date is not None]
    if not told:
        return 0.1
    if any(one.mention.date.is_campaign != d.is_campaign for d in told):
        return None
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
    return max((s for t in told if (s := _same_place(here, t)) is not None), default=None)


def _same_place(one: Resolution, other: Resolution) -> float | None:
    """How well two places fit as the scene of one event; None where they cannot both be it."""
    if one.toponym.name.casefold() == other.toponym.name.casefold() and one.level == other.level:
        return 1.2
    here, there = one.place, other.place
    if here is None or there is None:
        # A village that no gazetteer knows may be any other place, if the tolls say so.
        return -0.2
    if here.id == there.id:
        return 1.2
    if here.country != there.country:
        return None
    if "country" in (one.level, other.level):
        return 0.3
    if _is_province(one) != _is_province(other) and here.admin1 and there.admin1:
        return 0.7 if here.admin1 == there.admin1 else None
    return _by_distance(one, other, same_province=here.admin1 == there.admin1)


def _by_distance(one: Resolution, other: Resolution, *, same_province: bool) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    reach = max(one.radius_km or 0.0, other.radius_km or 0.0)
    wide = one.level if (one.radius_km or 0.0) == reach else other.level
    apart = distance_km(one.lat, one.lon, other.lat, other.lon)
    if wide in _WIDE:
        return 0.5 if apart <= reach else None
    # A quarter lies in its town, and near a town may be near its airport; two towns are two, however near.
    alike = one.level == other.level and _is_side(one) == _is_side(other)
    if (not alike or one.level == "near") and apart <= 3.0 + reach:
        return 0.6
    if same_province and (named_like_its_province(one) or named_like_its_province(other)):
        return 0.3
    return -0.2 if apart <= _NEXT_DOOR_KM else None


def _is_province(place: Resolution) -> bool:
    """A province or a side of one."""
    known = place.place
    return place.level == "province" or (
        place.level == "region" and known is not None and known.level == "province"
    )


def _is_side(place: Resolution) -> bool:
    """A side of a city, told by the city's name ("eastern Aleppo")."""
    known = place.place
    return place.level == "neighbourhood" and known is not None and known.level == "town"


def named_like_its_province(place: Resolution) -> bool:
    """Whether a bare name means a town or the province around it ("in Idlib")."""
    known = place.place
    return (
        known is not None
        and place.level == "town"
        and place.toponym.kind is None
        and known.admin1 is not None
        and normal_form(known.admin1) in (normal_form(known.name), normal_form(place.toponym.name))
    )


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
        return -0.6 if one.mention.clause != last.clause else (-2.0 if one.listed or one.shared else 0.0)
    return 0.2 if one.mention.region == last.region else 0.0
