"""What the map's page is told of each event, as cells of JSON: numbers, words, its place, who tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from geo.conventions import EVENT_TYPE_OF, EVENT_TYPES, PRECISION
from geo.merge import CLAIM_KEYS, web_url
from geo.plain_text import plain_text, storable

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
"""Keys of a few known values, each told by its number here."""
CODED = tuple(key for key in CODES if key != "place_level")
DAYS = ("date_start", "date_end")
"""Told as days since 1970-01-01."""
COUNTS = (
    "killed_low", "killed_high", "injured_low", "injured_high", "civilians_killed_low",
    "civilians_killed_high", "children_killed_low", "women_killed_low",
)  # fmt: skip
"""Tolls: -1 where nothing is told."""
SHARES = ("confidence", "place_confidence")
NUMBERS: tuple[str, ...] = (*CODED, *DAYS, "date_precision", *COUNTS, *SHARES)
TEXTS = (
    "id", "place_text", "toll_text", "perpetrator", "target", "weapon", "attribution", "quote",
    "place_reason", "updated",
)  # fmt: skip
PLACE = (
    "place_name", "place_id", "place_level", "lat", "lon", "radius_km", "admin1", "admin2", "country_name",
    "country",
)  # fmt: skip
ARTICLE = ("source", "url", "title", "published")
_NUMBER_OF = {key: {word: str(number) for number, word in enumerate(CODES[key])} for key in CODES}
_EPOCH = date(1970, 1, 1).toordinal()
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_claimed = itemgetter(*CLAIM_KEYS)

Article = tuple[str | None, ...]


def text_cell(text: str) -> str:
    """A text of an article as JSON."""
    return encode_basestring(plain_text(text))


def number_cells(report: Mapping[str, Any]) -> list[str]:
    """The cells of a report (a dict with MAP_KEYS) in the order of NUMBERS.

    ValueError for a word that is none of its key's and for a toll below 0.
    """
    cells = [_code(report, key) for key in CODED]
    cells += ["null" if report[key] is None else _day(report[key]) for key in DAYS]
    cells.append("null" if report["date_precision"] is None else str(report["date_precision"]))
    for key in COUNTS:
        count = report[key]
        if count is not None and count < 0:
            raise ValueError(f"event {report['id']!r}: {key} is {count}; a toll is null, 0 or more")
        cells.append("-1" if count is None else str(count))
    cells += ["null" if report[key] is None else _shortest(report[key], 3) for key in SHARES]
    return cells


def _code(report: Mapping[str, Any], key: str) -> str:
    number = _NUMBER_OF[key].get(report[key])
    if number is None:
        said = ", ".join(str(word) for word in CODES[key])
        raise ValueError(f"event {report['id']!r}: no {key} {report[key]!r}; the known ones: {said}")
    return number


@lru_cache(maxsize=8192)
def _day(iso: str) -> str:
    return str(date.fromisoformat(iso).toordinal() - _EPOCH)


def _shortest(value: float, digits: int) -> str:
    """Rounded, without ".0" where it is whole."""
    return str(round(value, digits)).removesuffix(".0")


def place_cell(report: Mapping[str, Any], outline: int | None) -> str:
    """A list in the order of PLACE, then the number of its outline. ValueError for an unknown level."""
    cells = [
        _code(report, key) if key == "place_level" else _plain_cell(report[key]) for key in PLACE
    ]  # fmt: skip
    return f"[{','.join(cells)},{'null' if outline is None else outline}]"


def _plain_cell(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, float):
        return _shortest(value, 6)
    return text_cell(value) if isinstance(value, str) else _encode(value)


def claims_of(report: Mapping[str, Any]) -> Iterator[tuple[Article, str | None]]:
    """Each source's article as the report has it, in the order of ARTICLE, and as an object of JSON what it
    tells otherwise than the whole event; None where that is nothing."""
    whole = _claimed(report)
    for claim in json.loads(report["claims"]):
        own = zip(CLAIM_KEYS, map(claim.get, CLAIM_KEYS), whole, strict=True)
        cells = [
            f'"{key}":{_plain_cell(value)}'
            for key, value, other in own
            if value != other and _differs(value, other)
        ]
        yield tuple(claim[key] for key in ARTICLE), f"{{{','.join(cells)}}}" if cells else None


def _differs(value: object, other: object) -> bool:
    """Whether two values that are not equal are more apart than a rounding, or what no file can hold."""
    if isinstance(value, str):
        return storable(value) != other
    return not isinstance(value, float) or not isinstance(other, float) or round(value - other, 6) != 0


def article_cell(article: Article) -> str:
    """A list in the order of ARTICLE; of the links only those that a reader can follow."""
    source, url, title, published = article
    return f"[{','.join(map(_plain_cell, (source, web_url(url), title, published)))}]"
