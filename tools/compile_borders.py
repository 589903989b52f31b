"""Write geo/map_assets/borders.json: the country outlines behind the offline map.

    npm pack world-atlas@2.0.2
    tools/compile_borders.py world-atlas-2.0.2.tgz

From Natural Earth's 1:10 million countries (public domain), which the npm package world-atlas redistributes
as TopoJSON: a line that two countries share is there once. Lines are simplified one by one, so neighbours
still share them. Run once; the result is committed.
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

from shapely import LineString, Polygon, maximum_inscribed_circle

TARGET = Path(__file__).parent.parent / "geo/map_assets/borders.json"
MEMBER = "package/countries-10m.json"
SCALE = 200
"""Steps to a degree: half a kilometre, the source's own grid."""
KM_PER_DEGREE = 111.2
BORDER_KM, COAST_KM, POLAR_KM = 0.5, 1.0, 4.0
"""How far a simplified line may lie from its source: between countries, at the sea, near a pole."""
POLAR = 60.0
LEAST_ISLAND = 5.0
"""Square kilometres: smaller islands are left out where their country has a larger part."""
RENAMED = {"Macedonia": "North Macedonia", "eSwatini": "Eswatini"}
"""The package is of 2018."""
LEASED, LESSOR = "Baikonur", "Kazakhstan"
"""A circle in the midst of a country would look like an event's area."""

DISPUTED: tuple[tuple[str, str, tuple[float, float, float, float]], ...] = (
    ("Russia", "Ukraine", (32.0, 45.0, 37.0, 46.3)),  # Crimea
    ("India", "Pakistan", (73.0, 32.4, 78.0, 37.0)),  # Kashmir: the line of control
    ("China", "India", (72.0, 26.0, 98.0, 37.0)),  # Aksai Chin, Arunachal Pradesh
    ("China", "Pakistan", (72.0, 34.0, 78.0, 38.0)),
    ("Siachen Glacier", "*", (70.0, 30.0, 80.0, 40.0)),
    ("Morocco", "W. Sahara", (-20.0, 20.0, 0.0, 30.0)),
    ("Somalia", "Somaliland", (40.0, 5.0, 55.0, 15.0)),
    ("Cyprus U.N. Buffer Zone", "*", (30.0, 34.0, 36.0, 36.0)),
    ("Kosovo", "Serbia", (19.0, 41.0, 23.0, 44.0)),
    ("Israel", "Palestine", (34.0, 31.0, 36.0, 33.0)),
    ("Israel", "Syria", (35.0, 32.0, 37.0, 34.0)),  # Golan
    ("Israel", "Lebanon", (35.6, 33.2, 35.9, 33.5)),
    ("S. Sudan", "Sudan", (27.0, 9.0, 30.0, 11.0)),  # Abyei
    ("Egypt", "Sudan", (33.0, 21.5, 38.0, 24.0)),  # Hala'ib, Bir Tawil
    ("Kenya", "S. Sudan", (34.0, 4.0, 37.0, 6.0)),  # Ilemi
)
"""Two countries and a box (west, south, east, north) in which the line between them is disputed, one of
those that Natural Earth lists; * is any neighbour."""

COAST, BORDER, IN_DISPUTE = 0, 1, 2
Position = tuple[float, float]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(slots=True)
class Country:
    """A country as the package has it: polygons of rings of numbers of lines, ~n for one read backwards."""

    name: str
    polygons: list[list[list[int]]]
    shapes: list[Polygon] = field(default_factory=list)
    """The same polygons in degrees, before anything is simplified."""


def main() -> None:
    """Reads the package, writes the outlines."""
    with tarfile.open(sys.argv[1]) as package:
        member = package.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"{sys.argv[1]} has no {MEMBER}: it is not world-atlas 2")
        topology = json.load(member)
    lines = list(unrolled(topology))
    countries = [country for country in read(topology) if with_shapes(country, lines)]
    kept = {number for country in countries for number in numbers(country)}
    owners: dict[int, set[str]] = defaultdict(set)
    for country in countries:
        for number in numbers(country):
            owners[number].add(country.name)
    pieces = {number: cut(lines[number], owners[number]) for number in sorted(kept)}
    ordered = sorted((kind, number, i) for number in kept for i, (kind, _) in enumerate(pieces[number]))
    place = {(number, i): at for at, (_, number, i) in enumerate(ordered)}
    kinds = [kind for kind, _, _ in ordered]
    data = {
        "scale": SCALE,
        "borders": kinds.index(BORDER),
        "disputed": kinds.index(IN_DISPUTE),
        "lines": [packed(simplified(pieces[number][i][1], kind)) for kind, number, i in ordered],
        "countries": [
            described(country, pieces, place) for country in sorted(countries, key=lambda c: c.name)
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text.replace('],["', '],\n["').replace('","', '",\n"') + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(countries)} countries, {len(ordered)} lines, {TARGET.stat().st_size} bytes")


def unrolled(topology: dict[str, Any]) -> Iterable[list[Position]]:
    """The lines of a quantised topology, in degrees; one over the antimeridian runs on past 180."""
    (sx, sy), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line: list[Position] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + west, y * sy + south))
        line = continued([], line)
        turns = round(line[len(line) // 2][0] / 360)
        yield [(x - 360 * turns, y) for x, y in line]


def read(topology: dict[str, Any]) -> Iterable[Country]:
    for geometry in topology["objects"]["countries"]["geometries"]:
        if "arcs" in geometry and geometry["properties"]["name"] != LEASED:
            name = geometry["properties"]["name"]
            arcs = geometry["arcs"]
            polygons = arcs if geometry["type"] == "MultiPolygon" else [arcs]
            if name == LESSOR:
                polygons = [[shell] for shell, *_ in polygons]
            yield Country(RENAMED.get(name, name), polygons)


def with_shapes(country: Country, lines: list[list[Position]]) -> bool:
    """Gives a country its shapes and drops islands too small to see; whether anything is left."""
    pairs = []
    for polygon in country.polygons:
        rings = [joined(ring, lines) for ring in polygon]
        if len(rings[0]) > 3:  # else a rock that the source's grid made a point
            pairs.append((Polygon(rings[0], [ring for ring in rings[1:] if len(ring) > 3]), polygon))
    if not pairs:
        return False
    largest = max(pairs, key=lambda pair: pair[0].area)
    pairs = [pair for pair in pairs if pair is largest or square_km(pair[0]) >= LEAST_ISLAND]
    country.shapes = [shape for shape, _ in pairs]
    country.polygons = [polygon for _, polygon in pairs]
    return True


def joined(ring: list[int], lines: list[list[Position]]) -> list[Position]:
    positions: list[Position] = []
    for number in ring:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        positions = continued(positions, line[bool(positions) :])
    return positions


def continued(positions: list[Position], more: list[Position]) -> list[Position]:
    """The positions and those after them, without a leap from one edge of the world to the other."""
    for x, y in more:
        turns = round((positions[-1][0] - x) / 360) if positions else 0
        positions.append((x + 360 * turns, y))
    return positions


def square_km(shape: Polygon) -> float:
    return float(shape.area) * KM_PER_DEGREE**2 * cos(radians(shape.centroid.y))


def numbers(country: Country) -> Iterable[int]:
    return (max(n, ~n) for polygon in country.polygons for ring in polygon for n in ring)


def cut(line: list[Position], owners: set[str]) -> list[tuple[int, list[Position]]]:
    """The line as coast, border and border in dispute: it is cut where it enters or leaves a disputed box."""
    boxes = [
        box
        for one, other, box in DISPUTED
        if len(owners) > 1 and one in owners and (other == "*" or other in owners)
    ]
    if not boxes:
        return [(BORDER if len(owners) > 1 else COAST, line)]

    def kind(step: tuple[Position, Position]) -> int:
        x, y = step[0]
        inside = any(west <= x <= east and south <= y <= north for west, south, east, north in boxes)
        return IN_DISPUTE if inside else BORDER

    runs = [(of, list(steps)) for of, steps in groupby(pairwise(line), key=kind)]
    return [(of, [steps[0][0], *(end for _, end in steps)]) for of, steps in runs]


def simplified(line: list[Position], kind: int) -> list[tuple[int, int]]:
    """The line on the grid, without points that change nothing that can be seen; rings keep four points."""
    middle = sum(y for _, y in line) / len(line)
    narrow = max(0.2, cos(radians(middle)))
    km = BORDER_KM if kind != COAST else POLAR_KM if abs(middle) > POLAR else COAST_KM
    flat = LineString([(x * narrow, y) for x, y in line])
    while True:
        fewer = flat.simplify(km / KM_PER_DEGREE)
        grid = [(round(x / narrow * SCALE), round(y * SCALE)) for x, y in fewer.coords]
        grid = [grid[0], *(b for a, b in pairwise(grid) if a != b)]
        if line[0] != line[-1] or len(grid) > 3 or km < 0.1:
            return grid
        km /= 2


def packed(line: list[tuple[int, int]]) -> str:
    """The first position, then the steps from each to the next, as numbers of five bits a letter."""
    words, before = [], (0, 0)
    for position in line:
        for step in (position[0] - before[0], position[1] - before[1]):
            rest = step << 1 if step >= 0 else -step << 1 | 1
            while rest > 31:
                words.append(LETTERS[rest & 31 | 32])
                rest >>= 5
            words.append(LETTERS[rest])
        before = position
    return "".join(words)


def described(
    country: Country, pieces: Mapping[int, Sequence[Any]], place: Mapping[tuple[int, int], int]
) -> list[Any]:
    """Name, the point for the name, size in square degrees, polygons by the numbers of their lines."""
    largest = max(country.shapes, key=lambda shape: shape.area)
    lon, lat = maximum_inscribed_circle(largest).coords[0]
    size = sum(shape.area for shape in country.shapes)

    def numbered(n: int) -> list[int]:
        if n >= 0:
            return [place[n, i] for i in range(len(pieces[n]))]
        return [~place[~n, i] for i in reversed(range(len(pieces[~n])))]

    polygons = [[[at for n in ring for at in numbered(n)] for ring in rings] for rings in country.polygons]
    return [country.name, [round(lat, 2), round(lon, 2)], round(size, 2), polygons]


if __name__ == "__main__":
    main()
