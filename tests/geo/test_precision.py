"""Level, point and radius of a place expression."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from articles.article import Span
from gazetteer.place import Place, PlaceLevel
from geo.geometry import haversine_km
from geo.precision import between, whereabouts
from geo.toponym import Relation, Toponym
from tests.geo.places import ALEPPO, ERBIL, HOMS, IDLIB_PROVINCE, MOSUL, SARMADA, SYRIA

SPAN = Span("text", 0, 4)


def toponym(**said: Any) -> Toponym:
    return Toponym(SPAN, "X", SPAN, **said)


@pytest.mark.parametrize(
    ("said", "place", "level", "radius"),
    [
        ({}, SARMADA, "town", 1.0),
        ({"kind": "region"}, SARMADA, "district", 20.0),
        ({"kind": "region"}, replace(SARMADA, level="neighbourhood"), "neighbourhood", 1.0),
        ({}, IDLIB_PROVINCE, "province", 60.0),
        ({"relation": "near"}, SARMADA, "near", 5.0),
        ({"relation": "near"}, ALEPPO, "near", 25.0),
        ({"relation": "near", "distance_km": 12.0}, SARMADA, "near", 13.0),
        ({"relation": "near"}, IDLIB_PROVINCE, "region", 65.0),
        ({"relation": "offset", "bearing": 180.0, "distance_km": 20.0}, SARMADA, "near", 6.0),
        ({"relation": "part", "bearing": 0.0}, SYRIA, "region", 180.0),
        ({"relation": "part", "bearing": 90.0}, ALEPPO, "neighbourhood", 5.0),
        ({"relation": "part"}, ALEPPO, "neighbourhood", 5.0),
        ({"relation": "part", "bearing": 90.0}, SARMADA, "town", 1.0),
        ({"relation": "road"}, SARMADA, "region", 50.0),
        ({"relation": "between"}, SARMADA, "region", 50.0),
        ({"relation": "landscape", "bearing": 90.0}, HOMS, "region", 50.0),
        ({"relation": "countryside", "bearing": 180.0}, IDLIB_PROVINCE, "region", 36.0),
        ({"relation": "countryside", "bearing": 180.0}, SARMADA, "district", 20.0),
        ({"kind": "facility", "kind_word": "market"}, SARMADA, "town", 1.0),
        ({"kind": "neighbourhood", "kind_word": "neighborhood"}, SARMADA, "neighbourhood", 1.0),
        ({"kind": "town", "kind_word": "neighbourhood"}, ALEPPO, "neighbourhood", 10.0),
        ({"kind": "town", "kind_word": "neighbourhoods"}, ALEPPO, "town", 10.0),
        ({"relation": "countryside"}, IDLIB_PROVINCE, "province", 60.0),
        ({"relation": "countryside"}, SARMADA, "district", 20.0),
        ({"kind": "facility"}, SARMADA, "near", 8.0),
        ({"kind": "facility", "relation": "near"}, SARMADA, "near", 13.0),
        ({"kind": "district"}, SARMADA, "district", 20.0),
    ],
)
def test_whereabouts(said: dict[str, Any], place: Place, level: PlaceLevel, radius: float) -> None:
    found = whereabouts(toponym(**said), place)
    assert found.level == level
    assert found.radius_km == pytest.approx(radius)


def test_an_offset_moves_the_point() -> None:
    found = whereabouts(toponym(relation="offset", bearing=180.0, distance_km=10.0), HOMS)
    assert haversine_km(found.lat, found.lon, HOMS.lat, HOMS.lon) == pytest.approx(10, abs=0.1)
    assert found.lat < HOMS.lat


@pytest.mark.parametrize("relation", ["part", "landscape"])
def test_a_side_lies_on_that_side(relation: Relation) -> None:
    found = whereabouts(toponym(relation=relation, bearing=90.0), ALEPPO)
    assert found.lon > ALEPPO.lon and found.lat == pytest.approx(ALEPPO.lat, abs=0.01)
    assert haversine_km(found.lat, found.lon, ALEPPO.lat, ALEPPO.lon) <= found.radius_km


def test_between_far_places_is_a_region() -> None:
    found = between(MOSUL, ERBIL)
    assert found.level == "region" and 35 < found.radius_km < 45


def test_between_close_places_is_near() -> None:
    assert between(SARMADA, SARMADA).level == "near"


@pytest.mark.parametrize(
    "said",
    [
        {"relation": "part", "bearing": 90.0},
        {"relation": "countryside", "bearing": 90.0},
        {"relation": "landscape", "bearing": 90.0},
        {"relation": "offset", "bearing": 90.0, "distance_km": 50.0},
    ],
)
def test_a_side_over_the_date_line_keeps_its_longitude_on_the_map(said: dict[str, Any]) -> None:
    fiji = Place("t:t", "Taveuni", "province", -16.9, 179.95, 60.0, "FJI", "Fiji")
    assert -180.0 <= whereabouts(toponym(**said), fiji).lon < -179.0
