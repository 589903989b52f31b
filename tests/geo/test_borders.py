"""The outlines behind the map: what is packed can be read, is fine enough, and says what is disputed."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from shapely import LineString, MultiPolygon, Point, Polygon

from geo.borders import LETTERS, countries, unpacked

TEXT = (files("geo") / "map_assets" / "borders.json").read_text(encoding="utf-8")
DATA: dict[str, Any] = json.loads(TEXT)
KM = 1 / 111.2


LINES = [unpacked(packed, DATA["scale"]) for packed in DATA["lines"]]


@cache
def country(name: str) -> MultiPolygon:
    polygons = next(c.polygons for c in countries() if c.name == name)
    return MultiPolygon([Polygon(shell, holes) for shell, *holes in polygons]).buffer(0)


def test_it_is_small_and_safe_inside_a_page() -> None:
    assert len(TEXT.encode()) < 600_000
    assert not set("<&\u2028\u2029") & set(TEXT)


def test_every_line_belongs_to_a_country_and_shared_ones_are_there_once() -> None:
    used = [n if n >= 0 else ~n for c in DATA["countries"] for rings in c[3] for ring in rings for n in ring]
    assert set(used) == set(range(len(LINES)))
    coasts, borders = DATA["borders"], DATA["disputed"]
    assert 0 < coasts < borders < len(LINES)
    assert all(used.count(n) >= 2 for n in range(coasts, len(LINES)))


def test_a_line_is_packed_in_letters_that_the_pages_script_knows() -> None:
    script = (files("geo") / "map_assets" / "borders.js").read_text("utf-8")
    assert f'"{LETTERS}"' in script
    assert unpacked("CAExCPoG", 10) == [(0.1, 0.0), (0.3, -4.0), (-0.4, 6.0)]


def test_every_position_is_on_the_globe_and_rings_are_closed() -> None:
    rings = [ring for country in countries() for ring in country.rings]
    assert sum(map(len, rings)) > 100_000
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for ring in rings for lon, lat in ring)
    assert all(ring[0] == ring[-1] for ring in rings)


def test_a_name_stands_inside_its_country() -> None:
    for name in ("Syria", "Ukraine", "Sudan", "Russia", "South Africa"):
        here = next(c for c in countries() if c.name == name)
        assert country(name).contains(Point(here.lon, here.lat)), name


def test_a_country_inside_another_is_a_hole_of_it() -> None:
    assert not country("South Africa").contains(Point(28.2, -29.6))
    assert country("Lesotho").contains(Point(28.2, -29.6))


def test_both_sides_of_the_antimeridian_are_the_same_country() -> None:
    assert country("Russia").contains(Point(-173, 66.5))
    assert country("Russia").contains(Point(178, 67))
    assert country("Antarctica").contains(Point(0, -89))


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Syria", 36.2, 37.16),
        ("Syria", 36.54, 40.74),
        ("Turkey", 37.07, 41.22),  # Nusaybin, 1 km from Qamishli
        ("Ukraine", 49.99, 36.23),
        ("Dem. Rep. Congo", -1.66, 29.2),  # Goma, 2 km from Rwanda
        ("Rwanda", -1.70, 29.28),
        ("Congo", -4.25, 15.25),  # Brazzaville, over the river from Kinshasa
        ("Palestine", 31.5, 34.45),
        ("Palestine", 32.22, 35.26),
        ("S. Sudan", 4.85, 31.6),
        ("Yemen", 12.8, 45.03),  # Aden, on its peninsula
    ],
)
def test_towns_near_a_border_lie_in_their_country(name: str, lat: float, lon: float) -> None:
    assert country(name).distance(Point(lon, lat)) < 1.5 * KM


@pytest.mark.parametrize(
    ("what", "lat", "lon"),
    [
        ("the neck of Crimea", 46.1, 33.7), ("the line of control in Kashmir", 34.1, 73.9),
        ("the berm in Western Sahara", 25.9, -12.1), ("Kosovo", 43.2, 20.8), ("the West Bank", 32.5, 35.2),
        ("Golan", 33.0, 35.85), ("Somaliland", 9.0, 48.6), ("Arunachal Pradesh", 29.15, 94.97),
    ],
)  # fmt: skip
def test_what_is_disputed_is_not_drawn_as_settled(what: str, lat: float, lon: float) -> None:
    def nearest(lines: list[list[tuple[float, float]]]) -> float:
        return min(LineString(line).distance(Point(lon, lat)) for line in lines if len(line) > 1)

    disputed = nearest(LINES[DATA["disputed"] :])
    assert disputed < 0.2, what
    assert disputed < nearest(LINES[DATA["borders"] : DATA["disputed"]]), what
