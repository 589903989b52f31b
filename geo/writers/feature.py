"""One event as every writer gets it: checked, in the contract's order, with its point and its area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from geo.areas import DECIMALS, AreaOf, Geometry, circle, no_outline
from geo.merge import MAP_KEYS
from geo.plain_text import storable

FLOAT_KEYS: frozenset[str] = frozenset({"lat", "lon", "radius_km", "place_confidence", "confidence"})
"""Always floats, in files too: QGIS takes a column of 1 and 0.5 for two types."""
AREA_LEVELS: frozenset[str] = frozenset({"near", "district", "province", "region", "country"})


@dataclass(frozen=True, slots=True)
class Feature:
    """An event and where it lies."""

    properties: dict[str, Any]
    """MAP_KEYS in their order, null where not known."""
    point: Geometry | None
    """A GeoJSON Point; of an event wider than `near` only the middle of its area. None: not located."""
    outline: Geometry | None
    """The boundary of its place, where the event is of the whole of it and boundaries are loaded."""
    area: Geometry | None
    """Where it may lie if it is `near` a place or wider: the outline, else a circle of `radius_km`."""


def feature_of(report: Mapping[str, Any], area_of: AreaOf = no_outline) -> Feature:
    """A report, checked. ValueError for one that lacks a key or has a number that is no number, a point off
    the globe, or a point without a radius."""
    properties = properties_of(report)
    point = _point(properties)
    outline = None if point is None else area_of(properties)
    area = outline
    if point is not None and area is None and properties["place_level"] in AREA_LEVELS:
        area = circle(properties["lat"], properties["lon"], properties["radius_km"])
    return Feature(properties, point, outline, area)


def properties_of(report: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a report in the contract's order: floats rounded, words `storable`. Raises ValueError."""
    try:
        properties = {key: report[key] for key in MAP_KEYS}
    except KeyError:
        missing = ", ".join(key for key in MAP_KEYS if key not in report)
        raise ValueError(f"event {report.get('id')!r} lacks {missing}") from None
    for key, value in properties.items():
        if value is None:
            continue
        if isinstance(value, float) and not isfinite(value):
            raise ValueError(f"event {report['id']!r}: {key} is {value}")
        if key in FLOAT_KEYS:
            properties[key] = round(float(value), DECIMALS)
        elif isinstance(value, str):
            properties[key] = storable(value)
    return properties


def _point(properties: Mapping[str, Any]) -> Geometry | None:
    """The point geometry, or None for an unlocated event; 0 is a latitude."""
    lat, lon = properties["lat"], properties["lon"]
    if lat is None and lon is None:
        return None
    if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"event {properties['id']!r} has no point on the globe: {lat}, {lon}")
    if properties["radius_km"] is None or properties["place_level"] is None:
        raise ValueError(f"event {properties['id']!r} has a point without radius_km or place_level")
    return {"type": "Point", "coordinates": [lon, lat]}
