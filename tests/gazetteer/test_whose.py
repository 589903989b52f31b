from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from gazetteer.whose import country_code, likeliest_country


@pytest.mark.parametrize(
    ("told", "code"), [("SY", "SYR"), ("syr", "SYR"), ("Syrian Arab Republic", "SYR"), ("Idlib", None)]
)
def test_a_countrys_code_or_name(small_gazetteer: Gazetteer, told: str, code: str | None) -> None:
    assert country_code(told, small_gazetteer) == code


def test_by_the_names_of_provinces_then_by_points(small_gazetteer: Gazetteer) -> None:
    by_name = ["Idlib Governorate", "Idlib"]
    assert likeliest_country(by_name, [], small_gazetteer) == "SYR"
    points = [(35.9, 36.6), (10.0, 10.1), (36.2, 36.7)]
    assert likeliest_country(["Nowhere"], points, small_gazetteer) == "SYR"
    assert likeliest_country([], [(35.9, 36.6), (10.0, 10.1)], small_gazetteer) is None
    assert likeliest_country([], [(-60.0, 0.0)], small_gazetteer) is None
