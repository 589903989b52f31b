"""Which place a mention happened at."""

from __future__ import annotations

from datetime import date

import pytest

from articles import Article, regions
from gazetteer import Gazetteer
from geo.geoparse import analyse
from geo.link import link
from geo.located import LocatedMention
from mentions import extract
from tests.geo.northland import gazetteer


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


def linked(text: str, places: Gazetteer) -> tuple[LocatedMention, ...]:
    article = Article(id="a", text=text, published=date(2016, 8, 10))
    own = regions(article)
    reading = extract(article, own, article.published)
    return link(article, reading.mentions, analyse(article, own, places))


def names(text: str, places: Gazetteer) -> list[tuple[str | None, str]]:
    found = linked(text, places)
    return [(t.place.toponym.name if t.place else None, t.tie) for t in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air strikes hit Ain Wadi on Tuesday.", [("Ain Wadi", "clause")]),
        ("In Ain Wadi, a shell killed two people.", [("Ain Wadi", "clause")]),
        ("A shell killed two in the town of Ain Wadi in Qamar province.", [("Ain Wadi", "clause")]),
        ("Jets bombed Ain Wadi and Tell Qamar.", [("Ain Wadi", "clause"), ("Tell Qamar", "clause")]),
        ("Jets bombed Ain Wadi, a town near Oldport.", [("Ain Wadi", "clause")]),
        (
            "A shell hit Ain Wadi while jets bombed Tell Qamar.",
            [("Ain Wadi", "clause"), ("Tell Qamar", "clause")],
        ),
        ("Jets bombed Ain Wadi. Four people died.", [("Ain Wadi", "clause"), ("Ain Wadi", "nearby")]),
        ("Jets bombed a hospital, a witness told reporters in Oldport.", [(None, "none")]),
        ("OLDPORT (Agency) - Jets bombed a hospital.", [("OLDPORT", "dateline")]),
        ("Updated 3 May 2016 Oldport Jets bombed a hospital.", [(None, "none")]),
        ("On 3 May 2016 Oldport was bombed by jets.", [("Oldport", "clause")]),
        ("Jets bombed Ain Wadi on the outskirts of Oldport.", [("Ain Wadi", "clause")]),
        ("Jets bombed Qamar province near Ain Wadi.", [("Ain Wadi", "clause")]),
        ("Gunmen positioned in Ain Wadi fired mortar shells at Tell Qamar.", [("Tell Qamar", "clause")]),
        ("Jets bombed a hospital, a blow that Ankara has denied.", [(None, "none")]),
        ("On Tuesday Ankara was bombed by jets.", [("Ankara", "clause")]),
        ("Four people died in US air strikes on Tuesday.", [(None, "none")]),
        ("Four people died in air strikes in the US on Tuesday.", [("United States", "clause")]),
        ("Jets bombed a hospital on Tuesday.", [(None, "none")]),
    ],
)
def test_scene(text: str, expected: list[tuple[str | None, str]], places: Gazetteer) -> None:
    assert names(text, places) == expected


def test_a_joint_toll_is_marked_as_shared(places: Gazetteer) -> None:
    assert [t.listed for t in linked("Jets bombed Ain Wadi and Tell Qamar, killing nine.", places)] == [
        True,
        True,
    ]


def test_numbers_told_place_by_place_are_each_place_s_own(places: Gazetteer) -> None:
    found = linked("Jets killed nine people in Ain Wadi and at least four in Tell Qamar.", places)
    assert [(t.mention.toll.killed.low, t.mention.toll.killed.high) for t in found] == [(9, 9), (4, None)]
    assert [t.listed for t in found] == [False, False]
