"""The outlines of countries behind a project that opens without a network: GeoJSON, and how QGIS draws it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import IO, Any
from xml.etree.ElementTree import Element

from geo.borders import Ring, countries, disputed_lines
from geo.writers.qgis_label import label_at
from geo.writers.qgis_xml import add_layer, child, colour, millimetres, symbol

LAND, EDGE = "#fbfaf6", "#a9b0b8"
DECIMALS = 3
"""A hundred metres: the outlines themselves are five times coarser."""


def write_borders(file: IO[str]) -> None:
    """A feature for each country: its name, where the name is written (`lat`, `lon`), its outline; then one
    of all disputed borders, without a name."""
    file.write('{"type":"FeatureCollection","features":[')
    for country in countries():
        polygons = [
            [_turned(ring, hole=n > 0) for n, ring in enumerate(polygon) if _is_ring(ring)]
            for polygon in country.polygons
            if _is_ring(polygon[0])
        ]
        properties = {"name": country.name, "lat": country.lat, "lon": country.lon}
        if polygons:
            file.write(_feature(properties, "MultiPolygon", polygons) + ",")
    lines = [_rounded(line) for line in disputed_lines() if len(line) > 1]
    unnamed = {"name": None, "lat": None, "lon": None}
    file.write(_feature(unnamed, "MultiLineString", lines) + "\n]}\n")


def _feature(properties: Mapping[str, Any], kind: str, coordinates: Sequence[Any]) -> str:
    geometry = {"type": kind, "coordinates": coordinates}
    feature = {"type": "Feature", "geometry": geometry, "properties": properties}
    return "\n" + json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _rounded(line: Iterable[tuple[float, float]]) -> list[list[float]]:
    return [[round(lon, DECIMALS), round(lat, DECIMALS)] for lon, lat in line]


def _is_ring(ring: Ring) -> bool:
    """Whether it is more than the line or the point that simplifying left of an islet or an enclave."""
    return len(set(ring)) > 2


def _turned(ring: Ring, *, hole: bool) -> list[list[float]]:
    """A ring counter-clockwise, a hole clockwise (RFC 7946)."""
    positions = _rounded(ring)
    doubled = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(positions))
    return positions[::-1] if (doubled > 0) != hole else positions


def borders_style() -> Element:
    """The world's outlines, quiet behind everything else."""
    style = Element("style", {"labelsEnabled": "1"})
    single = child(style, "renderer-v2", type="singleSymbol", symbollevels=0, enableorderby=0)
    land = {
        "color": colour(LAND), "style": "solid", "outline_color": colour(EDGE),
        "outline_style": "solid", "outline_width": millimetres(1), "outline_width_unit": "MM",
    }  # fmt: skip
    child(single, "symbols").append(symbol("0", "fill", "SimpleFill", land))
    style.append(label_at('"name"', 'make_point("lon", "lat")', "#8a9099", 8, 0))
    return style


def disputed_style() -> Element:
    """Borders that are not settled, dashed: the line below them is covered first."""
    style = Element("style", {"labelsEnabled": "0"})
    single = child(style, "renderer-v2", type="singleSymbol", symbollevels=0, enableorderby=0)
    cover = {"line_color": colour(LAND), "line_width": millimetres(2.5), "line_width_unit": "MM"}
    dashes = {
        "line_color": colour(EDGE), "line_width": millimetres(1), "line_width_unit": "MM",
        "use_custom_dash": "1", "customdash": "1.2;0.8", "customdash_unit": "MM", "capstyle": "flat",
    }  # fmt: skip
    line = symbol("0", "line", "SimpleLine", cover)
    add_layer(line, "SimpleLine", dashes)
    child(single, "symbols").append(line)
    return style
