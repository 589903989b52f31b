"""The table `layer_styles` of a GeoPackage, from which QGIS takes the look of a layer when it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from geo.style import Look
from geo.writers.qgis_areas import areas_style
from geo.writers.qgis_events import events_style
from geo.writers.qgis_style import qml

# As QGIS makes the table itself.
_TABLE = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT(256), f_table_schema TEXT(256),
    f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
    useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME
)
"""
_ROW = """
INSERT INTO layer_styles (
    f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD,
    useAsDefault, description, owner, update_time
) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', ?)
"""
_CONTENTS = """
INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
VALUES ('layer_styles', 'attributes', ?, ?)
"""


@dataclass(frozen=True, slots=True)
class LayerStyle:
    """How QGIS draws a layer unless told otherwise."""

    layer: str
    """The layer's name."""
    name: str
    """The style's."""
    qml: str
    """QGIS's own XML."""
    description: str
    """One sentence for the list of styles."""


def layer_styles(look: Look) -> tuple[LayerStyle, ...]:
    """The styles of the layers `events` and `areas`."""
    title = look.style.title[:30]  # what the column holds
    return tuple(
        LayerStyle(layer, title, qml(style(look), geometry).decode("utf-8"), f"How {layer} are drawn.")
        for layer, style, geometry in (
            ("events", events_style, "Point"), ("areas", areas_style, "Polygon"),
        )
    )  # fmt: skip


def put_layer_styles(
    database: Connection, styles: Sequence[LayerStyle], geometry_column: str, changed: str
) -> None:
    """Add the table with a row a style; `changed` is an ISO instant. Nothing is added for no style."""
    if not styles:
        return
    database.execute(_TABLE)
    database.execute(_CONTENTS, ("layer_styles", changed))
    for style in styles:
        row = (style.layer, geometry_column, style.name, style.qml, style.description, changed)
        database.execute(_ROW, row)
