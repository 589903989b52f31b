"""What the styles of all layers have in common: a file, the days of an event, its words."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from geo.writers.qgis_words import ALIASES, DISPLAY_NAME, map_tip
from geo.writers.qgis_xml import WRITTEN_BY, child, document

GEOMETRY_TYPES = {"Point": "0", "Polygon": "2"}


def qml(elements: Element, geometry: str) -> bytes:
    """A style file; QGIS applies it on its own to a data file of the same name beside it."""
    root = Element("qgis", {"version": WRITTEN_BY, "styleCategories": "AllStyleCategories"})
    root.attrib |= elements.attrib
    root.extend(elements)
    child(root, "layerGeometryType", GEOMETRY_TYPES[geometry])
    return document(root)


def add_days(style: Element) -> None:
    """The days of an event, both inclusive (limitMode 1): one without a day is shown at all times.

    Expressions (mode 4), not fields (mode 2): QGIS 3.22 leaves the comparison of fields to the file,
    where a GeoPackage compares the texts of a day and of a moment and is a day out, and a GeoJSON file drops
    what has no day.
    """
    temporal = child(
        style, "temporal", enabled=1, mode=4, startField="date_start", endField="date_end", limitMode=1,
        startExpression='coalesce(to_datetime("date_start"), @map_start_time)',
        endExpression='coalesce(to_datetime("date_end"), @map_end_time)',
        durationField="", durationUnit="min", fixedDuration=0, accumulate=0,
    )  # fmt: skip
    fixed = child(temporal, "fixedRange")
    child(fixed, "start")
    child(fixed, "end")


def add_words(style: Element) -> None:
    """What the table calls each key, and what is told of an event under the pointer and in lists."""
    aliases = child(style, "aliases")
    for number, (field, alias) in enumerate(ALIASES.items()):
        child(aliases, "alias", field=field, index=number, name=alias)
    child(style, "previewExpression", DISPLAY_NAME)
    child(style, "mapTip", map_tip())
