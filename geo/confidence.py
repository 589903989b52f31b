"""How sure an event is: named features of how it is told (`event_signs`), and readable weights."""

from __future__ import annotations

import math

from articles import Article
from geo.event_signs import FEATURES, View, view_of
from geo.event_weights import event_weights
from geo.not_news import why_not_news
from geo.telling import Told


def features_of(article: Article, told: Told) -> tuple[float, ...]:
    """The value of each feature, in the order of `FEATURES`."""
    view = view_of(article, told)
    return tuple(feature(view) for feature in FEATURES.values())


def how_sure(article: Article, told: Told) -> float:
    """0-1: how likely it is that the article reports this event as having happened."""
    return _how_sure(view_of(article, told))


def _how_sure(view: View) -> float:
    weights = event_weights()
    total = weights.bias + sum(weights.features[name] * feature(view) for name, feature in FEATURES.items())
    return 1 / (1 + math.exp(-total))


def is_event(article: Article, told: Told) -> bool:
    """Whether it is sure enough to be printed, and news of violence at all.

    "21 died of cholera" is none, nor is what a text tells of a generation ago.
    """
    view = view_of(article, told)
    return _how_sure(view) >= event_weights().threshold and why_not_news(view) is None
