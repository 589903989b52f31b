"""The weights of an event's features, as `event_weights.yml` keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class EventWeights:
    """Fitted numbers, in log-odds."""

    bias: float
    """Where a candidate without any feature begins."""
    threshold: float
    """The confidence, 0-1, from which a candidate is printed."""
    features: dict[str, float]
    """What one unit of each feature adds, under the feature's name."""


@cache
def event_weights() -> EventWeights:
    """`geo/event_weights.yml`, read once."""
    told = yaml.safe_load((files("geo") / "event_weights.yml").read_text(encoding="utf-8"))
    return EventWeights(told["bias"], told["threshold"], told["features"])
