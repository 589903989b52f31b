"""Names in Arabic script, where no capital helps."""

from __future__ import annotations

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.recognizers import read_names
from tests.geo.places import ALEPPO, HOMS, SARMADA, SYRIA


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.from_places(
        [(SYRIA, ("سوريا",)), (ALEPPO, ("حلب",)), (HOMS, ("حمص",)), (SARMADA, ("سرمدا", "قالت"))]
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("انفجار في حلب", [("حلب", None, "at")]),
        ("انفجار قرب حمص", [("حمص", None, "near")]),
        ("قصف ريف حلب", [("حلب", None, "countryside")]),
        ("قصف مدينة حمص", [("حمص", "town", "at")]),
        ("محافظة حلب تحت القصف", [("حلب", "province", "at")]),
        ("في بلدة سرمدا", [("سرمدا", "town", "at")]),
        # a small place without a word that says so, and an everyday word that is one
        ("وصل سرمدا", []),
        ("في قالت", []),
        ("Shells fell near حمص today.", [("حمص", None, "near")]),
    ],
)
def test_arabic(text: str, found: list[tuple[str, str | None, str]], world: Gazetteer) -> None:
    toponyms = read_names(Article(id="a", text=text), None, world).toponyms
    assert [(t.name, t.kind, t.relation) for t in toponyms] == found
