"""The outlines of countries as GeoJSON, for a project that opens without a network."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import IO

from geo.borders import Ring, countries


def write_borders(file: IO[str]) -> None:
    """A feature for each country: its name, where that is written (`lat`, `lon`), its outline."""
    lines = []
    for country in countries():
        outlines = [[_counter_clockwise(ring)] for ring in country.rings]
        feature = {
            "type": "Feature",
            "geometry": {"type": "MultiPolygon", "coordinates": outlines},
            "properties": {"name": country.name, "lat": country.lat, "lon": country.lon},
        }
        lines.append(json.dumps(feature, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
    file.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n")


def _counter_clockwise(ring: Ring) -> Ring:
    """The ring closed and the right way round, as RFC 7946 asks."""
    closed = ring if ring[0] == ring[-1] else (*ring, ring[0])
    doubled = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(closed))
    return closed[::-1] if doubled > 0 else closed
