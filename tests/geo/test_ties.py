"""How strongly a sentence ties its places to a trigger word."""

from __future__ import annotations

from datetime import date

import pytest

from articles import Article, Span, regions
from gazetteer import Gazetteer
from geo.geoparse import analyse
from geo.scenes import can_be_scene
from geo.tie_features import features, scenery_of
from geo.ties import Ties, tie_weights
from mentions import tree_of
from tests.geo.northland import gazetteer


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


def ties_of(text: str, places: Gazetteer) -> Ties:
    article = Article(id="a", text=text, published=date(2016, 8, 10))
    found = analyse(article, regions(article), places)
    able = [p.toponym.span for p in found if can_be_scene(article, p)]
    return Ties(scenery_of(article, tree_of(text, 0, len(text)), Span("text", 0, len(text)), found, able))


def strengths(text: str, word: str, places: Gazetteer) -> dict[str, float]:
    ties = ties_of(text, places)
    trigger = Span("text", text.index(word), text.index(word) + len(word))
    return {p.toponym.name: ties.strength(trigger, n) for n, p in enumerate(ties.scenery.places)}


@pytest.mark.parametrize(
    ("text", "word", "stronger", "weaker"),
    [
        ("Jets bombed Ain Wadi, a doctor in Oldport said.", "bombed", "Ain Wadi", "Oldport"),
        ("A driver from Oldport was killed in Ain Wadi.", "killed", "Ain Wadi", "Oldport"),
        ("Jets bombed Ain Wadi while shells hit Oldport.", "bombed", "Ain Wadi", "Oldport"),
        ("Jets bombed Ain Wadi while shells hit Oldport.", "hit", "Oldport", "Ain Wadi"),
        ("In Ain Wadi, a man was shot as he left for Oldport.", "shot", "Ain Wadi", "Oldport"),
        ("Jets bombed Ain Wadi in Qamar province.", "bombed", "Ain Wadi", "Qamar"),
    ],
)
def test_which_place(text: str, word: str, stronger: str, weaker: str, places: Gazetteer) -> None:
    found = strengths(text, word, places)
    assert found[stronger] > found[weaker]


def told(text: str, word: str, places: Gazetteer, n: int = 0) -> set[str]:
    scenery = ties_of(text, places).scenery
    return {name for name, _ in features(scenery, (text.index(word), text.index(word) + len(word)), n)}


def test_features_say_what_they_saw(places: Gazetteer) -> None:
    assert {"same clause", "led to: object", "level: town"} <= told("Jets bombed Ain Wadi.", "bombed", places)
    assert "whence, of somebody" in told("A man from Ain Wadi was killed.", "killed", places)
    assert "whence, of somebody" not in told("A man was abducted from Ain Wadi.", "abducted", places)
    assert "preposition at the front" in told("In Ain Wadi, a man was killed.", "killed", places)
    assert "place below, said" in told("Jets bombed a house, a man in Ain Wadi said.", "bombed", places)
    assert "a noun behind it" in told("Jets bombed Ain Wadi farmers.", "bombed", places)


def test_every_weight_by_hand_names_a_feature(places: Gazetteer) -> None:
    seen = told("A man from Ain Wadi was killed.", "killed", places)
    seen |= told("Rockets were fired from Ain Wadi.", "fired", places)
    assert set(tie_weights().by_hand) - seen == {"-based, -born"}


def test_no_trigger_no_tie(places: Gazetteer) -> None:
    ties = ties_of("Jets bombed Ain Wadi.", places)
    assert ties.strongest((), ties.scenery.places[0]) == float("-inf")
