"""A scene that no gazetteer knows, shown where its sentence puts it."""

from __future__ import annotations

import pytest

from articles import Article, regions
from gazetteer import Gazetteer
from geo.around import put_somewhere
from geo.geoparse import analyse
from mentions import extract
from tests.geo.northland import gazetteer


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gunmen killed two at Zorbat market within the compound in Ain Wadi.", "Ain Wadi"),
        ("Gunmen killed two in the town of Zorbat, some 20 km north of the hub of Oldport.", "Oldport"),
        ("Gunmen killed two at Zorbat before they were stopped in Ain Wadi.", None),
        ("Gunmen killed two at Zorbat and one in Ain Wadi.", None),
    ],
)
def test_shown(text: str, shown: str | None, places: Gazetteer) -> None:
    article = Article(id="a", text=text)
    own = regions(article)
    told = [m.sentence for m in extract(article, own, None).mentions]
    found = analyse(article, own, places, told=told)
    scene = next(p for p in found if p.toponym.name.startswith("Zorbat"))
    put = put_somewhere(article, scene, found)
    assert (put.place.name if put.place else None) == shown
    assert put.place is None or (put.fallback and put.confidence <= 0.4)
