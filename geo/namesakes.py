"""A town and an area of one name: which of the two a mention means, as far as its own words tell."""

from __future__ import annotations

from gazetteer import Place, normal_form
from geo.candidates import WELL_KNOWN
from geo.case import Case
from geo.geometry import haversine_km
from geo.lexicon import seats

OWN_DIVISION_KM = 100.0
"""Kyiv and Sanaa are no part of the provinces around them, which bear their names."""
SEAT = 2.5
"""How much more than another district one yields to a town in it: enough for the smallest village."""
IN_PROVINCE = 2.0
"""The same where the town lies elsewhere in the district's province, as far as is known."""


def province_of_city(case: Case) -> float:
    """A plain "Idlib" is the city; its governorate is meant where the words around say so.

    A plain "Washington" is the seat of the government, though the state of that name lies elsewhere.
    """
    if case.sense.place.level != "province" or not _is_plain(case):
        return 0.0
    return float(case.name.key in seats() or has_own_city(case))


def district_of_town(case: Case) -> float:
    """A plain name that a town and a district share is the town, the more so where the town lies in it."""
    if case.sense.place.level != "district" or not _is_plain(case):
        return 0.0
    if _has_seat(case):
        return SEAT
    return IN_PROVINCE if _has_town(case, case.place.admin1) else float(_has_town(case))


def side_of_city(case: Case) -> float:
    """The north of a middling city is told less often than that of its province."""
    toponym = case.toponym
    sided = toponym.kind is None and toponym.relation == "part" and toponym.bearing is not None
    return float(sided and not _has_metropolis(case) and _heads_province(case))


def _is_plain(case: Case) -> bool:
    toponym = case.toponym
    if toponym.kind is not None or toponym.relation == "countryside":
        return False
    return not (toponym.relation == "part" and toponym.bearing is not None and not _has_metropolis(case))


def has_own_city(case: Case) -> bool:
    """Whether a town of the same name lies in this province, or in its midst as a division of its own."""
    province = case.place
    return any(
        s.place.level == "town" and s.place.country == province.country and _is_its_city(s.place, province)
        for s in case.name.senses
    )


def _is_its_city(town: Place, province: Place) -> bool:
    if town.admin1 == province.name:
        return True
    named_alike = normal_form(town.name) == normal_form(province.name)
    return named_alike and haversine_km(town.lat, town.lon, province.lat, province.lon) <= OWN_DIVISION_KM


def _has_seat(case: Case) -> bool:
    """Whether a town of the same name lies in this district."""
    area = case.place
    return any(
        s.place.level == "town"
        and s.place.country == area.country
        and haversine_km(s.place.lat, s.place.lon, area.lat, area.lon) <= area.radius_km
        for s in case.name.senses
    )


def _heads_province(case: Case) -> bool:
    """A town whose name its province bears too."""
    place = case.place
    return place.level == "town" and place.admin1 is not None and any(
        s.place.level == "province" and s.place.name == place.admin1 and s.place.country == place.country
        for s in case.name.senses
    )


def _has_metropolis(case: Case) -> bool:
    """A city of a million has sides that are told; "northern X" of a smaller one is its province."""
    return any(s.place.level == "town" and s.weight >= WELL_KNOWN for s in case.name.senses)


def _has_town(case: Case, admin1: str | None = None) -> bool:
    """Whether a town of the same name lies in the country, or in this division of it."""
    return any(
        s.place.level == "town"
        and s.place.country == case.place.country
        and (admin1 is None or s.place.admin1 == admin1)
        for s in case.name.senses
    )
