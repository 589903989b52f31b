from typing import Any

import pytest

from geo.wording import (
    area_in_words,
    count_in_words,
    date_in_words,
    kilometres,
    place_in_words,
    toll_beside_quote,
    toll_in_words,
)

from .sample_reports import at, report, unlocated

NO_CHILDREN = {"children_killed_low": None}
NO_DATE = "the day of publication: no date is told"


@pytest.mark.parametrize(
    ("start", "end", "basis", "words"),
    [
        ("2017-01-03", "2017-01-03", "stated", "3 January 2017"),
        ("2016-09-01", "2016-09-30", "stated", "some day in September 2016"),
        ("2016-02-01", "2016-02-29", "stated", "some day in February 2016"),
        ("2016-02-01", "2016-02-28", "stated", "some day from 1 to 28 February 2016"),
        ("2015-01-01", "2015-12-31", "stated", "some day in 2015"),
        ("2017-01-02", "2017-01-08", "stated", "some day from 2 to 8 January 2017"),
        ("2017-01-30", "2017-02-02", "stated", "some day from 30 January to 2 February 2017"),
        ("2016-12-30", "2017-01-02", "stated", "some day from 30 December 2016 to 2 January 2017"),
        ("2017-01-03", "2017-01-03", "relative", "3 January 2017 (counted from the day of publication)"),
        ("2017-01-03", "2017-01-03", "publication", f"3 January 2017 ({NO_DATE})"),
        (None, None, None, "not known"),
    ],
)
def test_dates(start: str | None, end: str | None, basis: str | None, words: str) -> None:
    assert date_in_words(report(date_start=start, date_end=end, date_basis=basis)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, None, "not told"),
        (0, 0, "none"),
        (20, 20, "20"),
        (20, None, "at least 20"),
        (None, 22, "up to 22"),
        (17, 22, "17 to 22"),
        (0, 5, "0 to 5"),
        (0, None, "no number told"),
    ],
)
def test_counts(low: int | None, high: int | None, words: str) -> None:
    assert count_in_words(low, high) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Killed: at least 20 (of these children: at least 3). Injured: not told. Those hit: civilians."),
        (
            {"killed_low": None} | NO_CHILDREN,
            "Killed: not told. Injured: not told. Those hit: civilians.",
        ),
        (
            {"killed_low": 0, "killed_high": 0, "injured_low": 0, "injured_high": 0} | NO_CHILDREN,
            "None reported killed. None reported injured. Those hit: civilians.",
        ),
        (
            {"civilians_killed_low": 12, "civilians_killed_high": 12, "women_killed_low": 2}
            | {"injured_low": 40},
            "Killed: at least 20 (of these civilians: 12, women: at least 2, children: at least 3). "
            "Injured: at least 40. Those hit: civilians.",
        ),
        (
            {"victims": "unknown", "killed_high": 20} | NO_CHILDREN,
            "Killed: 20. Injured: not told.",
        ),
        (
            {"children_killed_low": 0},
            "Killed: at least 20 (of these children: none). Injured: not told. Those hit: civilians.",
        ),
    ],
)
def test_tolls(changes: dict[str, Any], words: str) -> None:
    assert toll_in_words(report(**changes)) == words


def test_the_words_of_a_toll_that_the_quote_lacks() -> None:
    quote = "A strike hit a market. Three men were killed."
    told = report(quote=quote, toll_text="three men were killed; At least 10 wounded; 2 died")
    assert toll_beside_quote(told) == "“At least 10 wounded”; “2 died”"
    assert toll_beside_quote(report(quote=quote, toll_text=None)) is None


def test_the_same_figures_of_the_same_harm_are_in_the_quote() -> None:
    quote = "A raid killed more than 1,140 people and wounded 19."
    assert toll_beside_quote(report(quote=quote, toll_text="kill 1,140; 19 hurt")) is None
    told = report(quote="A raid wounded 19.", toll_text="19 killed; 1 wounded")
    assert toll_beside_quote(told) == "“19 killed”; “1 wounded”"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (report(), "Tell Qamar, Idlib, Syria: this place, within 3 km of the point"),
        (
            at("near", "Tell Qamar", 35.5, 37.25, 8.0),
            "near Tell Qamar, Idlib, Syria: within 8 km of the point",
        ),
        (
            at("facility", "Old Bridge", 35.5, 37.25, 0.5, admin1=None),
            "Old Bridge, Syria: a site, within 500 m of the point",
        ),
        (
            at("province", "Idlib", 35.8, 36.7, 60.0),
            "somewhere in Idlib province, Syria: no exact place is told, it may be anywhere within 60 km",
        ),
        (
            at("country", "Syria", 35.0, 38.0, 400.0),
            "somewhere in Syria: no exact place is told, it may be anywhere within 400 km",
        ),
        (unlocated(place_text=None), "place not known"),
        (unlocated(place_text="Umm Nowhere"), "not on the map; the article says “Umm Nowhere”"),
    ],
)
def test_places(told: dict[str, Any], words: str) -> None:
    assert place_in_words(told) == words


@pytest.mark.parametrize(
    ("level", "name", "words"),
    [
        ("province", "Idlib", "somewhere in Idlib province"),
        ("province", "Idlib Governorate", "somewhere in Idlib Governorate"),
        ("province", "Kharkiv Oblast", "somewhere in Kharkiv Oblast"),
        ("district", "Jabal Rih", "somewhere in Jabal Rih district"),
        ("region", "northern Syria", "somewhere in the region “northern Syria”"),
        ("country", "Sudan", "somewhere in Sudan"),
    ],
)
def test_areas(level: Any, name: str, words: str) -> None:
    assert area_in_words(at(level, name, 35.0, 37.0, 50.0)) == words


@pytest.mark.parametrize(
    ("km", "words"), [(0.5, "500 m"), (1.0, "1 km"), (1.5, "1.5 km"), (9.96, "10 km"), (249.7, "250 km")]
)
def test_kilometres(km: float, words: str) -> None:
    assert kilometres(km) == words
