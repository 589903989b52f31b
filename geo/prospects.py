"""Whether anything that an article tells can come to be held an event, asked before its places are read.

Most words of violence in everyday news tell of no event that is printed: an article about a court, a match
or a council speaks against each of them. How far its candidates can get is known from its words; where even
places of their own would leave all of them too unsure, no place is looked for.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from articles import Article
from geo.event_signs import OF_PEACE, OPENING, STRATEGIC, TERRITORY, civil_leads, names_old_year
from geo.event_view import around_of, is_armed_side
from geo.event_weights import event_weights
from geo.shares import counts_of
from mentions import EventMention, lower, topic_counts

# Signs that hang on where a candidate is placed: no two of them hold of one.
_OF_PLACE = ("its own words name a place finer than a country", "no place anywhere")
# What a sign can be of which nothing is known here: each is 0 to 1 or counts words, three at most.
_ANYTHING, _NOTHING_ELSE = (0.0, 3.0), (0.0, 0.0)
# For sums in another order.
_SLACK = 1e-6


def may_tell_event(article: Article, mentions: Sequence[EventMention]) -> bool:
    """Whether a candidate of these mentions could be sure enough to be printed, wherever it is placed."""
    threshold = event_weights().threshold
    enough = math.log(threshold / (1 - threshold)) - _SLACK
    # Of an article about war its topics say so at once: mentions only add to what they leave possible.
    return _ceiling(_of_article(article), _NOTHING_ELSE) >= enough or ceiling(article, mentions) >= enough


def ceiling(article: Article, mentions: Sequence[EventMention]) -> float:
    """Log-odds that no candidate put together from some of these mentions (at least one) gets beyond."""
    return _ceiling(_of_article(article) | _of_mentions(article, mentions), _ANYTHING)


Reach = Mapping[str, tuple[float, float]]
"""Of each sign that something is known of, its least and its largest value."""


def _ceiling(known: Reach, unknown: tuple[float, float]) -> float:
    """The most that signs in this reach come to, those not among them in the reach `unknown`."""
    weights = event_weights()
    most = weights.bias + max(0.0, *(weights.features[name] for name in _OF_PLACE))
    for name, weight in weights.features.items():
        if name not in _OF_PLACE:
            least, largest = known.get(name, unknown)
            most += max(weight * least, weight * largest)
    return most


def _of_article(article: Article) -> dict[str, tuple[float, float]]:
    """The signs that are the same for all of an article's candidates."""
    around, share = around_of(article)
    signs = {
        "a year long past in the article": float(names_old_year(article)),
        "nobody armed in the article": float(not around["armed"]),
        "another topic leads": float(civil_leads(around)),
        "the share of armed conflict": share,
        **{f"{topic} in the article": around[topic] for topic in ("armed", *OF_PEACE)},
    }
    return {name: (value, value) for name, value in signs.items()}


def _of_mentions(article: Article, mentions: Sequence[EventMention]) -> dict[str, tuple[float, float]]:
    """The signs that a candidate can only have from one of its mentions; each may also be without them."""
    kinds = {m.sub_event_type for m in mentions}
    sides = [m.perpetrator.text for m in mentions if m.perpetrator is not None]
    counts = [topic_counts(lower(article.words(span))) for span in {m.sentence for m in mentions}]
    signs = {
        "its own words name a day": any(m.date is not None for m in mentions),
        "a toll is told": any(counts_of(article, m) for m in mentions),
        "a verb tells it": any(m.by_verb for m in mentions),
        "an armed side is named": any(is_armed_side(lower(side)) for side in sides),
        "a weapon is named": any(m.weapon is not None for m in mentions),
        "told at the article's head": any(m.headline or m.sentence.start < OPENING for m in mentions),
        "a deal, an arrest or a move, told in words of arms": not STRATEGIC.isdisjoint(kinds),
        "territory": not TERRITORY.isdisjoint(kinds),
        "a protest, another topic leads": "Peaceful protest" in kinds,
        "sport or a story near": max(c["sport"] + c["story"] for c in counts),
        "trade or everyday life near": max(c["trade"] + c["everyday"] for c in counts),
        "war near": max(c["war"] for c in counts),
    }
    return {name: (0.0, min(3.0, float(value))) for name, value in signs.items()}
