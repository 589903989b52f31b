"""The outlines of countries that every drawing has behind its events (geo/map_assets/borders.json)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

Ring = tuple[tuple[float, float], ...]
"""Positions, lon before lat, degrees."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country as Natural Earth draws it."""

    name: str
    lat: float
    """Of a point inside, for its name."""
    lon: float
    size: float
    """Square degrees."""
    rings: tuple[Ring, ...]


@cache
def countries() -> tuple[Country, ...]:
    """All countries, read on first use."""
    data = json.loads((files("geo") / "map_assets" / "borders.json").read_text("utf-8"))
    return tuple(
        Country(name, lat, lon, size, tuple(map(_ring, rings))) for name, (lat, lon), size, rings in data
    )


def _ring(steps: Sequence[int]) -> Ring:
    """From whole hundredths of a degree, each pair a step from the one before."""
    lons, lats = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((x / 100, y / 100) for x, y in zip(lons, lats, strict=True))
