"""More said of an event, surer the event; every weight is a named feature."""

from articles import Article
from geo.confidence import THRESHOLD, WEIGHTS, features_of, how_sure, is_event
from geo.telling import best_of
from tests.geo.tellings import day, killed, located, mention, place

ARTICLE = Article(id="a", text="x" * 400)


def test_a_full_telling_is_surer_than_a_bare_word() -> None:
    full = best_of([located(mention(date=day("2020-01-08"), toll=killed(4, 4)), place("A"))], None)
    bare = best_of([located(mention(telling="generic", by_verb=False))], None)
    assert how_sure(ARTICLE, full) > how_sure(ARTICLE, bare)
    assert is_event(ARTICLE, full, how_sure(ARTICLE, full))


def test_confidence_is_a_probability_and_the_threshold_one_too() -> None:
    told = best_of([located(mention(), place("A"))], None)
    assert 0 < how_sure(ARTICLE, told) < 1
    assert 0 < THRESHOLD < 1


def test_every_feature_has_its_own_name_and_a_value() -> None:
    told = best_of([located(mention(), place("A"))], None)
    assert len(features_of(ARTICLE, told)) == len(WEIGHTS) == len({name for name, _, _ in WEIGHTS})
