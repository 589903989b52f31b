"""Dates: the scenarios of `tests/scenarios/dates.yml`, and what holds for every text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from articles.article import Span
from mentions.calendar_words import part_of, precision_of
from mentions.dates import DateMention, day_counted, find_dates
from mentions.mention import DateRange
from tests.quickest import quickest

SCENARIOS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "scenarios" / "dates.yml").read_text(encoding="utf-8")
)
FRIDAY = date(2017, 3, 24)


def as_row(found: DateMention, text: str) -> list[Any]:
    row: list[Any] = [text[found.span.start : found.span.end]]
    days = found.range
    row += [None] * 4 if days is None else [str(days.start), str(days.end), days.precision, days.basis]
    row.append(found.role)
    return row if found.offset_days is None else [*row, found.offset_days]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: f"{s['text'][:60]} ({s['published']})")
def test_scenario(scenario: dict[str, Any]) -> None:
    published = None if scenario["published"] is None else date.fromisoformat(scenario["published"])
    found = find_dates(scenario["text"], "text", published)
    assert [as_row(d, scenario["text"]) for d in found] == scenario["dates"]


def test_enough_scenarios() -> None:
    assert len(SCENARIOS) >= 90
    assert sum(not s["dates"] for s in SCENARIOS) >= 25


def test_all_scenarios_as_one_text() -> None:
    """In reading order, none inside another, none after the publication day, each range with its span."""
    text = "\n\n".join(s["text"] for s in SCENARIOS)
    found = find_dates(text, "title", FRIDAY)
    assert len(found) > 100
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for d in found:
        assert d.span.field == "title"
        assert d.range is None or (d.range.end <= FRIDAY and d.range.spans == (d.span,))


@pytest.mark.parametrize(
    ("words", "day_first", "expected"),
    [
        ("03/01/2017", True, date(2017, 1, 3)),
        ("03/01/2017", False, date(2017, 3, 1)),
        ("03-01-17", True, None),  # two digits of a year only with slashes
        ("03/01/17", True, date(2017, 1, 3)),
        ("13/01/2017", False, date(2017, 1, 13)),  # the text decides
        ("31/04/2016", True, None),  # no such day
        ("30/02/2016", None, None),
    ],
)
def test_day_first(words: str, day_first: bool | None, expected: date | None) -> None:
    found = find_dates(f"The raid of {words} failed.", "text", FRIDAY, day_first=day_first)
    assert [d.range.start for d in found if d.range] == ([] if expected is None else [expected])


def test_strength_orders_by_exactness() -> None:
    text = "On Monday X. Last week X. In January X. In 2014 X. A monitor said on Monday. Since Monday X."
    assert [d.strength for d in find_dates(text, "text", FRIDAY)] == [5, 3, 2, 1, 2.5, 0]


@pytest.mark.parametrize(
    ("offset", "start", "end"),
    [
        (0, date(2017, 3, 20), date(2017, 3, 20)),
        (-2, date(2017, 3, 18), date(2017, 3, 18)),
        (1, date(2017, 3, 21), date(2017, 3, 21)),
        (-7, date(2017, 3, 12), date(2017, 3, 14)),
        (4, date(2017, 3, 24), date(2017, 3, 24)),
        (5, None, None),  # after publication
    ],
)
def test_day_counted(offset: int, start: date | None, end: date | None) -> None:
    monday = DateRange(date(2017, 3, 20), date(2017, 3, 20), 1, "relative")
    span = Span("text", 0, 4)
    days = day_counted(offset, span, monday, FRIDAY)
    assert (days and days.start, days and days.end) == (start, end)
    assert days is None or days.spans == (span,)


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        (date(2017, 1, 1), date(2017, 1, 1), 1),
        (date(2017, 1, 1), date(2017, 1, 2), 2),
        (date(2017, 1, 1), date(2017, 1, 6), 2),
        (date(2017, 1, 1), date(2017, 1, 7), 3),
        (date(2017, 1, 1), date(2017, 1, 31), 4),
        (date(2017, 1, 1), date(2017, 2, 1), 5),
    ],
)
def test_precision(first: date, last: date, precision: int) -> None:
    assert precision_of(first, last) == precision


def test_the_parts_of_a_month_cover_it_once() -> None:
    april = (date(2017, 4, 1), date(2017, 4, 30))
    early, mid, late = (part_of(april, word) for word in ("early", "mid", "late"))
    assert (early[0], early[1].day + 1, mid[1].day + 1, late[1]) == (
        april[0],
        mid[0].day,
        late[0].day,
        april[1],
    )


@pytest.mark.parametrize(
    "hostile",
    ["1 " * 20_000, "a " * 20_000, "on monday and " * 3_000, "1-1-" * 10_000, "said " * 10_000 + "on Monday",
     "Jan " * 10_000, "2014 - " * 8_000, "the day " * 8_000, " " * 50_000 + "3" + " " * 50_000 + "May",
     "A.-'" * 10 + " 3 May 2016", "1 to 1 to " * 8_000, "will " * 10_000 + "Monday", "İ" * 1_000 + " Monday"],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_time_is_linear_in_hostile_text(hostile: str) -> None:
    def seconds(text: str) -> float:
        return quickest(lambda: find_dates(text, "text", FRIDAY), tries=3)

    for d in find_dates(hostile, "text", FRIDAY):
        assert 0 <= d.span.start < d.span.end <= len(hostile)
    assert seconds(hostile) < 3 * seconds(hostile[: len(hostile) // 2]) + 0.05, "four times: squared"


def test_dateparser_agrees_on_full_dates() -> None:
    dateparser = pytest.importorskip("dateparser")
    for words in ("January 3, 2017", "3 January 2017", "Sept. 15, 2016", "2017-01-03", "16th March 2015"):
        (found,) = find_dates(f"It burned on {words} at noon.", "text", FRIDAY)
        assert found.range is not None
        assert found.range.start == dateparser.parse(words).date()


def test_empty_text() -> None:
    assert find_dates("", "title", None) == ()
