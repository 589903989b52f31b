"""Ships are no towns."""

from __future__ import annotations

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.recognizers import read_names
from tests.geo.places import small_world


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The USS Homs sailed.", []),
        ("The HMS Mosul II sailed.", []),
        ("The frigate Aleppo sailed.", []),
        ("The tanker “Aleppo” sailed.", []),
        ("A vessel called the Aleppo Star sailed.", []),
        ("The carrier USS G. R. Homs sailed.", []),
        ("The frigate left Aleppo.", ["Aleppo"]),
        ("The frigate Zorba left Aleppo.", ["Aleppo"]),
        ("They ship Homs soap.", ["Homs"]),
        ("The ship reached Homs.", ["Homs"]),
    ],
)
def test_ships(text: str, names: list[str], world: Gazetteer) -> None:
    assert [t.name for t in read_names(Article(id="a", text=text), None, world).toponyms] == names
