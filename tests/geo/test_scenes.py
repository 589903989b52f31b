"""Which places of an article something can have happened at."""

from __future__ import annotations

import pytest

from articles import Article
from gazetteer import Gazetteer
from geo.geoparse import analyse
from geo.scenes import can_be_scene
from tests.geo.northland import gazetteer


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


@pytest.mark.parametrize(
    ("text", "scenes"),
    [
        ("Shells fell on Oldport.", ["Oldport"]),
        ("OLDPORT (Agency) - Shells fell on Ain Wadi.", ["Ain Wadi"]),
        ("Updated 3 May 2016 Oldport Shells fell on Ain Wadi.", ["Ain Wadi"]),
        ("On 3 May 2016 Oldport was shelled.", ["Oldport"]),
        ("A doctor told reporters in Oldport that shells fell on Ain Wadi.", ["Ain Wadi"]),
        ("Northland denies it. Shells fell on Ain Wadi.", ["Ain Wadi"]),
        ("Shells fell in Northland.", ["Northland"]),
        ("Four died in U.S. air strikes on Ain Wadi.", ["Ain Wadi"]),
        ("Four died in the U.S. on Monday.", ["United States"]),
        ("It prompted Ankara to shell Ain Wadi.", ["Ain Wadi"]),
        ("Shells in Ankara had killed four.", ["Ankara"]),
        ("Shells fell on Oldport to the east of Ain Wadi.", ["Oldport", "Ain Wadi"]),
    ],
)
def test_scenes(text: str, scenes: list[str], places: Gazetteer) -> None:
    article = Article(id="a", text=text)
    assert [r.toponym.name for r in analyse(article, None, places) if can_be_scene(article, r)] == scenes
