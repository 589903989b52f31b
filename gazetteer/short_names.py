"""Short forms of facilities and quarters ("Tabqa" of "Tabqa Dam"): they count where nobody else has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gazetteer.names import fresh_normal_form
from gazetteer.place import Place
from gazetteer.writer import BATCH, IndexWriter

NAMED_ELSEWHERE = """
    SELECT 1 FROM raw_names n JOIN places p ON p.number = n.place
    WHERE n.key = ?1 AND p.country = ?2 AND p.number != ?3 AND p.level NOT IN ('facility', ?4) LIMIT 1
"""
HELD = """
    SELECT s.name, s.place, p.id, p.name, p.level, p.lat, p.lon, p.radius_km, p.country, p.country_name
    FROM short_names s JOIN places p ON p.number = s.place ORDER BY s.rowid
"""
RENAME = "UPDATE places SET name = ? WHERE number = ?"


class ShortNames:
    """Holds short forms while an index is filled, until all names are known."""

    def __init__(self, writer: IndexWriter) -> None:
        self._writer = writer
        self._connection = writer.connection
        self._connection.execute("CREATE TEMP TABLE short_names (name TEXT, place INTEGER)")

    def hold(self, named: Iterable[tuple[str, int]]) -> None:
        """Take in short forms, each with the number of its place."""
        self._connection.executemany("INSERT INTO short_names VALUES (?, ?)", named)

    def write(self) -> None:
        """Write those that no place of another kind in the country bears.

        A quarter whose name only had its town in brackets is then printed without it.
        """
        rows = self._connection.execute(HELD)
        while batch := rows.fetchmany(BATCH):
            kept = []
            for name, number, *told in batch:
                place = Place(*told)
                asked = (fresh_normal_form(name), place.country, number, place.level)
                if self._connection.execute(NAMED_ELSEWHERE, asked).fetchone() is None:
                    kept.append((number, replace(place, name=name), ()))
                    if place.name.startswith(f"{name} ("):
                        self._connection.execute(RENAME, (name, number))
            self._writer.name(kept)
