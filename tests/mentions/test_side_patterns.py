"""The words of a side: what heads it, what is trimmed off it, what is none."""

from __future__ import annotations

import re

import pytest

from mentions.side_patterns import FromWords, side_patterns


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("shot by two masked gunmen", "masked gunmen"),
        ("shelled by the Saudi-backed militia", "Saudi-backed militia"),
        ("struck by a suspected rebel drone", "rebel drone"),
        ("hit by stray dogs", None),
    ],
)
def test_by_a_side(text: str, side: str | None) -> None:
    match = side_patterns().by.search(text)
    assert (None if match is None else match["side"]) == side


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


@pytest.mark.parametrize("text", ["rebels ", "antirebels ", "the old army ", "a parametre ", "armyish ", ""])
def test_a_match_inside_a_word_is_found_too(text: str) -> None:
    source = r"(?:(?:old|new) )*(?:rebels|army) $"
    assert str(FromWords(source, ("old|new", "rebels|army")).search(text)) == str(re.search(source, text))
