from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shapely import Point, box, to_wkb
from shapely.geometry import shape

from gazetteer import Place
from geo.areas import circle, outlines_of, polygon
from geo.geometry import distance_km


def rings(geometry):  # type: ignore[no-untyped-def]
    polygons = geometry["coordinates"]
    return [p[0] for p in ([polygons] if geometry["type"] == "Polygon" else polygons)]


def turn(ring) -> float:  # type: ignore[no-untyped-def]
    """Twice the signed area: positive for a counter-clockwise ring."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def test_a_circle_is_a_closed_ring_of_64_corners_all_as_far_away() -> None:
    (ring,) = rings(circle(35.5, 37.25, 8.0))
    assert len(ring) == 65
    assert ring[0] == ring[-1]
    for lon, lat in ring:
        assert distance_km(35.5, 37.25, lat, lon) == pytest.approx(8.0, rel=0.006)


def test_positions_are_lon_lat_with_six_decimals() -> None:
    (ring,) = rings(circle(10.0, 60.0, 1.0))
    assert all(59 < lon < 61 and 9 < lat < 11 for lon, lat in ring)
    assert all(round(v, 6) == v for position in ring for v in position)


@pytest.mark.parametrize("lon", [179.9, -179.9, 180.0, -180.0])
def test_over_the_antimeridian_it_is_two_parts(lon: float) -> None:
    geometry = circle(-17.0, lon, 50.0)
    assert geometry["type"] == "MultiPolygon"
    edges = [x for ring in rings(geometry) for x, _ in ring]
    assert min(edges) == -180.0
    assert max(edges) == 180.0


@pytest.mark.parametrize("lat", [90.0, 89.5, -88.0, -90.0])
def test_around_a_pole_it_holds_the_pole(lat: float) -> None:
    area = shape(circle(lat, 10.0, 400.0))
    assert area.is_valid
    assert area.buffer(1e-9).contains(Point(123.0, 90.0 if lat > 0 else -90.0))


@pytest.mark.parametrize("radius_km", [0.0, -1.0, 10_100.0, float("nan"), float("inf")])
def test_no_area_without_a_radius_that_makes_sense(radius_km: float) -> None:
    with pytest.raises(ValueError, match="no radius"):
        circle(0.0, 0.0, radius_km)


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0.5, 5000))
@example(lat=89.0, lon=0.0, radius_km=112.0)
@example(lat=-89.0, lon=10.0, radius_km=111.2)
def test_every_circle_is_a_valid_area_on_the_globe(lat: float, lon: float, radius_km: float) -> None:
    geometry = circle(lat, lon, radius_km)
    area = shape(geometry)
    assert area.is_valid
    assert area.buffer(1e-3).contains(Point(lon, lat))
    for ring in rings(geometry):
        assert ring[0] == ring[-1]
        assert turn(ring) > 0
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


DISTRICT = Place("d:1", "Qamar", "district", 36.05, 37.05, 12.0, "SYR", "Syria", "Salt")
LAND = (box(37, 36, 37.1, 36.1) - box(37.04, 36.04, 37.06, 36.06)).union(box(37.2, 36, 37.21, 36.01))


class Outlined:
    """An index with one district that has an outline: land with a lake in it, and an island."""

    def place(self, id_: str) -> Place | None:
        return DISTRICT if id_ == "d:1" else None

    def area(self, id_: str) -> bytes | None:
        return to_wkb(LAND) if id_ == "d:1" else None


def at_district(**changes: object) -> dict[str, object]:
    told = {"place_id": "d:1", "place_level": "district", "lat": 36.05, "lon": 37.05, "radius_km": 12.0}
    return told | changes


def test_an_outline_keeps_the_rfc() -> None:
    geometry = polygon(to_wkb(LAND))
    assert geometry["type"] == "MultiPolygon"
    assert shape(geometry).is_valid
    assert shape(geometry).area == pytest.approx(LAND.area)
    (mainland, island) = geometry["coordinates"]
    assert [turn(ring) > 0 for ring in mainland] == [True, False], "the lake runs the other way round"
    assert len(island) == 1
    assert all(round(v, 6) == v for ring in mainland for position in ring for v in position)
    assert polygon(to_wkb(box(0, 0, 1, 1)))["type"] == "Polygon"


def test_a_report_at_the_place_has_its_outline() -> None:
    area_of = outlines_of(Outlined())  # type: ignore[arg-type]
    area = area_of(at_district())
    assert area is not None
    assert shape(area).area == pytest.approx(LAND.area)


@pytest.mark.parametrize(
    "changes",
    [
        {"place_level": "region"},
        {"place_level": "near"},
        {"lat": 36.2},
        {"place_id": "d:2"},
        {"place_id": None},
        {"lat": None, "lon": None, "place_level": None},
    ],
)
def test_no_outline_for_what_is_not_the_place_itself(changes: dict[str, object]) -> None:
    assert outlines_of(Outlined())(at_district(**changes)) is None  # type: ignore[arg-type]
