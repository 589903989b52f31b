"""Disputed territories and former names: who claims what, since when, according to whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from gazetteer.errors import BadSource
from gazetteer.place import Place, PlaceLevel
from gazetteer.supplement import RANGES, SUPPLEMENT_LEVELS, Entry, id_problem, range_problem
from gazetteer.territory import Claim, Role, Territory
from gazetteer.yaml_rows import read_rows

DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
TOLD = {"names", "brief", "claims", "since", "until", "source"}
OWN = {"id", "name", "level", "lat", "lon", "radius_km", "country"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of territories.yml, checked."""

    line: int
    names: tuple[str, ...]
    """Further names of the place."""
    territory: Territory
    place: Place | None
    """The place itself; None where the row adds to one that the index has."""


def read_territories(path: Path, countries: Collection[str]) -> list[Row]:
    """The rows of a file of territories, their places without the country's name.

    Raises BadSource at the first that is wrong.
    """
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for line, row in read_rows(path):
        problem = _problem(row, countries, seen)
        if problem is not None:
            raise BadSource(path.name, line, problem)
        if "id" in row:
            seen[row["id"]] = line
        rows.append(_row(line, row))
    return rows


def territory_entries(rows: Collection[Row]) -> Iterator[Entry]:
    """The places that the rows bring themselves, with their names."""
    for row in rows:
        if row.place is not None:
            yield row.place, (row.place.name, *row.names)


def _row(line: int, row: Mapping[str, Any]) -> Row:
    claims = tuple(Claim(claim["by"], claim["as"], claim.get("note", "")) for claim in row["claims"])
    since, until = str(row["since"]), str(row["until"]) if "until" in row else None
    place_id = row["id"] if "id" in row else row["is"]
    territory = Territory(place_id, row["brief"], claims, since, until, row["source"])
    place = None
    if "id" in row:
        place = Place(
            id=row["id"],
            name=row["name"],
            level=row["level"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=float(row["radius_km"]),
            country=row["country"],
            country_name="",
            admin1=row["name"] if row["level"] == "province" else None,
            origin=row["source"],
        )
    return Row(line, tuple(row["names"]), territory, place)


def _problem(row: Any, countries: Collection[str], seen: Mapping[str, int]) -> str | None:
    """What is wrong with a row; None where nothing is."""
    if not isinstance(row, dict) or ("is" in row) == ("id" in row):
        return "a row has either 'is', the id of a place of the index, or 'id' and a place of its own"
    needed = (OWN if "id" in row else {"is"}) | TOLD - {"until"}
    if missing := sorted(needed - row.keys()):
        return f"{missing[0]} is missing"
    if unknown := sorted(row.keys() - needed - {"until"}):
        return f"{unknown[0]!r} is no key of a row; these are: {', '.join(sorted(needed | {'until'}))}"
    for key in ("brief", "source", "is" if "is" in row else "name"):
        if not isinstance(row[key], str) or not row[key]:
            return f"{key} is empty or no text"
    if not isinstance(row["names"], list) or not all(isinstance(name, str) and name for name in row["names"]):
        return "names is not a list of names"
    for key in ("since", "until"):
        if key in row and DAY.fullmatch(str(row[key])) is None:
            return f"{key} {row[key]!r} is not a year, a month or a day like 2014, 2014-03 or 2014-03-18"
    problem = _claims_problem(row["claims"])
    return problem if problem is not None or "is" in row else _place_problem(row, countries, seen)


def _claims_problem(claims: Any) -> str | None:
    if not isinstance(claims, list):
        return "claims is not a list"
    for claim in claims:
        if not isinstance(claim, dict) or not {"by", "as"} <= claim.keys() <= {"by", "as", "note"}:
            return "a claim has 'by' and 'as', and may have 'note'"
        if claim["as"] not in get_args(Role):
            return f"as {claim['as']!r} is not one of {', '.join(get_args(Role))}"
        if not all(isinstance(value, str) and value for value in claim.values()):
            return "a claim's values are texts; put one with a colon or a comma into quotes"
    return None


def _place_problem(row: Mapping[str, Any], countries: Collection[str], seen: Mapping[str, int]) -> str | None:
    levels: tuple[PlaceLevel, ...] = SUPPLEMENT_LEVELS
    problem = id_problem(str(row["id"]), "territory:northern-cyprus", seen)
    if problem is not None:
        return problem
    if row["level"] not in levels:
        return f"the level {row['level']!r} is not one of {', '.join(levels)}"
    if row["country"] not in countries and (row["country"] or row["level"] != "region"):
        return f"the country {row['country']!r} is not an ISO 3166-1 alpha-3 code"
    for key in RANGES:
        written = row[key]
        number = written if isinstance(written, int | float) and not isinstance(written, bool) else None
        if (problem := range_problem(key, written, number)) is not None:
            return problem
    return None
