from __future__ import annotations

import pytest

from gazetteer import Place
from gazetteer.divisions import Divisions
from gazetteer.layer import LayerPlace


@pytest.fixture
def divisions() -> Divisions:
    known = Divisions()
    rows = [
        (Place("country:SYR", "Syria", "country", 35, 38, 243, "SYR", "Syria"), ()),
        (Place("adm1:SY.07", "Deir ez-Zor", "province", 35, 40, 80, "SYR", "Syria", "Deir ez-Zor"), ()),
        (Place("adm1:SY.05", "Suwayda", "province", 33, 37, 80, "SYR", "Syria", "Suwayda"), ("As Suwayda",)),
        (Place("adm2:SY.05.x", "Markaz", "district", 33, 37, 8, "SYR", "Syria", "Suwayda"), ()),
        (Place("adm2:SY.07.x", "Markaz", "district", 35, 40, 8, "SYR", "Syria", "Deir ez-Zor"), ()),
    ]
    for number, (place, names) in enumerate(rows, start=1):
        known.embedded(number, place, names)
    return known


@pytest.mark.parametrize(
    ("told", "code", "name"),
    [
        ("Deir ez Zor Governorate", "", "Deir ez-Zor"),
        ("Deir-ez-Zor", "", "Deir ez-Zor"),
        ("As Suwaydah", "", "Suwayda"),
        ("SY.05", "", "Suwayda"),
        ("", "adm1:SY.05", "Suwayda"),
        ("Nowhere", "", None),
        ("", "", None),
    ],
)
def test_a_province_as_the_index_calls_it(
    divisions: Divisions, told: str, code: str, name: str | None
) -> None:
    assert divisions.province_name("SYR", told, code) == name


def test_districts_of_one_name_are_told_apart_by_their_province(divisions: Divisions) -> None:
    unit = LayerPlace("pcode:1", "Markaz", "district", 33, 37, 8, "SYR", rank=2)
    found = divisions.match(unit, "Suwayda")
    assert found is not None
    assert found.place.id == "adm2:SY.05.x"
    assert divisions.match(unit, None) is None
    assert divisions.district_name("SYR", "Markaz district", "Deir ez-Zor") == "Markaz"


def test_a_code_tells_more_than_a_name(divisions: Divisions) -> None:
    divisions.note(divisions.all[3], (), ("SY1300",))
    unit = LayerPlace("pcode:SY1300", "Other", "district", 0, 0, 8, "SYR", rank=2, code="SY1300")
    found = divisions.match(unit, None)
    assert found is not None
    assert found.place.id == "adm2:SY.05.x"
