"""Whom "the city", "the village" and "the capital" of an article point to."""

from __future__ import annotations

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.geoparse import analyse
from tests.geo.places import small_world


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("", "Bombs hit Homs on Monday. Ten people died in the city.", "t:homs"),
        ("Bombs hit Homs", "Ten people died in the city.", "t:homs"),
        ("", "Bombs hit Sarmada. Ten people died in the village.", "t:sarmada"),
        ("", "Bombs hit Homs and Aleppo. Ten people died in the city.", None),
        ("", "Bombs hit Sarmada. Ten people died near the capital of the arts.", None),
        ("", "Bombs hit Homs province. Ten people died in the city.", None),
        ("", "Ten people died in the city.", None),
        ("", "Clashes went on in Idlib province. Ten people died in the provincial capital.", "t:idlib"),
        ("", "Clashes went on in Idlib. Ten people died in the provincial capital.", None),
    ],
)
def test_points_to(title: str, text: str, place: str | None, world: Gazetteer) -> None:
    found = analyse(Article(id="a", text=text, title=title), None, world)
    described = [r for r in found if r.toponym.described]
    assert [r.place and r.place.id for r in described if r.place] == ([place] if place else [])
    assert all("points to" in r.reason for r in described)


def test_the_village_of_a_name_that_no_list_knows_is_the_village(world: Gazetteer) -> None:
    text = "Bombs hit the village of Umm Nowhere in Idlib province. Many fled to Sarmada. "
    text += "Ten people died in the village."
    found = analyse(Article(id="a", text=text), None, world)
    village = next(r for r in found if r.toponym.described)
    assert (village.level, village.fallback) == ("province", True)
    assert "points to Umm Nowhere, which is not known" in village.reason


def test_the_city_of_a_name_is_no_pointer(world: Gazetteer) -> None:
    found = analyse(Article(id="a", text="In the city of Homs the city council met."), None, world)
    assert [r.toponym.name for r in found] == ["Homs"]
