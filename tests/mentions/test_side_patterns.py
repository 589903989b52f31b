"""What is trimmed off the words of a side, and what is none."""

from __future__ import annotations

import pytest

from mentions.side_patterns import side_patterns


@pytest.mark.parametrize(
    ("words", "left"),
    [("Kenyan jets", "Kenyan"), ("rebel air forces", "rebel"), ("Kenyan troops", "Kenyan troops")],
)
def test_equipment_comes_off(words: str, left: str) -> None:
    assert side_patterns().equipment_last.sub("", words) == left


@pytest.mark.parametrize(
    ("words", "keeps"), [("the US", True), ("Iran-led", True), ("the army", True), ("Kenyan", False)]
)
def test_what_names_a_side_without_its_equipment(words: str, keeps: bool) -> None:
    assert (side_patterns().keeps_alone.search(words) is not None) is keeps


def test_a_description_stays_in_front_and_is_no_side() -> None:
    patterns = side_patterns()
    assert {"masked", "war"} <= patterns.no_side
    assert not {"masked", "war"} & patterns.dropped_in_front
    assert patterns.dropped_in_front < patterns.no_side
