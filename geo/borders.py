"""The outlines of countries that every drawing has behind its events (geo/map_assets/borders.json)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from shapely import Polygon

from geo.areas import on_globe

Ring = tuple[tuple[float, float], ...]
"""Positions, lon before lat, degrees; the last is the first."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Five bits each, low ones first; the sixth says that more follow, the lowest of a number is its sign."""
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}


@dataclass(frozen=True, slots=True)
class Country:
    """A country as Natural Earth draws it, by who holds the land."""

    name: str
    lat: float
    """Of a point inside, for its name."""
    lon: float
    size: float
    """Square degrees."""
    polygons: tuple[tuple[Ring, ...], ...]
    """Each its outer ring and its holes; cut at the antimeridian."""

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Those of all polygons."""
        return tuple(ring for polygon in self.polygons for ring in polygon)


@cache
def countries() -> tuple[Country, ...]:
    """All countries by name, read on first use."""
    data = json.loads((files("geo") / "map_assets" / "borders.json").read_text("utf-8"))
    lines = [unpacked(packed, data["scale"]) for packed in data["lines"]]
    return tuple(
        Country(name, lat, lon, size, tuple(p for rings in polygons for p in _polygons(rings, lines)))
        for name, (lat, lon), size, polygons in data["countries"]
    )


def disputed_lines() -> list[list[tuple[float, float]]]:
    """The best known of the borders that are not settled, each a line; one over the antimeridian runs on."""
    data = json.loads((files("geo") / "map_assets" / "borders.json").read_text("utf-8"))
    return [unpacked(packed, data["scale"]) for packed in data["lines"][data["disputed"] :]]


def unpacked(packed: str, scale: int) -> list[tuple[float, float]]:
    """The positions of a line; one over the antimeridian runs on past 180."""
    steps: list[int] = []
    number = shift = 0
    for letter in packed:
        bits = _VALUES[letter]
        number |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            steps.append(-(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    x = y = 0
    positions = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + east, y + north
        positions.append((x / scale, y / scale))
    return positions


def _polygons(
    rings: Sequence[Sequence[int]], lines: Sequence[list[tuple[float, float]]]
) -> Iterator[tuple[Ring, ...]]:
    """The polygon of these lines, in parts where it reaches over the antimeridian."""
    joined = tuple(_ring(numbers, lines) for numbers in rings)
    if all(-180 <= lon <= 180 for lon, _ in joined[0]):
        yield joined
        return
    for part in on_globe(Polygon(joined[0], joined[1:]).buffer(0)):
        yield tuple(tuple(ring.coords) for ring in (part.exterior, *part.interiors))


def _ring(numbers: Sequence[int], lines: Sequence[list[tuple[float, float]]]) -> Ring:
    """The lines with these numbers, ~n for one read backwards; one around the south pole is closed there."""
    ring: list[tuple[float, float]] = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        turns = round((ring[-1][0] - line[0][0]) / 360) if ring else 0
        ring += [(lon + 360 * turns, lat) for lon, lat in line[bool(ring) :]]
    if abs(ring[-1][0] - ring[0][0]) > 180:
        ring += [(ring[-1][0], -90.0), (ring[0][0], -90.0)]
    if ring[-1] != ring[0]:
        ring.append(ring[0])
    return tuple(ring)
