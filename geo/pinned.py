"""Coordinates that the text itself gives: the point of what they stand behind, or a place of their own."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Gazetteer, Place, PlaceLevel
from geo.case import where
from geo.geometry import haversine_km
from geo.recognizers.coordinates import POINTER
from geo.toponym import Resolution, Spot, Toponym

CONFIDENCE = 0.97
"""The text says it; a slip of the pen or swapped axes are what remains."""
AROUND_KM = 30.0
"""Farther from every known town, nothing is said of country and province."""
CLEARLY = 0.5
"""A country or province is taken from the nearest town where another's is at least twice as far."""
SAME_KM = 30.0
"""A name and its coordinates lie apart by no more than this, and the name's own radius."""
GLOSS_KM = 0.5
"""Coordinates no finer than this behind a town's name tell where the town is, not where in it."""
EXACT_KM, NEAR_KM, DISTRICT_KM = 2.0, 10.0, 40.0


def pinned(resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> tuple[Resolution, ...]:
    """Every resolution with coordinates of its own at them; the others as they are."""
    return tuple(
        r if r.toponym.spot is None else _pin(r, r.toponym.spot, gazetteer) for r in resolutions
    )


def _pin(resolution: Resolution, spot: Spot, gazetteer: Gazetteer) -> Resolution:
    toponym = resolution.toponym
    place = None if toponym.pointer == POINTER else _meant(resolution, spot, gazetteer)
    level, radius = _level(spot.radius_km), spot.radius_km
    if place is not None and _is_gloss(toponym, place, spot):
        level, radius = place.level, place.radius_km
    reason = "the text gives its coordinates"
    if place is None:
        place = _place_of(toponym, spot, gazetteer)
        reason = "coordinates of the text itself" if toponym.pointer == POINTER else reason
    elif place is resolution.place:
        reason = f"{where(place)}, at the coordinates that the text gives"
    return resolution._replace(
        place=place, level=level, lat=spot.lat, lon=spot.lon, radius_km=radius,
        confidence=CONFIDENCE, reason=reason, alternatives=(), fallback=False,
    )  # fmt: skip


def _level(radius_km: float) -> PlaceLevel:
    """The finest level that digits of this radius can claim."""
    if radius_km <= EXACT_KM:
        return "facility"
    return "near" if radius_km <= NEAR_KM else "district" if radius_km <= DISTRICT_KM else "region"


def _meant(resolution: Resolution, spot: Spot, gazetteer: Gazetteer) -> Place | None:
    """The place of the name that lies at the coordinates: the resolved one, else its nearest namesake."""
    own = () if resolution.place is None or resolution.fallback else (resolution.place,)
    near = [
        place for place in (*own, *gazetteer.lookup(resolution.toponym.name))
        if haversine_km(place.lat, place.lon, spot.lat, spot.lon) <= SAME_KM + place.radius_km
    ]  # fmt: skip
    return near[0] if near else None


def _is_gloss(toponym: Toponym, place: Place, spot: Spot) -> bool:
    return toponym.relation == "at" and place.level == "town" and spot.radius_km >= GLOSS_KM


def _place_of(toponym: Toponym, spot: Spot, gazetteer: Gazetteer) -> Place:
    """A place made of the coordinates, in the country and province of the towns around them."""
    around = gazetteer.towns_around(spot.lat, spot.lon, AROUND_KM)
    towns = [(away, town) for away, town in around if town.country]
    country, admin1 = _agreed(towns, "country"), _agreed(towns, "admin1")
    return Place(
        id=f"coordinates:{spot.lat:.5f},{spot.lon:.5f}",
        name=toponym.name,
        level=_level(spot.radius_km),
        lat=spot.lat,
        lon=spot.lon,
        radius_km=spot.radius_km,
        country=country or "",
        country_name=towns[0][1].country_name if country else "",
        admin1=admin1 if country else None,
        origin="the article",
    )


def _agreed(towns: Sequence[tuple[float, Place]], part: str) -> str | None:
    """What the nearest town lies in, unless one that lies elsewhere is nearly as near."""
    if not towns:
        return None
    nearest: str | None = getattr(towns[0][1], part)
    other = next((km for km, town in towns if getattr(town, part) != nearest), None)
    return nearest if other is None or towns[0][0] <= CLEARLY * other else None
