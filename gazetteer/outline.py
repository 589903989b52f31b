"""The outline of a division: in WGS 84, simplified, with its middle and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import BadInput
from gazetteer.layer import plain
from gazetteer.place import KM_PER_DEGREE

SHARE, LEAST_DEGREES, MOST_DEGREES = 1 / 400, 0.0001, 0.005
"""Corners are left out where the line then moves by no more than a 400th of the outline's diagonal: 10 m at
least, for a quarter, and 500 m at most, for a province. The files of a country shrink to a tenth."""
LEAST_KM, SLACK_DEGREES = 0.3, 0.001


class Outline(NamedTuple):
    """What the index keeps of a geometry."""

    lat: float
    lon: float
    """A point inside it: the centroid where that lies inside."""
    radius_km: float | None
    """From there to the farthest corner. None for a point."""
    wkb: bytes | None
    """Polygons only, in WGS 84, little-endian; None for a point or line."""


def to_wgs84(path: Path, shapes: Iterable[bytes | None], crs: str | None) -> Iterator[BaseGeometry | None]:
    """The geometries reprojected; without a projection they must be degrees already. Raises BadInput."""
    geometries = shapely.from_wkb(list(shapes), on_invalid="fix")
    if not len(geometries):
        return
    if crs is not None and crs != "EPSG:4326":
        geometries = shapely.transform(geometries, _transform(path, crs))
    bounds = shapely.total_bounds(geometries)
    off = (-180 - bounds[0], bounds[2] - 180, -90 - bounds[1], bounds[3] - 90)
    if any(degrees > SLACK_DEGREES for degrees in off):
        known = "they go beyond 180 and 90 degrees" if crs else "no projection (.prj) says what they are"
        raise BadInput(path, f"its coordinates are no longitudes and latitudes: {known}")
    yield from geometries


def _transform(path: Path, crs: str) -> Any:
    import numpy as np
    from pyproj import Transformer
    from pyproj.exceptions import CRSError, ProjError

    try:
        transformer = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    except (CRSError, ProjError) as error:
        raise BadInput(path, f"its projection is not known ({plain(str(error))})") from error
    return lambda points: np.column_stack(transformer.transform(points[:, 0], points[:, 1]))


def outline_of(shape: BaseGeometry | None) -> Outline | None:
    """None for a geometry that is missing or empty."""
    if shape is None or shape.is_empty:
        return None
    if shape.geom_type not in ("Polygon", "MultiPolygon", "GeometryCollection"):
        middle = shape.centroid
        return Outline(middle.y, middle.x, None, None)
    whole = shape if shape.is_valid else shapely.make_valid(shape)
    west, south, east, north = whole.bounds
    tolerance = min(MOST_DEGREES, max(LEAST_DEGREES, SHARE * hypot(east - west, north - south)))
    simple = polygons_of(shapely.make_valid(whole.simplify(tolerance, preserve_topology=True)))
    middle, reach = _middle(_across_the_date_line(whole))
    # What is drawn as a line encloses nothing.
    wkb = None if simple.is_empty else shapely.to_wkb(simple, byte_order=1)
    return Outline(middle.y, middle.x - 360 if middle.x > 180 else middle.x, reach if wkb else None, wkb)


def _middle(whole: BaseGeometry) -> tuple[BaseGeometry, float]:
    """A point inside, and how far from there it reaches."""
    middle = whole.centroid if whole.contains(whole.centroid) else whole.representative_point()
    return middle, _reach_km(whole, middle)


def _across_the_date_line(shape: BaseGeometry) -> BaseGeometry:
    """In one piece, from 0 to 360 degrees, where that is narrower: Fiji is no belt around the earth."""
    west, _, east, _ = shape.bounds
    if east - west <= 180:
        return shape
    turned = shapely.make_valid(shapely.transform(shape, lambda points: points + (points < 0) * (360.0, 0.0)))
    return turned if turned.bounds[2] - turned.bounds[0] < east - west else shape


def _reach_km(shape: BaseGeometry, middle: BaseGeometry) -> float:
    """Flat geometry will do: a country's farthest corner may be a few per cent off."""
    corners = shapely.get_coordinates(shape.convex_hull) - (middle.x, middle.y)
    east = corners[:, 0] * cos(radians(middle.y))
    return max(LEAST_KM, round(float(((east**2 + corners[:, 1] ** 2) ** 0.5).max()) * KM_PER_DEGREE, 2))


def polygons_of(shape: BaseGeometry) -> BaseGeometry:
    """The polygons in a geometry, as one; lines and points that mending left are dropped."""
    parts = [q for p in shapely.get_parts(shape) for q in getattr(p, "geoms", [p])]
    flat = [part for part in parts if part.geom_type == "Polygon"]
    return flat[0] if len(flat) == 1 else shapely.MultiPolygon(flat)
