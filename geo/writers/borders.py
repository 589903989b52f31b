"""The outlines of countries behind a project that opens without a network: GeoJSON, and how QGIS draws it."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import IO
from xml.etree.ElementTree import Element

from geo.borders import Ring, countries
from geo.writers.qgis_label import label_at
from geo.writers.qgis_xml import child, colour, millimetres, symbol

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


def borders_style() -> Element:
    """The world's outlines, quiet behind everything else."""
    style = Element("style", {"labelsEnabled": "1"})
    single = child(style, "renderer-v2", type="singleSymbol", symbollevels=0, enableorderby=0)
    land = {
        "color": colour("#fbfaf6"), "style": "solid", "outline_color": colour("#a9b0b8"),
        "outline_style": "solid", "outline_width": millimetres(1), "outline_width_unit": "MM",
    }  # fmt: skip
    child(single, "symbols").append(symbol("0", "fill", "SimpleFill", land))
    style.append(label_at('"name"', 'make_point("lon", "lat")', "#8a9099", 9))
    return style
