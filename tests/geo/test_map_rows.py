import json
from dataclasses import replace
from typing import Any

import pytest

from geo.map_rows import KEYS, POOLED, WordTable, row_of

from .sample_reports import ARTICLE, at, report, unlocated


def cells(told: dict[str, Any]) -> dict[str, Any]:
    return dict(zip(KEYS, row_of(told), strict=True))


def test_a_town_is_a_point_and_a_province_is_an_area() -> None:
    assert cells(report())["area"] is None
    assert cells(at("near", "X", 1.0, 2.0, 9.0))["area"] is None
    assert cells(at("province", "Idlib", 35.8, 36.7, 60.0))["area"] == "somewhere in Idlib province"


def test_an_unlocated_event_has_no_coordinates() -> None:
    row = cells(unlocated())
    assert (row["lat"], row["lon"], row["radius"], row["area"]) == (None, None, None, None)


@pytest.mark.parametrize(
    ("low", "high", "size", "told"),
    [
        (None, None, 0, False),
        (0, 0, 0, True),
        (1, 1, 1, True),
        (9, None, 1, True),
        (10, 20, 2, True),
        (50, None, 3, True),
        (None, 22, 0, True),
    ],
)
def test_size_goes_by_the_lower_figure(low: int | None, high: int | None, size: int, told: bool) -> None:
    row = cells(report(killed_low=low, killed_high=high))
    assert (row["size"], row["told"]) == (size, told)


def test_the_articles_words_are_left_out_where_they_are_the_name_itself() -> None:
    assert cells(report())["placeText"] is None
    assert cells(report(place_text="the market of Tell Qamar"))["placeText"] == "the market of Tell Qamar"


def test_a_source_is_outlet_link_title_and_day() -> None:
    url = "https://news.example/2026/02/strike"
    source = ["The Example Herald", url, "Strike on a market", "12 February 2026"]
    assert cells(report())["sources"] == [source]
    unlinked = report(article=replace(ARTICLE, url="javascript:alert(1)"))
    assert cells(unlinked)["sources"][0][1] is None


def test_a_link_that_came_into_the_claims_unchecked_is_dropped_here() -> None:
    told = report()
    (claim,) = json.loads(told["claims"])
    told["claims"] = json.dumps([claim | {"url": "javascript:alert(1)"}])
    assert cells(told)["sources"][0][1] is None


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"event_type": "War"}, "no event type"),
        ({"lat": float("nan")}, "no whole place"),
        ({"lon": None}, "no whole place"),
        ({"radius_km": None}, "no whole place"),
    ],
)
def test_what_no_map_can_show_is_an_error(changes: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        row_of(report() | changes)


def test_the_word_table_says_each_word_once_and_keeps_nulls() -> None:
    words = WordTable()
    first, second = (
        words.pooled(row_of(report(id="a"))),
        words.pooled(row_of(report(id="b", weapon="mortar"))),
    )
    assert len(words.values) == len({json.dumps(v) for v in words.values})
    back = [
        words.values[cell] if key in POOLED and cell is not None else cell
        for key, cell in zip(KEYS, second, strict=True)
    ]
    assert back == row_of(report(id="b", weapon="mortar"))
    assert first[KEYS.index("weapon")] is None


def test_marks_that_turn_the_text_around_are_not_passed_on() -> None:
    row = row_of(report(quote="\u202ederevocer \u2066x\u2069", attribution="A\x00B"))
    assert row[KEYS.index("quote")] == "derevocer x"
    assert row[KEYS.index("attribution")] == "A\ufffdB"


def test_an_outline_is_polygons_of_rings_of_lat_lon_to_ten_metres() -> None:
    ring = [[36.123456, 35.0], [37.0, 35.0], [37.0, 36.0], [36.123456, 35.0]]
    rows = [
        row_of(report(), {"type": kind, "coordinates": coordinates})
        for kind, coordinates in (("Polygon", [ring]), ("MultiPolygon", [[ring]]))
    ]
    for row in rows:
        assert row[KEYS.index("outline")][0][0][0] == [35.0, 36.1235]
    assert cells(report())["outline"] is None
