"""The day of saying is not the day of doing."""

import pytest

from mentions.reporting import is_day_of_report


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("a bomb killed two, police said on tuesday", "tuesday", True),
        ("officials told reporters late monday", "monday", True),
        ("on friday, the ministry released a report", "friday", True),
        ("police said two were killed on tuesday", "tuesday", False),
        ("on friday, jets struck the town, the ministry said", "friday", False),
        ("shells hit the market on sunday", "sunday", False),
    ],
)
def test_day_of_report(text: str, day: str, expected: bool) -> None:
    start = text.index(day)
    assert is_day_of_report(text, 0, start, start + len(day)) is expected
