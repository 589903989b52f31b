"""Words that point back at an act, at another one, or at a count that grew since."""

from __future__ import annotations

from datetime import date

import pytest

from articles import Article, Region, Span
from mentions import EventMention, extract


def mention(text: str) -> EventMention:
    article = Article(id="a", text=text)
    (found,) = extract(article, [Region(Span("text", 0, len(text)), "paragraph")], date(2016, 8, 10)).mentions
    return found


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Two hours later, a bomb exploded near the market.", True),
        ("A second bomb exploded near the market.", True),
        ("A bomb exploded near the market.", False),
    ],
)
def test_words_that_set_an_act_apart(text: str, another: bool) -> None:
    assert mention(text).another is another


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Nobody took responsibility for the bombing.", True),
        ("A bombing shook the market.", False),
        ("The bombing killed nine people.", False),
    ],
)
def test_a_definite_noun_without_a_toll_only_points_back(text: str, reference: bool) -> None:
    assert mention(text).reference is reference


@pytest.mark.parametrize(
    ("text", "day", "reported"),
    [
        ("The death toll rose to 19 on Tuesday.", None, date(2016, 8, 9)),
        ("The shelling killed 19 people on Tuesday.", date(2016, 8, 9), None),
    ],
)
def test_the_day_of_a_running_toll_is_that_of_the_count(
    text: str, day: date | None, reported: date | None
) -> None:
    found = mention(text)
    assert (found.date.start if found.date else None) == day
    assert (found.reported_on.start if found.reported_on else None) == reported
