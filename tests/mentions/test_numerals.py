"""Numbers that can count people: spans with bounds."""

from __future__ import annotations

import pytest

from mentions.numerals import find_quantities

FOUND: list[tuple[str, str, int | None, int | None]] = [
    ("in all 22 of them", "all 22", 22, 22),
    ("1,200 men", "1,200", 1200, 1200),
    ("1 200 men", "1 200", 1200, 1200),
    ("1\u00a0200 men", "1\u00a0200", 1200, 1200),
    ("2 million people", "2 million", 2_000_000, 2_000_000),
    ("twenty-two", "twenty-two", 22, 22),
    ("twenty two", "twenty two", 22, 22),
    ("a hundred and five", "a hundred and five", 105, 105),
    ("three hundred", "three hundred", 300, 300),
    ("two thousand", "two thousand", 2000, 2000),
    ("a dozen", "a dozen", 12, 12),
    ("two dozen", "two dozen", 24, 24),
    ("dozens", "dozens", 24, 99),
    ("scores", "scores", 40, 99),
    ("hundreds", "hundreds", 200, 999),
    ("several", "several", 3, 9),
    ("a few", "a few", 3, 9),
    ("a couple of", "a couple", 2, 2),
    ("some 100", "some 100", 100, 100),
    ("at least 20", "at least 20", 20, None),
    ("more than twenty", "more than twenty", 20, None),
    ("20 or more", "20 or more", 20, None),
    ("20+", "20+", 20, None),
    ("up to 22", "up to 22", None, 22),
    ("between 17 and 22", "between 17 and 22", 17, 22),
    ("17 to 22", "17 to 22", 17, 22),
    ("17-22", "17-22", 17, 22),
    ("no one", "no one", 0, 0),
    ("2000 people", "2000", 2000, 2000),
]
NOT_COUNTS = [
    "in 2013", "since 2011", "15 March 2020", "March 15", "a 20-year-old", "aged 12", "Ali, 12, was",
    "the 4th", "B-52", "S-400", "M4", "300 km", "10 am", "7:30", "06/17/2020", "1.2", "$200",
    "20%", "battalion 3",
    "20 percent", "G20",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "high"), FOUND)
def test_quantity(text: str, words: str, low: int | None, high: int | None) -> None:
    quantity = find_quantities(text)[0]
    assert (text[quantity.start : quantity.end], quantity.low, quantity.high) == (words, low, high)


@pytest.mark.parametrize("text", NOT_COUNTS)
def test_no_count_of_people(text: str) -> None:
    assert find_quantities(text) == ()


def test_offsets_inside_a_longer_text() -> None:
    text = "Nine here, ten there"
    (ten,) = find_quantities(text, text.index("ten"), len(text))
    assert text[ten.start : ten.end] == "ten"


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [(q.low, q.high) for q in find_quantities("five, ten")] == [(5, 5), (10, 10)]
