"""The columns of every table of events: the contract's keys, each of one kind in every file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any, Literal

from geo.merge import MAP_KEYS
from geo.plain_text import storable
from geo.writers.feature import FLOAT_KEYS

Kind = Literal["text", "integer", "float", "day", "instant"]

_INTEGERS = frozenset(
    {
        "date_precision", "ucdp_where_prec", "acled_geo_precision", "killed_low", "killed_high",
        "injured_low", "injured_high", "civilians_killed_low", "civilians_killed_high",
        "children_killed_low", "women_killed_low", "source_count",
    }
)  # fmt: skip
_DAYS = frozenset({"date_start", "date_end", "first_published", "last_published"})
_INSTANTS = frozenset({"updated"})
_LARGEST = 2**63 - 1


def _kind(key: str) -> Kind:
    if key in _INTEGERS:
        return "integer"
    if key in FLOAT_KEYS:
        return "float"
    if key in _DAYS:
        return "day"
    return "instant" if key in _INSTANTS else "text"


KINDS: Mapping[str, Kind] = MappingProxyType({key: _kind(key) for key in MAP_KEYS})
"""Each key's kind, in the contract's order."""


def typed(key: str, kind: Kind, properties: Mapping[str, Any]) -> Any:
    """A value as its kind: a day is a date, an instant a datetime in UTC, text `storable`; None stays None.

    ValueError, naming event and key, for a value that is none of its kind.
    """
    value = properties[key]
    if value is None:
        return None
    try:
        match kind:
            case "text":
                return storable(value)
            case "integer":
                return _integer(value)
            case "float":
                return float(value)
            case "day":
                return date.fromisoformat(value)
            case "instant":
                return _instant(value)
    except (TypeError, ValueError) as error:
        raise ValueError(f"event {properties['id']!r}: {key} is no {kind}: {value!r}") from error


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
        raise ValueError("no whole number of 64 bits")
    return value


def _instant(value: str) -> datetime:
    """Without an offset it is UTC already."""
    instant = datetime.fromisoformat(value)
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
