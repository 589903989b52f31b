"""More said of an event, surer the event; what is printed is sure and news."""

from dataclasses import replace
from datetime import date

from articles import Article
from geo.confidence import Weighed, features_of, held, weigh
from geo.event_signs import FEATURES
from geo.event_weights import event_weights
from geo.telling import best_of
from tests.geo.tellings import day, killed, located, mention, place

ARTICLE = Article(id="a", text="x" * 400)


def test_a_full_telling_is_surer_than_a_bare_word() -> None:
    full = best_of([located(mention(date=day("2020-01-08"), toll=killed(4, 4)), place("A"))], None)
    bare = best_of([located(mention(telling="generic", by_verb=False))], None)
    assert weigh(ARTICLE, full).sure > weigh(ARTICLE, bare).sure
    assert weigh(ARTICLE, full).is_event


def test_what_is_sure_but_no_news_is_none() -> None:
    full = best_of([located(mention(date=day("2001-01-08"), toll=killed(4, 4)), place("A"))], None)
    later = replace(ARTICLE, published=date(2020, 1, 9))
    assert weigh(later, full).sure > event_weights().threshold
    assert not weigh(later, full).is_event


def test_confidence_is_a_probability_and_the_threshold_one_too() -> None:
    told = best_of([located(mention(), place("A"))], None)
    assert 0 < weigh(ARTICLE, told).sure < 1
    assert 0 < event_weights().threshold < 1


def test_every_feature_has_a_value_and_a_weight() -> None:
    told = best_of([located(mention(), place("A"))], None)
    assert len(features_of(ARTICLE, told)) == len(FEATURES)
    assert event_weights().features.keys() == FEATURES.keys()


def test_beside_a_sure_event_a_less_sure_one_is_printed() -> None:
    sure, unsure = Weighed(0.9, True, True), Weighed(0.15, False, True)
    assert held([sure, unsure]) == [True, True]
    assert held([Weighed(0.4, True, True), unsure]) == [True, False]
    assert held([unsure]) == [False]
    assert held([sure, Weighed(0.15, False, False), Weighed(0.05, False, False)]) == [True, False, False]
