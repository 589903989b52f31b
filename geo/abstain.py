"""When a name is better left open than placed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gazetteer import Place, normal_form
from geo.candidates import MIDDLING, WELL_KNOWN
from geo.case import Case, lies_in, where
from geo.geometry import haversine_km
from geo.kind_fit import VILLAGES
from geo.lexicon import kinds
from geo.toponym import Resolution

MODEST = 5.0
"""A hundred thousand people: a smaller place is not taken where it lies in the wrong country."""
LEAST_MASS, LEAST_MASS_PLACED = 1.5, 0.8
"""What a context must hold before it can speak against a country: two names or adjectives; one, where the
text puts the name into some other place."""
SPOKEN_OF = 0.3
"""Mass from which on an article speaks of a country."""
TOLD_PROVINCE = 0.5
"""Mass from which on an article tells of a province: one name in it, most likely."""
LOCAL = 0.5
"""Mass of places in provinces from which on an article plays somewhere."""
BY_KM = 100.0
"""A place this close to the area that the text names may well count as part of it."""
LEADING = 0.4
"""The share of all that an article says of countries that makes one of them the one where it plays."""
CITIES = frozenset(["city", "town"])
GROUNDS = ("airport", "airbase", "airfield", "base")
"""Endings of what stands near one town, and for no whole province."""
QUARTERS = ("facility", "neighbourhood")
WIDE = ("country", "province", "region")
TOSS_UP = 0.5
"""An answer that is more likely wrong than right: mostly towns of one name in several states."""
CITY = 5.3
"""Two hundred thousand people: no such town is a neighbourhood of another, and "the city of" may mean it."""


def is_foreign(case: Case) -> bool:
    """A small place in a country that the article does not speak of, while it clearly speaks of others."""
    place, main = case.place, case.sense.main
    if place.level in ("country", "province", "region"):
        return False
    if any(lies_in(place, area) for area in case.areas):
        return False
    if _stands_alone(case):
        return False
    if _named_like_a_town_abroad(case):
        return True
    least = MODEST if main else WELL_KNOWN
    if place.level != "district" and case.sense.weight >= least and case.toponym.kind_word not in VILLAGES:
        return False
    alias = place.level == "town" and not normal_form(place.name).startswith(case.name.key + " ")
    alias = alias and not main
    least = SPOKEN_OF if alias else LEAST_MASS_PLACED if case.name.insides else LEAST_MASS
    if case.others.total < least:
        return False
    return case.others.country(place.country) < SPOKEN_OF


def _named_like_a_town_abroad(case: Case) -> bool:
    """A roundabout or a base whose name some small town bears too, in a country that nothing speaks of."""
    place, name = case.place, case.name
    if case.toponym.kind not in QUARTERS or place.level != "town" or case.sense.weight >= MODEST:
        return False
    shared = not case.sense.main or len(name.senses) > 1
    return shared and case.others.country(place.country) < SPOKEN_OF


def _stands_alone(case: Case) -> bool:
    """A town of some size, called a town, or a facility: the only place of its name, and no other is told.

    The countries that speak against it are then those of the forces ("a Russian drone hit the town of X").
    """
    place, kind_word = case.place, case.toponym.kind_word
    rivals = [s for s in case.name.senses if kind_word not in CITIES or s.place.level == "town"]
    if len(rivals) > 1 or case.sense.loose:
        return False
    if place.level != "facility" and (kind_word not in CITIES or case.sense.weight < MIDDLING):
        return False
    provinces = case.others.whole.provinces
    return sum(provinces.values()) - provinces.get(case.sense.province or ("", ""), 0.0) < LOCAL


def is_unlike(case: Case) -> bool:
    """Known by a similar spelling only, and not where the text puts it or where the article plays.

    The country must be the one that the article speaks of most; a container that the text names must hold
    the place; without one, it must be a city of a longer name (a town, where nothing else is spelt like
    it), a large one that the text calls a city, or other names must lie thereabouts. A province that the
    article names says enough of the country, and where nothing speaks of any, a large town is meant that is
    called one and has its name for itself. A province that the text calls one needs no more than its
    country.
    """
    if not case.sense.loose:
        return False
    place, others = case.place, case.others
    areas = [area for area in case.areas if area.level != "country"]
    if any(lies_in(place, area) for area in areas):
        return False
    if others.total < SPOKEN_OF and case.toponym.kind_word in CITIES and case.sense.weight >= MODEST:
        return any(sense.place.country != place.country for sense in case.name.senses)
    if others.province(case.sense.province) >= TOLD_PROVINCE:
        return False
    if case.toponym.kind == "province" == place.level and not areas:
        return others.country(place.country) < max(SPOKEN_OF, LEADING * others.total)
    if others.country(place.country) < max(SPOKEN_OF, LEADING * others.total):
        return True
    least = MIDDLING if len(case.name.senses) == 1 else MODEST
    if not areas and case.sense.weight >= least and " " in normal_form(case.toponym.name):
        return False
    if not areas and case.sense.weight >= CITY and case.toponym.kind_word == "city":
        return False
    near = max(others.province(case.sense.province), others.around(case.sense.cell))
    return bool(areas) or near < SPOKEN_OF


def is_outside(case: Case) -> bool:
    """The text puts the name into an area, and the place lies elsewhere."""
    place, areas = case.place, case.areas
    if not areas or place.level in ("country", "province") or case.toponym.inside is None:
        return False
    if _is_far_from_district(place, areas):
        return True
    # A district is no town that everybody knows: the province that the text puts it in is told against it.
    told = place.level == "district" and case.toponym.kind == "district" and areas[0].level == "province"
    known_town = not told and not case.sense.loose and case.toponym.kind != "facility"
    well_known = case.sense.weight >= MODEST and known_town
    if well_known and case.others.country(place.country) >= SPOKEN_OF:
        return False
    # "The X mosque in Y" is called after the town X and stands in Y.
    may_lie_by = not case.sense.loose and case.toponym.kind_word not in kinds().urban
    return not any(lies_in(place, area) or (may_lie_by and _lies_by(place, area)) for area in areas)


def _is_far_from_district(place: Place, areas: Sequence[Place]) -> bool:
    """Whether the text puts a place into a district that it lies well outside of, whatever else is around."""
    same_country = (a for a in areas if a.level == "district" and a.country == place.country)
    districts = [area for area in same_country if area.id != place.id]
    if not districts:
        return False
    away = {a.id: haversine_km(place.lat, place.lon, a.lat, a.lon) - a.radius_km for a in districts}
    return not any(lies_in(place, area) or away[area.id] <= BY_KM for area in districts)


def _lies_by(place: Place, area: Place) -> bool:
    """Close enough to the area that the text may cut the country otherwise than the gazetteer does."""
    if place.country != area.country:
        return False
    return haversine_km(place.lat, place.lon, area.lat, area.lon) <= max(BY_KM, area.radius_km)


def is_no_quarter(case: Case) -> bool:
    """A neighbourhood is asked for, and the only place of the name is a city."""
    return case.toponym.kind == "neighbourhood" and case.place.level == "town" and case.sense.weight >= CITY


def is_quarter_elsewhere(case: Case) -> bool:
    """A quarter of a town whose province nothing tells of, while other provinces are told of; it shares its
    name, or is asked for as something else ("X Square"): every town has an X."""
    place, province = case.place, case.sense.province
    if place.level != "neighbourhood" or any(lies_in(place, area) for area in case.areas):
        return False
    whole = case.others.whole.provinces
    elsewhere = sum(whole.values()) - whole.get(province or ("", ""), 0.0)
    if case.others.province(province) >= TOLD_PROVINCE or elsewhere < LOCAL:
        return False
    return len(case.name.senses) > 1 or case.sense.loose or case.toponym.kind not in (None, "neighbourhood")


def is_no_building(case: Case) -> bool:
    """An airport or a base is asked for, the text puts it into a town, and only a province has the name."""
    asked = case.toponym.kind == "facility" and (case.toponym.kind_word or "").endswith(GROUNDS)
    return asked and case.place.level == "province" and any(area.level == "town" for area in case.areas)


OBJECTIONS: tuple[tuple[Callable[[Case], bool], str], ...] = (
    (is_unlike, "no place of this name is known where the article plays, only similar spellings"),
    (is_foreign, "the only places of this name lie in other countries than the article's"),
    (is_outside, "no place of this name is known where the text puts it"),
    (is_quarter_elsewhere, "the only quarters of this name lie in other towns than the article's"),
    (is_no_quarter, "no neighbourhood of this name is known"),
    (is_no_building, "no building of this name is known"),
)


def toss_up(case: Case, answer: Resolution) -> str:
    """Why an answer that is more likely wrong than right is not given; empty where it is.

    Two senses close to each other (a city and its province) are no toss-up: either point is right enough. Nor
    is an area against a town, or a sense in that country of the two of which the article speaks more; and
    where it speaks of nothing else, the better known is meant.
    """
    if answer.confidence >= TOSS_UP or not answer.alternatives:
        return ""
    one, other = case.place, answer.alternatives[0][0]
    if (one.level in WIDE and other.level not in WIDE) or case.others.total < LEAST_MASS_PLACED:
        return ""
    spoken, other_spoken = (case.others.country(place.country) for place in (one, other))
    if spoken > other_spoken:
        return ""
    if haversine_km(one.lat, one.lon, other.lat, other.lon) <= max(BY_KM, one.radius_km, other.radius_km):
        return ""
    return f"{where(one)} and {where(other)} fit about as well as each other"


def objection(case: Case) -> str:
    """Why the best candidate is not taken; empty where it is."""
    for holds, reason in OBJECTIONS:
        if holds(case):
            return f"{reason} (the nearest is {where(case.place)})"
    return ""
