"""Whether a place that is to be added stands in the index already, under the same name and close by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from math import cos, hypot, radians
from typing import NamedTuple

from gazetteer.names import fresh_normal_form, loose_key
from gazetteer.place import KM_PER_DEGREE, Place, PlaceLevel

SAME_KM: Mapping[PlaceLevel, float] = {
    "town": 5.0, "neighbourhood": 3.0, "facility": 5.0, "region": 60.0, "district": 30.0, "province": 100.0,
}  # fmt: skip
"""Places of one name that lie this close are one place: sources put a village up to some 5 km apart."""
KINDS: Mapping[PlaceLevel, tuple[PlaceLevel, ...]] = {
    # A suburb is a town in one source and a quarter in the next.
    "town": ("town", "neighbourhood"),
    "neighbourhood": ("neighbourhood", "town"),
}
BY_NAME = """
    SELECT p.number, p.id, p.level, p.lat, p.lon, p.origin, p.radius_km FROM {table} n
    JOIN places p ON p.number = n.place WHERE n.key = ? AND p.country = ? AND p.number < ?
"""
TABLES = ("raw_names", "raw_loose")


class Standing(NamedTuple):
    """A place in the index that a new one may be."""

    number: int
    id: str
    level: PlaceLevel
    lat: float
    lon: float
    origin: str
    radius_km: float


def index_names(connection: sqlite3.Connection) -> None:
    """Make the names written so far quick to ask for. Takes some 2 seconds for a million.

    The places stand in it too: it is then all that the finished tables are made from, in their order.
    """
    for table in TABLES:
        connection.execute(f"CREATE INDEX IF NOT EXISTS {table}_by_key ON {table} (key, place)")


def find_same(
    connection: sqlite3.Connection, place: Place, names: Iterable[str], before: int, sure: bool = True
) -> Standing | None:
    """The nearest place of the same kind (any kind, if that is not sure) that bears one of the names.

    Only those numbered below `before` count, for the rows of one source are different places; a like spelling
    counts only where no name is the same.
    """
    kinds = KINDS.get(place.level, (place.level,)) if sure else tuple(SAME_KM)
    keys = dict.fromkeys(fresh_normal_form(name) for name in (place.name, *names))
    near, point = SAME_KM.get(place.level, 0.0), (place.lat, place.lon)
    for table in TABLES:
        asked = keys if table == "raw_names" else dict.fromkeys(map(loose_key, keys))
        found = [
            (distance, standing)
            for key in asked if key
            for standing in _bearing(connection, table, key, place.country, before)
            if standing.level in kinds and (distance := apart_km(point, (standing.lat, standing.lon))) <= near
        ]  # fmt: skip
        if found:
            return min(found)[1]
    return None


def _bearing(
    connection: sqlite3.Connection, table: str, key: str, country: str, before: int
) -> Iterable[Standing]:
    rows = connection.execute(BY_NAME.format(table=table), (key, country, before))
    return (Standing(*row) for row in rows)


def apart_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Between two points (lat, lon). Flat geometry: exact enough for a few kilometres."""
    east = (here[1] - there[1]) * cos(radians(here[0]))
    return hypot(here[0] - there[0], east) * KM_PER_DEGREE
