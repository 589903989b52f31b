from __future__ import annotations

import pytest

from articles import Article, Span
from geo.fronted import before_all_else
from geo.geoparse import analyse
from geo.toponym import Resolution
from tests.geo import northland

GAZETTEER = northland.gazetteer()


def left(text: str, act: str) -> list[str]:
    article = Article(id="a", text=text)
    places: list[Resolution] = [r for r in analyse(article, None, GAZETTEER) if r.place is not None]
    at = text.index(act)
    return [r.toponym.name for r in before_all_else(article, places, Span("text", at, at + len(act)))]


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2020, in Ain Wadi, rebels from Oldport attacked a post.",
        "03/05/2020: On Sunday the 3rd, near Ain Wadi, rebels from Oldport attacked a post.",
        "Around 3 May 2020 (between 1 and 4 May), in the village of Ain Wadi, rebels of Oldport attacked a post.",
    ],
)
def test_what_stands_before_all_else_is_the_scene(text: str) -> None:
    assert left(text, "attacked") == ["Ain Wadi"]


def test_a_place_in_it_says_more_exactly_where() -> None:
    text = "On 3 May 2020, in Qamar province, rebels from Oldport attacked a post at Ain Wadi."
    assert left(text, "attacked") == ["Ain Wadi"]


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2020, in Ain Wadi, the army said rebels attacked Oldport.",
        "Rebels from Ain Wadi attacked a post in Oldport on 3 May 2020.",
        "In Ain Wadi, where rebels rule, gunmen attacked a convoy from Oldport.",
    ],
)
def test_elsewhere_all_places_stay(text: str) -> None:
    assert left(text, "attacked") == ["Ain Wadi", "Oldport"]
