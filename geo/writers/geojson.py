"""Reports -> two GeoJSON files (RFC 7946): every event as a point or unlocated, and the areas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import IO, Any

from geo.areas import DECIMALS, AreaOf, circle, no_outline
from geo.merge import MAP_KEYS
from geo.writers.atomic import replacing

FLOAT_KEYS: frozenset[str] = frozenset({"lat", "lon", "radius_km", "place_confidence", "confidence"})
"""Always written with a decimal point: QGIS takes a column of 1 and 0.5 for two types."""
AREA_LEVELS: frozenset[str] = frozenset({"near", "district", "province", "region", "country"})
HEAD = '{"type":"FeatureCollection","features":['


@dataclass(frozen=True, slots=True)
class Counts:
    """How many features went where."""

    events: int
    """Features of the points file: every report."""
    located: int
    """Those of them with a geometry."""
    areas: int
    """Features of the areas file."""


def write_geojson(
    path_points: Path,
    path_areas: Path,
    reports: Iterable[Mapping[str, Any]],
    area_of: AreaOf = no_outline,
) -> Counts:
    """Write both files in one pass; memory does not grow with the number of reports.

    The points file holds every event: its point, or a null geometry where it is not located. The point of
    an event wider than `near` is only the middle of its area: filter by `place_level` before mapping it.
    The areas file holds under the same id the outline that `area_of` gives for an event, else a circle of
    `radius_km` around the point of one that is `near` a place or wider. ValueError, and both files left as
    they were, for a report that lacks a key or has a number that is no number, a point off the globe, or a
    point without a radius.
    """
    events = located = areas = 0
    with ExitStack() as stack:
        points_file = stack.enter_context(replacing(path_points))
        areas_file = stack.enter_context(replacing(path_areas))
        points_file.write(HEAD)
        areas_file.write(HEAD)
        for report in reports:
            properties = properties_of(report)
            point = _point(properties)
            _put(points_file, properties, point, first=events == 0)
            events += 1
            if point is None:
                continue
            located += 1
            area = area_of(properties)
            if area is None and properties["place_level"] in AREA_LEVELS:
                area = circle(properties["lat"], properties["lon"], properties["radius_km"])
            if area is not None:
                _put(areas_file, properties, area, first=areas == 0)
                areas += 1
        points_file.write("\n]}\n")
        areas_file.write("\n]}\n")
    return Counts(events, located, areas)


def properties_of(report: Mapping[str, Any]) -> dict[str, Any]:
    """The report's keys in the contract's order, numbers of one type per key, coordinates rounded."""
    missing = [key for key in MAP_KEYS if key not in report]
    if missing:
        raise ValueError(f"event {report.get('id')!r} lacks {', '.join(missing)}")
    properties = {key: report[key] for key in MAP_KEYS}
    for key in FLOAT_KEYS:
        value = properties[key]
        if value is not None and not isfinite(value):
            raise ValueError(f"event {report['id']!r}: {key} is {value}")
        properties[key] = None if value is None else round(float(value), DECIMALS)
    return properties


def _point(properties: Mapping[str, Any]) -> dict[str, Any] | None:
    """The point geometry, or None for an unlocated event; 0 is a latitude."""
    lat, lon = properties["lat"], properties["lon"]
    if lat is None and lon is None:
        return None
    if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"event {properties['id']!r} has no point on the globe: {lat}, {lon}")
    if properties["radius_km"] is None or properties["place_level"] is None:
        raise ValueError(f"event {properties['id']!r} has a point without radius_km or place_level")
    return {"type": "Point", "coordinates": [lon, lat]}


def _put(
    file: IO[str], properties: Mapping[str, Any], geometry: Mapping[str, Any] | None, *, first: bool
) -> None:
    feature = {"type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties}
    line = json.dumps(feature, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    file.write(("\n" if first else ",\n") + line)
