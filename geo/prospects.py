"""Whether anything that an article tells can come to be held an event, asked before its places are read.

Most words of violence in everyday news tell of no event that is printed: an article about a court, a match
or a council speaks against each of them. How far its candidates can get is known from its words; where even
places of their own would leave all of them too unsure, no place is looked for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from articles import Article
from geo.event_signs import OF_PEACE, OPENING, STRATEGIC, TERRITORY, killed_in_act, names_old_year
from geo.event_view import is_armed_side, subject_of
from geo.event_weights import event_weights
from geo.shares import counts_of
from mentions import EventMention, lower, topic_counts

# Signs that hang on where a candidate is placed: no two of them hold of one.
_OF_PLACE = ("its own words name a place finer than a country", "no place anywhere")
# What a sign can be of which nothing is known here: each is 0 to 1 or counts words, three at most.
_ANYTHING = (0.0, 3.0)
# For sums in another order.
_SLACK = 1e-6
Sign = Callable[[Article, Sequence[EventMention]], float]


def may_tell_event(article: Article, mentions: Sequence[EventMention]) -> bool:
    """Whether a candidate of these mentions could be sure enough to be printed, wherever it is placed."""
    threshold = event_weights().threshold
    enough = math.log(threshold / (1 - threshold)) - _SLACK
    # Of an article about war the first few signs tell.
    return any(most >= enough for most in _rising(article, mentions))


def ceiling(article: Article, mentions: Sequence[EventMention]) -> float:
    """Log-odds that no candidate put together from some of these mentions (at least one) gets beyond."""
    return max(_rising(article, mentions))


def _rising(article: Article, mentions: Sequence[EventMention]) -> Iterator[float]:
    """What the article's own signs can come to at the most, then with each further sign of its mentions."""
    weights, known = event_weights(), signs_of_article(article)
    most = weights.bias + max(0.0, *(weights.features[name] for name in _OF_PLACE))
    for name, weight in weights.features.items():
        if name in known:
            most += weight * known[name]
        elif name not in SIGNS and name not in _OF_PLACE:
            most += max(weight * value for value in _ANYTHING)
    yield most
    for name, sign in SIGNS.items():
        most += max(0.0, weights.features[name] * min(3.0, sign(article, mentions)))
        yield most


def signs_of_article(article: Article) -> dict[str, float]:
    """The signs that are the same for all of an article's candidates."""
    subject = subject_of(article)
    around = subject.topics
    return {
        "a year long past in the article": float(names_old_year(article)),
        "nobody armed in the article": float(not around["armed"]),
        "another topic leads": float(subject.civil),
        "the share of armed conflict": subject.share,
        **{f"{topic} in the article": around[topic] for topic in ("armed", *OF_PEACE)},
    }


def _armed_side(article: Article, mentions: Sequence[EventMention]) -> float:
    sides = (m.perpetrator.text for m in mentions if m.perpetrator is not None)
    return float(any(is_armed_side(lower(side)) for side in sides))


def _near(*topics: str) -> Sign:
    """The most words of these topics in a sentence that tells of an act."""

    def sign(article: Article, mentions: Sequence[EventMention]) -> float:
        counts = [_counts(article.words(span)) for span in {m.sentence for m in mentions}]
        return max(sum(count[topic] for topic in topics) for count in counts)

    return sign


@lru_cache(maxsize=128)
def _counts(sentence: str) -> dict[str, int]:
    return topic_counts(lower(sentence))


SIGNS: dict[str, Sign] = {
    "told at the article's head": lambda _, told: any(m.headline or m.sentence.start < OPENING for m in told),
    "its own words name a day": lambda _, told: any(m.date is not None for m in told),
    "a verb tells it": lambda _, told: any(m.by_verb for m in told),
    "a weapon is named": lambda _, told: any(m.weapon is not None for m in told),
    "territory": lambda _, told: any(m.sub_event_type in TERRITORY for m in told),
    "a deal, an arrest or a move, told in words of arms": lambda _, told: any(
        m.sub_event_type in STRATEGIC for m in told
    ),
    "a protest, another topic leads": lambda _, told: any(
        m.sub_event_type == "Peaceful protest" for m in told
    ),
    "an armed side is named": _armed_side,
    "killed in an attack": killed_in_act,
    "a toll is told": lambda article, told: any(counts_of(article, m) for m in told),
    "sport or a story near": _near("sport", "story"),
    "trade or everyday life near": _near("trade", "everyday"),
    "war near": _near("war"),
}
"""The most that a candidate can have of a sign from its mentions, and none of it without them; under the
name that the sign has in `event_signs`. What is known soonest stands first."""
