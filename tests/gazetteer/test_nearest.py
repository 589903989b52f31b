"""Which towns lie around a point, against a search through all of them."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gazetteer import Gazetteer, Place
from gazetteer.nearest import NearestTowns
from gazetteer.place import EARTH_RADIUS_KM

COUNTRY = Place("country:XXA", "Northland", "country", 0.0, 0.0, 500.0, "XXA", "Northland")


def towns(*points: tuple[float, float]) -> NearestTowns:
    return NearestTowns((number, lat, lon) for number, (lat, lon) in enumerate(points))


def numbers(found: list[tuple[float, int]]) -> list[int]:
    return [number for _, number in found]


def sphere_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat1, lon1), (lat2, lon2) = one, other
    a = sin(radians(lat2 - lat1) / 2) ** 2
    a += cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(a)))


def test_nearest_first_within_reach() -> None:
    known = towns((10.0, 10.0), (10.1, 10.0), (10.2, 10.0), (12.0, 10.0))
    assert numbers(known.within(10.09, 10.0, 50.0)) == [1, 0, 2]
    assert numbers(known.within(10.09, 10.0, 50.0, most=2)) == [1, 0]
    assert numbers(known.within(10.09, 10.0, 5.0)) == [1]
    assert known.within(-10.0, 10.0, 50.0) == []


def test_those_that_are_as_near_come_too() -> None:
    assert numbers(towns((10.0, 10.0), (10.2, 10.0)).within(10.1, 10.0, 50.0, most=1)) == [0, 1]


def test_across_the_date_line() -> None:
    known = towns((5.0, 179.9), (5.0, -179.8), (5.0, 178.0))
    assert numbers(known.within(5.0, 179.99, 50.0)) == [0, 1]
    assert numbers(known.within(5.0, -179.9, 50.0)) == [1, 0]


def test_around_a_pole() -> None:
    known = towns((89.9, 0.0), (89.9, 170.0), (88.0, 0.0))
    assert set(numbers(known.within(89.95, 90.0, 50.0))) == {0, 1}


def test_an_index_without_towns_has_none_around() -> None:
    known = Gazetteer.from_places([(COUNTRY, ())])
    assert known.towns_around(0.0, 0.0, 100.0) == []


EDGE_KM = 1e-4
POINT = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
NEAR = st.tuples(st.floats(-3, 3), st.floats(-180, 180))


@given(st.lists(POINT | NEAR, max_size=12), POINT, st.floats(1, 3000), st.integers(1, 5))
def test_as_a_search_through_all(
    points: list[tuple[float, float]], here: tuple[float, float], reach: float, most: int
) -> None:
    # Numpy and math differ in the last digit, so a town on the very edge may be in or out.
    distances = [sphere_km(here, point) for point in points]
    assume(all(abs(away - reach) > EDGE_KM for away in distances))
    found = [away for away, _ in towns(*points).within(*here, reach, most)]
    assert found == sorted(found)
    assert found[:most] == pytest.approx(sorted(a for a in distances if a <= reach)[:most], abs=EDGE_KM)
