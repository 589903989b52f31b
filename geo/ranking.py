"""The senses of a name by what speaks for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from operator import attrgetter
from typing import NamedTuple

from gazetteer import Place, normal_form
from geo.case import Case
from geo.context import Context, Name, Shares, containers, gather
from geo.evidence import contextual_score, fixed_score
from geo.kind_fit import VILLAGES
from geo.senses import Sense
from geo.toponym import Resolution, Toponym

PASSES = 3
"""The first weighs each name with what the adjectives say, the later ones with what the other names mean."""
LOOSE_SHARE = 0.3
"""What a name says of its neighbours when it is only known by a similar spelling."""
LEAST_SHARE = 0.01
BEYOND_DOUBT = 0.9995
BY_SCORE = attrgetter("score")


class Ranked(NamedTuple):
    """A sense with what speaks for it."""

    score: float
    case: Case


@dataclass(frozen=True, slots=True)
class Choice:
    """The senses of a toponym, the one with the highest score first."""

    ranked: tuple[Ranked, ...]
    told: dict[str, Resolution] = field(default_factory=dict)
    """The answer to its first mention: reasons and confidence hold for the others too."""


class Ranker:
    """Ranks senses within one article; what does not hang on its other names is reckoned once a name."""

    def __init__(self, outlet_country: str | None) -> None:
        self._outlet_country = outlet_country
        self._fixed: dict[object, list[float]] = {}

    def rank(self, toponym: Toponym, name: Name, context: Context) -> Choice:
        """The senses of a toponym in this context."""
        cases, scores = self._weigh(toponym, name, context)
        ranked = [Ranked(score, case) for score, case in zip(scores, cases, strict=True)]
        ranked.sort(key=BY_SCORE, reverse=True)
        return Choice(tuple(ranked))

    def shares(self, name: Name, context: Context) -> Shares:
        """Each sense's part of one, by its first mention."""
        if len(name.senses) == 1:
            return [(name.senses[0], LOOSE_SHARE if name.senses[0].loose else 1.0)]
        _, scores = self._weigh(name.toponyms[0], name, context)
        return parts(name.senses, scores)

    def _weigh(self, toponym: Toponym, name: Name, context: Context) -> tuple[list[Case], list[float]]:
        others, areas = context.without(name.key), _areas(toponym, name, context)
        outlet = self._outlet_country
        cases = [Case(toponym, name, sense, others, areas, outlet) for sense in name.senses]
        wanted = (name.key, features(toponym, name))
        fixed = self._fixed.get(wanted)
        if fixed is None:
            fixed = self._fixed[wanted] = [fixed_score(case) for case in cases]
        return cases, [known + contextual_score(case) for known, case in zip(fixed, cases, strict=True)]


def features(toponym: Toponym, name: Name) -> object:
    """What of a mention decides its score; two mentions of a name that agree in it mean the same place."""
    side = toponym.relation == "part" and toponym.bearing is not None
    inside = toponym.inside if name.divided else None
    titled = toponym.kind_word in VILLAGES and toponym.span.field == "title"
    return toponym.kind, toponym.kind_word, toponym.relation == "countryside", side, inside, titled


def _areas(toponym: Toponym, name: Name, context: Context) -> tuple[Place, ...]:
    """What the text puts the name into; of a name that it puts into two countries, this mention."""
    found = containers(name, context)
    if not name.divided or toponym.inside is None:
        return found
    inside = normal_form(toponym.inside)
    own = {place.country for key, places in name.insides if key == inside for place in places}
    return tuple([place for place in found if place.country in own])


def parts(senses: Sequence[Sense], scores: Sequence[float]) -> list[tuple[Sense, float]]:
    """Each sense's part of one, by a softmax of the scores; parts under a hundredth are dropped."""
    if not senses:
        return []
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    loose = senses[scores.index(top)].loose
    total = sum(weights) / (LOOSE_SHARE if loose else 1.0)
    least = LEAST_SHARE * total
    return [(s, weight / total) for s, weight in zip(senses, weights, strict=True) if weight >= least]


def settle(names: Mapping[str, Name], ranker: Ranker, adjectives: Sequence[str]) -> Context:
    """The context after each name has been weighed against the others `PASSES - 1` times.

    What is beyond doubt after one look is not weighed again before it is answered.
    """
    context = gather({}, adjectives)
    shares: dict[str, Shares] = {}
    for _ in range(PASSES - 1):
        for key, name in names.items():
            known = shares.get(key)
            if known is None or (known and max([share for _, share in known]) < BEYOND_DOUBT):
                shares[key] = ranker.shares(name, context)
        context = gather(shares, adjectives)
    return context
