"""The records of `geoparse`, and how an article's names are resolved together."""

from __future__ import annotations

from typing import Any

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.geoparse import analyse, geoparse
from tests.geo.places import small_world

KEYS = [
    "start", "end", "text", "place_id", "name", "level", "lat", "lon", "radius_km", "country", "admin1",
    "admin2", "population", "confidence", "reason", "alternatives",
]  # fmt: skip


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


def ids(text: str, world: Gazetteer, **more: Any) -> list[str | None]:
    return [record["place_id"] for record in geoparse(Article(id="a", text=text, **more), world)]


def test_keys_are_the_contract_s(world: Gazetteer) -> None:
    (record,) = geoparse(Article(id="a", text="Fire in Homs."), world)
    assert list(record) == KEYS
    assert "Fire in Homs."[record["start"] : record["end"]] == record["text"] == "Homs"
    assert 0 < record["confidence"] < 1 and record["reason"]


def test_the_title_is_evidence_and_not_printed(world: Gazetteer) -> None:
    assert ids("In Paris a barn burned.", world, title="Fire near Saline, Arkansas") == ["t:paris-ar"]


def test_other_places_of_the_province_decide(world: Gazetteer) -> None:
    assert ids("From Saline they drove to Paris.", world)[1] == "t:paris-ar"


def test_what_the_text_says_wins_over_them(world: Gazetteer) -> None:
    assert ids("From Saline they drove to Paris, Ohio.", world)[1] == "t:paris-oh"


def test_one_sense_per_article(world: Gazetteer) -> None:
    assert ids("Paris, Ohio, is small. Paris has a mill.", world) == ["t:paris-oh", "adm1:ohio", "t:paris-oh"]


def test_city_and_governorate_go_by_the_words_around_them(world: Gazetteer) -> None:
    assert ids("Homs fell. Homs province fell too.", world) == ["t:homs", "adm1:homs"]


def test_a_small_namesake_in_another_country_is_not_taken(world: Gazetteer) -> None:
    text = "Syrian troops took the village of Saline. Homs and Aleppo stayed calm."
    record = geoparse(Article(id="a", text=text), world)[0]
    assert record["text"] == "Saline" and record["lat"] is None and "other countries" in record["reason"]


def test_an_unknown_village_falls_back_to_the_area_that_the_text_names(world: Gazetteer) -> None:
    record = geoparse(Article(id="a", text="The village of Zorbat in Idlib province burned."), world)[0]
    assert (record["text"], record["place_id"], record["level"]) == ("Zorbat", "adm1:idlib", "province")
    assert "no place of this name is known" in record["reason"]


def test_an_unknown_quarter_falls_back_to_its_city(world: Gazetteer) -> None:
    text = "Syrian planes hit Aleppo. The Zorbat neighborhood burned."
    record = geoparse(Article(id="a", text=text), world)[1]
    assert (record["place_id"], record["level"], record["radius_km"]) == ("t:aleppo", "neighbourhood", 10.0)


def test_asked_spans_are_answered_and_nothing_else(world: Gazetteer) -> None:
    text = "Xyzzy lies near Homs and Aleppo; a Syrian said so."
    asked = ((0, 5), (16, 20), (35, 41), (1, 3))
    records = geoparse(Article(id="a", text=text, asked_spans=asked), world)
    assert [(r["start"], r["end"]) for r in records] == sorted(asked)
    assert [r["place_id"] for r in records] == [None, None, "t:homs", "country:SYR"]
    assert records[0]["lat"] is None and records[0]["reason"]


def test_no_asked_spans_is_not_none_asked(world: Gazetteer) -> None:
    assert geoparse(Article(id="a", text="Fire in Homs.", asked_spans=()), world) == []


def test_spans_beyond_the_text_are_left_open(world: Gazetteer) -> None:
    (record,) = geoparse(Article(id="a", text="Homs", asked_spans=((10, 20),)), world)
    assert record["text"] == "" and record["lat"] is None


def test_analyse_gives_title_and_text(world: Gazetteer) -> None:
    results = analyse(Article(id="a", text="Fire in Homs.", title="Fire in Homs"), None, world)
    assert [r.toponym.span.field for r in results] == ["title", "text"]


def test_an_offset_is_near_and_moved(world: Gazetteer) -> None:
    (record,) = geoparse(Article(id="a", text="It fell 20 km south of Homs."), world)
    assert record["level"] == "near" and record["lat"] == pytest.approx(34.55, abs=0.01)
