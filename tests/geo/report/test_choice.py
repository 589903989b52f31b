from datetime import date
from typing import Any

import pytest

from geo.report import Box, Choice, NoSuchArea, chosen

from ..sample_reports import at, report, unlocated

IDLIB = at("province", "Idlib", 35.8, 36.7, 60.0, id="idlib")
TOWN = report(id="town", date_start="2026-02-11", date_end="2026-02-11")
MONTH = report(id="month", date_start="2026-01-01", date_end="2026-01-31")
DAYLESS = report(id="dayless", date_start=None, date_end=None)
NOWHERE = unlocated(id="nowhere", admin1=None, country=None, country_name=None) | {
    "date_start": "2026-02-12", "date_end": "2026-02-12"
}  # fmt: skip


def ids(events: list[dict[str, Any]], **choice: Any) -> list[str]:
    return [event["id"] for event in chosen(events, Choice(**choice)).events]


def test_everything_newest_first_without_a_day_last() -> None:
    assert ids([DAYLESS, MONTH, NOWHERE, TOWN]) == ["nowhere", "town", "month", "dayless"]


def test_an_interval_that_touches_the_days_belongs_to_them() -> None:
    events = [TOWN, MONTH, DAYLESS]
    assert ids(events, since=date(2026, 1, 31), until=date(2026, 2, 10)) == ["month"]
    assert ids(events, since=date(2026, 2, 11)) == ["town"]
    assert ids(events, until=date(2025, 12, 31)) == []


def test_what_is_left_out_is_counted() -> None:
    found = chosen([TOWN, MONTH, DAYLESS], Choice(since=date(2026, 2, 1)))
    assert found.left_out == {"outside the days": 1, "without a known day": 1}
    found = chosen([TOWN, NOWHERE], Choice(areas=(Box(0, 0, 1, 1),)))
    assert found.left_out == {"outside the area": 1, "without a known place": 1}


@pytest.mark.parametrize("name", ["Syria", "syr", "IDLIB", "Tell Qamar"])
def test_areas_by_name_code_province_and_place(name: str) -> None:
    assert "town" in ids([TOWN, NOWHERE], areas=(name,))


def test_a_wide_event_belongs_to_its_area_not_to_a_town_in_it() -> None:
    assert set(ids([IDLIB, TOWN], areas=("Idlib",))) == {"town", "idlib"}
    assert ids([IDLIB, TOWN], areas=("Tell Qamar",)) == ["town"]


def test_any_of_several_areas() -> None:
    middle = Box(36.6, 35.7, 36.8, 35.9)
    assert ids([IDLIB, TOWN], areas=(middle,)) == ["idlib"]
    assert set(ids([IDLIB, TOWN], areas=("Tell Qamar", middle))) == {"idlib", "town"}


def test_an_unknown_area_names_known_ones() -> None:
    with pytest.raises(NoSuchArea, match=r"no event lies in 'Idlb'; areas of these events: Syria, Idlib"):
        ids([TOWN], areas=("Idlb",))
    with pytest.raises(NoSuchArea, match="areas of these events: none"):
        ids([], areas=("Idlib",))


def test_a_box_over_the_antimeridian() -> None:
    fiji = Box(176, -20, -178, -12)
    assert fiji.holds(-17, 178) and fiji.holds(-16, -179) and not fiji.holds(-17, 0)
    assert Box(36, 35, 38, 37).holds(35, 36) and not Box(36, 35, 38, 37).holds(34.9, 36)
