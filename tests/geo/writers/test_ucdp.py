import csv
from pathlib import Path
from typing import Any

import pytest

from geo.writers.ucdp import FIELDS, ucdp_row

from ..sample_reports import at, mixed, report, unlocated
from .writing import write

DEATHS = ("deaths_civilians", "deaths_unknown", "best", "high", "low")


def row(**changes: Any) -> dict[str, Any]:
    return ucdp_row(report(**changes))


def test_the_file_has_an_id_and_ucdps_columns_and_every_event(tmp_path: Path) -> None:
    write(tmp_path, "ucdp", mixed())
    with (tmp_path / "events.ucdp.csv").open(encoding="utf-8", newline="") as file:
        head, *body = csv.reader(file)
    assert ",".join(head) == (
        "id,where_prec,date_prec,date_start,date_end,where_coordinates,adm_1,adm_2,latitude,longitude,side_a,"
        "side_b,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,number_of_sources,"
        "source_article,source_date,source_headline,type_of_violence,event_clarity"
    )
    assert len(body) == 12
    assert body[0] == [
        "m-1", "1", "1", "2026-02-11", "2026-02-11", "Tell Qamar", "Idlib", "", "35.5", "37.25",
        "unidentified aircraft", "a market", "", "", "20", "0", "20", "", "20", "1",
        "https://news.example/2026/02/strike", "2026-02-12", "Strike on a market", "", "1",
    ]  # fmt: skip
    assert set(row()) == set(FIELDS)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"killed_low": 17, "killed_high": 22, "victims": "unknown"}, (None, 17, 17, 22, 17)),
        ({"killed_low": 17, "killed_high": 22, "victims": "civilians"}, (17, 0, 17, 22, 17)),
        ({"killed_low": 20, "civilians_killed_low": 5, "victims": "mixed"}, (5, 15, 20, None, 20)),
        ({"killed_low": 20, "victims": "combatants"}, (None, 20, 20, None, 20)),
        ({"killed_low": 0, "killed_high": 0, "victims": "unknown"}, (None, 0, 0, 0, 0)),
        ({"killed_low": None, "killed_high": 22, "victims": "unknown"}, (None, None, None, 22, None)),
        ({"killed_low": None, "victims": "civilians"}, (None, None, None, None, None)),
        ({"killed_low": 0, "killed_high": None, "victims": "civilians"}, (None, None, None, None, None)),
        ({"killed_low": 3, "civilians_killed_low": 5, "victims": "mixed"}, (5, None, 3, None, 3)),
    ],
)
def test_deaths_are_split_as_far_as_the_article_does(
    changes: dict[str, Any], expected: tuple[int | None, ...]
) -> None:
    found = row(**changes)
    assert tuple(found[key] for key in DEATHS) == expected
    assert found["deaths_a"] is found["deaths_b"] is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sub_event_type": "Attack"}, 3),
        ({"sub_event_type": "Abduction/forced disappearance", "victims": "unknown"}, 3),
        ({"sub_event_type": "Attack", "victims": "combatants"}, None),
        ({"sub_event_type": "Government regains territory"}, 1),
        ({"sub_event_type": "Non-state actor overtakes territory"}, None),
        ({"sub_event_type": "Armed clash"}, None),
        ({"sub_event_type": "Air/drone strike"}, None),
        ({"sub_event_type": "Excessive force against protesters"}, None),
    ],
)
def test_the_type_of_violence_is_told_only_where_it_is_known(
    changes: dict[str, Any], expected: int | None
) -> None:
    assert row(**changes)["type_of_violence"] == expected


def test_an_event_is_clear_at_one_place_on_one_day() -> None:
    assert row()["event_clarity"] == 1
    assert row(date_precision=3)["event_clarity"] is None
    assert ucdp_row(at("province", "Deir ez-Zor", 34.9, 40.3, 110.0))["event_clarity"] is None
    assert ucdp_row(unlocated())["event_clarity"] is None


def test_no_words_of_an_article_open_as_a_formula(tmp_path: Path) -> None:
    write(tmp_path, "ucdp", [report(target="-houses"), report(lon=-3.5)])
    text = (tmp_path / "events.ucdp.csv").read_text()
    assert ",'-houses," in text and ",-3.5," in text
