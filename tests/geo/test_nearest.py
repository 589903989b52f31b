"""Which populated places lie around a point, against a search through all of them."""

from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer, Place
from geo.geometry import distance_km
from geo.nearest import NearestTowns

COUNTRY = Place("country:XXA", "Northland", "country", 0.0, 0.0, 500.0, "XXA", "Northland")


def index(*points: tuple[float, float]) -> NearestTowns:
    towns = [
        Place(f"t:{i}", f"Village {i}", "town", lat, lon, 1.0, "XXA", "Northland")
        for i, (lat, lon) in enumerate(points)
    ]
    return NearestTowns(Gazetteer.from_places([(place, ()) for place in (COUNTRY, *towns)]))


def ids(found: list[tuple[float, Place]]) -> list[str]:
    return [place.id for _, place in found]


def test_nearest_first_within_reach() -> None:
    towns = index((10.0, 10.0), (10.1, 10.0), (10.2, 10.0), (12.0, 10.0))
    assert ids(towns.within(10.09, 10.0, 50.0)) == ["t:1", "t:0", "t:2"]
    assert ids(towns.within(10.09, 10.0, 50.0, limit=2)) == ["t:1", "t:0"]
    assert ids(towns.within(10.09, 10.0, 5.0)) == ["t:1"]
    assert towns.within(-10.0, 10.0, 50.0) == []


def test_a_country_is_no_populated_place() -> None:
    assert index().within(0.0, 0.0, 100.0) == []


def test_across_the_date_line() -> None:
    towns = index((5.0, 179.9), (5.0, -179.8), (5.0, 178.0))
    assert ids(towns.within(5.0, 179.99, 50.0)) == ["t:0", "t:1"]
    assert ids(towns.within(5.0, -179.9, 50.0)) == ["t:1", "t:0"]


def test_around_a_pole() -> None:
    towns = index((89.9, 0.0), (89.9, 170.0), (88.0, 0.0))
    assert set(ids(towns.within(89.95, 90.0, 50.0))) == {"t:0", "t:1"}


POINT = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
NEAR = st.tuples(st.floats(-3, 3), st.floats(-180, 180))


@given(st.lists(POINT | NEAR, max_size=12), POINT, st.floats(1, 3000), st.integers(1, 5))
def test_as_a_search_through_all(
    points: list[tuple[float, float]], here: tuple[float, float], reach: float, limit: int
) -> None:
    all_of_them = sorted(
        (away, f"t:{i}") for i, point in enumerate(points) if (away := distance_km(*here, *point)) <= reach
    )
    found = index(*points).within(*here, reach, limit)
    assert [(away, place.id) for away, place in found] == all_of_them[:limit]
