"""Distances and destinations. Degrees WGS 84, kilometres, bearings clockwise from north."""

from __future__ import annotations

from functools import lru_cache
from math import asin, atan2, cos, degrees, hypot, radians, sin

from gazetteer import EARTH_RADIUS_KM


def haversine_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance on a sphere: fast, within 0.6 % of the ellipsoid's; for bulk work."""
    phi1, phi2 = radians(lat1), radians(lat2)
    a = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, a**0.5))


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance along the ellipsoid, to the metre; some hundred times slower than `haversine_km`."""
    from geopy.distance import geodesic  # a third of a second to import

    return float(geodesic((lat1, lon1), (lat2, lon2)).km)


def is_within_km(lat1: float, lon1: float, lat2: float, lon2: float, km: float) -> bool:
    """Whether two points lie at most that far apart, by `distance_km`; measured only where it is close."""
    rough = haversine_km(lat1, lon1, lat2, lon2)
    if abs(rough - km) > 0.01 * max(rough, km):
        return rough < km
    return distance_km(lat1, lon1, lat2, lon2) <= km


def bearing_to(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The direction from the first point to the second on a sphere, 0 to 360 degrees clockwise from north."""
    phi1, phi2, step = radians(lat1), radians(lat2), radians(lon2 - lon1)
    east = sin(step) * cos(phi2)
    north = cos(phi1) * sin(phi2) - sin(phi1) * cos(phi2) * cos(step)
    return degrees(atan2(east, north)) % 360


def destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Latitude and longitude of the point `km` away in the direction `bearing`, on the ellipsoid."""
    from geopy.distance import geodesic  # a third of a second to import

    point = geodesic(kilometers=km).destination((lat, lon), bearing)
    return float(point.latitude), float(point.longitude)


def sphere_ring(lat: float, lon: float, km: float, corners: int) -> list[tuple[float, float]]:
    """Longitude and latitude of so many points `km` away, counter-clockwise from the north: as
    `sphere_destination` gives each, what they share worked out once."""
    phi, delta = radians(lat), km / EARTH_RADIUS_KM
    sin_phi, cos_phi, sin_delta, cos_delta = sin(phi), cos(phi), sin(delta), cos(delta)
    up, up_by = sin_phi * cos_delta, cos_phi * sin_delta
    off, off_by = cos_delta * cos_phi, sin_delta * sin_phi
    ring = []
    for sin_theta, cos_theta in _bearings(corners):
        y = up + up_by * cos_theta
        aside = sin_theta * sin_delta
        # As one length: asin(y) alone loses digits near the poles.
        flat = hypot(off - off_by * cos_theta, aside)
        across = atan2(aside * cos_phi, cos_delta - sin_phi * y)
        ring.append((lon + degrees(across), degrees(atan2(y, flat))))
    return ring


@lru_cache(maxsize=8)
def _bearings(corners: int) -> tuple[tuple[float, float], ...]:
    """Sine and cosine of the directions of a ring's corners."""
    thetas = [radians(-360.0 * i / corners) for i in range(corners)]
    return tuple((sin(theta), cos(theta)) for theta in thetas)


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
