"""The events of a run, read back from its GeoJSON files; also where somebody has corrected them since."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from geo.areas import Geometry
from geo.conventions import EVENT_TYPES
from geo.writers.feature import properties_of


class UnreadableEvents(ValueError):
    """A file that holds no events of a run: which one, what is wrong, what to do."""


def read_events(path: Path) -> list[dict[str, Any]]:
    """The properties of every event of an events.geojson. Raises UnreadableEvents."""
    events = []
    for number, feature in enumerate(_features(path), start=1):
        try:
            properties = properties_of(feature["properties"])
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableEvents(f"{path}: feature {number}: {error}; give what `run` wrote") from error
        if properties["event_type"] not in EVENT_TYPES:
            told = f"no event type of ACLED's: {properties['event_type']!r}"
            raise UnreadableEvents(f"{path}: feature {number}: {told}; names are in docs/outputs.md")
        events.append(properties)
    return events


def read_outlines(path: Path, ids: Collection[str]) -> dict[str, Geometry]:
    """The geometries of those ids in an areas.geojson; none where there is no such file."""
    if not path.exists():
        return {}
    return {f["id"]: f["geometry"] for f in _features(path) if f.get("id") in ids and f.get("geometry")}


def _features(path: Path) -> list[dict[str, Any]]:
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        told = f"{path}: {error.strerror or error}; give the output folder of a run"
        raise UnreadableEvents(told) from error
    except ValueError as error:
        raise UnreadableEvents(f"{path}: no JSON ({error}); give what `run` wrote") from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise UnreadableEvents(f"{path}: no GeoJSON of features; give the events.geojson of a run")
    return features
