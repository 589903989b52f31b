"""What the columns of a boundary file mean: OCHA COD-AB old and new, geoBoundaries, GADM, or as told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

OWN_NAME = ("NAME_EN", "NAM_EN_REF", "NAME_AR", "NAM_AR_REF")
DIVISION = re.compile(r"adm(?:in)?(\d)_?(ref|name\d?|alt\d?_?[a-z]{2}|pcode|[a-z]{2})", re.I)
GADM = re.compile(r"(?:var)?name_(\d)", re.I)
Maker = Literal["OCHA COD-AB", "geoBoundaries", "GADM", ""]
LICENCES: dict[Maker, str] = {
    "OCHA COD-AB": "CC BY-IGO, unless the file's own page says otherwise",
    "geoBoundaries": "CC BY 4.0, unless the file's own page says otherwise",
    "GADM": "GADM's own: not for commercial use",
    "": "not stated",
}
NEIGHBOURHOOD_RANK = 5
"""Below ADM4: the quarters of a city."""


@dataclass(frozen=True, slots=True)
class BoundaryColumns:
    """Which column holds what."""

    maker: Maker
    names: tuple[str, ...]
    """Of the unit; the first that is filled is printed."""
    rank: int | None
    """The unit's administrative level, 0 for a country; None where the columns do not tell."""
    rank_column: str | None = None
    """Where each row tells it itself ("ADM2")."""
    code: str | None = None
    country: str | None = None
    """A code or name of the country."""
    within_code: str | None = None
    """The p-code of the division around it."""
    admin1: str | None = None
    admin2: str | None = None
    city: str | None = None
    """The town that a neighbourhood lies in."""
    day: str | None = None


def recognise(columns: Sequence[str]) -> BoundaryColumns | None:
    """The meaning of columns whose maker is known; None for others."""
    by_lower = {column.lower(): column for column in columns}
    if "shapename" in by_lower:
        return BoundaryColumns(
            "geoBoundaries", (by_lower["shapename"],), None, by_lower.get("shapetype"),
            by_lower.get("shapeiso"), by_lower.get("shapegroup"),
        )  # fmt: skip
    divisions = _divisions(columns)
    if divisions:
        return _ocha(columns, by_lower, divisions)
    ranks = [int(match.group(1)) for c in columns if (match := GADM.fullmatch(c))]
    if ranks and "gid_0" in by_lower:
        top = max(ranks)
        called = (f"name_{top}", f"varname_{top}", f"nl_name_{top}")
        names = tuple(by_lower[name] for name in called if name in by_lower)
        return BoundaryColumns(
            "GADM", names, top, code=by_lower.get(f"gid_{top}"), country=by_lower["gid_0"],
            within_code=by_lower.get(f"gid_{top - 1}"), admin1=by_lower.get("name_1"),
            admin2=by_lower.get("name_2"),
        )  # fmt: skip
    return None


def told_columns(columns: Sequence[str], name: str) -> BoundaryColumns | None:
    """The meaning of the columns where the user says which has the names; None if there is no such column."""
    exact = next((c for c in columns if c.lower() == name.lower()), None)
    if exact is None:
        return None
    known = recognise(columns)
    by_lower = {column.lower(): column for column in columns}
    country = next((by_lower[c] for c in ("iso3", "iso_a3", "adm0_a3", "country") if c in by_lower), None)
    return BoundaryColumns(
        known.maker if known else "", (exact,), known.rank if known else None,
        known.rank_column if known else None, known.code if known else None,
        known.country if known else country,
    )  # fmt: skip


def _divisions(columns: Sequence[str]) -> dict[int, dict[str, str]]:
    """By administrative level, what is told -> column: {1: {"en": "ADM1_EN", "pcode": "ADM1_PCODE"}}."""
    found: dict[int, dict[str, str]] = {}
    for column in columns:
        match = DIVISION.fullmatch(column)
        if match:
            found.setdefault(int(match.group(1)), {})[match.group(2).lower()] = column
    return found


def _ocha(
    columns: Sequence[str], by_lower: dict[str, str], divisions: dict[int, dict[str, str]]
) -> BoundaryColumns:
    """Either the unit has columns of its own (NAME_EN, PCODE) beside those of what it lies in, or its columns
    are those of the highest level."""
    top = max(divisions)
    own = [by_lower[c.lower()] for c in OWN_NAME if c.lower() in by_lower]
    rank = top + 1 if own else top
    names = own or [column for word, column in _by_trust(divisions[top]) if word != "pcode"]
    around = divisions.get(rank - 1, {})
    zero = divisions.get(0, {})
    day = next((by_lower[c] for c in ("update_dat", "date", "validon", "valid_on") if c in by_lower), None)
    return BoundaryColumns(
        "OCHA COD-AB", tuple(names), rank,
        code=by_lower.get("pcode") if own else divisions[top].get("pcode"),
        country=zero.get("pcode") or by_lower.get("iso3") or by_lower.get("iso2"),
        within_code=around.get("pcode"),
        admin1=_name_column(divisions.get(1, {})) if rank > 1 else None,
        admin2=_name_column(divisions.get(2, {})) if rank > 2 else None,
        city=_name_column(divisions.get(4, {})) if rank >= NEIGHBOURHOOD_RANK else None,
        day=day,
    )  # fmt: skip


def _by_trust(division: dict[str, str]) -> list[tuple[str, str]]:
    """English first, then the plain name, the reference spelling, the other languages."""
    order = ("en", "name", "ref")
    return sorted(
        division.items(), key=lambda pair: (order.index(pair[0]) if pair[0] in order else 9, pair[1])
    )


def _name_column(division: dict[str, str]) -> str | None:
    return next((column for word, column in _by_trust(division) if word != "pcode"), None)
