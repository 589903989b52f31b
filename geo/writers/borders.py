"""The world's outlines as GeoJSON, for what is opened without a network."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import IO

from geo.borders import Ring, countries

DECIMALS = 3
"""A hundred metres: the outlines themselves are five times coarser."""


def write_borders(file: IO[str]) -> None:
    """A feature for each country: its name, where the name is written (`lat`, `lon`), its outline."""
    file.write('{"type":"FeatureCollection","features":[')
    for i, country in enumerate(countries()):
        polygons = [
            [_turned(ring, hole=n > 0) for n, ring in enumerate(polygon)] for polygon in country.polygons
        ]
        properties = {"name": country.name, "lat": country.lat, "lon": country.lon}
        geometry = {"type": "MultiPolygon", "coordinates": polygons}
        feature = {"type": "Feature", "geometry": geometry, "properties": properties}
        file.write(",\n" if i else "\n")
        file.write(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    file.write("\n]}\n")


def _turned(ring: Ring, *, hole: bool) -> list[list[float]]:
    """A ring counter-clockwise, a hole clockwise (RFC 7946)."""
    positions = [[round(lon, DECIMALS), round(lat, DECIMALS)] for lon, lat in ring]
    doubled = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(positions))
    return positions[::-1] if (doubled > 0) != hole else positions
