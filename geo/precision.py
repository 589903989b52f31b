"""How exactly a place expression says where: level, point and radius, never finer than the words."""

from __future__ import annotations

from typing import NamedTuple

from gazetteer import Place, PlaceLevel
from geo.candidates import LARGE
from geo.geometry import haversine_km, sphere_destination
from geo.lexicon import kinds
from geo.senses import weight
from geo.toponym import Toponym

LEAST_NEAR_KM, MOST_NEAR_KM = 5.0, 25.0
"""What "near X" means where no distance is told: 5 for a village, 25 for a large city."""
FARTHEST_NEAR_KM = 50.0
OFFSET_SHARE, LEAST_OFFSET_KM = 0.25, 2.0
"""A told distance is rounded: a quarter of it either way."""
FACILITY_KM = 8.0
"""How far an airport, a dam or a base of a town may lie from the town where only the town is known."""
COUNTRYSIDE_KM = 20.0
LANDSCAPE_KM = 40.0
"""How far to its side the land "east of X" is taken to lie, and how far around that point it reaches."""
ROAD_KM = 50.0
"""So much of "the road to X"."""
CITY_SHARE, CITY_STEP = 0.5, 0.3
"""The side of a large city is half of it. Its point moves less than an area's: quarters lie close in."""
AREA_STEP = 0.5
QUARTER_SHARE = 0.6
"""How much of an area's radius its "north" takes."""
NEAR_SPAN_KM = 30.0
"""Two places closer than this, and "between" them is still near both; else it is a region."""

QUARTER_WORDS = frozenset(["neighbourhood", "neighborhood", "quarter"])
"""What the text calls one of these is a part of the town that it names, if not which."""


class Whereabouts(NamedTuple):
    """A level, a point and how far the true place may lie from it."""

    level: PlaceLevel
    lat: float
    lon: float
    radius_km: float


AREAS: frozenset[PlaceLevel] = frozenset(["district", "province", "region", "country"])


def whereabouts(toponym: Toponym, place: Place) -> Whereabouts:
    """Where the expression around the name points to, given what the name means."""
    match toponym.relation:
        case "offset" if toponym.bearing is not None and toponym.distance_km is not None:
            return _offset(place, toponym.bearing, toponym.distance_km)
        case "near":
            near = _near(place, toponym.distance_km)
            far_end = FACILITY_KM + LEAST_NEAR_KM if _stands_for_facility(toponym, place) else 0.0
            return near._replace(radius_km=max(near.radius_km, far_end))
        case "part":
            return _part(place, toponym.bearing)
        case "countryside":
            return _countryside(place, toponym.bearing)
        case "landscape" if toponym.bearing is not None:
            return _beyond(place, toponym.bearing)
        case "road" | "between":
            return Whereabouts("region", place.lat, place.lon, max(ROAD_KM, place.radius_km))
    return _at(toponym, place)


def between(one: Place, other: Place) -> Whereabouts:
    """Half-way: near both where they are close, a region otherwise."""
    span = haversine_km(one.lat, one.lon, other.lat, other.lon)
    level: PlaceLevel = "near" if span <= NEAR_SPAN_KM else "region"
    lat, lon = (one.lat + other.lat) / 2, (one.lon + other.lon) / 2
    return Whereabouts(level, lat, lon, max(LEAST_NEAR_KM, span / 2))


def _stands_for_facility(toponym: Toponym, place: Place) -> bool:
    """ "Erbil airport", where the gazetteer only has Erbil; a market of Erbil lies in it."""
    return toponym.kind == "facility" and place.level == "town" and toponym.kind_word not in kinds().urban


def _at(toponym: Toponym, place: Place) -> Whereabouts:
    if _stands_for_facility(toponym, place):
        return Whereabouts("near", place.lat, place.lon, max(FACILITY_KM, place.radius_km))
    if toponym.kind_word in QUARTER_WORDS and place.level == "town":
        return Whereabouts("neighbourhood", place.lat, place.lon, place.radius_km)
    # "The Akrama region" of a quarter's name is that quarter.
    wide = ("province",) if place.level == "neighbourhood" else ("district", "province", "region")
    if toponym.kind in wide and place.level in ("town", "neighbourhood"):
        return Whereabouts("district", place.lat, place.lon, max(COUNTRYSIDE_KM, place.radius_km))
    return Whereabouts(place.level, place.lat, place.lon, place.radius_km)


def _offset(place: Place, bearing: float, distance: float) -> Whereabouts:
    lat, lon = _moved(place, bearing, distance)
    radius = max(LEAST_OFFSET_KM, OFFSET_SHARE * distance) + place.radius_km
    level: PlaceLevel = "region" if place.level in AREAS else "near"
    return Whereabouts(level, lat, lon, radius)


def _moved(place: Place, bearing: float, distance: float) -> tuple[float, float]:
    """The point so many kilometres to a side of a place, its longitude from -180 to 180."""
    lat, lon = sphere_destination(place.lat, place.lon, bearing, distance)
    return lat, (lon + 180.0) % 360.0 - 180.0


def _near(place: Place, distance: float | None) -> Whereabouts:
    if place.level in AREAS:
        level: PlaceLevel = "district" if place.level == "district" else "region"
        return Whereabouts(level, place.lat, place.lon, place.radius_km + (distance or LEAST_NEAR_KM))
    if distance is not None:
        # "160 km from X", no one says to which side: a ring, and no spot near X.
        told: PlaceLevel = "near" if distance <= FARTHEST_NEAR_KM else "region"
        return Whereabouts(told, place.lat, place.lon, max(1.0, distance + place.radius_km))
    radius = min(MOST_NEAR_KM, max(LEAST_NEAR_KM, 2.5 * place.radius_km))
    return Whereabouts("near", place.lat, place.lon, radius)


def _part(place: Place, bearing: float | None) -> Whereabouts:
    """ "northern Syria", "eastern Aleppo": the point moves halfway to that side."""
    radius = QUARTER_SHARE * place.radius_km
    lat, lon = place.lat, place.lon
    if bearing is not None:
        step = CITY_STEP if place.level == "town" else AREA_STEP
        lat, lon = _moved(place, bearing, step * place.radius_km)
    if place.level in ("province", "country", "region"):
        return Whereabouts("region", lat, lon, radius)
    if place.level == "town" and weight(place) < LARGE:
        return Whereabouts("town", place.lat, place.lon, place.radius_km)
    if place.level == "town":
        return Whereabouts("neighbourhood", lat, lon, max(1.0, CITY_SHARE * place.radius_km))
    return Whereabouts(place.level, lat, lon, max(1.0, radius))


def _countryside(place: Place, bearing: float | None) -> Whereabouts:
    """The area, or the land around a town; with a side ("the western X countryside") that part of it."""
    if place.level in AREAS:
        if bearing is not None and place.level == "province":
            return _part(place, bearing)
        return Whereabouts(place.level, place.lat, place.lon, place.radius_km)
    radius = max(COUNTRYSIDE_KM, place.radius_km)
    lat, lon = place.lat, place.lon
    if bearing is not None:
        lat, lon = _moved(place, bearing, 0.5 * radius)
    return Whereabouts("district", lat, lon, radius)


def _beyond(place: Place, bearing: float) -> Whereabouts:
    """ "the desert east of X"."""
    return Whereabouts("region", *_moved(place, bearing, LANDSCAPE_KM), LANDSCAPE_KM + place.radius_km)
