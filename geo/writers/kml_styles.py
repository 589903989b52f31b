"""The signs of KML: one for each event type and step of the toll, and one where no toll is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from lxml.etree import Element, SubElement, _Element

from geo.style import Style, TypeLook
from geo.writers.acled import fatalities

_ICONS = "http://maps.google.com/mapfiles/kml/shapes/"
"""Google Earth has them; they are white and take the colour of the style."""
_SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "square": "square", "circle": "shaded_dot", "triangle": "triangle", "wedge": "arrow-reverse",
        "diamond": "open-diamond", "cross": "cross-hairs",
    }
)  # fmt: skip
_UNTOLD = "donut"
_ICON_RADIUS = 8
"""Half the width of what is drawn in an icon at scale 1, pixels."""


def style_of(event: Mapping[str, Any], style: Style) -> str:
    """The id of an event's style: ValueError for an event type that is not ACLED's."""
    types = tuple(style.event_types)
    if event["event_type"] not in types:
        raise ValueError(f"event {event['id']!r}: no event type of ACLED's: {event['event_type']!r}")
    killed = fatalities(event["killed_low"], event["killed_high"])
    step = None if killed is None else style.step_of(killed)
    return _id(types.index(event["event_type"]), step)


def styles(style: Style) -> Iterator[_Element]:
    """Every style that `style_of` can name, as elements."""
    for number, look in enumerate(style.event_types.values()):
        yield _style(_id(number, None), look, style, _UNTOLD, style.sizes[0].radius)
        for step, size in enumerate(style.sizes):
            yield _style(_id(number, step), look, style, _SHAPES[look.shape], size.radius)


def _id(event_type: int, step: int | None) -> str:
    return f"type{event_type}-{'untold' if step is None else f'size{step}'}"


def _style(id_: str, look: TypeLook, style: Style, icon: str, radius: float) -> _Element:
    whole = Element("Style", id=id_)
    sign = SubElement(whole, "IconStyle")
    SubElement(sign, "color").text = _colour(look.colour, 1)
    SubElement(sign, "scale").text = str(round(radius / _ICON_RADIUS, 2))
    SubElement(SubElement(sign, "Icon"), "href").text = f"{_ICONS}{icon}.png"
    # A name at every sign hides the map: it is shown in the list and in the balloon.
    SubElement(SubElement(whole, "LabelStyle"), "scale").text = "0"
    line = SubElement(whole, "LineStyle")
    SubElement(line, "color").text = _colour(look.colour, 1)
    SubElement(line, "width").text = str(style.area.line)
    SubElement(SubElement(whole, "PolyStyle"), "color").text = _colour(look.colour, style.area.fill)
    return whole


def _colour(colour: str, opacity: float) -> str:
    """`#rrggbb` as KML writes it: opacity, blue, green, red."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"{round(opacity * 255):02x}{blue}{green}{red}"
