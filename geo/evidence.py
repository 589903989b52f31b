"""Each reason for or against a candidate: a score, and a sentence made only when somebody reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import exp
from typing import NamedTuple

from gazetteer import Place, PlaceLevel, normal_form
from geo.candidates import Sense
from geo.context import Name, Others
from geo.geometry import haversine_km
from geo.toponym import Evidence, Toponym
from geo.weights import weights


class Case(NamedTuple):
    """One candidate of one name, in its article."""

    toponym: Toponym
    name: Name
    sense: Sense
    others: Others
    """What the rest of the article says."""
    areas: tuple[Place, ...]
    """What the text puts the name into."""
    outlet_country: str | None

    @property
    def place(self) -> Place:
        """The candidate itself."""
        return self.sense.place


class Reason(NamedTuple):
    """A rule: its name, under which weights.yml has its weight, how far it holds, and how it is told."""

    name: str
    value: Callable[[Case], float]
    """Mostly between -1 and 1; the score is this times the weight."""
    detail: Callable[[Case], str]

    def score(self, case: Case) -> float:
        """What it adds to the candidate's sum, in log-odds."""
        return self.value(case) * weights().reasons[self.name]


IN_TOWN = 0.6
"""What lying within NEAR_CONTAINER_KM of a town counts, beside lying in a division."""
NEAR_CONTAINER_KM = 50.0
OWN_DIVISION_KM = 100.0
"""Kyiv and Sanaa are no part of the provinces around them, which bear their names."""
SEAT = 2.5
"""How much more than another district one yields to a town in it: enough for the smallest village."""

FITS: Mapping[PlaceLevel, Mapping[PlaceLevel, float]] = {
    "facility": {"facility": 1.0, "town": 0.0, "neighbourhood": 0.0, "province": -0.33, "district": -0.33},
    "neighbourhood": {"neighbourhood": 1.0, "town": -0.33, "district": 0.0},
    "town": {"town": 1.0, "neighbourhood": 0.0, "district": -0.33},
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
MISFIT = -1.0


def town_size(case: Case) -> float:
    """Where nothing else is known, a name means its best known place: decimal logarithm of its people."""
    return 0.0 if case.sense.wide else case.sense.weight


def is_country(case: Case) -> float:
    """Stands for the size of a country."""
    return float(case.place.level == "country")


def is_province(case: Case) -> float:
    """Stands for the size of a province."""
    return float(case.place.level == "province")


def kind_fit(case: Case) -> float:
    """ "Idlib province" wants a province."""
    kind = case.toponym.kind
    if kind is not None:
        return FITS.get(kind, {}).get(case.place.level, MISFIT)
    if case.toponym.relation == "countryside":
        return 0.33 if case.place.level in ("province", "town") else 0.0
    return 0.0


def inside(case: Case) -> float:
    """ "Hope, Arkansas": inside what the text names around any mention of it."""
    for container in case.areas:
        if lies_in(case.place, container):
            return 1.0 if container.level in ("province", "country", "district") else IN_TOWN
    return 0.0


def outside(case: Case) -> float:
    """The text puts the name into something, and the place does not lie in it."""
    return float(bool(case.areas) and inside(case) == 0.0)


def lies_in(place: Place, container: Place) -> bool:
    """Whether a place is part of another by its country, division or distance."""
    if place.country != container.country or place.id == container.id:
        return False
    if container.level == "country":
        return True
    if container.level == "province":
        return place.admin1 == container.name and place.level != "province"
    if container.level == "district":
        return place.admin1 == container.admin1 and place.admin2 == container.name
    return haversine_km(place.lat, place.lon, container.lat, container.lon) <= NEAR_CONTAINER_KM


def in_country(case: Case) -> float:
    """The share of the article's other names and adjectives that speak for the country."""
    return case.others.country(case.place.country) / (case.others.total + 0.5)


def in_province(case: Case) -> float:
    """Other names of the article lie in the same province, or name it."""
    return 1.0 - exp(-case.others.province(case.sense.province))


def neighbours(case: Case) -> float:
    """Other places of the article lie within a hundred kilometres or so."""
    return 0.0 if case.sense.wide else 1.0 - exp(-case.others.around(case.sense.cell))


def from_outlet(case: Case) -> float:
    """The paper is of that country."""
    return float(case.outlet_country == case.place.country)


def loose(case: Case) -> float:
    """Only a name like it."""
    return float(case.sense.loose)


def other_name(case: Case) -> float:
    """Bears the name only among its other names."""
    return float(not case.sense.loose and not case.sense.main)


def province_of_city(case: Case) -> float:
    """A plain "Idlib" is the city; its governorate is meant where the words around say so."""
    return float(_is_plain(case) and case.place.level == "province" and has_own_city(case))


def district_of_town(case: Case) -> float:
    """A plain name that a town and a district share is the town, the more so where the town lies in it."""
    if case.place.level != "district" or not _is_plain(case):
        return 0.0
    return SEAT if _has_seat(case) else float(_has_town(case))


def _is_plain(case: Case) -> bool:
    toponym = case.toponym
    if toponym.kind is not None or toponym.relation == "countryside":
        return False
    return not (toponym.relation == "part" and toponym.bearing is not None)


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


def _has_town(case: Case) -> bool:
    return any(s.place.level == "town" and s.place.country == case.place.country for s in case.name.senses)


def where(place: Place) -> str:
    """ "Sarmada (Idlib, Syria)"."""
    around = [part for part in (place.admin1, place.country_name) if part and part != place.name]
    return f"{place.name} ({', '.join(around)})" if around else place.name


def _size_detail(case: Case) -> str:
    place = case.place
    return f"{place.population:,} inhabitants" if place.population else "a small place"


def _level_detail(case: Case) -> str:
    return f"a {case.place.level} of this name"


def _kind_detail(case: Case) -> str:
    return f"the text speaks of a {case.toponym.kind or 'place'}, and this is a {case.place.level}"


def _province_detail(case: Case) -> str:
    return f"other places of the article lie in {case.sense.province[1] if case.sense.province else 'it'}"


def _containers(case: Case) -> str:
    return ", ".join(sorted({t.inside for t in case.name.toponyms if t.inside}))


def _city_detail(case: Case) -> str:
    return "a city has the same name and nothing asks for the area"


FIXED: tuple[Reason, ...] = (
    Reason("kind", kind_fit, _kind_detail),
    Reason("outlet", from_outlet, lambda case: f"published in {case.place.country_name}"),
    Reason("town size", town_size, _size_detail),
    Reason("a country", is_country, _level_detail),
    Reason("a province", is_province, _level_detail),
    Reason("similar spelling", loose, lambda case: "a similar spelling only"),
    Reason("other name", other_name, lambda case: f"better known as {case.place.name}"),
    Reason("province of a city", province_of_city, _city_detail),
    Reason("district of a town", district_of_town, _city_detail),
)
"""What holds of a name and a sense of it, whatever the other names of the article mean."""
CONTEXTUAL: tuple[Reason, ...] = (
    Reason("inside", inside, lambda case: f"the text puts it in {_containers(case)}"),
    Reason("outside", outside, lambda case: f"not in {_containers(case)}, where the text puts it"),
    Reason("country", in_country, lambda case: f"the article speaks of {case.place.country_name}"),
    Reason("province", in_province, _province_detail),
    Reason("neighbours", neighbours, lambda case: "close to other places of the article"),
)
"""What depends on them, and is asked again when they are known better."""
REASONS = CONTEXTUAL[:2] + FIXED[:1] + CONTEXTUAL[2:] + FIXED[1:]
"""Every reason, in the order in which they are told."""


def fixed_score(case: Case) -> float:
    """The sum of the reasons that other names have no part in."""
    weight = weights().reasons
    return sum([reason.value(case) * weight[reason.name] for reason in FIXED])


def contextual_score(case: Case) -> float:
    """The sum of the reasons that other names give."""
    weight = weights().reasons
    return sum([reason.value(case) * weight[reason.name] for reason in CONTEXTUAL])


def score(case: Case) -> float:
    """The sum of all reasons."""
    return fixed_score(case) + contextual_score(case)


def explain(case: Case) -> tuple[Evidence, ...]:
    """The reasons that count for or against, with their sentences."""
    scored = [(reason, reason.score(case)) for reason in REASONS]
    return tuple([Evidence(r.name, round(s, 3), r.detail(case)) for r, s in scored if abs(s) >= 0.05])
