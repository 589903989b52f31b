import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geo.map_rows import (
    ARTICLE,
    CODES,
    NUMBERS,
    PLACE,
    TEXTS,
    article_cell,
    claims_of,
    number_cells,
    place_cell,
)
from geo.merge import CLAIM_KEYS, MAP_KEYS

from .sample_reports import ARTICLE as ARTICLE_READ
from .sample_reports import at, report, unlocated


def numbers(told: dict[str, Any]) -> dict[str, Any]:
    return {key: json.loads(cell) for key, cell in zip(NUMBERS, number_cells(told), strict=True)}


def place(told: dict[str, Any], outline: int | None = None) -> dict[str, Any]:
    return dict(zip((*PLACE, "outline"), json.loads(place_cell(told, outline)), strict=True))


def claims(told: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    return [
        (dict(zip(ARTICLE, json.loads(article_cell(article)), strict=True)), own and json.loads(own))
        for article, own in claims_of(told)
    ]


def test_the_page_is_told_every_key_but_what_follows_from_others() -> None:
    from_level = {"ucdp_where_prec", "acled_geo_precision"}
    from_claims = {"source_count", "sources", "urls", "titles", "first_published", "last_published", "claims"}
    assert {*NUMBERS, *TEXTS, *PLACE} == set(MAP_KEYS) - from_level - from_claims


def test_null_is_not_zero() -> None:
    row = numbers(report(killed_low=0, killed_high=None))
    assert (row["killed_low"], row["killed_high"], row["injured_low"]) == (0, -1, -1)


def test_known_words_are_told_by_their_number() -> None:
    row = numbers(report()) | place(report())
    for key, word in (("event_type", "Explosions/Remote violence"), ("sub_event_type", "Air/drone strike"),
                      ("perpetrator_status", "alleged"), ("grade", "Weak"),
                      ("place_level", "town")):  # fmt: skip
        assert CODES[key][row[key]] == word


def test_days_are_counted_from_1970() -> None:
    row = numbers(report(date_start="1970-01-02", date_end=None))
    assert (row["date_start"], row["date_end"]) == (1, None)
    assert numbers(report())["date_start"] == (date(2026, 2, 11) - date(1970, 1, 1)).days


def test_an_unlocated_event_has_no_coordinates_and_no_level() -> None:
    row = place(unlocated())
    assert (row["lat"], row["lon"], row["radius_km"]) == (None, None, None)
    assert CODES["place_level"][row["place_level"]] is None
    assert numbers(unlocated())["place_confidence"] is None


def test_a_source_is_outlet_link_title_and_day() -> None:
    ((article, own),) = claims(report())
    assert article == {
        "source": "The Example Herald",
        "url": "https://news.example/2026/02/strike",
        "title": "Strike on a market",
        "published": "2026-02-12",
    }
    assert own is None
    ((unlinked, _),) = claims(report(article=replace(ARTICLE_READ, url="javascript:alert(1)")))
    assert unlinked["url"] is None


def test_a_link_that_came_into_the_claims_unchecked_is_dropped_here() -> None:
    told = report()
    (claim,) = json.loads(told["claims"])
    told["claims"] = json.dumps([claim | {"url": "javascript:alert(1)"}])
    assert claims(told)[0][0]["url"] is None


def test_each_source_keeps_what_it_tells_otherwise() -> None:
    told = report(killed_low=17, killed_high=22)
    (claim,) = json.loads(told["claims"])
    first = claim | {"killed_low": 17, "killed_high": 17, "lat": told["lat"] + 1e-9}
    second = claim | {"killed_low": 22, "killed_high": 22, "perpetrator": None, "place_name": "Elsewhere"}
    told["claims"] = json.dumps([first, second])
    assert [own for _, own in claims(told)] == [
        {"killed_high": 17},
        {"killed_low": 22, "perpetrator": None, "place_name": "Elsewhere"},
    ]


def test_a_claim_that_says_nothing_of_a_key_tells_nothing_of_it() -> None:
    told = report()
    (claim,) = json.loads(told["claims"])
    told["claims"] = json.dumps([{key: claim[key] for key in ARTICLE}])
    ((_, own),) = claims(told)
    assert own == {key: None for key in CLAIM_KEYS if told[key] is not None}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"event_type": "War"}, "no event_type 'War'; the known ones: Battles"),
        ({"grade": "Good"}, "no grade 'Good'"),
        ({"killed_low": -1}, "killed_low is -1"),
    ],
)
def test_what_no_map_can_show_is_an_error(changes: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        list(number_cells(report() | changes))


def test_marks_that_turn_the_text_around_are_not_passed_on() -> None:
    assert place(report(place_name="\u202ex", admin1="A\x00B"))["place_name"] == "x"
    ((article, _),) = claims(report(article=replace(ARTICLE_READ, title="\u202ederevocer \u2066x\u2069")))
    assert article["title"] == "derevocer x"


def test_coordinates_are_as_stored() -> None:
    row = place(at("town", "X", 36.123456, -0.5, 3.0), 4)
    assert (row["lat"], row["lon"], row["radius_km"], row["outline"]) == (36.123456, -0.5, 3, 4)
