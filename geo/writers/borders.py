"""The world's outlines as GeoJSON, for what is opened without a network."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import pairwise
from typing import IO

HUNDREDTHS = 100


def write_borders(file: IO[str]) -> None:
    """A feature for each country: its name, where the name is written (`lat`, `lon`), its outline."""
    countries = json.loads((files("geo") / "map_assets" / "borders.json").read_text("utf-8"))
    lines = []
    for name, (lat, lon), _, rings in countries:
        geometry = {"type": "MultiPolygon", "coordinates": [[_unrolled(steps)] for steps in rings]}
        properties = {"name": name, "lat": lat, "lon": lon}
        feature = {"type": "Feature", "geometry": geometry, "properties": properties}
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    file.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n")


def _unrolled(steps: list[int]) -> list[list[float]]:
    """A closed ring of degrees, counter-clockwise, out of steps of hundredths from one corner to the next."""
    ring: list[list[float]] = []
    x = y = 0
    for across, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + across, y + up
        ring.append([x / HUNDREDTHS, y / HUNDREDTHS])
    if ring[0] != ring[-1]:
        ring.append(ring[0])
    doubled = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring))
    return ring[::-1] if doubled > 0 else ring
