"""How sure the best sense of a name is: the share of such answers that are right."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

from geo.evidence import in_province, inside, neighbours
from geo.ranking import Choice
from geo.weights import weights

MOST_LEAD, MOST_SCORE, MOST_SIZE = 6.0, 12.0, 7.0
"""From here on more does not make surer."""


def lead(choice: Choice) -> float:
    """By how much it scores above the second best; 0 where there is none."""
    ranked = choice.ranked
    return min(MOST_LEAD, ranked[0].score - ranked[1].score) if len(ranked) > 1 else 0.0


def lone(choice: Choice) -> float:
    """The only place of the name: as seldom right as a narrow winner where its own score is low."""
    return float(len(choice.ranked) == 1)


def lone_score(choice: Choice) -> float:
    """The score of an only place."""
    return min(MOST_SCORE, choice.ranked[0].score) if len(choice.ranked) == 1 else 0.0


def contained(choice: Choice) -> float:
    """It lies in what the text puts the name into."""
    return inside(choice.ranked[0].case)


def company(choice: Choice) -> float:
    """Other names of the article lie close by, or for a province in it."""
    case = choice.ranked[0].case
    return in_province(case) if case.sense.wide else neighbours(case)


def wide(choice: Choice) -> float:
    """A country or a province."""
    return float(choice.ranked[0].case.sense.wide)


def town_size(choice: Choice) -> float:
    """The decimal logarithm of its people, for a town."""
    sense = choice.ranked[0].case.sense
    return 0.0 if sense.wide else min(MOST_SIZE, sense.weight)


def hand_picked(choice: Choice) -> float:
    """A facility, a quarter or a region: the index holds only those that are known for something."""
    return float(choice.ranked[0].case.place.level in ("facility", "neighbourhood", "region"))


def marked(choice: Choice) -> float:
    """The text itself calls it a place: often a village that the index lacks, beside a namesake."""
    return float(choice.ranked[0].case.toponym.marked)


SIGNS: tuple[tuple[str, Callable[[Choice], float]], ...] = (
    ("lead", lead),
    ("lone", lone),
    ("lone score", lone_score),
    ("contained", contained),
    ("company", company),
    ("wide", wide),
    ("town size", town_size),
    ("hand-picked", hand_picked),
    ("marked", marked),
)
"""Each under the name that its weight has in weights.yml."""


def confidence(choice: Choice) -> float:
    """0-1, by a logistic curve over SIGNS; to three decimals."""
    told = weights()
    total = told.bias + sum([told.signs[name] * value(choice) for name, value in SIGNS])
    return round(1.0 / (1.0 + exp(-total)), 3)
