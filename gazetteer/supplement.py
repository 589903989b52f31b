"""Rows written by hand: places that the compiled table lacks, and further spellings of those it has."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import BadSource
from gazetteer.place import LEVELS, Place, PlaceLevel

Entry = tuple[Place, tuple[str, ...]]
"""A place and all its names, the printed one first."""

SUPPLEMENT_COLUMNS = (
    "id", "name", "level", "lat", "lon", "radius_km", "country", "admin1", "alternates", "origin",
)  # fmt: skip
SPELLING_COLUMNS = ("id", "spelling", "note")
OWN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RANGES = {"lat": (-90.0, 90.0), "lon": (-180.0, 180.0), "radius_km": (0.01, 5000.0)}
SUPPLEMENT_LEVELS: tuple[PlaceLevel, ...] = tuple(
    level for level in LEVELS if level not in ("near", "country")
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A row of spellings.csv."""

    text: str
    wrong: bool
    """The place is not to be found by it: another one is meant."""
    line: int


def read_supplement(path: Path, country_names: Mapping[str, str]) -> Iterator[Entry]:
    """The places of a supplement, checked. Raises BadSource at the first row that is wrong."""
    seen: dict[str, int] = {}
    for line, row in _rows(path, SUPPLEMENT_COLUMNS):
        problem = _problem(row, country_names, seen)
        if problem is not None:
            raise BadSource(path.name, line, problem)
        seen[row["id"]] = line
        level = next(level for level in SUPPLEMENT_LEVELS if level == row["level"])
        place = Place(
            id=row["id"],
            name=row["name"],
            level=level,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=float(row["radius_km"]),
            country=row["country"],
            country_name=country_names.get(row["country"], ""),
            admin1=row["admin1"] or None,
            origin=row["origin"],
        )
        alternates = [name.strip() for name in row["alternates"].split("|")]
        yield place, (place.name, *(name for name in alternates if name))


def _problem(row: Mapping[str, str], countries: Collection[str], seen: Mapping[str, int]) -> str | None:
    """What is wrong with a row of the supplement; None where nothing is."""
    problem = id_problem(row["id"], "supplement:sarmada-sy", seen)
    if problem is not None:
        return problem
    for column in ("name", "origin"):
        if not row[column]:
            return f"{column} is empty"
    if row["level"] not in SUPPLEMENT_LEVELS:
        return f"the level {row['level']!r} is not one of {', '.join(SUPPLEMENT_LEVELS)}"
    if row["country"] not in countries and row["country"]:
        return f"the country {row['country']!r} is not an ISO 3166-1 alpha-3 code"
    for column in RANGES:
        if (problem := range_problem(column, row[column], _number(row[column]))) is not None:
            return problem
    if float(row["lat"]) == 0 == float(row["lon"]):
        return "0, 0 is not a place"
    return None


def id_problem(id_: str, like: str, seen: Mapping[str, int]) -> str | None:
    """What is wrong with the id of a place of one's own; `seen` are the lines of those before."""
    scheme, _, own = id_.partition(":")
    if scheme != like.partition(":")[0] or OWN_ID.fullmatch(own) is None:
        return f"the id {id_!r} is not like {like!r}"
    return f"the id {id_!r} stands on line {seen[id_]} too" if id_ in seen else None


def range_problem(column: str, written: object, value: float | None) -> str | None:
    """What is wrong with a number of a place as it is written; None where it is in the column's range."""
    low, high = RANGES[column]
    if value is not None and low <= value <= high:
        return None
    return f"{column} {written!r} is not a number from {low:g} to {high:g}"


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def read_spellings(path: Path) -> dict[str, list[Spelling]]:
    """Place id -> its further spellings. A spelling after a minus sign is a name that it is not to have."""
    spellings: dict[str, list[Spelling]] = defaultdict(list)
    for line, row in _rows(path, SPELLING_COLUMNS):
        text = row["spelling"].removeprefix("-")
        if not row["id"] or not text:
            raise BadSource(path.name, line, "id or spelling is empty")
        spellings[row["id"]].append(Spelling(text, text != row["spelling"], line))
    return spellings


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with exactly these columns, stripped, each with its line number."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = tuple(next(reader, []))
        if header != columns:
            raise BadSource(path.name, 1, f"the columns are {','.join(header)}, not {','.join(columns)}")
        for fields in reader:
            if not fields:
                continue
            if len(fields) != len(columns):
                raise BadSource(path.name, reader.line_num, f"{len(fields)} fields, expected {len(columns)}")
            yield reader.line_num, dict(zip(columns, (value.strip() for value in fields), strict=True))
