import sqlite3

from geo.writers.layer_styles import LayerStyle, put_layer_styles

STYLE = LayerStyle("events", "By type", "<qgis><![CDATA['\"]]></qgis>", "It's by type.")
WHEN = "2026-03-01T12:00:00.000Z"
CONTENTS = "CREATE TABLE gpkg_contents (table_name, data_type, identifier, last_change)"


def test_a_row_a_style_as_qgis_wants_it() -> None:
    database = sqlite3.connect(":memory:")
    database.execute(CONTENTS)
    put_layer_styles(database, (STYLE,), "geom", WHEN)
    database.row_factory = sqlite3.Row
    (row,) = database.execute("SELECT * FROM layer_styles")
    assert (row["f_table_name"], row["f_geometry_column"], row["useAsDefault"]) == ("events", "geom", 1)
    assert (row["styleName"], row["styleQML"], row["update_time"]) == (STYLE.name, STYLE.qml, WHEN)
    contents = [tuple(row) for row in database.execute("SELECT * FROM gpkg_contents")]
    assert contents == [("layer_styles", "attributes", "layer_styles", WHEN)]


def test_no_style_adds_nothing() -> None:
    database = sqlite3.connect(":memory:")
    put_layer_styles(database, (), "geom", WHEN)
    assert database.execute("SELECT * FROM sqlite_master").fetchall() == []
