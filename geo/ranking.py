"""The senses of a name by what speaks for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from geo.candidates import Sense
from geo.context import Context, Name, Shares, containers
from geo.evidence import Case, contextual_score, fixed_score
from geo.toponym import Resolution, Toponym

LOOSE_SHARE = 0.3
"""What a name says of its neighbours when it is only known by a similar spelling."""
LEAST_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Choice:
    """The senses of a toponym with their scores, best first."""

    cases: tuple[tuple[float, Case], ...]
    told: dict[str, Resolution] = field(default_factory=dict)
    """The answer to its first mention: reasons and confidence hold for the others too."""


class Ranker:
    """Ranks senses within one article; what does not hang on its other names is reckoned once a name."""

    def __init__(self, outlet_country: str | None) -> None:
        self._outlet_country = outlet_country
        self._fixed: dict[object, list[float]] = {}

    def rank(self, toponym: Toponym, name: Name, context: Context) -> Choice:
        """The senses of a toponym in this context."""
        scored = list(zip(*self._scores(toponym, name, context), strict=True))
        scored.sort(key=lambda pair: -pair[0])
        return Choice(tuple(scored))

    def shares(self, name: Name, context: Context) -> Shares:
        """Each sense's part of one, by its first mention."""
        if len(name.senses) == 1:
            return [(name.senses[0], LOOSE_SHARE if name.senses[0].loose else 1.0)]
        ranked = self.rank(name.toponyms[0], name, context)
        return shares([(score, case.sense) for score, case in ranked.cases])

    def _scores(self, toponym: Toponym, name: Name, context: Context) -> tuple[list[float], list[Case]]:
        others, areas = context.without(name.key), containers(name, context)
        cases = [Case(toponym, name, s, others, areas, self._outlet_country) for s in name.senses]
        wanted = features(toponym)
        fixed = self._fixed.get((name.key, wanted))
        if fixed is None:
            fixed = self._fixed[name.key, wanted] = [fixed_score(case) for case in cases]
        return [known + contextual_score(case) for known, case in zip(fixed, cases, strict=True)], cases


def features(toponym: Toponym) -> object:
    """What of a mention decides its score; two mentions of a name that agree in it mean the same place."""
    side = toponym.relation == "part" and toponym.bearing is not None
    return toponym.kind, toponym.relation == "countryside", side


def shares(ranked: Sequence[tuple[float, Sense]]) -> Shares:
    """Each sense's part of one, by a softmax of the scores; parts under a hundredth are dropped."""
    if not ranked:
        return []
    top = ranked[0][0]
    weights = [(sense, exp(value - top)) for value, sense in ranked]
    total = sum([weight for _, weight in weights]) / (LOOSE_SHARE if ranked[0][1].loose else 1.0)
    return [(sense, weight / total) for sense, weight in weights if weight / total >= LEAST_SHARE]
