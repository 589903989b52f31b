from __future__ import annotations

import pytest

from gazetteer.place import PlaceLevel
from gazetteer.spoken import is_empty, short_forms, spoken


@pytest.mark.parametrize(
    ("told", "name", "others", "level", "rank"),
    [
        ("Qamar village", "Qamar", ("Qamar village",), "town", 0),
        ("Old Port town", "Old Port", ("Old Port town",), "town", 0),
        ("Izmu/Ibizimu town", "Izmu", ("Ibizimu", "Izmu/Ibizimu town"), "town", 0),
        ("Alam / Elen village", "Alam", ("Elen", "Alam / Elen village"), "town", 0),
        ("Suwar town/Sur town", "Suwar", ("Sur", "Suwar town/Sur town"), "town", 0),
        ("Ray town (Choban)", "Ray", ("~Choban", "Ray town (Choban)"), "town", 0),
        ("Hezze suburb", "Hezze", ("Hezze suburb",), "neighbourhood", 0),
        ("Qamar Governorate", "Qamar", ("Qamar Governorate",), "province", 1),
        ("Qamar district", "Qamar", ("Qamar district",), "district", 2),
        ("Qamar Subdistrict", "Qamar", ("Qamar Subdistrict",), "district", 3),
        ("Qamar Military Airbase", "Qamar Military Airbase", ("~Qamar",), "facility", 0),
        ("17th Division", "17th Division", (), "facility", 0),
        ("Qamar area", "Qamar area", (), "region", 0),
        ("Jabal Qamar", "Jabal Qamar", (), "region", 0),
        ("Village", "Village", (), None, 0),
        ("Qamar", "Qamar", (), None, 0),
        ("Highway in Western Qamar", "Highway in Western Qamar", (), "region", 0),
        ("Qamar - Port road", "Qamar - Port road", (), "region", 0),
    ],
)
def test_names_of_tables(
    told: str, name: str, others: tuple[str, ...], level: PlaceLevel | None, rank: int
) -> None:
    assert spoken(told) == (name, others, level, rank)


def test_a_short_form_leaves_off_all_words_of_the_kind() -> None:
    assert short_forms(["Qamar International Airport", "Qamar Airport"], "x") == ["~Qamar"]
    assert short_forms(["Central Prison", "Airport", "Qamar"], "x") == []


@pytest.mark.parametrize("name", ["Industrial", "Old City", "al-Sharqi", "12", ""])
def test_a_name_that_says_nothing_alone(name: str) -> None:
    assert is_empty(name)


@pytest.mark.parametrize("name", ["Old Qamar", "Qamar", "عين"])
def test_a_name_that_says_something(name: str) -> None:
    assert not is_empty(name)
