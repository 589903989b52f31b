"""An event as it leaves the program: flat, every key always there, null where not known."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

EvidenceSpans = dict[str, list[tuple[str, int, int]]]


@dataclass(frozen=True, slots=True)
class Event:
    """One event of one article. The fields are the contract's keys, in its order."""

    id: str
    event_type: str
    sub_event_type: str
    date_start: str | None
    date_end: str | None
    date_precision: int | None
    date_basis: str | None
    place_text: str | None
    place_name: str | None
    place_id: str | None
    place_level: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    ucdp_where_prec: int | None
    acled_geo_precision: int | None
    admin1: str | None
    admin2: str | None
    country_name: str | None
    country: str | None
    place_confidence: float | None
    place_reason: str | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    civilians_killed_low: int | None
    civilians_killed_high: int | None
    children_killed_low: int | None
    women_killed_low: int | None
    victims: str
    toll_text: str | None
    perpetrator: str | None
    target: str | None
    weapon: str | None
    perpetrator_status: str | None
    attribution: str | None
    quote: str
    spans: EvidenceSpans
    confidence: float

    def record(self) -> dict[str, Any]:
        """The event as `extract` prints it, `spans` and all."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


PROPERTY_KEYS: tuple[str, ...] = tuple(f.name for f in fields(Event) if f.name != "spans")
"""The contract's keys of an event on a map, in order."""
