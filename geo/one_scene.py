"""How well two tellings fit by where they lie: one scene, a part of it, or another."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Place, normal_form
from geo.conventions import POINT_LEVELS
from geo.geometry import bearing_to, is_within_km
from geo.lexicon import kinds
from geo.located import LocatedMention
from geo.toponym import Resolution

ONE_PLACE = 1.2
"""What the same place, told twice, says for one event."""
PERHAPS = 0.55
"""A place that only the text knows may be another one that it names."""
BESIDE = -0.2
"""Two names that can only be one scene if the tolls say so as well."""
# Two towns this near to each other may be one scene, told by the town or by its village, km.
_NEXT_DOOR_KM = 30.0
# "The northeast" has no border: how much further than its circle it may reach.
_NO_BORDER = 1.5
# "North of X", with no distance: how far out from X the place can lie, km.
_THAT_WAY_KM = 100.0
# And how far aside of that direction, degrees.
_ASIDE = 75.0
_DIVISIONS = ("district", "province")
_QUARTERS = ("facility", "neighbourhood")
_WIDE = ("province", "region", "country", "district")


def same_scene(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    """How well a telling fits an event by place, BESIDE to ONE_PLACE; None where they cannot both be it.

    Every exact place that the event names must fit, or every area where it names none; a country says little.
    """
    here = one.own_place or (one.place if one.mention.there and one.tie == "nearby" else None)
    if here is None:
        return 0.1 if not one.listed else None
    told = [t.own_place for t in event if t.own_place is not None]
    if not told:
        return None if _is_elsewhere(here, event) or _is_abroad(here, event) else 0.0
    # A province that a summary names takes in two towns, and does not make them one.
    exact = [p for t in event if (p := t.own_place) and _is_point(p) and not is_short_for(t)]
    areas = [p for p in told if p.level != "country"]
    fits = [_same_place(here, p) for p in exact or areas or told]
    if None in fits and not is_short_for(one):
        return None
    known = [s for s in fits if s is not None]
    # Beside one of its places, and so perhaps another: that it lies near a wider one too says nothing more.
    beside = ONE_PLACE not in known and any(s < 0 for s in known)
    return min(known) if beside else max(known, default=None)


def _is_elsewhere(here: Resolution, event: Sequence[LocatedMention]) -> bool:
    """Whether an event that names no place was told after another town's, and not right before this one.

    "Strikes hit X. A hospital in the same town had been bombed a day earlier. Raids on Y killed eight".
    """
    near = [t.place for t in event if t.tie == "nearby" and t.place is not None]
    counted = any(t.mention.from_last is not None and t.mention.from_last.days for t in event)
    return counted and bool(near) and _is_point(here) and all(_same_place(here, p) is None for p in near)


def _is_abroad(here: Resolution, event: Sequence[LocatedMention]) -> bool:
    """Whether an event without a place of its own was told of another country, across a border."""
    there = {t.place.place.country for t in event if t.place is not None and t.place.place is not None}
    return here.place is not None and bool(there) and here.place.country not in there


def is_part(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    """Whether one is told of a place within the other's, finer than all that the other names."""
    here = one.own_place
    told = [p for t in event if (p := t.own_place) and not (p.level == "town" and is_short_for(t))]
    if here is None or not told:
        return False
    return all(is_finer(here, p) for p in told) or all(is_finer(p, here) for p in told)


def is_finer(one: Resolution, other: Resolution) -> bool:
    """Whether a place is an exact one and the other wider: a town in a province, a quarter of a town."""
    if (one.level in _QUARTERS and other.level == "town") or (one.level != "near" and other.level == "near"):
        return True
    return (_is_point(one) or one.lat is None) and not _is_point(other) and other.lat is not None


def is_short_for(one: LocatedMention) -> bool:
    """Whether a headline's place bears the name of its province, and may stand for it ("Idlib mosque")."""
    place = one.own_place.place if one.own_place is not None else None
    if place is None or place.admin1 is None or not one.mention.headline:
        return False
    return _without_kind(place.admin1) == normal_form(place.name)


def _is_point(place: Resolution) -> bool:
    return place.level in POINT_LEVELS


def is_within(one: Resolution, area: Resolution) -> bool:
    """Whether nothing speaks against a place lying in an area; of an unknown place nothing does."""
    return one.place is None or area.place is None or _same_place(one, area) is not None


def _same_place(one: Resolution, other: Resolution) -> float | None:
    """How well two places fit as the scene of one event; None where they cannot both be it."""
    if one.toponym.name.casefold() == other.toponym.name.casefold() and one.level == other.level:
        return ONE_PLACE
    here, there = one.place, other.place
    if here is None or there is None:
        # A village that no gazetteer knows may be any other place, if the tolls say so.
        return BESIDE
    if one.fallback or other.fallback:
        return _beside_unknown(one, other)
    if here.id == there.id:
        return ONE_PLACE
    if here.country != there.country and here.country and there.country:
        return None
    if "country" in (one.level, other.level):
        return 0.3
    if _is_on_side(one, other) or _is_on_side(other, one):
        return 0.3
    if _is_province(one) != _is_province(other) and here.admin1 and there.admin1:
        return 0.7 if here.admin1 == there.admin1 else None
    return _by_distance(one, other, same_province=here.admin1 == there.admin1)


def _beside_unknown(one: Resolution, other: Resolution) -> float | None:
    """How a name that is shown at the area around it fits another place: any spot there may be meant by it.

    Two that the text calls alike, and names differently, are two ("the village of X", "the village of Y").
    """
    if one.place != other.place and not _in_one_area(one, other):
        return None
    alike = one.toponym.kind_word is not None and one.toponym.kind_word == other.toponym.kind_word
    if one.toponym.described or other.toponym.described:
        return 0.6
    if one.fallback and other.fallback and not alike:
        return BESIDE if one.level == other.level and one.level not in _DIVISIONS else PERHAPS
    if alike:
        return None
    return BESIDE if _are_two_towns(one, other) or _are_two_towns(other, one) else PERHAPS


def _are_two_towns(unknown: Resolution, known: Resolution) -> bool:
    """Whether one is called a village or a town, and the other is a town of another name: likely two.

    A name that may be the province's ("in Idlib") is no other town.
    """
    if not unknown.fallback or unknown.toponym.kind != "town" or known.fallback:
        return False
    return known.level == "town" and known.toponym.relation == "at" and not named_like_its_province(known)


def _in_one_area(one: Resolution, other: Resolution) -> bool:
    wide = max((one, other), key=lambda p: p.radius_km or 0.0)
    reach = (wide.radius_km or 0.0) * (_NO_BORDER if wide.level == "region" else 1.0) + 1.0
    points = (one.lat, one.lon, other.lat, other.lon)
    lat, lon, to_lat, to_lon = points
    if lat is None or lon is None or to_lat is None or to_lon is None:
        return False
    return is_within_km(lat, lon, to_lat, to_lon, reach)


def _by_distance(one: Resolution, other: Resolution, *, same_province: bool) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    reach = max(one.radius_km or 0.0, other.radius_km or 0.0)
    wide = one.level if (one.radius_km or 0.0) == reach else other.level
    points = one.lat, one.lon, other.lat, other.lon
    either = same_province and (named_like_its_province(one) or named_like_its_province(other))
    if wide in _WIDE:
        # What lies just outside "the northeast" is meant as well.
        if is_within_km(*points, reach * (_NO_BORDER if wide == "region" else 1.0)):
            return 0.5
        return 0.3 if either else None
    # A quarter lies in its town, and near a town may be near its airport; two towns are two, however near.
    alike = one.level == other.level and _is_side(one) == _is_side(other)
    if (not alike or one.level == "near") and is_within_km(*points, 1.0 + reach):
        return 0.6
    if (_lies_that_way(other, one) or _lies_that_way(one, other)) and is_within_km(*points, _THAT_WAY_KM):
        return 0.3
    if either:
        return 0.3
    return BESIDE if is_within_km(*points, _NEXT_DOOR_KM) else None


def _is_on_side(one: Resolution, side: Resolution) -> bool:
    """Whether a place lies on the side of its country that "the southern X" means, however far out."""
    told, country = side.toponym, side.place
    if told.relation != "part" or told.bearing is None or country is None or country.level != "country":
        return False
    return _is_towards(one, country, told.bearing)


def _lies_that_way(one: Resolution, way: Resolution) -> bool:
    """Whether a place can be meant by "north of X": a direction, and no distance."""
    told, known = way.toponym, way.place
    if told.relation != "near" or told.bearing is None or told.distance_km is not None:
        return False
    return known is not None and _is_towards(one, known, told.bearing)


def _is_towards(one: Resolution, centre: Place, bearing: float) -> bool:
    if one.lat is None or one.lon is None:
        return False
    off = abs(bearing_to(centre.lat, centre.lon, one.lat, one.lon) - bearing) % 360
    return min(off, 360 - off) <= _ASIDE


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
        and _without_kind(known.admin1) in (normal_form(known.name), normal_form(place.toponym.name))
    )


def _without_kind(division: str) -> str:
    """The key of a division's name without what it is: "sagaing" of "Sagaing Region"."""
    key = normal_form(division)
    name, _, kind = key.rpartition(" ")
    return name if name and "province" in kinds().after.get(kind, ()) else key
