"""How QGIS draws the layers: the styles of events, of areas and of the world's outlines behind them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from geo.conventions import POINT_LEVELS
from geo.style import Look, SizeStep, TypeLook
from geo.writers.qgis_label import label_at
from geo.writers.qgis_words import ALIASES, AREA_NAME, DISPLAY_NAME, TOLD, map_tip
from geo.writers.qgis_xml import WRITTEN_BY, child, colour, document, millimetres, quoted, rules, symbol

GEOMETRY_TYPES = {"Point": "0", "Polygon": "2"}
MARKERS = {
    "square": ("square", 0.9, 0),
    "circle": ("circle", 1.0, 0),
    "triangle": ("triangle", 1.15, 0),
    "wedge": ("triangle", 1.15, 180),
    "diamond": ("diamond", 1.2, 0),
    "cross": ("cross_fill", 1.1, 0),
}
"""Shape of a style -> QGIS's marker, how much larger it is drawn to look as large, how far it is turned."""
WHITE = "#ffffff"
SAME_POINT = "0.000001"
"""Millimetres on the screen within which points are one: identical ones alone."""


def qml(elements: Element, geometry: str) -> bytes:
    """A style file; QGIS applies it on its own to a data file of the same name beside it."""
    root = Element("qgis", {"version": WRITTEN_BY, "styleCategories": "AllStyleCategories"})
    root.attrib |= elements.attrib
    root.extend(elements)
    child(root, "layerGeometryType", GEOMETRY_TYPES[geometry])
    return document(root)


def events_style(look: Look) -> Element:
    """Events up to `near` as markers by type and toll; wider ones and unlocated ones are not drawn.

    Events at one point are drawn around it; where they are stored stays as it is.
    """
    style = Element("style", {"labelsEnabled": "0"})
    _temporal(style)
    spread = child(
        style, "renderer-v2", type="pointDisplacement", placement=1, tolerance=SAME_POINT, toleranceUnit="MM",
        circleWidth=0.15, circleColor=colour("#777777"), circleRadiusAddition=0, labelAttributeName="",
    )  # fmt: skip
    child(spread, "labelFontProperties", description="Sans Serif,8,-1,5,50,0,0,0,0,0", style="")
    levels = ", ".join(quoted(level) for level in sorted(POINT_LEVELS))
    drawn = rules(
        (
            (f'"place_level" IN ({levels})', "Type of event", _types(look)),
            ("FALSE", "Killed, by the lower figure", _toll_legend(look)),
        ),
        'coalesce("killed_low", 0)',
    )
    spread.append(drawn)
    centre = {"name": "circle", "size": "1", "color": colour("#777777"), "outline_style": "no"}
    spread.append(symbol("centerSymbol", "marker", "SimpleMarker", centre))
    _wording(style)
    return style


def _types(look: Look) -> Iterator[tuple[str, str, Element]]:
    for name, kind in look.style.event_types.items():
        yield f'"event_type" = {quoted(name)}', kind.label, _marker(kind, look.style.sizes)
    other = TypeLook(look.style.mixed, "circle", "Other")
    yield "ELSE", other.label, _marker(other, look.style.sizes)


def _marker(kind: TypeLook, sizes: tuple[SizeStep, ...]) -> Element:
    """The sign of a type: larger by the lower figure of those killed, hollow where no toll is told."""
    name, factor, angle = MARKERS[kind.shape]
    steps = " ".join(
        f'WHEN coalesce("killed_low", 0) >= {step.killed} THEN {_width(step, factor)}'
        for step in reversed(sizes)
    )
    full, white = colour(kind.colour, 0.9), colour(WHITE, 0.95)
    by_data = {
        "size": f"CASE {steps} END",
        "fillColor": f"CASE WHEN {TOLD} THEN {quoted(full)} ELSE {quoted(white)} END",
        "outlineColor": f"CASE WHEN {TOLD} THEN {quoted(white)} ELSE {quoted(colour(kind.colour))} END",
        "outlineWidth": f"CASE WHEN {TOLD} THEN {millimetres(1.2)} ELSE {millimetres(2.2)} END",
    }
    # The size that is not by data is what the legend shows and what QGIS lays rings of neighbours out for.
    static = {
        "name": name, "angle": str(angle), "size": _width(sizes[min(1, len(sizes) - 1)], factor),
        "size_unit": "MM", "color": full, "outline_color": white, "outline_style": "solid",
        "outline_width": millimetres(1.2), "outline_width_unit": "MM", "joinstyle": "miter",
    }  # fmt: skip
    return symbol("", "marker", "SimpleMarker", static, by_data)


def _width(step: SizeStep, factor: float) -> str:
    return millimetres(2 * step.radius * factor)


def _toll_legend(look: Look) -> Iterator[tuple[str, str, Element]]:
    """Rules that no event keeps: they show in the legend what a size says."""
    sizes = look.style.sizes
    yield "FALSE", "not told", _sample(look.style.mixed, sizes[0], hollow=True)
    for step, above in zip(sizes, (*sizes[1:], None), strict=True):
        if above is None:
            label = f"{step.killed} and more"
        else:
            last = above.killed - 1
            label = str(step.killed) if last == step.killed else f"{step.killed} to {last}"
        yield "FALSE", label, _sample(look.style.mixed, step, hollow=False)


def _sample(rrggbb: str, step: SizeStep, *, hollow: bool) -> Element:
    sample = {
        "name": "circle", "size": _width(step, 1), "size_unit": "MM", "outline_width_unit": "MM",
        "color": colour(WHITE) if hollow else colour(rrggbb),
        "outline_color": colour(rrggbb) if hollow else colour(WHITE),
        "outline_width": millimetres(2.2 if hollow else 1.2),
    }  # fmt: skip
    return symbol("", "marker", "SimpleMarker", sample)


def areas_style(look: Look) -> Element:
    """The area that an event may lie in: a dashed edge in the colour of its type, hardly filled, named.

    The circle around what lies near a place is a dotted line alone: its marker stands in the middle.
    """
    style = Element("style", {"labelsEnabled": "1"})
    _temporal(style)
    style.append(
        rules(
            (
                ("\"place_level\" <> 'near'", "Somewhere in this area", _area_types(look, near=False)),
                ("\"place_level\" = 'near'", "Somewhere near the marker", _area_types(look, near=True)),
            ),
            '"radius_km"',
        )
    )
    # At the top: in the middle a name would look like a place. One spot alone is offered for it, so that
    # the areas of many events in one province are named once.
    top = "make_point(x(centroid($geometry)), y_max($geometry))"
    style.append(label_at(f"CASE WHEN \"place_level\" <> 'near' THEN {AREA_NAME} END", top, "#333333", 8))
    _wording(style)
    return style


def _area_types(look: Look, *, near: bool) -> Iterator[tuple[str, str, Element]]:
    kinds = [(f'"event_type" = {quoted(n)}', k.colour, k.label) for n, k in look.style.event_types.items()]
    for rule, rrggbb, label in (*kinds, ("ELSE", look.style.mixed, "Other")):
        area = {
            "color": colour(rrggbb, look.style.area.fill), "style": "no" if near else "solid",
            "outline_color": colour(rrggbb, 0.5 if near else 0.9), "outline_style": "dot" if near else "dash",
            "outline_width": millimetres(look.style.area.line / (2 if near else 1)),
            "outline_width_unit": "MM",
        }  # fmt: skip
        yield rule, label, symbol("", "fill", "SimpleFill", area)


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


def _temporal(style: Element) -> None:
    """The days of an event, both inclusive (limitMode 1): one without a day is shown at all times.

    Expressions (mode 4), not fields (mode 2): QGIS up to 3.28 leaves the comparison of fields to the file,
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


def _wording(style: Element) -> None:
    aliases = child(style, "aliases")
    for number, (field, alias) in enumerate(ALIASES.items()):
        child(aliases, "alias", field=field, index=number, name=alias)
    child(style, "previewExpression", DISPLAY_NAME)
    child(style, "mapTip", map_tip())
