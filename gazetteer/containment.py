"""Which of the loaded provinces and districts a point lies in."""

from __future__ import annotations

import sqlite3
from typing import Any

from gazetteer.place import Place

CHUNK = 20_000
KM_PER_DEGREE = 111.195
LACKING = """
    SELECT number, lat, lon, country, admin1, admin2, level = 'region', radius_km FROM places
    WHERE number > ? AND country IN ({countries})
    AND level NOT IN ('country', 'province') AND (admin1 IS NULL OR admin2 IS NULL) ORDER BY number LIMIT ?
"""
FILL = "UPDATE places SET admin1 = coalesce(admin1, ?), admin2 = coalesce(admin2, ?) WHERE number = ?"


class Containment:
    """The outlines of provinces and districts, for points in them."""

    def __init__(self) -> None:
        self._units: list[tuple[int, Place, Any]] = []
        """Rank, division, outline; of the first and second rank only."""
        self._numbers: set[int] = set()
        self._tree: Any = None

    def add(self, number: int, rank: int, place: Place, area: bytes) -> None:
        """Take in the outline (WKB) of a division."""
        self._numbers.add(number)
        if rank in (1, 2):
            self._units.append((rank, place, _shape(area)))
            self._tree = None

    def has(self, number: int) -> bool:
        """Whether the division of this number has an outline."""
        return number in self._numbers

    def holds(self, area: bytes, lat: float, lon: float) -> bool:
        """Whether a point lies in an outline."""
        import shapely

        return bool(shapely.contains_xy(_shape(area), lon, lat))

    def of(self, lat: float, lon: float) -> tuple[str | None, str | None]:
        """The names of the province and the district around a point; None where none is loaded."""
        if not self._units:
            return None, None
        import shapely

        found = sorted(self._query(shapely.Point(lon, lat)))
        names = dict(found)
        return names.get(1), names.get(2)

    def _query(self, point: Any) -> list[tuple[int, str]]:
        import shapely

        if self._tree is None:
            self._tree = shapely.STRtree([shape for _, _, shape in self._units])
        hits = self._tree.query(point, predicate="within")
        return [(self._units[i][0], self._units[i][1].name) for i in hits]

    def fill(self, connection: sqlite3.Connection) -> None:
        """Tell places that do not know their province or district which it is."""
        countries = sorted({place.country for _, place, _ in self._units})
        if not countries:
            return
        import shapely

        query = LACKING.format(countries=", ".join("?" * len(countries)))
        last = 0
        while rows := connection.execute(query, (last, *countries, CHUNK)).fetchall():
            last = rows[-1][0]
            self.of(0.0, 0.0)  # makes the tree
            points = shapely.points([row[2] for row in rows], [row[1] for row in rows])
            # A region lies in a division where all of it does: the middle of a wide one tells nothing.
            widths = [row[7] / KM_PER_DEGREE if row[6] else 0.0 for row in rows]
            points = [shapely.buffer(p, w) if w else p for p, w in zip(points, widths, strict=True)]
            found: dict[int, dict[int, Place]] = {}
            for i, unit in zip(*self._tree.query(points, predicate="within"), strict=True):
                rank, place, _ = self._units[unit]
                found.setdefault(int(i), {})[rank] = place
            connection.executemany(
                FILL,
                list(_told(rows, found)),
            )


def _told(rows: list[Any], found: dict[int, dict[int, Place]]) -> Any:
    """(province, district, number): a district counts where it lies in the province that the place tells."""
    for i, around in found.items():
        number, _, _, country, admin1, *_ = rows[i]
        province, district = around.get(1), around.get(2)
        if province is not None and province.country != country:
            continue
        first = admin1 or (province.name if province is not None else None)
        second = district.name if district is not None and district.admin1 in (first, None) else None
        yield first, second, number


def _shape(area: bytes) -> Any:
    import shapely

    return shapely.from_wkb(area)
