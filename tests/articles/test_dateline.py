"""The publication day: metadata, head, foot, and days that are none."""

from datetime import date

import pytest

from articles import Article, publication_day, regions

LEAD = "Shells fell on the market on Tuesday, killing four people, a doctor said."


def day_of(text: str, title: str = "") -> tuple[date | None, str | None]:
    article = Article(id="x", text=text, title=title)
    day, span = publication_day(article)
    return day, None if span is None else article.words(span)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8 Oct 2019 At least four people were killed.", "8 Oct 2019"),
        ("Tuesday 8 Oct 2019 Shells fell.", "Tuesday 8 Oct 2019"),
        ("October 8 2019 Shells fell on the market.", "October 8 2019"),
        ("Posted on October 8 2019 by Jane Doe Shells fell.", "October 8 2019"),
        ("Published October 8 2019 Shells fell.", "October 8 2019"),
        ("Date of publication 8 October 2019 Shells fell.", "8 October 2019"),
        ("Last updated at Oct 082019 RIVER TOWN Shells fell.", "Oct 082019"),
        ("2019-10-08T10:00Z Shells fell.", "2019-10-08"),
        ("08.10.2019(updated 1329 08.10.2019) Get short URL Shells fell.", "08.10.2019"),
        ("07:15 GMT +308 October 2019\n\nFour killed in river town\n\n" + LEAD, "GMT +308 October 2019"),
        ("Four killed in river town AFP Tuesday 8 Oct 2019 shells fell.", "Tuesday 8 Oct 2019"),
        ("Print this page Tuesday 8 October 2019 16:45 Shells fell.", "Tuesday 8 October 2019"),
        ("Four killed in river town\nBy Jane Doe, 8 October 2019\n" + LEAD, "8 October 2019"),
        ("Four killed\n\n" + LEAD + "\n\nPublished: 8 October 2019", "8 October 2019"),
        (LEAD * 5 + " Last Update: Tuesday 8 October 2019 KSA 15:55", "Tuesday 8 October 2019"),
        ("Updated 9 October 2019\nPublished 8 October 2019\n" + LEAD, "8 October 2019"),
    ],
)
def test_the_text_tells_its_day(text: str, words: str) -> None:
    assert day_of(text) == (date(2019, 10, 8), words)


def test_after_the_title_that_the_text_repeats() -> None:
    text = "Four killed, two wounded in shelling of river town 8 October 2019 Ministry says army fired."
    assert day_of(text, "Four killed, two wounded in shelling of river town")[0] == date(2019, 10, 8)


@pytest.mark.parametrize(
    "text",
    [
        "RIVER TOWN, Syria (Reuters) - Shells fell on Tuesday.",
        "RIVER TOWN, Oct 8 (Reuters) - Shells fell on Tuesday.",
        "Four soldiers were killed on 8 October 2019 in the river town.",
        "8 October 2019 was the day on which the town fell.",
        "On 8 October 2019, shells fell on the market.",
        "08/13/2019: Shells fell on the market.",
        "8 October 2019, a Tuesday, was the day on which the town fell.",
        "The mayor with his arm in a sling in River Town, Tuesday October 8, 2019. He was hurt on Monday.",
        "People march in River Town, Syria, October 8, 2019",
        "The attack of 21 August 2013 killed hundreds.",
        "Jane Doe, who was shot in May, died on January 3, 2017, her family said.",
        LEAD + "\n\nThe army took the town on 8 October 2019.",
        LEAD + "\n\nThe accord was signed on 8 October 2019\n\nAll comments\n\n9 October 2019",
    ],
)
def test_a_day_in_a_sentence_is_none(text: str) -> None:
    assert day_of(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        # A time zone apart: the metadata stand.
        ("8 Oct 2019 Shells fell.", date(2019, 10, 9), date(2019, 10, 9)),
        ("8 Oct 2019 Shells fell.", date(2019, 10, 7), date(2019, 10, 7)),
        # An archive's day, or a crawler's.
        ("Tuesday 8 Oct 2019 Shells fell.", date(2019, 12, 1), date(2019, 10, 8)),
        ("Published October 8 2019 Shells fell.", date(2019, 10, 2), date(2019, 10, 8)),
        (LEAD + "\n\nThe army took the town on 8 October 2019.", date(2019, 12, 1), date(2019, 12, 1)),
        # Brought up to date after it came out; but not months before or after.
        ("Updated 10 October 2019 Shells fell.", date(2019, 10, 2), date(2019, 10, 2)),
        ("Updated 10 October 2019 Shells fell.", date(2019, 10, 20), date(2019, 10, 10)),
        ("Updated 10 October 2019 Shells fell.", date(2018, 3, 1), date(2019, 10, 10)),
        # A day that lost its first digit tells nothing against the metadata.
        ("8-09-2019 Four killed in river town.", date(2019, 9, 18), date(2019, 9, 18)),
        ("RIVER TOWN, Oct 8 (Reuters) - Shells fell on Tuesday.", date(2019, 10, 20), date(2019, 10, 8)),
        ("RIVER TOWN, 30 Dec. (AFP) -- Shells fell on Monday.", date(2020, 1, 3), date(2019, 12, 30)),
        ("RIVER TOWN, Oct 8 (Reuters) - Shells fell on Tuesday.", date(2019, 10, 9), date(2019, 10, 9)),
        ("RIVER TOWN, Oct 8 (Reuters) - Shells fell on Tuesday.", date(2020, 5, 9), date(2020, 5, 9)),
        ("RIVER TOWN, Oct 8 (Reuters) - Shells fell on Tuesday.", date(2019, 10, 1), date(2019, 10, 1)),
    ],
)
def test_metadata_go_first_unless_the_text_belies_them(text: str, published: date, day: date) -> None:
    article = Article(id="x", text=text, published=published)
    assert publication_day(article, regions(article))[0] == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2019/10/08/shells", date(2019, 10, 8)),
        ("https://news.example/shells-2019-10-08.html", date(2019, 10, 8)),
        ("https://news.example/shells?on=2019-10-08", None),
        ("https://news.example/2019/10/shells", None),
        ("https://news.example/2019/10/08/2019-10-09", None),
    ],
)
def test_the_address_is_asked_last(url: str, day: date | None) -> None:
    assert publication_day(Article(id="x", text=LEAD, url=url)) == (day, None)
    told = Article(id="x", text="Tuesday 1 Oct 2019 Shells fell.", url=url)
    assert publication_day(told)[0] == date(2019, 10, 1)
