"""The few forms of XML that QGIS is written in: elements in order, option maps, symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

WRITTEN_BY = "3.22.0"
"""The oldest QGIS that the files are for; a newer one reads them as files of that one."""
MM_PER_PIXEL = 25.4 / 96
"""A style speaks of a browser's pixels; QGIS prints millimetres of the same size on any paper and screen."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(root: Element) -> bytes:
    """The file of a root element: UTF-8, indented, the same for the same elements."""
    indent(root, " ")
    head = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    body: str = tostring(root, "unicode")
    return f"{head}{body}\n".encode()


def child(parent: Element, tag: str, text: str | None = None, **attributes: object) -> Element:
    """A new last child; what XML cannot hold (NUL, half a character) becomes a question mark."""
    element = SubElement(parent, tag, {name: writable(str(value)) for name, value in attributes.items()})
    element.text = None if text is None else writable(text)
    return element


def writable(text: str) -> str:
    return _UNWRITABLE.sub("?", text)


def options(parent: Element, values: Mapping[str, object], name: str | None = None) -> Element:
    """An option map: text, whole numbers, truths and further maps under their names."""
    element = SubElement(parent, "Option", {"type": "Map"} if name is None else {"type": "Map", "name": name})
    for key, value in values.items():
        if isinstance(value, Mapping):
            options(element, value, key)
        elif isinstance(value, bool):
            child(element, "Option", name=key, value=str(value).lower(), type="bool")
        else:
            kind = "int" if isinstance(value, int) else "QString"
            child(element, "Option", name=key, value=value, type=kind)
    return element


def symbol(
    name: str, kind: str, layer: str, look: Mapping[str, object], by_data: Mapping[str, str] | None = None
) -> Element:
    """A symbol of one layer; `by_data` gives properties as expressions over the feature."""
    element = Element("symbol", {"name": name, "type": kind, "alpha": "1", "clip_to_extent": "1"})
    add_layer(element, layer, look, by_data)
    return element


def add_layer(
    element: Element, layer: str, look: Mapping[str, object], by_data: Mapping[str, str] | None = None,
    rendering_pass: int = 0,
) -> None:
    """One more layer of a symbol, drawn above the others; a later pass is drawn above all of an earlier."""
    drawn = child(element, "layer", enabled=1, locked=0)
    drawn.attrib |= {"class": layer, "pass": str(rendering_pass)}  # words of Python's own
    options(drawn, look)
    if by_data:
        given = {
            key: {"active": True, "expression": expression, "type": 3} for key, expression in by_data.items()
        }
        options(
            child(drawn, "data_defined_properties"),
            {"name": "", "properties": given, "type": "collection"},
        )


def rules(groups: Iterable[tuple[str, str, Iterable[tuple[str, str, Element]]]], order_by: str) -> Element:
    """A renderer of rules in groups, each (filter, label, rules); a rule is (filter, label, symbol).

    Features are drawn by falling `order_by`, so that a small sign lies upon a large one.
    """
    renderer = Element("renderer-v2", {"type": "RuleRenderer", "symbollevels": "0", "enableorderby": "1"})
    root = child(renderer, "rules", key="root")
    symbols = child(renderer, "symbols")
    for number, (group_filter, group_label, members) in enumerate(groups):
        group = child(root, "rule", key=f"group{number}", filter=group_filter, label=group_label)
        for rule_filter, label, drawn in members:
            name = str(len(symbols))
            drawn.set("name", name)
            child(group, "rule", key=f"rule{name}", filter=rule_filter, label=label, symbol=name)
            symbols.append(drawn)
    child(child(renderer, "orderby"), "orderByClause", order_by, asc=0, nullsFirst=0)
    return renderer


def colour(rrggbb: str, alpha: float = 1) -> str:
    """ "0,114,178,255" for "#0072b2", as QGIS writes colours."""
    red, green, blue = (int(rrggbb[i : i + 2], 16) for i in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * alpha)}"


def tint(rrggbb: str, share: float) -> str:
    """So much of a colour on white, as `#rrggbb`."""
    parts = (int(rrggbb[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - share * (255 - part)):02x}" for part in parts)


def millimetres(pixels: float) -> str:
    return f"{pixels * MM_PER_PIXEL:.2f}"


def quoted(text: str) -> str:
    """A string of QGIS's expressions."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
