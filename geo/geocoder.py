"""Our index of place names as a geocoder of geopy: offline; it knows places, not street addresses."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer import Gazetteer, Place, iso3
from geo.case import where
from geo.geometry import distance_km
from geo.query import Hit, places_called

LEAST_SIMILARITY = 0.85
"""A name of seven letters with one of them wrong; below it, unlike names come up first."""
NEAREST_KM = 50.0
SPHERE_SLACK = 1.01
"""Distances on the ellipsoid are up to 0.6 % shorter than on a sphere."""


class NoNetwork(BaseSyncAdapter):  # type: ignore[misc]   # geopy has no types
    """What geopy calls an adapter: this one asks nobody."""

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:
        """Never called."""
        raise NotImplementedError("the index of place names is asked without a network")

    get_text = get_json


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]   # geopy has no types
    """geopy's interface to an index of place names.

    A query is a name, as a rule with what it lies in behind commas: `Sarmada`, `Sarmada, Idlib`,
    `Springfield, Ohio, US`. Only places inside all of that are given. A name is looked up as it is written,
    then by spellings like it, then as a misspelling. `Location.raw` holds id, name, level, lat, lon,
    radius_km, population, country, country_name, admin1, admin2, origin, match, confidence, similarity,
    distance_km and reason.
    """

    def __init__(
        self, gazetteer: Gazetteer | None = None, *, least_similarity: float = LEAST_SIMILARITY
    ) -> None:
        """Without an index the user's own is opened, and built first where there is none."""
        super().__init__(adapter_factory=NoNetwork, proxies={})
        self.gazetteer = Gazetteer.open() if gazetteer is None else gazetteer
        self.least_similarity = least_similarity

    def geocode(
        self,
        query: str | None,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
    ) -> Location | list[Location] | None:
        """The place of a name, or with `exactly_one=False` the best `limit`; None where there is none.

        `country_codes` are ISO 3166-1 codes of two or three letters; only places there count. An empty query,
        None and NaN (a table's empty cell) give None. Raises GeocoderQueryError for any other query that is
        no text and for an unknown country, ValueError for a limit below 1. `timeout` has no meaning here.
        """
        _check(limit)
        countries = _countries(country_codes)
        parts = _parts(query)
        hits = places_called(parts, countries, self.gazetteer, self.least_similarity) if parts else []
        return _answer(hits, exactly_one, limit)

    def reverse(
        self,
        query: Point | str | Sequence[float] | None,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        within_km: float = NEAREST_KM,
    ) -> Location | list[Location] | None:
        """The populated place nearest to a point, or the nearest `limit`; None where none is `within_km`.

        `raw["distance_km"]` is its way from the point along the ellipsoid. None and NaN give None. Raises
        ValueError for what is no coordinate pair.
        """
        _check(limit)
        if _is_empty_cell(query):
            return None
        try:
            point = query if isinstance(query, Point) else Point(query)
        except (ValueError, TypeError) as error:
            raise ValueError("Must be a coordinate pair or Point") from error
        found = self._around(point.latitude, point.longitude, within_km, 1 if exactly_one else limit)
        hits = [
            Hit(town, "nearest", f"{where(town)}, {away:.1f} km from the point", distance_km=round(away, 3))
            for away, town in found
        ]
        return _answer(hits, exactly_one, limit)

    def _around(
        self, lat: float, lon: float, reach_km: float, most: int | None
    ) -> list[tuple[float, Place]]:
        """The nearest towns with their distance along the ellipsoid, which only those need that may be among
        them on a sphere."""
        on_sphere = self.gazetteer.towns_around(lat, lon, reach_km * SPHERE_SLACK, most)
        found = [(distance_km(lat, lon, town.lat, town.lon), town) for _, town in on_sphere]
        near = [pair for pair in found if pair[0] <= reach_km]
        return sorted(near, key=lambda pair: (pair[0], pair[1].id))[:most]


def _is_empty_cell(query: object) -> bool:
    """As a table has them. geopy itself would take None for the point 0, 0."""
    return query is None or (isinstance(query, float) and isnan(query))


def _parts(query: object) -> list[str]:
    """The query at its commas; empty for an empty cell."""
    if _is_empty_cell(query):
        return []
    if not isinstance(query, str):
        raise GeocoderQueryError(f"a query is text such as 'Sarmada, Idlib', not {type(query).__name__}")
    return [part for part in map(str.strip, query.replace("،", ",").split(",")) if part]


def _countries(codes: str | Sequence[str] | None) -> frozenset[str]:
    """Alpha-3 codes; empty for every country."""
    asked = [codes] if isinstance(codes, str) else codes or ()
    found = {code: iso3(code) for code in asked}
    if unknown := [code for code, known in found.items() if known is None]:
        raise GeocoderQueryError(f"unknown country codes: {', '.join(map(repr, unknown))}")
    return frozenset(known for known in found.values() if known is not None)


def _check(limit: int | None) -> None:
    if limit is not None and limit < 1:
        raise ValueError("Limit cannot be less than 1")


def _answer(hits: Sequence[Hit], exactly_one: bool, limit: int | None) -> Location | list[Location] | None:
    if not hits:
        return None
    return _location(hits[0]) if exactly_one else [_location(hit) for hit in hits[:limit]]


def _location(hit: Hit) -> Location:
    place = hit.place
    address = dict.fromkeys(part for part in (place.name, place.admin1, place.country_name) if part)
    raw = {
        "id": place.id, "name": place.name, "level": place.level, "lat": place.lat, "lon": place.lon,
        "radius_km": place.radius_km, "population": place.population or None, "country": place.country,
        "country_name": place.country_name, "admin1": place.admin1, "admin2": place.admin2,
        "origin": place.origin, "match": hit.match, "confidence": hit.confidence,
        "similarity": hit.similarity, "distance_km": hit.distance_km, "reason": hit.reason,
    }  # fmt: skip
    return Location(", ".join(address), Point(place.lat, place.lon), raw)
