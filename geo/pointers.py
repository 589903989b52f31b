"""Definite descriptions: whom "the capital", "the city", "the village" of a text point to."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Gazetteer, Place
from geo.candidates import LARGE, MIDDLING
from geo.case import where
from geo.context import Context
from geo.precision import whereabouts
from geo.senses import weight
from geo.toponym import Resolution, Toponym

ONE_COUNTRY = 0.6
"""The share of all that an article says of countries from which on it plays in one."""
LEAST_MASS = 1.0
VILLAGE = 4.3
"""Twenty thousand people: no larger town is "the village", whatever the text named before."""
SAME_BREATH = 150
"""Characters: of two towns named so shortly before, neither is "the city"."""
POINTER_SHARE = 0.9
"""A description is a little less sure than the name that it points to."""


def point(
    toponym: Toponym, before: Sequence[Resolution], context: Context, gazetteer: Gazetteer
) -> Resolution:
    """The place that a description points to, by what was resolved before it; open where that is unclear."""
    kind, _, country = (toponym.pointer or "").partition(":")
    if kind == "capital":
        return _to_capital(toponym, country, context, gazetteer)
    if kind == "seat of province":
        return _to_seat(toponym, before, gazetteer)
    target = _last_town(toponym, before)
    if target is None or target.place is None:
        return _open(toponym)
    reason = f"points to {where(target.place)}, the last one that the article names"
    if target.fallback:
        reason = f"points to {target.toponym.name}, which is not known; {target.reason}"
        return target._replace(toponym=toponym, reason=reason, alternatives=())
    return _at(toponym, target.place, POINTER_SHARE * target.confidence, reason)


def seat_of(resolution: Resolution, gazetteer: Gazetteer) -> Resolution:
    """ "the capital of Yemen": not the country but its capital. Towns and provinces stay what they are."""
    place = resolution.place
    if place is None or place.level != "country":
        return resolution
    capital = gazetteer.capital(place.country)
    if capital is None:
        return resolution
    reason = f"{where(capital)}, the capital of {place.name}"
    return _at(resolution.toponym, capital, resolution.confidence, reason)


def _to_capital(toponym: Toponym, country: str, context: Context, gazetteer: Gazetteer) -> Resolution:
    """The capital of the country that the words name, else of the one in which the whole article plays."""
    share, told = 1.0, "of which the text speaks"
    if not country:
        leading = max(context.whole.countries.items(), key=lambda pair: pair[1], default=("", 0.0))
        if leading[1] < max(LEAST_MASS, ONE_COUNTRY * context.whole.total):
            return _open(toponym)
        country, share = leading[0], leading[1] / context.whole.total
        told = "of which the article speaks"
    capital = gazetteer.capital(country)
    if capital is None:
        return _open(toponym)
    reason = f"points to {where(capital)}, the capital of {capital.country_name}, {told}"
    return _at(toponym, capital, POINTER_SHARE * share, reason)


def _to_seat(toponym: Toponym, before: Sequence[Resolution], gazetteer: Gazetteer) -> Resolution:
    """The town that bears the name of the last province named; open where none does."""
    province = next((r for r in reversed(before) if r.level == "province" and not r.fallback), None)
    if province is None or province.place is None:
        return _open(toponym)
    area = province.place
    towns = [
        town for town in gazetteer.lookup(area.name)
        if town.level == "town" and (town.country, town.admin1) == (area.country, area.admin1)
    ]  # fmt: skip
    seat = max(towns, key=weight, default=None)
    if seat is None or weight(seat) < MIDDLING:
        return _open(toponym)
    reason = f"points to {where(seat)}, the town that the province named before is called after"
    return _at(toponym, seat, POINTER_SHARE * province.confidence, reason)


def _last_town(toponym: Toponym, before: Sequence[Resolution]) -> Resolution | None:
    """The last town of the right size, unless another was named in the same breath."""
    towns = [r for r in before if _is_town(r) and not r.toponym.described and not r.toponym.modifier]
    fitting = [r for r in towns if _fits(toponym, r)]
    if toponym.pointer == "village":
        # "The village of X", though no list knows X, and not the town named after it.
        fitting = [r for r in fitting if r.toponym.kind_word == "village"] or fitting
    if not fitting:
        return None
    last = fitting[-1]
    start = toponym.span.start
    close = [
        r for r in fitting
        if r.toponym.span.field == toponym.span.field and start - r.toponym.span.start <= SAME_BREATH
    ]  # fmt: skip
    titled = [r for r in fitting if r.toponym.span.field == "title"]
    rivals = close or (titled if last.toponym.span.field == "title" else [])
    if any(r.place != last.place for r in rivals):
        return None
    return last


def _is_town(resolution: Resolution) -> bool:
    if resolution.fallback:
        return resolution.toponym.kind == "town"
    return resolution.place is not None and resolution.place.level == "town"


def _fits(toponym: Toponym, target: Resolution) -> bool:
    if target.fallback or target.place is None:
        return toponym.pointer != "city"
    size = weight(target.place)
    if toponym.pointer == "city":
        return size >= MIDDLING
    if toponym.pointer == "village" and target.toponym.kind_word != "village":
        return size < VILLAGE
    return size < LARGE


def _at(toponym: Toponym, place: Place, confidence: float, reason: str) -> Resolution:
    return Resolution(
        toponym, place, *whereabouts(toponym, place), confidence=round(confidence, 3), reason=reason
    )


def _open(toponym: Toponym) -> Resolution:
    reason = "a description that points to no single place of the article"
    return Resolution(toponym, None, None, None, None, None, confidence=0.0, reason=reason)
