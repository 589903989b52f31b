"""When a name is better left open than placed, and which wider place the text gives instead."""

from __future__ import annotations

from collections.abc import Callable

from gazetteer.place import Place
from geo.candidates import weight
from geo.context import Context, Name, containers, province_of
from geo.evidence import Case, lies_in, where
from geo.toponym import Resolution, Toponym

MODEST = 5.0
"""A hundred thousand people: a smaller place is not taken where it lies in the wrong country."""
LEAST_MASS = 1.5
"""What a context must hold before it can speak against a country: two names or adjectives."""
SPOKEN_OF = 0.3
"""Mass from which on an article speaks of a country."""
CITY = 5.3
"""Two hundred thousand people: no such town is a neighbourhood of another."""
FALLBACK_CONFIDENCE = 0.4


def is_foreign(case: Case) -> bool:
    """A small place in a country that the article does not speak of, while it clearly speaks of others."""
    place, context = case.place, case.context
    if place.level in ("country", "province", "region") or case.name.insides:
        return False
    if place.level != "district" and weight(place) >= MODEST:
        return False
    if context.of_others(case.name.key) < LEAST_MASS:
        return False
    return context.of_country(place.country, case.name.key) < SPOKEN_OF


def is_unlike(case: Case) -> bool:
    """Known by a similar spelling only, and nothing else in the article lies thereabouts."""
    if not case.sense.loose:
        return False
    place, key = case.place, case.name.key
    if case.context.of_country(place.country, key) < SPOKEN_OF:
        return True
    if any(lies_in(place, area) and area.level != "country" for area in containers(case.name, case.context)):
        return False
    province = (place.country, province_of(place) or "")
    return max(case.context.of_province(province, key), case.context.around(place, key)) < SPOKEN_OF


def is_outside(case: Case) -> bool:
    """The text puts the name into an area, and the place lies elsewhere."""
    place, areas = case.place, containers(case.name, case.context)
    if not areas or place.level in ("country", "province") or case.toponym.inside is None:
        return False
    well_known = weight(place) >= MODEST and not case.sense.loose and case.toponym.kind != "facility"
    if well_known and case.context.of_country(place.country, case.name.key) >= SPOKEN_OF:
        return False
    return not any(lies_in(place, area) for area in areas)


def is_no_quarter(case: Case) -> bool:
    """A neighbourhood is asked for, and the only place of the name is a city."""
    return case.toponym.kind == "neighbourhood" and case.place.level == "town" and weight(case.place) >= CITY


OBJECTIONS: tuple[tuple[Callable[[Case], bool], str], ...] = (
    (is_unlike, "no place of this name is known where the article plays, only similar spellings"),
    (is_foreign, "the only places of this name lie in other countries than the article's"),
    (is_outside, "no place of this name is known where the text puts it"),
    (is_no_quarter, "no neighbourhood of this name is known"),
)


def objection(case: Case) -> str:
    """Why the best candidate is not taken; empty where it is."""
    for holds, reason in OBJECTIONS:
        if holds(case):
            return f"{reason} (the nearest is {where(case.place)})"
    return ""


def left_open(toponym: Toponym, name: Name, reason: str, context: Context, city: Place | None) -> Resolution:
    """The area that the text names around it, at its own precision; for a quarter the city; else nothing."""
    areas = containers(name, context)
    spoken = [area for area in areas if context.of_country(area.country, name.key) > 0.0]
    in_town = toponym.kind in ("neighbourhood", "facility")
    spoken.sort(key=lambda area: (area.level == "town") != in_town)
    area = spoken[0] if spoken else None
    if area is None and toponym.kind == "neighbourhood":
        area = city
    if area is None:
        return Resolution(toponym, None, None, None, None, None, confidence=0.0, reason=reason)
    text = f"{reason}; shown is {where(area)}, in which the text puts it"
    return Resolution(
        toponym,
        area,
        area.level,
        area.lat,
        area.lon,
        area.radius_km,
        FALLBACK_CONFIDENCE,
        text,
        fallback=True,
    )
