"""What the map's page is told of each event: one short row of words and numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from geo.areas import Geometry
from geo.conventions import EVENT_TYPES, POINT_LEVELS
from geo.merge import web_url
from geo.wording import area_in_words, date_in_words, day_in_words, place_in_words, toll_in_words

KEYS: tuple[str, ...] = (
    "id", "kind", "sub", "lat", "lon", "radius", "area", "name", "size", "told", "date", "where",
    "placeText", "toll", "perpetrator", "status", "target", "weapon", "attribution", "quote", "reason",
    "sure", "sources", "outline",
)  # fmt: skip
"""The columns of a row, as the page's script names them."""
POOLED: tuple[str, ...] = tuple(
    k for k in KEYS if k not in ("id", "kind", "lat", "lon", "radius", "size", "told")
)
"""The columns that hold words: a table says each of them once, for a story repeats its own."""

GRADES: Mapping[str, str] = MappingProxyType(
    {
        "Confirmed": "a side in the conflict says that it did it",
        "Fair": "two or more independent sources",
        "Weak": "a single source",
        "Contested": "the sources name different sides",
        "Discounted": "those hit are said to be combatants, or another cause is likely",
    }
)
"""Airwars' grades, which speak of harm to civilians, for a reader who does not know them."""


def row_of(report: Mapping[str, Any], outline: Geometry | None = None) -> list[Any]:
    """One event in the order of KEYS. `area` is the label of a wide event and null for a point; `outline` the
    polygons of its place, each a list of rings of [lat, lon], null where it is a circle.

    ValueError for an event type that is not ACLED's.
    """
    if report["event_type"] not in EVENT_TYPES:
        raise ValueError(f"event {report['id']!r}: no event type of ACLED's: {report['event_type']!r}")
    lat, lon, radius = (report[key] for key in ("lat", "lon", "radius_km"))
    located = lat is not None
    wide = located and report["place_level"] not in POINT_LEVELS
    row: list[Any] = [
        report["id"], EVENT_TYPES.index(report["event_type"]), report["sub_event_type"],
        _rounded(lat, 6), _rounded(lon, 6), _rounded(radius, 1),
        area_in_words(report) if wide else None, report["place_name"], _size(report), _told(report),
        date_in_words(report), place_in_words(report), _own_words(report), toll_in_words(report),
        report["perpetrator"], report["perpetrator_status"], report["target"], report["weapon"],
        report["attribution"], report["quote"], report["place_reason"], _how_sure(report), _sources(report),
    ]  # fmt: skip
    return [*(_plain(value) for value in row), None if outline is None else _rings(outline)]


def _rings(outline: Geometry) -> list[Any]:
    """Every polygon of a geometry as the page's script takes it, to some ten metres."""
    shapes = outline["coordinates"] if outline["type"] == "MultiPolygon" else [outline["coordinates"]]
    return [
        [[[round(lat, 4), round(lon, 4)] for lon, lat in ring] for ring in polygon] for polygon in shapes
    ]


# Marks that turn the direction of what follows, and controls that no page shows: an article could rewrite our
# own words beside its title with them.
_UNSEEN = {
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]),
    **dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)], "\ufffd"),
}


def _plain(value: Any) -> Any:
    """Words without unseen marks; lists of words likewise; anything else as it is."""
    if isinstance(value, str):
        return value.translate(_UNSEEN)
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _told(report: Mapping[str, Any]) -> bool:
    """Whether anything is said of people killed: null is not zero."""
    return report["killed_low"] is not None or report["killed_high"] is not None


def _size(report: Mapping[str, Any]) -> int:
    """0 to 3 by the lower figure: none or not told, 1 and more, 10 and more, 50 and more."""
    low = report["killed_low"] or 0
    return sum(low >= step for step in (1, 10, 50))


def _own_words(report: Mapping[str, Any]) -> str | None:
    """The article's words for the place where the name alone does not say them."""
    text: str | None = report["place_text"]
    return None if text == report["place_name"] else text


def _how_sure(report: Mapping[str, Any]) -> str:
    """Grade and confidences as a sentence."""
    grade = report["grade"]
    words = f"Support: {grade} ({GRADES[grade]}). Confidence: event {report['confidence']:.2f}"
    place = report["place_confidence"]
    return f"{words}." if place is None else f"{words}, place {place:.2f}."


def _sources(report: Mapping[str, Any]) -> list[list[str | None]]:
    """Outlet, link, title and day of each source, from `claims`; the titles' joined form has no way back."""
    claims = json.loads(report["claims"])
    return [[c["source"], web_url(c["url"]), c["title"], _published(c["published"])] for c in claims]


def _published(day: str | None) -> str | None:
    return None if day is None else day_in_words(date.fromisoformat(day))


@dataclass(slots=True)
class WordTable:
    """Values, each once; a row holds their numbers."""

    values: list[Any] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def pooled(self, row: list[Any]) -> list[Any]:
        """The row with the number of each word in the place of the word; null stays null."""
        return [
            self._number(value) if key in POOLED and value is not None else value
            for key, value in zip(KEYS, row, strict=True)
        ]

    def _number(self, value: Any) -> int:
        number = self._numbers.setdefault(json.dumps(value), len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number
