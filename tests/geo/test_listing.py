"""Places told as a list, and places that only say where another one lies."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from tests.geo.northland import gazetteer
from tests.geo.test_link import names


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed Ain Wadi and Tell Qamar.", ["Ain Wadi", "Tell Qamar"]),
        ("Shells hit the towns of Oldport, Ain Wadi and Tell Qamar.", ["Oldport", "Ain Wadi", "Tell Qamar"]),
        ("Jets bombed Ain Wadi, Qamar province.", ["Ain Wadi"]),
        ("Jets bombed the town of Ain Wadi in Qamar province.", ["Ain Wadi"]),
        ("Jets bombed Ain Wadi, a town near Oldport.", ["Ain Wadi"]),
        ("Shells fell on the border between Ain Wadi and Tell Qamar.", ["Ain Wadi"]),
    ],
)
def test_places(text: str, expected: list[str], places: Gazetteer) -> None:
    assert [name for name, _ in names(text, places)] == expected
