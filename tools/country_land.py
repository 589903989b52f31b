"""Points spread evenly over a country's land, from Natural Earth's outlines."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import shapely
from division_shape import EARTH_KM, Point, Vector, vectors

SOURCE = Path(pyogrio.__file__).parent / "tests/fixtures/naturalearth_lowres/naturalearth_lowres.shp"
"""1:110 million countries (public domain): a copy lies among pyogrio's test files."""
WITHOUT_CODE = {"Norway": "NOR", "France": "FRA", "N. Cyprus": "CYP", "Somaliland": "SOM", "Kosovo": "XKX"}
POINTS = 20_000
"""About so many for a country: 22 km apart in the United States, 3 km in Syria."""
LEAST_POINTS = 12
LEAST_KM2 = 2_500.0
"""A smaller division, 50 km across, is too small for outlines as coarse as these."""
AT_ONCE = 256


@lru_cache(maxsize=1)
def outlines() -> dict[str, shapely.Geometry]:
    """Alpha-3 code -> outline in longitude and latitude, good to some 20 km."""
    rows = geopandas.read_file(SOURCE)
    codes = [WITHOUT_CODE.get(n, code) for n, code in zip(rows["name"], rows["iso_a3"], strict=True)]
    rows["geometry"] = shapely.make_valid(rows.geometry.to_numpy())
    return {code: shapely.union_all(group.to_numpy()) for code, group in rows.geometry.groupby(codes)}


def land_points(iso3: str) -> tuple[list[Point], float]:
    """Latitude and longitude of points that stand for equal areas, and that area in square km.

    No points for a country that is not drawn.
    """
    outline = outlines().get(iso3)
    if outline is None:
        return [], 0.0
    west, south, east, north = map(math.radians, outline.bounds)
    # On a globe, equal steps of longitude and of the sine of latitude bound equal areas; their ratio is such
    # that the cells are square at the country's middle.
    share = outline.area / shapely.box(*outline.bounds).area
    step = math.sqrt((east - west) * (math.sin(north) - math.sin(south)) * share / POINTS)
    middle = math.cos((south + north) / 2)
    sines = np.arange(math.sin(south) + step * middle / 2, math.sin(north), step * middle)
    lons = np.arange(west + step / middle / 2, east, step / middle)
    lon, lat = np.meshgrid(np.degrees(lons), np.degrees(np.arcsin(sines)))
    inside = shapely.contains_xy(outline, lon.ravel(), lat.ravel())
    points = list(zip(lat.ravel()[inside].tolist(), lon.ravel()[inside].tolist(), strict=True))
    return points, (EARTH_KM * step) ** 2


def land_of_divisions(iso3: str, places: dict[str, list[Point]]) -> dict[str, list[Point]]:
    """The land of each division: the points whose nearest place is one of its own.

    Left out are divisions that are too small, and so all of a country that is not drawn.
    """
    land, area = land_points(iso3)
    owners = [division for division, points in places.items() for _ in points]
    towns: Vector = vectors([point for points in places.values() for point in points])
    found: dict[str, list[Point]] = {}
    for start in range(0, len(land), AT_ONCE):
        some = land[start : start + AT_ONCE]
        for point, nearest in zip(some, (vectors(some) @ towns.T).argmax(axis=1).tolist(), strict=True):
            found.setdefault(owners[nearest], []).append(point)
    return {d: own for d, own in found.items() if len(own) >= LEAST_POINTS and len(own) * area >= LEAST_KM2}
