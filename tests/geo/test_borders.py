"""The outlines behind the map: what is packed can be read, is fine enough, and says what is disputed."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from shapely import LineString, MultiPolygon, Point, Polygon

TEXT = (files("geo") / "map_assets" / "borders.json").read_text(encoding="utf-8")
DATA: dict[str, Any] = json.loads(TEXT)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
KM = 1 / 111.2


def line(packed: str) -> list[tuple[float, float]]:
    """Positions of lon and lat; the script's reader does the same."""
    steps, number, shift = [], 0, 0
    for letter in packed:
        bits = LETTERS.index(letter)
        number |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            steps.append(-(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    x = y = 0
    positions = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + east, y + north
        positions.append((x / DATA["scale"], y / DATA["scale"]))
    return positions


LINES = [line(packed) for packed in DATA["lines"]]


@cache
def country(name: str) -> MultiPolygon:
    polygons = next(c[3] for c in DATA["countries"] if c[0] == name)
    rings = [[p for n in rings[0] for p in (LINES[n] if n >= 0 else LINES[~n][::-1])] for rings in polygons]
    return MultiPolygon([Polygon(ring) for ring in rings]).buffer(0)


def test_it_is_small_and_safe_inside_a_page() -> None:
    assert len(TEXT.encode()) < 600_000
    assert not set("<&\u2028\u2029") & set(TEXT)


def test_every_line_belongs_to_a_country_and_shared_ones_are_there_once() -> None:
    used = [n if n >= 0 else ~n for c in DATA["countries"] for rings in c[3] for ring in rings for n in ring]
    assert set(used) == set(range(len(LINES)))
    coasts, borders = DATA["borders"], DATA["disputed"]
    assert 0 < coasts < borders < len(LINES)
    assert all(used.count(n) >= 2 for n in range(coasts, len(LINES)))


def test_rings_are_closed() -> None:
    for name, _, _, polygons in DATA["countries"]:
        for ring in (ring for rings in polygons for ring in rings):
            ends = [(LINES[n][0], LINES[n][-1]) if n >= 0 else (LINES[~n][-1], LINES[~n][0]) for n in ring]
            for (_, here), (there, _) in zip(ends, [*ends[1:], ends[0]], strict=True):
                assert (here[0] - there[0]) % 360 == 0 and here[1] == there[1], name


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
