"""Distances, destinations, directions. Degrees WGS 84, kilometres, bearings clockwise from north."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import asin, atan2, cos, degrees, hypot, radians, sin
from types import MappingProxyType

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG)."""

_COMPASS = (
    "north", "north-northeast", "northeast", "east-northeast",
    "east", "east-southeast", "southeast", "south-southeast",
    "south", "south-southwest", "southwest", "west-southwest",
    "west", "west-northwest", "northwest", "north-northwest",
)  # fmt: skip
_LETTERS = tuple(
    "".join(part[0] for part in re.findall("north|east|south|west", n)).upper() for n in _COMPASS
)
_BEARINGS: Mapping[str, float] = MappingProxyType(
    {name.replace("-", ""): i * 22.5 for i, name in enumerate(_COMPASS)}
)
_LETTER_BEARINGS: Mapping[str, float] = MappingProxyType({s: i * 22.5 for i, s in enumerate(_LETTERS)})
_ENDINGS = re.compile(r"(?:ern|erly|wards?|ernmost)$")


def haversine_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance on a sphere: fast, within 0.6 % of the ellipsoid's; for bulk work."""
    phi1, phi2 = radians(lat1), radians(lat2)
    a = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, a**0.5))


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance along the ellipsoid, to the metre; some hundred times slower than `haversine_km`."""
    from geopy.distance import geodesic  # a third of a second to import

    return float(geodesic((lat1, lon1), (lat2, lon2)).km)


def destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Latitude and longitude of the point `km` away in the direction `bearing`, on the ellipsoid."""
    from geopy.distance import geodesic  # a third of a second to import

    point = geodesic(kilometers=km).destination((lat, lon), bearing)
    return float(point.latitude), float(point.longitude)


def sphere_destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """As `destination`, on a sphere; the longitude is not wrapped, so a ring of such points has no jump."""
    phi, theta, delta = radians(lat), radians(bearing), km / EARTH_RADIUS_KM
    y = sin(phi) * cos(delta) + cos(phi) * sin(delta) * cos(theta)
    along = cos(delta) - sin(phi) * y
    across = sin(theta) * sin(delta) * cos(phi)
    # The first two components as one length: asin(y) alone loses digits near the poles.
    x = cos(delta) * cos(phi) - sin(delta) * sin(phi) * cos(theta)
    flat = hypot(x, sin(theta) * sin(delta))
    return degrees(atan2(y, flat)), lon + degrees(atan2(across, along))


def bearing_of(words: str) -> float | None:
    """Degrees of a compass word: "south" 180, "north-eastern" 45, "SSW" 202.5; None for any other word.

    Hyphens and spaces between the parts do not matter, nor do the endings -ern, -erly, -ward, -ernmost.
    Letters count in capitals only: "s" and "e" are no directions.
    """
    words = words.strip()
    if words in _LETTER_BEARINGS:
        return _LETTER_BEARINGS[words]
    parts = re.split(r"[\s\-\u2010-\u2015]+", words.lower())
    return _BEARINGS.get("".join(_ENDINGS.sub("", part) for part in parts))
