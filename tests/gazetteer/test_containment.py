from __future__ import annotations

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
