"""Events -> events.kml (KML 2.2) for Google Earth: points, areas, and what is not located."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml.etree import Element, SubElement, _Element, xmlfile

from geo.areas import Geometry
from geo.conventions import POINT_LEVELS
from geo.plain_text import plain_text, storable
from geo.style import Look
from geo.wording import area_in_words, date_in_words, place_in_words, toll_beside_quote, toll_in_words
from geo.writers.atomic import replacing_bytes
from geo.writers.columns import KINDS
from geo.writers.feature import Feature
from geo.writers.kml_styles import style_of, styles
from geo.writers.output import Put
from geo.writers.wkb import polygons_of

NAMESPACE = "http://www.opengis.net/kml/2.2"
_TYPES = {"text": "string", "integer": "int", "float": "double", "day": "string", "instant": "string"}
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@contextmanager
def kml(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.kml: a placemark an event. One at "near" or finer is a point, with the area it may lie
    in; a wider one is its area alone, an unlocated one has no geometry.

    ExtendedData holds every key that is known. What a reader sees first, name and description, is plain text:
    Google Earth reads both as HTML, so that angle brackets in them become ‹ and ›.
    """
    with replacing_bytes(folder / "events.kml") as file, xmlfile(file, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element("kml", nsmap={None: NAMESPACE}), xml.element("Document"):
            for element in (_text("name", look.style.title), *styles(look.style), _schema()):
                xml.write(element, pretty_print=True)
            yield lambda feature: xml.write(_placemark(feature, look))


def _schema() -> _Element:
    schema = Element("Schema", name="event", id="event")
    for key, kind in KINDS.items():
        SubElement(schema, "SimpleField", type=_TYPES[kind], name=key)
    return schema


def _placemark(feature: Feature, look: Look) -> _Element:
    """In the order that the schema of KML wants."""
    event = feature.properties
    placemark = Element("Placemark")
    placemark.tail = "\n"
    placemark.append(_text("name", _shown(f"{event['sub_event_type']}: {_where(event)}")))
    SubElement(placemark, "Snippet", maxLines="0")
    placemark.append(_text("description", _shown("\n".join(_lines(event)))))
    if event["date_start"] is not None and event["date_end"] is not None:
        span = SubElement(placemark, "TimeSpan")
        span.append(_text("begin", f"{event['date_start']}T00:00:00Z"))
        span.append(_text("end", f"{event['date_end']}T23:59:59Z"))
    placemark.append(_text("styleUrl", f"#{style_of(event, look.style)}"))
    data = SubElement(SubElement(placemark, "ExtendedData"), "SchemaData", schemaUrl="#event")
    for key, value in event.items():
        if value is not None:
            SubElement(data, "SimpleData", name=key).text = _clean(str(value))
    geometries = _geometries(feature)
    if len(geometries) == 1:
        placemark.append(geometries[0])
    elif geometries:
        SubElement(placemark, "MultiGeometry").extend(geometries)
    return placemark


def _where(event: Mapping[str, Any]) -> str:
    if event["lat"] is None or event["place_level"] in POINT_LEVELS:
        return event["place_name"] or event["place_text"] or "place not known"
    return area_in_words(event)


def _lines(event: Mapping[str, Any]) -> Iterator[str]:
    """What is known, in words that claim no more."""
    yield f"When: {date_in_words(event)}."
    yield f"Where: {place_in_words(event)}."
    yield toll_in_words(event)
    if event["perpetrator"] is not None:
        yield f"By: {event['perpetrator']} ({event['perpetrator_status']})."
    if event["attribution"] is not None:
        yield f"Says: {event['attribution']}."
    yield f"“{event['quote']}”"
    if (beside := toll_beside_quote(event)) is not None:
        yield f"The toll is told beside this quote: {beside}"
    yield f"Support: {event['grade']}. Sources: {event['sources'] or 'not named'}."
    if event["urls"] is not None:
        yield event["urls"]


def _geometries(feature: Feature) -> list[_Element]:
    """The point, unless its place is wider than "near", and the polygons of the area."""
    found = []
    if feature.point is not None and feature.properties["place_level"] in POINT_LEVELS:
        point = Element("Point")
        point.append(_text("coordinates", _position(feature.point["coordinates"])))
        found.append(point)
    return found if feature.area is None else [*found, *_polygons(feature.area)]


def _polygons(area: Geometry) -> Iterator[_Element]:
    for rings in polygons_of(area):
        polygon = Element("Polygon")
        polygon.append(_text("tessellate", "1"))
        for i, ring in enumerate(rings):
            boundary = SubElement(polygon, "innerBoundaryIs" if i else "outerBoundaryIs")
            line = SubElement(boundary, "LinearRing")
            line.append(_text("coordinates", " ".join(_position(position) for position in ring)))
        yield polygon


def _position(position: Any) -> str:
    lon, lat = position
    return f"{lon},{lat}"


def _text(name: str, words: str) -> _Element:
    element = Element(name)
    element.text = _clean(words)
    return element


def _clean(words: str) -> str:
    """Characters that XML has no way to hold become the sign for what cannot be shown."""
    return _NO_XML.sub("\ufffd", storable(words))


def _shown(words: str) -> str:
    return plain_text(words).replace("<", "‹").replace(">", "›")
