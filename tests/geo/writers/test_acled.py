import csv
from pathlib import Path
from typing import Any

import pytest

from geo.conventions import SUB_EVENT_TYPES
from geo.writers.acled import FIELDS, acled_row, fatalities

from ..sample_reports import at, mixed, report, unlocated
from .writing import write


def row(**changes: Any) -> dict[str, Any]:
    return acled_row(report(**changes))


def test_the_file_has_acleds_columns_in_their_order_and_every_event(tmp_path: Path) -> None:
    write(tmp_path, "acled", mixed())
    with (tmp_path / "events.acled.csv").open(encoding="utf-8", newline="") as file:
        head, *body = csv.reader(file)
    assert ",".join(head) == (
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,admin2,"
        "location,latitude,longitude,geo_precision,source,notes,fatalities"
    )
    assert len(body) == 12
    assert body[0] == [
        "m-1", "2026-02-11", "1", "Explosions/Remote violence", "Air/drone strike", "unidentified aircraft",
        "a market", "Syria", "Idlib", "", "Tell Qamar", "35.5", "37.25", "1", "The Example Herald",
        "At least 20 people, three children among them, died when aircraft hit the market of Tell Qamar. "
        "[fatalities=at least 20] [actor1=alleged]", "20",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (20, 20, 20),
        (20, None, 20),
        (17, 22, 17),
        (0, 0, 0),
        (0, 5, 0),
        (None, 0, 0),
        (None, 22, None),
        (None, None, None),
        (0, None, None),
    ],
)
def test_fatalities_are_the_lower_figure_and_none_is_made_up(
    low: int | None, high: int | None, expected: int | None
) -> None:
    assert fatalities(low, high) == expected


@pytest.mark.parametrize(
    ("ours", "theirs"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, None), (None, None)]
)
def test_a_day_a_week_a_month_and_no_date_for_a_year(ours: int | None, theirs: int | None) -> None:
    found = row(date_precision=ours, date_start="2025-01-01", date_end="2025-12-31")
    assert found["time_precision"] == theirs
    assert (found["event_date"] is None) == (theirs is None)
    assert ("[date=2025-01-01 to 2025-12-31]" in found["notes"]) == (theirs is None)


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({"killed_low": None}, "[fatalities=no report]"),
        ({"killed_low": None, "killed_high": 22}, "[fatalities=up to 22]"),
        ({"killed_low": 17, "killed_high": 22}, "[fatalities=17 to 22]"),
        ({"killed_low": 0, "killed_high": None}, "[fatalities=no number told]"),
        ({"toll_text": "12 died; 3 were hurt"}, "[toll=“12 died”; “3 were hurt”]"),
        ({"perpetrator_status": "denied"}, "[actor1=denied]"),
        ({"date_basis": "publication"}, "[date=day of publication]"),
    ],
)
def test_what_no_field_can_say_stands_in_the_notes(changes: dict[str, Any], remark: str) -> None:
    assert remark in row(**changes)["notes"]


def test_a_sure_event_has_its_quote_alone_as_notes() -> None:
    found = row(killed_high=20, perpetrator_status="reported")
    assert found["notes"] == report()["quote"]


def test_an_unlocated_event_has_no_point_and_the_articles_words() -> None:
    found = acled_row(unlocated(place_text="the village of Umm Nowhere"))
    assert (found["latitude"], found["longitude"], found["geo_precision"]) == (None, None, None)
    assert found["location"] == "the village of Umm Nowhere"


def test_a_wide_event_says_so_by_its_code() -> None:
    found = acled_row(at("province", "Deir ez-Zor", 34.9, 40.3, 110.0))
    assert (found["geo_precision"], found["location"], found["fatalities"]) == (3, "Deir ez-Zor", None)


def test_every_field_is_filled_by_somebody_and_the_types_are_acleds() -> None:
    assert set(row()) == set(FIELDS)
    assert row()["sub_event_type"] in SUB_EVENT_TYPES[row()["event_type"]]


def test_no_words_of_an_article_open_as_a_formula(tmp_path: Path) -> None:
    write(tmp_path, "acled", [report(quote="=1+1", perpetrator="@rebels")])
    text = (tmp_path / "events.acled.csv").read_text()
    assert ",'=1+1 [" in text and ",'@rebels," in text
