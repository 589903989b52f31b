"""Names -> points -> files. Import from here: `from geo import Event, find_events, geoparse`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from geo.conventions import EVENT_TYPES, event_type_of, precision_of
from geo.elsewhere import Elsewhere, Found, Question
from geo.event import PROPERTY_KEYS, Event
from geo.events import Findings, as_told, find_events, publication_day_of, read_events
from geo.geoparse import analyse, geoparse
from geo.merge import MAP_KEYS, report_of
from geo.online_options import OnlineOptions, ServiceName
from geo.proposals import Proposal, Proposer, checked
from geo.toponym import Resolution, Toponym

if TYPE_CHECKING:
    from geo.geocoder import GazetteerGeocoder
    from geo.online import OnlinePlaces, run_report

__all__ = [
    "EVENT_TYPES", "MAP_KEYS", "PROPERTY_KEYS", "Elsewhere", "Event", "Findings", "Found",
    "GazetteerGeocoder", "OnlineOptions", "OnlinePlaces", "Proposal", "Proposer", "Question", "Resolution",
    "ServiceName", "Toponym", "analyse", "as_told", "checked", "event_type_of", "find_events", "geoparse",
    "precision_of", "publication_day_of", "read_events", "report_of", "run_report",
]  # fmt: skip
LATE = {
    "GazetteerGeocoder": "geo.geocoder",
    "OnlinePlaces": "geo.online",
    "run_report": "geo.online",
}
"""Imported when they are asked for: geopy and numpy take a quarter of a second."""


def __getattr__(name: str) -> Any:
    if name in LATE:
        return getattr(import_module(LATE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
