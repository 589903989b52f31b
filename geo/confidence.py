"""How sure an event is: named features, readable weights."""

from __future__ import annotations

import math
from collections.abc import Callable

from geo.telling import Told

# Log-odds. Set by hand from reading errors on the development sets, 2026-11-22; to be fitted.
_BIAS = -2.6


def _specific_place(told: Told) -> float:
    return float(any(t.own_place is not None and t.own_place.level != "country" for t in told.tellings))


def _own_day(told: Told) -> float:
    return float(any(t.mention.date is not None for t in told.tellings))


def _toll_told(told: Told) -> float:
    return float(any(t.mention.toll.killed.told or t.mention.toll.injured.told for t in told.tellings))


def _named_act(told: Told) -> float:
    return float(any(t.mention.telling == "act" for t in told.tellings))


def _told_again(told: Told) -> float:
    return min(2.0, math.log2(len({t.mention.sentence for t in told.tellings}) + 1) - 1)


def _sided(told: Told) -> float:
    return float(told.perpetrator is not None)


def _placeless(told: Told) -> float:
    return float(told.place is None)


def _only_a_year(told: Told) -> float:
    return float(told.date is not None and told.date.precision == 5)


def _only_a_country(told: Told) -> float:
    return float(told.place is not None and told.place.level == "country")


def _opens(told: Told) -> float:
    return float(told.first_at[0] == 0)


_FEATURES: tuple[tuple[str, Callable[[Told], float], float], ...] = (
    ("its own words name a place finer than a country", _specific_place, 1.8),
    ("its own words name a day", _own_day, 1.1),
    ("a toll is told", _toll_told, 1.6),
    ("the kind of act is named", _named_act, 0.8),
    ("told more than once", _told_again, 0.4),
    ("a side is named", _sided, 0.4),
    ("no place anywhere", _placeless, -0.8),
    ("told at the article's head", _opens, 0.7),
    ("no day nearer than a year", _only_a_year, -2.0),
    ("no place finer than a country", _only_a_country, -1.2),
)
_THRESHOLD = 0.5


def how_sure(told: Told) -> float:
    """0-1: how likely it is that the article reports this event as having happened."""
    total = _BIAS + sum(weight * feature(told) for _, feature, weight in _FEATURES)
    return 1 / (1 + math.exp(-total))


def is_event(told: Told) -> bool:
    """Whether it is sure enough to be printed."""
    return how_sure(told) >= _THRESHOLD
