"""What is shown for a name that no gazetteer knows."""

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
    ("text", "name", "place", "level"),
    [
        ("The village of Zorbat in Idlib province burned.", "Zorbat", "adm1:idlib", "province"),
        ("Zorbat village (Sarmada district, Idlib province) burned.", "Zorbat", "t:sarmada", "district"),
        ("Zorbat village, Qorbat district, Idlib province, burned.", "Zorbat", "adm1:idlib", "province"),
        ("The village of Zorbat burned. It lies in Idlib province.", "Zorbat", "adm1:idlib", "province"),
        ("They fought for three hours in Zorbat, Idlib, Syria.", "Zorbat", "t:idlib", "district"),
        ("The Zorbat neighborhood of Aleppo burned.", "Zorbat", "t:aleppo", "neighbourhood"),
        ("The Zorbat suburb of Aleppo burned.", "Zorbat", "t:aleppo", "town"),
        ("The Homs mosque in Aleppo burned.", "Homs", "t:aleppo", "facility"),
        ("The Zorbat district of Aleppo burned.", "Zorbat", "t:aleppo", "neighbourhood"),
        ("The Zorbat district of Sarmada burned.", "Zorbat", "t:sarmada", "district"),
    ],
)
def test_falls_back(text: str, name: str, place: str, level: str, world: Gazetteer) -> None:
    found = analyse(Article(id="a", text=text), None, world)
    (result,) = [r for r in found if r.toponym.name == name]
    assert result.fallback and result.place is not None
    assert (result.place.id, result.level) == (place, level)
    assert "no place of this name" in result.reason


def test_nothing_is_made_up(world: Gazetteer) -> None:
    (result,) = analyse(Article(id="a", text="The village of Zorbat burned."), None, world)
    assert result.place is None and result.lat is None and result.reason == "no place of this name is known"
