from __future__ import annotations

import sqlite3

from shapely import box, to_wkb

from gazetteer import Place
from gazetteer.containment import Containment

PROVINCE = Place("p", "Salt", "province", 36, 37, 50, "SYR", "Syria", "Salt")
DISTRICT = Place("d", "Qamar", "district", 36, 37, 20, "SYR", "Syria", "Salt")


def test_the_province_and_the_district_around_a_point() -> None:
    inside = Containment()
    assert inside.of(36.0, 37.0) == (None, None)
    inside.add(1, 1, PROVINCE, to_wkb(box(36, 35, 38, 37)))
    assert inside.of(36.0, 37.0) == ("Salt", None)
    inside.add(2, 2, DISTRICT, to_wkb(box(36.9, 35.9, 37.1, 36.1)))
    assert inside.of(36.0, 37.0) == ("Salt", "Qamar")
    assert inside.of(36.5, 37.0) == ("Salt", None)
    assert inside.of(10.0, 10.0) == (None, None)
    assert inside.has(2)
    assert not inside.has(3)


def test_a_region_lies_in_a_province_only_where_all_of_it_does() -> None:
    inside = Containment()
    inside.add(1, 1, PROVINCE, to_wkb(box(36, 35, 38, 37)))
    index = sqlite3.connect(":memory:")
    index.execute("CREATE TABLE places (number, lat, lon, country, admin1, admin2, level, radius_km)")
    rows = [(1, "region", 20), (2, "region", 300), (3, "town", 300)]
    index.executemany("INSERT INTO places VALUES (?, 36, 37, 'SYR', NULL, NULL, ?, ?)", rows)
    inside.fill(index)
    found = index.execute("SELECT number, admin1 FROM places").fetchall()
    assert found == [(1, "Salt"), (2, None), (3, "Salt")]
