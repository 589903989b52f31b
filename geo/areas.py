"""The area that an event may lie in, as a GeoJSON geometry (RFC 7946)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import pi
from typing import Any

from shapely import Polygon, box, from_wkb, get_coordinates, make_valid, polygons, set_precision
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from gazetteer import EARTH_RADIUS_KM, Gazetteer, Place
from geo.geometry import sphere_ring

CORNERS = 64
DECIMALS = 6
"""About a tenth of a metre; more would be a claim that nobody makes."""
QUARTER_KM = EARTH_RADIUS_KM * pi / 2
"""From a pole to the equator."""
POLAR_LIMIT = 89.999
OUTLINED = frozenset({"neighbourhood", "district", "province", "country"})
"""Levels of places that are areas and can have an outline."""
SAME_DEGREES = 0.0002
SLIVER = 1e-9
"""Square degrees; what a circle that just touches the antimeridian leaves on the other side."""

Position = tuple[float, float]
Geometry = dict[str, Any]
"""A GeoJSON geometry."""
AreaOf = Callable[[Mapping[str, Any]], Geometry | None]
"""The outline of the place that a report names, if the report is of the whole of it; else None."""


def no_outline(report: Mapping[str, Any]) -> Geometry | None:
    """Where no boundaries are loaded."""
    return None


def outlines_of(gazetteer: Gazetteer) -> AreaOf:
    """The outlines of an index, for reports at a place that has one: of its level, and at its very point.

    "north of Idlib" or "the countryside of Idlib" bears the place's id, and is not its outline.
    """

    @lru_cache(maxsize=256)
    def outline(id_: str) -> tuple[Place, Geometry] | None:
        place, area = gazetteer.place(id_), gazetteer.area(id_)
        return None if place is None or area is None else (place, polygon(area))

    def area_of(report: Mapping[str, Any]) -> Geometry | None:
        known = outline(report["place_id"]) if report["place_id"] is not None else None
        if known is None or report["lat"] is None or report["place_level"] not in OUTLINED:
            return None
        place, area = known
        there = abs(report["lat"] - place.lat) + abs(report["lon"] - place.lon) < SAME_DEGREES
        return area if there and report["place_level"] == place.level else None

    return area_of


def polygon(wkb: bytes) -> Geometry:
    """An outline as a GeoJSON geometry: right-hand rule, 6 decimals, valid."""
    rounded = set_precision(from_wkb(wkb), 10.0**-DECIMALS)
    valid = rounded if rounded.is_valid else make_valid(rounded)
    parts = [p for p in getattr(valid, "geoms", [valid]) if p.geom_type == "Polygon"]
    rings = [
        [_closed(part.exterior), *(_closed(hole, hole=True) for hole in part.interiors)]
        for part in sorted(parts, key=lambda part: -part.area)
    ]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": rings[0]}
    return {"type": "MultiPolygon", "coordinates": rings}


def circle(lat: float, lon: float, radius_km: float, corners: int = CORNERS) -> dict[str, Any]:
    """All that lies within `radius_km` of a point: a closed ring, exterior counter-clockwise, lon before lat.

    A circle over the antimeridian becomes a MultiPolygon of its two sides, as RFC 7946 asks; one that
    holds a pole reaches up to it. ValueError for a radius that is not above 0 and at most a quarter of
    the globe, where the word "circle" ends.
    """
    if not 0 < radius_km <= QUARTER_KM:
        raise ValueError(f"no radius of an area: {radius_km} km")
    # At the pole itself every bearing is south: a hundred metres beside it there are bearings again.
    lat = max(-POLAR_LIMIT, min(POLAR_LIMIT, lat))
    ring = sphere_ring(lat, lon, radius_km, corners)
    shape = polygons(ring)
    to_pole = (90 - abs(lat)) * EARTH_RADIUS_KM * pi / 180
    if radius_km >= to_pole:
        shape = _with_pole(ring, 90.0 if lat >= 0 else -90.0)
    west, _, east, _ = shape.bounds
    if west >= -180 and east <= 180:
        return _geometry([shape])
    return _geometry(on_globe(shape))


def _with_pole(ring: list[Position], pole: float) -> Polygon:
    """The ring read as the coast of a cap: unrolled once around the globe and closed along the pole."""
    ordered = sorted(((lon + 180) % 360 - 180, lat) for lon, lat in ring)
    edge = ordered[0][1]
    return Polygon([(-180.0, edge), *ordered, (180.0, edge), (180.0, pole), (-180.0, pole)])


def on_globe(shape: BaseGeometry) -> list[BaseGeometry]:
    """The parts of a shape with longitudes beyond 180, each brought back between -180 and 180."""
    parts: list[BaseGeometry] = []
    for shift in (-360.0, 0.0, 360.0):
        window = box(-180.0 - shift, -90.0, 180.0 - shift, 90.0)
        part = translate(shape.intersection(window), xoff=shift)
        parts += [p for p in getattr(part, "geoms", [part]) if p.area > SLIVER]
    return parts


def _geometry(polygons: list[BaseGeometry]) -> dict[str, Any]:
    rings = [[_closed(part.exterior)] for shape in polygons for part in _valid(shape)]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": rings[0]}
    return {"type": "MultiPolygon", "coordinates": rings}


def _valid(polygon: BaseGeometry) -> list[BaseGeometry]:
    """The rounded polygon, mended where a ring that just passes a pole crosses itself there."""
    rounded = set_precision(polygon, 10.0**-DECIMALS, mode="pointwise")
    mended = rounded if rounded.is_valid else make_valid(rounded)
    return [p for p in getattr(mended, "geoms", [mended]) if p.geom_type == "Polygon" and p.area > SLIVER]


def _closed(line: BaseGeometry, hole: bool = False) -> list[list[float]]:
    """Rounded, counter-clockwise (a hole clockwise), the last position the same as the first."""
    corners = get_coordinates(line).tolist()
    ring = [[round(lon, DECIMALS) + 0.0, round(lat, DECIMALS) + 0.0] for lon, lat in corners]
    if line.is_ccw == hole:
        ring.reverse()
    ring[-1] = ring[0]
    return ring
