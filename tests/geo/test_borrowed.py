"""The place of a mention whose own sentence names none."""

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
        ("Jets bombed Ain Wadi. Four people died.", ("Ain Wadi", "nearby")),
        ("Jets bombed Ain Wadi. Elsewhere, shells killed four people.", (None, "none")),
        ("Jets bombed Ain Wadi. In another town, shells killed four people.", (None, "none")),
        ("Jets bombed Ain Wadi. In another street, shells killed four people.", ("Ain Wadi", "nearby")),
        ("OLDPORT (Agency) - Shells killed four people.", ("OLDPORT", "dateline")),
        ("OLDPORT (Agency) - Shells fell on Ain Wadi. Four people died.", ("Ain Wadi", "nearby")),
    ],
)
def test_last_mention(text: str, expected: tuple[str | None, str], places: Gazetteer) -> None:
    assert names(text, places)[-1] == expected
