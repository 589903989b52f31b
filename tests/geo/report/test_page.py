import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from geo.report import Choice, chosen, report_page
from geo.report.page import ROWS
from geo.style import Look, default_style

from ..sample_reports import ARTICLE, many, mixed, report, unlocated

LOOK = Look(default_style())
HOSTILE = "<script>alert(1)</script>\" onload='x' {{ 7 * 7 }} {% raw %} &amp; </style>"


class Text(HTMLParser):
    """What a reader sees, and the names of all elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def __str__(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


def page_of(*events: dict, choice: Choice = Choice(), look: Look = LOOK) -> str:  # type: ignore[type-arg]  # noqa: B008
    return report_page(chosen(events, choice), choice, {}, look)


def test_it_says_what_it_is_of_and_what_is_left_out() -> None:
    choice = Choice(date(2026, 2, 1), date(2026, 2, 28), ("Syria",))
    text = str(Text(page_of(*mixed(), choice=choice)))
    assert "1 February 2026 to 28 February 2026 · Syria" in text
    assert "1 outside the days is left out." in text


def test_map_chart_table_sources_and_limits_are_there() -> None:
    page = page_of(*mixed())
    for heading in ("In figures", "Where", "When", "The events", "Sources", "Method and limits"):
        assert f"<h2>{heading}</h2>" in page
    assert page.count('<tr class="quote">') == 12
    assert "script" not in Text(page).tags and "link" not in Text(page).tags
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_zero_and_not_told_differ() -> None:
    text = str(Text(page_of(report(killed_low=0, killed_high=0), report(killed_low=None, killed_high=None))))
    assert "told of 1" in text and " none " in text and " not told " in text


def test_what_articles_say_is_text() -> None:
    article = replace(ARTICLE, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    words = dict.fromkeys(("quote", "place_name", "perpetrator", "attribution"), HOSTILE)
    told = report(article=article, **words)
    look = Look(replace(default_style(), title=HOSTILE), (HOSTILE,))
    page = page_of(told, look=look)
    assert "script" not in Text(page).tags and "javascript:" not in page
    assert str(Text(page)).count("<script>alert(1)</script>") >= 6
    assert "{{ 7 * 7 }}" in page


def test_marks_of_direction_are_gone() -> None:
    assert "\u202e" not in page_of(report(quote="turned \u202e round"))


def test_the_newest_are_shown_and_the_rest_is_said() -> None:
    events = [event | {"quote": "same"} for event in many(ROWS + 5)]
    page = page_of(*events)
    assert page.count('<tr class="quote">') == ROWS
    assert f"The newest {ROWS:,} of {ROWS + 5:,}" in page


def test_no_number_and_no_place_without_the_words_of_the_article() -> None:
    told = report(quote="A blast hit a bus.", toll_text="12 people died", place_text="the bus station")
    text = str(Text(page_of(told)))
    assert "The toll is told beside this quote: “12 people died”" in text
    assert "in the article: “ the bus station ”" in text
    words = {"quote": "12 people died.", "toll_text": "12 people died", "place_text": told["place_name"]}
    same = str(Text(page_of(report(**words))))
    assert "beside this quote" not in same and "in the article:" not in same


def test_nothing_chosen_is_a_page_too() -> None:
    text = str(Text(page_of()))
    assert "0 events." in text and "all days · everywhere" in text
    assert "No event of the data" in text and "The events" not in text and "Method and limits" in text
    assert "1 event." in str(Text(page_of(unlocated())))


def test_the_same_events_give_the_same_page() -> None:
    assert page_of(*mixed()) == page_of(*mixed())


@pytest.mark.parametrize(("since", "until", "words"), [
    (date(2026, 1, 2), None, "from 2 January 2026 on"),
    (None, date(2026, 1, 2), "up to 2 January 2026"),
    (date(2026, 1, 2), date(2026, 1, 2), "2 January 2026 ·"),
])  # fmt: skip
def test_open_ends_are_said(since: date | None, until: date | None, words: str) -> None:
    assert words in str(Text(page_of(report(), choice=Choice(since, until))))


def test_whose_places_are_shown_is_said() -> None:
    asked = report(place_id="nominatim:relation/1")
    assert "OpenStreetMap contributors (ODbL 1.0)" in page_of(asked)
    assert "OpenStreetMap" not in page_of(report())
