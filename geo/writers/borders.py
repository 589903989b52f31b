"""The outlines of countries behind a project that opens without a network: GeoJSON, and how QGIS draws it."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import IO
from xml.etree.ElementTree import Element

from geo.borders import Ring, countries
from geo.writers.qgis_label import label_at
from geo.writers.qgis_xml import child, colour, millimetres, symbol


def write_borders(file: IO[str]) -> None:
    """A feature for each country: its name, where that is written (`lat`, `lon`), its outline."""
    lines = []
    for country in countries():
        # A ring of which rounding left a point or a line is no polygon.
        rings = [_counter_clockwise(ring) for ring in country.rings]
        outlines = [[ring] for ring in rings if len(set(ring)) > 2]
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
