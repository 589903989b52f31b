"""GeoJSON geometries as well-known binary, and their bounds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from struct import pack

from geo.areas import Geometry

Bounds = tuple[float, float, float, float]
"""West, south, east, north."""
_POINT, _POLYGON, _MULTIPOLYGON = 1, 3, 6


def point_wkb(point: Geometry) -> bytes:
    """A Point, little-endian."""
    return pack("<BI2d", 1, _POINT, *point["coordinates"])


def areas_wkb(area: Geometry) -> bytes:
    """A Polygon or MultiPolygon as a MultiPolygon, for a layer holds one type; rings as they are."""
    polygons = polygons_of(area)
    parts = [pack("<B2I", 1, _MULTIPOLYGON, len(polygons))]
    for rings in polygons:
        parts.append(pack("<B2I", 1, _POLYGON, len(rings)))
        for ring in rings:
            parts.append(pack(f"<I{2 * len(ring)}d", len(ring), *chain.from_iterable(ring)))
    return b"".join(parts)


def bounds(geometry: Geometry) -> Bounds:
    """The box around a Point, Polygon or MultiPolygon."""
    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"]
        return lon, lat, lon, lat
    shells = [rings[0] for rings in polygons_of(geometry)]
    lons = [lon for shell in shells for lon, _ in shell]
    lats = [lat for shell in shells for _, lat in shell]
    return min(lons), min(lats), max(lons), max(lats)


def polygons_of(area: Geometry) -> Sequence[Sequence[Sequence[Sequence[float]]]]:
    """The polygons of a Polygon or MultiPolygon, each a list of rings, the shell first."""
    polygons: Sequence[Sequence[Sequence[Sequence[float]]]] = (
        area["coordinates"] if area["type"] == "MultiPolygon" else [area["coordinates"]]
    )
    return polygons
