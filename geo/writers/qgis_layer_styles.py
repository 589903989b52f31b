"""The table `layer_styles` of a GeoPackage, which QGIS reads the look of its layers from."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from geo.style import Look
from geo.writers.qgis_style import areas_style, events_style, qml

UPDATED = "1970-01-01T00:00:00.000Z"
"""The same in every file: the styles have no day of their own, and the same events give the same bytes."""
_TABLE = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
    styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30),
    ui TEXT(30), update_time DATETIME
)"""
_CONTENTS = """
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
VALUES ('layer_styles', 'attributes', 'layer_styles', 'How QGIS draws the layers', ?)"""
_ROW = """
INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
                          styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', NULL, ?)"""


@dataclass(frozen=True, slots=True)
class LayerStyle:
    """The look of one layer."""

    layer: str
    """The table that it is for."""
    name: str
    """What QGIS calls it."""
    qml: str
    """The style file."""


def layer_styles(look: Look) -> tuple[LayerStyle, ...]:
    """The styles of the layers `events` and `areas`."""
    title = look.style.title[:30]
    return (
        LayerStyle("events", title, qml(events_style(look), "Point").decode("utf-8")),
        LayerStyle("areas", title, qml(areas_style(look), "Polygon").decode("utf-8")),
    )


def write_layer_styles(connection: sqlite3.Connection, look: Look, geometry_column: str = "geom") -> None:
    """Put the styles into a GeoPackage that has none, as the default of each layer; the caller commits."""
    connection.execute(_TABLE)
    connection.execute(_CONTENTS, (UPDATED,))
    for style in layer_styles(look):
        told = f"How {style.layer} are drawn"
        connection.execute(_ROW, (style.layer, geometry_column, style.name, style.qml, told, UPDATED))
