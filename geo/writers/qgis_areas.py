"""How QGIS draws the areas that events may lie in."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from geo.style import Look, TypeLook
from geo.writers.qgis_label import label_at
from geo.writers.qgis_style import add_days, add_words
from geo.writers.qgis_words import AREA_NAME
from geo.writers.qgis_xml import add_layer, child, colour, millimetres, quoted, rules, symbol, tint

MULTIPLIED = "6"
"""Colours as if the layer were of glass, by QGIS's number."""
NAMED_FROM = 25
"""Millimetres on the screen that an area is wide before it is named."""
PERIOD, LONGEST, STEP = 7.0, 5.9, 0.75
"""Of dashes, millimetres."""


def areas_style(look: Look) -> Element:
    """The area that an event may lie in: a dashed edge in the colour of its type, hardly filled, named.

    The circle around what lies near a place is a dotted line alone: its sign stands in the middle.
    """
    style = Element("style", {"labelsEnabled": "1"})
    add_days(style)
    child(style, "blendMode", MULTIPLIED)
    style.append(
        rules(
            (
                ("\"place_level\" <> 'near'", "Somewhere in this area", _wide(look)),
                ("\"place_level\" = 'near'", "Near a place", _near(look)),
            ),
            '"radius_km"',
        )
    )
    # At the top: in the middle a name would look like a place. One spot alone is offered for it, so that
    # the areas of many events in one province are named once.
    top = "make_point(x(centroid($geometry)), y_max($geometry))"
    wide = f'"radius_km" * 2000000 / coalesce(@map_scale, 1) > {NAMED_FROM}'
    named = f"CASE WHEN \"place_level\" <> 'near' AND {wide} THEN {AREA_NAME} END"
    style.append(label_at(named, top, "#333333", 8, 10))
    add_words(style)
    return style


def _kinds(look: Look) -> Iterator[tuple[str, TypeLook]]:
    """The rule and the look of each event type, and of any other."""
    for name, kind in look.style.event_types.items():
        yield f'"event_type" = {quoted(name)}', kind
    yield "ELSE", TypeLook(look.style.mixed, "circle", "Other")


def _wide(look: Look) -> Iterator[tuple[str, str, Element]]:
    """All fills first, all edges upon them, type by type. A fill is a full light colour on a layer of glass,
    so that a hundred events in one province fill it as one does; each type's dashes are shorter than those
    below them, so that all types along one border are seen."""
    for number, (rule, kind) in enumerate(_kinds(look)):
        dash = LONGEST - STEP * number
        fill = {"color": colour(tint(kind.colour, look.style.area.fill)), "outline_style": "no"}
        edge = {
            "line_color": colour(kind.colour), "line_width": millimetres(look.style.area.line),
            "line_width_unit": "MM", "use_custom_dash": "1", "customdash_unit": "MM",
            "customdash": f"{dash:.2f};{PERIOD - dash:.2f}", "capstyle": "flat",
        }  # fmt: skip
        area = symbol("", "fill", "SimpleFill", fill)
        add_layer(area, "SimpleLine", edge, rendering_pass=number + 1)
        yield rule, kind.label, area


def _near(look: Look) -> Iterator[tuple[str, str, Element]]:
    """One rule: where a sign stands in the middle, its own colour tells the type."""
    *kinds, (_, other) = ((rule, colour(tint(kind.colour, 0.5))) for rule, kind in _kinds(look))
    cases = " ".join(f"WHEN {rule} THEN {quoted(rrggbb)}" for rule, rrggbb in kinds)
    circle = {
        "style": "no", "outline_color": other, "outline_style": "dot",
        "outline_width": millimetres(look.style.area.line / 2), "outline_width_unit": "MM",
    }  # fmt: skip
    edge = {"outlineColor": f"CASE {cases} ELSE {quoted(other)} END"}
    yield "TRUE", "within this far of the sign", symbol("", "fill", "SimpleFill", circle, edge)
