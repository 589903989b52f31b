"""The place that a record puts before all else: "On 3 May 2020, in X, fighters attacked ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles import Article, Span
from gazetteer import LEVEL_RANK
from geo.geometry import haversine_km
from geo.toponym import Resolution

LONGEST = 160
"""Characters of "Around 3 May 2020 (between 1 and 4 May), on the outskirts of the village of"."""
PART_KM = 10.0
"""How far outside the reach of a place a part of it may be taken to lie."""
FRONT = re.compile(
    r"(?:^|[.!?\u201d\"]\s+)(?:\d[\d/]+: )?(?:On|Around|In|Between|At|Overnight)\b[^.,;:]*\d[^.,;:]*"
    r"(?:\([^)]*\))?,? (?:in|at|near|around|outside|inside)(?: the)?(?: [a-z]+){0,3} $"
)
"""The day, then the preposition that leads to the place."""
AT = re.compile(r"\b(?:in|at|on|near|outside|inside|targeting|hit|struck)\s+(?:[\w'-]+\s+){0,3}$")
SPEECH = re.compile(r"\b(?:said|says|told|announced|reported|according|spoke)\b")


def before_all_else(article: Article, inside: Sequence[Resolution], act: Span) -> list[Resolution]:
    """Of the places of a stretch the parts of the fronted one, else itself, where there is one; else all.

    Such a place is the scene of what follows, and what is named behind the act is whose force it is, where
    it came from or another story; only a place inside it says more exactly where.
    """
    fronted = next((place for place in inside if _is_fronted(article, place, act)), None)
    if fronted is None:
        return list(inside)
    parts = [place for place in inside if _is_part(place, fronted) and _is_led_to(article, place)]
    return parts or [fronted]


def _is_led_to(article: Article, place: Resolution) -> bool:
    """ "At the village of X", and not "rebels of X"."""
    told = place.toponym.expression
    before = article.field_text(told.field)[max(0, told.start - 40) : told.start]
    return place.toponym.relation != "at" or AT.search(before) is not None


def _is_fronted(article: Article, place: Resolution, act: Span) -> bool:
    """Not where somebody speaks in between: "On 3 May, in Damascus, the army said that ..."."""
    told, own = place.toponym.expression, place.toponym.span.start
    if told.field != act.field or told.end > act.start or place.lat is None:
        return False
    text = article.field_text(told.field)
    if SPEECH.search(text, told.end, act.start):
        return False
    return any(FRONT.search(text[max(0, own - LONGEST) : at]) for at in {told.start, own})


def _is_part(one: Resolution, whole: Resolution) -> bool:
    if one.lat is None or one.lon is None or whole.lat is None or whole.lon is None:
        return False
    finer = LEVEL_RANK[one.level or "country"] < LEVEL_RANK[whole.level or "country"] or (
        one.toponym.relation == "between" and (one.radius_km or 0.0) < (whole.radius_km or 0.0)
    )
    away = haversine_km(one.lat, one.lon, whole.lat, whole.lon)
    return finer and not one.fallback and away <= (whole.radius_km or 0.0) + PART_KM
