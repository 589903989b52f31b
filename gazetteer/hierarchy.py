"""The districts of places, out of GeoNames' hierarchy."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from gazetteer.layer import read_rows

FILL = """
    UPDATE places SET admin2 = (
        SELECT p.name FROM links l
        LEFT JOIN other_ids o ON o.id = l.parent
        JOIN places p ON p.id = l.parent OR p.number = o.place
        WHERE l.child = places.id AND p.level = 'district' AND p.country = places.country LIMIT 1
    ) WHERE admin2 IS NULL AND id IN (SELECT child FROM links)
"""


def fill_districts(connection: sqlite3.Connection, layers: Sequence[Path]) -> None:
    """Give each place that does not tell its district itself the one that the hierarchy puts it in."""
    if not layers:
        return
    connection.execute("CREATE TEMP TABLE links (child TEXT PRIMARY KEY, parent TEXT) WITHOUT ROWID")
    for path in layers:
        pairs = ((child, parent) for parent, child in read_rows(path))
        connection.executemany("INSERT OR REPLACE INTO links VALUES (?, ?)", pairs)
    connection.execute(FILL)
