"""Distances, and the windows in which to look for what lies near."""

from __future__ import annotations

import math
from collections.abc import Iterator

EARTH_KM = 6371.0088
DEGREE_KM = math.pi * EARTH_KM / 180
WINDOW_KM = (10.0, 40.0, 160.0, 640.0)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance between two points."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half = math.sin((other_phi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def windows(lat: float, lon: float) -> Iterator[tuple[float, float, float, float, float]]:
    """Ever wider boxes around a point: south, north, west, east, and how far out they miss nothing (km).

    The last one is the whole world; a box that would cross a pole or the date line goes all the way round.
    """
    for reach in WINDOW_KM:
        up = reach / DEGREE_KM
        west, east = -180.0, 180.0
        if abs(lat) + up < 89.0:
            side = math.degrees(math.asin(math.sin(math.radians(up)) / math.cos(math.radians(lat))))
            if lon - side >= -180.0 and lon + side <= 180.0:
                west, east = lon - side, lon + side
        yield lat - up, lat + up, west, east, reach
    yield -90.0, 90.0, -180.0, 180.0, math.inf
