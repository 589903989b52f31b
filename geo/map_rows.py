"""What the map's page is told of each event: small numbers, its own words, its place and who tells it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from geo.conventions import EVENT_TYPE_OF, EVENT_TYPES, PRECISION
from geo.merge import CLAIM_KEYS, web_url
from geo.plain_text import plain_text

CODES: Mapping[str, tuple[str | None, ...]] = MappingProxyType(
    {
        "event_type": EVENT_TYPES,
        "sub_event_type": tuple(EVENT_TYPE_OF),
        "place_level": (*PRECISION, None),
        "date_basis": (None, "stated", "relative", "publication"),
        "victims": ("unknown", "civilians", "combatants", "mixed"),
        "perpetrator_status": (None, "reported", "alleged", "claimed", "denied"),
        "grade": ("Confirmed", "Fair", "Weak", "Contested", "Discounted"),
    }
)
"""Keys of a few known values, which a row gives by their number here."""
DAYS = ("date_start", "date_end")
"""Keys that a row gives as days since 1970-01-01."""
COUNTS = (
    "killed_low", "killed_high", "injured_low", "injured_high", "civilians_killed_low",
    "civilians_killed_high", "children_killed_low", "women_killed_low",
)  # fmt: skip
"""Tolls: -1 where nothing is told."""
NUMBERS: tuple[str, ...] = (
    *(key for key in CODES if key != "place_level"), *DAYS, "date_precision", *COUNTS, "confidence",
    "place_confidence",
)  # fmt: skip
TEXTS = (
    "id", "place_text", "toll_text", "perpetrator", "target", "weapon", "attribution", "quote",
    "place_reason", "updated",
)  # fmt: skip
PLACE = (
    "place_name", "place_id", "place_level", "lat", "lon", "radius_km", "admin1", "admin2", "country_name",
    "country",
)  # fmt: skip
ARTICLE = ("source", "url", "title", "published")
_EPOCH = date(1970, 1, 1).toordinal()

Cell = int | float | str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One event as the page keeps it."""

    numbers: tuple[Cell, ...]
    """In the order of NUMBERS; None only for an unknown day, precision or confidence."""
    texts: tuple[str | None, ...]
    """In the order of TEXTS."""
    place: tuple[Cell, ...]
    """In the order of PLACE, the level by its number."""
    claims: tuple[tuple[tuple[Cell, ...], dict[str, Cell]], ...]
    """Each source's article, in the order of ARTICLE, and what it tells otherwise than the whole event."""


def row_of(report: Mapping[str, Any]) -> Row:
    """A report (a dict with MAP_KEYS) as a row.

    ValueError for a word that is none of its key's and for a toll below 0.
    """
    return Row(
        tuple(_number(report, key) for key in NUMBERS),
        tuple(plain(report[key]) for key in TEXTS),
        tuple(_place_cell(report, key) for key in PLACE),
        tuple(_claim(report, claim) for claim in json.loads(report["claims"])),
    )


def _number(report: Mapping[str, Any], key: str) -> Cell:
    value = report[key]
    if key in CODES:
        return _code(report, key)
    if key in DAYS:
        return None if value is None else date.fromisoformat(value).toordinal() - _EPOCH
    if key in COUNTS:
        if value is not None and value < 0:
            raise ValueError(f"event {report['id']!r}: {key} is {value}; a toll is null, 0 or more")
        return -1 if value is None else int(value)
    return None if value is None else shortest(value, 3)


def _code(report: Mapping[str, Any], key: str) -> int:
    known, value = CODES[key], report[key]
    if value not in known:
        said = ", ".join(str(word) for word in known)
        raise ValueError(f"event {report['id']!r}: no {key} {value!r}; the known ones: {said}")
    return known.index(value)


def _place_cell(report: Mapping[str, Any], key: str) -> Cell:
    if key == "place_level":
        return _code(report, key)
    value = report[key]
    return shortest(value, 6) if isinstance(value, float) else plain(value)


def _claim(report: Mapping[str, Any], claim: Mapping[str, Any]) -> tuple[tuple[Cell, ...], dict[str, Cell]]:
    source = (claim["source"], web_url(claim["url"]), claim["title"], claim["published"])
    own = {key: _told(claim.get(key)) for key in CLAIM_KEYS if _told(claim.get(key)) != _told(report[key])}
    return tuple(plain(value) for value in source), own


def _told(value: Any) -> Cell:
    return shortest(value, 6) if isinstance(value, float) else plain(value)


def plain(value: Any) -> Any:
    """Words without unseen marks; anything else as it is."""
    return plain_text(value) if isinstance(value, str) else value


def shortest(value: float, digits: int) -> int | float:
    """Rounded, and an int where it is whole: "3" for "3.0"."""
    rounded = round(value, digits)
    return int(rounded) if rounded == int(rounded) else rounded
