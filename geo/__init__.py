"""Names -> points -> files. Import from here: `from geo import Event, find_events, geoparse`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.conventions import EVENT_TYPES, event_type_of, precision_of
from geo.event import PROPERTY_KEYS, Event
from geo.events import Findings, as_told, find_events, publication_day_of, read_events
from geo.geoparse import analyse, geoparse
from geo.merge import MAP_KEYS, report_of
from geo.toponym import Candidate, Evidence, Resolution, Toponym

if TYPE_CHECKING:
    from geo.geocoder import GazetteerGeocoder

__all__ = [
    "EVENT_TYPES", "MAP_KEYS", "PROPERTY_KEYS", "Candidate", "Event", "Evidence", "Findings",
    "GazetteerGeocoder", "Resolution", "Toponym", "analyse", "as_told", "event_type_of", "find_events",
    "geoparse", "precision_of", "publication_day_of", "read_events", "report_of",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """`GazetteerGeocoder` when it is asked for: geopy and numpy take a quarter of a second to import."""
    if name == "GazetteerGeocoder":
        from geo.geocoder import GazetteerGeocoder

        return GazetteerGeocoder
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
