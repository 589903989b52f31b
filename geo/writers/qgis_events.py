"""How QGIS draws events: signs by type and toll, none for an event that nobody placed."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from geo.conventions import POINT_LEVELS
from geo.style import Look, SizeStep, TypeLook
from geo.writers.qgis_style import add_days, add_words
from geo.writers.qgis_words import TOLD
from geo.writers.qgis_xml import add_layer, child, colour, millimetres, quoted, rules, symbol

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
TOGETHER = "2.5"
"""Millimetres on the screen within which signs are one with a number: less than the width of the smallest."""


def events_style(look: Look) -> Element:
    """Events up to `near` as markers by type and toll; wider ones and unlocated ones are not drawn.

    Events at one point are one sign with their number. They are not drawn around it: a hundred would lie
    over the whole province, each like a spot of its own.
    """
    style = Element("style", {"labelsEnabled": "0"})
    add_days(style)
    counted = child(
        style, "renderer-v2", type="pointCluster", tolerance=TOGETHER, toleranceUnit="MM",
        toleranceUnitScale="3x:0,0,0,0,0,0",
    )  # fmt: skip
    levels = ", ".join(quoted(level) for level in sorted(POINT_LEVELS))
    drawn = rules(
        (
            (f'"place_level" IN ({levels})', "Type of event", _types(look)),
            ("FALSE", "Killed, by the lower figure", _toll_legend(look)),
        ),
        'coalesce("killed_low", 0)',
    )
    counted.append(drawn)
    counted.append(_count_sign(look))
    add_words(style)
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
    # The size that is not by data is the one that the legend shows.
    static = {
        "name": name, "angle": str(angle), "size": _width(sizes[min(1, len(sizes) - 1)], factor),
        "size_unit": "MM", "color": full, "outline_color": white, "outline_style": "solid",
        "outline_width": millimetres(1.2), "outline_width_unit": "MM", "joinstyle": "miter",
    }  # fmt: skip
    return symbol("", "marker", "SimpleMarker", static, by_data)


def _count_sign(look: Look) -> Element:
    """Several events as one: how many, in the colour of their type if they are of one."""
    rrggbb = f"coalesce(@cluster_color, {quoted(colour(look.style.mixed))})"
    ring = {
        "name": "circle", "size": "5", "size_unit": "MM", "color": colour(WHITE, 0.95),
        "outline_width": "0.7", "outline_width_unit": "MM",
    }  # fmt: skip
    sign = symbol(
        "centerSymbol", "marker", "SimpleMarker", ring,
        {"size": "4 + 1.5 * log10(@cluster_size)", "outlineColor": rrggbb},
    )  # fmt: skip
    number = {
        "font": "Sans Serif", "chr": "9", "size": "2.6", "size_unit": "MM", "color": colour("#222222"),
        "horizontal_anchor_point": "1", "vertical_anchor_point": "1",
    }  # fmt: skip
    add_layer(sign, "FontMarker", number, {"char": "@cluster_size"})
    return sign


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
