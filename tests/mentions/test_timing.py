"""Which of a sentence's dates is the act's."""

from datetime import date

import pytest

from mentions.dates import find_dates
from mentions.timing import Stretch, Timing, timing_of

PUBLISHED = date(2016, 8, 10)  # a Wednesday


def timing(text: str, *acts: str) -> Timing:
    hits = [(text.index(act), text.index(act) + len(act)) for act in acts]
    whole = (0, len(text))
    return timing_of(
        Stretch(text.lower(), whole, whole, hits, find_dates(text, "text", PUBLISHED)), PUBLISHED
    )


@pytest.mark.parametrize(
    ("text", "act", "first", "last"),
    [
        ("Forty have been killed since Saturday.", "killed", 6, 10),
        ("Forty have been killed since late Sunday in the town.", "killed", 7, 10),
        ("The army has shelled it until Sunday.", "shelled", None, None),
        ("Since Saturday, when it shelled the town, it has gone.", "shelled", None, None),
        ("Forty have been killed since 2 July.", "killed", None, None),
        ("On Monday and Tuesday, shells fell.", "shells", 8, 9),
        ("A monk who fled in 1959 was killed.", "killed", None, None),
        ("A man who shot the mayor in June was held.", "shot", None, None),
    ],
)
def test_its_day(text: str, act: str, first: int | None, last: int | None) -> None:
    day = timing(text, act).day
    if "June" in text:
        assert day is not None and (day.start.month, day.precision) == (6, 4)
    else:
        assert (None if day is None else (day.start.day, day.end.day)) == (first and (first, last))


@pytest.mark.parametrize(
    ("text", "act", "days", "from_report"),
    [
        ("It comes a week after a bomb exploded.", "exploded", -7, True),
        ("Three days before it shelled the town, they met.", "shelled", 3, True),
        ("A bomb exploded a week after the truce.", "exploded", 7, False),
        ("Two days earlier a bomb exploded.", "exploded", -2, False),
    ],
)
def test_counted_from_another_day(text: str, act: str, days: int, from_report: bool) -> None:
    counted = timing(text, act).from_last
    assert counted is not None and (counted.days, counted.from_report) == (days, from_report)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("A bomb exploded on Christmas Day.", True),
        ("A bomb exploded last summer.", True),
        ("A bomb exploded on Monday, as on Christmas Day.", False),
        ("A bomb exploded during Ramadan.", False),
        ("A bomb exploded.", False),
    ],
)
def test_an_open_day(text: str, is_open: bool) -> None:
    assert timing(text, "exploded").is_open is is_open
