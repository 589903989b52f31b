"""When a sentence of the text is the article's headline once more."""

import pytest

from mentions.headline import Headline

TITLE = "Air strike kills nine in Oldport: monitor"


@pytest.mark.parametrize(
    ("sentence", "is_headline"),
    [
        ("air strike kills nine in oldport: monitor", True),
        ("tuesday 9 august 2016 air strike kills nine in oldport monitor.", True),
        ("an air strike that hit the market kills nine in oldport, said a monitor.", False),
        ("air strike kills nine in oldport: monitor says many more are missing there.", False),
        ("the ministry and its many offices had for weeks denied every report of an air strike in the north "
         "when air strike kills nine in oldport: monitor", False),
    ],
)  # fmt: skip
def test_a_day_may_stand_before_it_and_nothing_behind(sentence: str, is_headline: bool) -> None:
    assert Headline.of(TITLE).stands_in(sentence, 0, len(sentence)) is is_headline


def test_a_short_title_or_none_stands_nowhere() -> None:
    assert not Headline.of("World news").stands_in("this is world news", 0, 18)
    assert not Headline.of("").stands_in("", 0, 0)
