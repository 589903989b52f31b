"""How likely a place of a sentence is the scene of one of its trigger words: readable weights, `ties.yml`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from articles import Span
from geo.tie_features import Scenery, features
from geo.toponym import Resolution


@dataclass(frozen=True, slots=True)
class TieWeights:
    """Numbers that were fitted, with their origin."""

    fitted: str
    """The ISO day of the fitting."""
    data: str
    """What they were fitted on."""
    weights: Mapping[str, float]
    """Log-odds that each feature of geo/tie_features.py adds, by its name; others add none."""
    by_hand: Mapping[str, float]
    """What some features add on top: English says so, and the sentences fitted on are too few to."""


@cache
def tie_weights() -> TieWeights:
    """`geo/ties.yml`, read once."""
    told = yaml.safe_load((files("geo") / "ties.yml").read_text(encoding="utf-8"))
    return TieWeights(str(told["fitted"]), told["data"], told["weights"], told["by_hand"])


class Ties:
    """How strongly the places of one sentence are tied to its trigger words; each pair is weighed once."""

    def __init__(self, scenery: Scenery) -> None:
        self.scenery = scenery
        self._known: dict[tuple[int, int, int], float] = {}

    def strength(self, trigger: Span, n: int) -> float:
        """Log-odds that the act that the trigger tells of happened at the sentence's place `n`."""
        pair = trigger.start, trigger.end, n
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = _weighed(self.scenery, trigger, n)
        return known

    def strongest(self, triggers: Sequence[Span], place: Resolution) -> float:
        """The strength of a place's tie to that trigger which it is tied to most."""
        n = self.scenery.places.index(place)
        return max([self.strength(trigger, n) for trigger in triggers], default=-math.inf)


def _weighed(scenery: Scenery, trigger: Span, n: int) -> float:
    weights = _both()
    told = features(scenery, (trigger.start, trigger.end), n)
    return sum([value * weights[name] for name, value in told if name in weights])


@cache
def _both() -> Mapping[str, float]:
    """What each feature adds: its fitted weight and what is added by hand."""
    fitted, by_hand = tie_weights().weights, tie_weights().by_hand
    return {name: fitted.get(name, 0.0) + by_hand.get(name, 0.0) for name in {**fitted, **by_hand}}
