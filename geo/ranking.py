"""The senses of a name by what speaks for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from operator import attrgetter
from typing import NamedTuple

from geo.context import Context, Name, Shares, containers, gather
from geo.evidence import Case, contextual_score, fixed_score
from geo.toponym import Resolution, Toponym

PASSES = 3
"""The first weighs each name with what the adjectives say, the later ones with what the other names mean."""
LOOSE_SHARE = 0.3
"""What a name says of its neighbours when it is only known by a similar spelling."""
LEAST_SHARE = 0.01
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
        others, areas = context.without(name.key), containers(name, context)
        cases = [Case(toponym, name, s, others, areas, self._outlet_country) for s in name.senses]
        wanted = (name.key, features(toponym))
        fixed = self._fixed.get(wanted)
        if fixed is None:
            fixed = self._fixed[wanted] = [fixed_score(case) for case in cases]
        ranked = [
            Ranked(known + contextual_score(case), case)
            for case, known in zip(cases, fixed, strict=True)
        ]
        ranked.sort(key=BY_SCORE, reverse=True)
        return Choice(tuple(ranked))

    def shares(self, name: Name, context: Context) -> Shares:
        """Each sense's part of one, by its first mention."""
        if len(name.senses) == 1:
            return [(name.senses[0], LOOSE_SHARE if name.senses[0].loose else 1.0)]
        return shares(self.rank(name.toponyms[0], name, context))


def features(toponym: Toponym) -> object:
    """What of a mention decides its score; two mentions of a name that agree in it mean the same place."""
    side = toponym.relation == "part" and toponym.bearing is not None
    return toponym.kind, toponym.relation == "countryside", side


def shares(choice: Choice) -> Shares:
    """Each sense's part of one, by a softmax of the scores; parts under a hundredth are dropped."""
    if not choice.ranked:
        return []
    best = choice.ranked[0]
    weights = [(r.case.sense, exp(r.score - best.score)) for r in choice.ranked]
    total = sum([weight for _, weight in weights]) / (LOOSE_SHARE if best.case.sense.loose else 1.0)
    return [(sense, weight / total) for sense, weight in weights if weight / total >= LEAST_SHARE]


def settle(names: Mapping[str, Name], ranker: Ranker, adjectives: Sequence[str]) -> Context:
    """The context after each name has been weighed against the others `PASSES - 1` times."""
    context = gather({}, adjectives)
    for _ in range(PASSES - 1):
        context = gather({key: ranker.shares(name, context) for key, name in names.items()}, adjectives)
    return context
