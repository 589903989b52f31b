"""GeoNames' own files -> rows of a layer: dumps, alternate names, code tables, the hierarchy."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from gazetteer.archive import text_lines
from gazetteer.codes import iso3
from gazetteer.errors import BadInput
from gazetteer.layer import Fields, LayerPlace, fields_of, plain
from gazetteer.names import fresh_normal_form
from gazetteer.place import PlaceLevel
from gazetteer.row_values import coordinates, people
from gazetteer.spoken import short_forms

DUMP_COLUMNS = 19
LONGEST = 60
MOST_NAMES = 60
SIGNS = r"[\W\d_]"
KEPT_SCRIPTS = re.compile(
    rf"(?:{SIGNS}|[A-Za-z\u00aa-\u02ff\u1e00-\u1eff])+|(?:{SIGNS}|[\u0400-\u052f])+"
    rf"|(?:{SIGNS}|[\u0600-\u06ff\u0750-\u077f])+|(?:{SIGNS}|[\u0590-\u05ff])+"
)
"""Wholly Latin, Cyrillic, Arabic or Hebrew, as in the embedded table: the scripts that we read."""
NO_LANGUAGES = frozenset(
    ("link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "piny", "abbr", "uicn")
)
"""What stands in the language column without being one: links, post codes, codes of airports and stations."""


class Feature(NamedTuple):
    """What a feature code of GeoNames is to us."""

    level: PlaceLevel
    radius_km: float | None
    """None where it goes by the place's people, or is a division's."""


@cache
def features() -> dict[str, Feature]:
    """`features.csv`: feature class and code -> level and radius. What is not there is passed over."""
    with Path(__file__).with_name("features.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Feature(row["level"], float(row["radius_km"]) if row["radius_km"] else None)  # type: ignore[arg-type]  # tests check the levels
            for row in csv.DictReader(file)
        }


def feature_of(class_: str, code: str) -> Feature | None:
    """What a feature class and code is to us; None for no place of interest. Any populated place is one."""
    known = features()
    return known.get(f"{class_}.{code}") or (known["P.*"] if class_ == "P" else None)


def dump_rows(path: Path) -> Iterator[tuple[str, Fields]]:
    """The rows of a dump: divisions first, for towns are told to lie in them. Two passes, memory flat."""
    yield from _dump_pass(path, divisions=True)
    yield from _dump_pass(path, divisions=False)


def _dump_pass(path: Path, *, divisions: bool) -> Iterator[tuple[str, Fields]]:
    for number, line in enumerate(text_lines(path), start=1):
        if divisions and "\tA\t" not in line:
            continue  # a line with another fault is found in the second pass
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) != DUMP_COLUMNS:
            if not line.strip():
                continue
            raise BadInput(path, f"{len(fields)} columns, where a GeoNames dump has {DUMP_COLUMNS}", number)
        kind = fields[6]
        if (kind == "A") != divisions:
            continue
        feature = feature_of(kind, fields[7])
        if feature is None:
            yield "", ()
            continue
        try:
            place = _dump_place(fields, feature)
        except ValueError as error:
            raise BadInput(path, str(error), number) from error
        yield (place.level, fields_of(place)) if place is not None else ("", ())


def _dump_place(fields: list[str], feature: Feature) -> LayerPlace | None:
    """A row as a place; None for one of no country. ValueError for a number that is none."""
    id_, name, ascii_name, others, lat, lon, kind, code, iso2, _, admin1, admin2, admin3, admin4 = fields[:14]
    country = iso3(iso2)
    if country is None:
        return None
    latitude, longitude = coordinates(lat, lon)
    rank = int(code[3]) if kind == "A" else 0
    parts = [iso2, admin1, admin2, admin3, admin4][: rank + 1]
    names = kept_names(name, (ascii_name, *others.split(",")))
    if feature.level == "facility":
        names += short_forms((name, *names), fresh_normal_form(name))
    first = f"{iso2}.{admin1}" if admin1 and admin1 != "00" else ""
    return LayerPlace(
        id=f"adm1:{first}" if rank == 1 and first else f"geonames:{int(id_)}",
        name=plain(name),
        level=feature.level,
        lat=latitude,
        lon=longitude,
        radius_km=feature.radius_km,
        country=country,
        admin1=first,
        admin2=f"{first}.{admin2}" if first and admin2 else "",
        population=people(fields[14]),
        names=tuple(names),
        rank=rank,
        code=".".join(parts) if rank and all(parts) else "",
    )


def kept_names(name: str, others: Iterable[str]) -> list[str]:
    """The normal forms of the other names that are worth keeping.

    GeoNames mixes in machine transliterations, all in lower case, and codes of airports ("DAM").
    """
    kept: dict[str, None] = {}
    for other in others:
        if other == name or not 1 < len(other) <= LONGEST:
            continue
        if other.isascii():
            if other.islower() or (len(other) <= 4 and other.isupper()):
                continue
        elif KEPT_SCRIPTS.fullmatch(other) is None:
            continue
        key = fresh_normal_form(other)
        if len(key) > 1 and not key.isdigit():
            kept[key] = None
    return list(kept)[:MOST_NAMES]


def alternate_rows(path: Path) -> Iterator[tuple[str, Fields]]:
    """alternateNamesV2: (id of the place, name). Pseudo-languages and colloquial names are left out.

    A colloquial name ("Big Apple", "the City") is a word of everyday speech more often than the place. Names
    of the past are kept: wars are told by them.
    """
    for number, line in enumerate(text_lines(path), start=1):
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) < 4:
            raise BadInput(path, f"{len(fields)} columns, where alternateNamesV2 has 8 or 10", number)
        id_, language, name = fields[1:4]
        colloquial = len(fields) > 6 and fields[6] == "1"
        key = "" if language in NO_LANGUAGES or colloquial else "".join(kept_names("", (name,)))
        yield ("name", (f"geonames:{id_}", key)) if key else ("", ())


def code_rows(path: Path) -> Iterator[tuple[str, Fields]]:
    """admin1CodesASCII and admin2Codes: (code, name, id)."""
    for number, line in enumerate(text_lines(path), start=1):
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) != 4:
            raise BadInput(path, f"{len(fields)} columns, where a table of GeoNames' codes has 4", number)
        code, name, _, id_ = fields
        yield f"ADM{code.count('.')} code", (code, plain(name), f"geonames:{id_}")


def hierarchy_rows(path: Path) -> Iterator[tuple[str, Fields]]:
    """hierarchy: (parent, child) of the administrative divisions."""
    for number, line in enumerate(text_lines(path), start=1):
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) < 2 or not (fields[0].isdigit() and fields[1].isdigit()):
            raise BadInput(path, "not a parent and a child, as GeoNames' hierarchy has", number)
        kind = fields[2] if len(fields) > 2 else ""
        yield ("link", (f"geonames:{fields[0]}", f"geonames:{fields[1]}")) if kind == "ADM" else ("", ())


def country_rows(path: Path) -> Iterator[tuple[str, Fields]]:
    """countryInfo: its names of the countries, as (id, name)."""
    for number, line in enumerate(text_lines(path), start=1):
        if line.startswith(("#", "ISO\t")):
            continue
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) < 17:
            raise BadInput(path, f"{len(fields)} columns, where countryInfo has 19", number)
        code = iso3(fields[1])
        yield ("name", (f"country:{code}", plain(fields[4]))) if code is not None else ("", ())
