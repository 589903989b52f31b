from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from gazetteer import Place, PlaceLevel
from gazetteer.matching import find_same, index_names
from gazetteer.writer import IndexWriter

TOWN = Place("a:1", "Maarrat Qamar", "town", 35.6, 36.6, 1, "SYR", "Syria")
QUARTER = replace(TOWN, id="a:2", name="Saha", level="neighbourhood")


@pytest.fixture
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    writer = IndexWriter(connection, 1 << 16)
    writer.add([(TOWN, ("معرة قمر",)), (QUARTER, ())])
    index_names(connection)
    return connection


@pytest.mark.parametrize(
    ("name", "level", "north_km", "same"),
    [
        ("Maarrat Qamar", "town", 4.0, 1),
        ("Ma'arrat Qamar", "neighbourhood", 2.0, 1),
        ("Maaret Kamar", "town", 4.0, 1),
        ("معرة قمر", "town", 0.0, 1),
        ("Saha", "town", 1.0, 2),
        ("Maarrat Qamar", "town", 6.0, None),
        ("Maarrat Qamar", "facility", 0.0, None),
        ("Maarrat Hilal", "town", 0.0, None),
    ],
)
def test_what_is_the_same_place(
    index: sqlite3.Connection, name: str, level: PlaceLevel, north_km: float, same: int | None
) -> None:
    place = Place("b:1", name, level, 35.6 + north_km / 111.195, 36.6, 1, "SYR", "Syria")
    found = find_same(index, place, (), before=9)
    assert (found.number if found is not None else None) == same


def test_another_country_or_a_row_of_the_same_source_is_another_place(index: sqlite3.Connection) -> None:
    assert find_same(index, replace(TOWN, country="IRQ"), (), before=9) is None
    assert find_same(index, TOWN, (), before=1) is None


def test_a_level_that_is_only_presumed_gives_way(index: sqlite3.Connection) -> None:
    mistaken = replace(TOWN, level="region")
    assert find_same(index, mistaken, (), before=9) is None
    assert find_same(index, mistaken, (), before=9, sure=False) is not None
