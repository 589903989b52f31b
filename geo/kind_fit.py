"""How well a candidate fits the kind of place that the text asks for: "Idlib province" wants a province."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from gazetteer import PlaceLevel, normal_form
from geo.case import Case

FITS: Mapping[PlaceLevel, Mapping[PlaceLevel, float]] = {
    "facility": {"facility": 1.0, "town": 0.0, "neighbourhood": 0.0, "province": -0.33, "district": -0.33},
    "neighbourhood": {"neighbourhood": 1.0, "town": -0.33, "district": 0.0},
    "town": {"town": 1.0, "neighbourhood": 0.0, "district": -0.33, "facility": -0.33},
    "district": {"district": 1.0, "neighbourhood": 0.33, "town": -0.33, "province": 0.0},
    "province": {"province": 1.0, "region": 1.0, "district": 0.0, "country": 0.0},
    "region": {
        "region": 1.0,
        "province": 0.67,
        "district": 0.33,
        "neighbourhood": 0.0,
        "town": -0.33,
        "country": 0.0,
    },
    "country": {"country": 1.0, "province": 0.33},
}
"""By the level that the text asks for, how well each level of a candidate fits; any other is a misfit."""
VILLAGES = frozenset(["village", "villages", "hamlet"])
MISFIT = -1.0
IN_FULL = 1.9
"""What counts a place that bears the name with the very kind word: "Kano State" is no other Kano."""
COUNTRYSIDE: Mapping[PlaceLevel, float] = {"province": 0.6, "town": 0.33}
"""The "countryside of X" is the rest of a governorate rather than the fields of its city."""


def kind_fit(case: Case) -> float:
    """ "Idlib province" wants a province."""
    kind = case.toponym.kind
    if kind == "town" and _is_somewhere_in(case):
        return 1.0 if case.sense.place.level in ("country", "province") else MISFIT
    if kind is not None:
        if _in_full(case.name.key, case.toponym.kind_word, case.sense.place.name):
            return IN_FULL
        return FITS.get(kind, {}).get(case.sense.place.level, MISFIT)
    if case.toponym.relation == "countryside":
        return COUNTRYSIDE.get(case.sense.place.level, 0.0)
    return 0.0


def _is_somewhere_in(case: Case) -> bool:
    """A headline's "Mali village", "Helmand village": one that lies in the country or the province."""
    wide = [s.place.level for s in case.name.senses if s.wide and not s.loose]
    if case.toponym.kind_word not in VILLAGES or not wide:
        return False
    return "country" in wide or case.toponym.span.field == "title"


@lru_cache(1 << 14)
def _in_full(key: str, kind_word: str | None, name: str) -> bool:
    return kind_word is not None and f"{key} {kind_word}" == normal_form(name)
