"""The weight of each reason for a place, and the curve of confidence, as `weights.yml` keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Weights:
    """Numbers that were fitted, with their origin."""

    fitted: str
    """The ISO day of the fitting."""
    data: str
    """What they were fitted on."""
    reasons: Mapping[str, float]
    """Log-odds that each reason adds where it holds fully, by its name."""
    bias: float
    """Log-odds that an answer is right before any sign is looked at."""
    signs: Mapping[str, float]
    """Log-odds that each sign of certainty adds, by its name."""


@cache
def weights() -> Weights:
    """`geo/weights.yml`, read once."""
    told = yaml.safe_load((files("geo") / "weights.yml").read_text(encoding="utf-8"))
    return Weights(str(told["fitted"]), told["data"], told["reasons"], told["bias"], told["signs"])
