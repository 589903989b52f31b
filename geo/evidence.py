"""Each reason for or against a candidate: a score, and a sentence made only when somebody reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import exp
from typing import NamedTuple

from gazetteer import Place, PlaceLevel, normal_form
from geo.candidates import WELL_KNOWN, Sense, is_main_name, weight
from geo.context import Context, Name, containers, province_of
from geo.geometry import haversine_km
from geo.lexicon import seats
from geo.toponym import Evidence, Toponym


class Case(NamedTuple):
    """One candidate of one name, in its article."""

    toponym: Toponym
    name: Name
    sense: Sense
    context: Context

    @property
    def place(self) -> Place:
        """The candidate itself."""
        return self.sense.place


class Reason(NamedTuple):
    """A rule: its name, what it adds, and how it is told."""

    name: str
    score: Callable[[Case], float]
    detail: Callable[[Case], str]


# Scores are log-odds, fitted on 2,600 ambiguous names of local and world news in two halves, each tried on
# the other, then rounded; where news of one kind cannot tell (kind words, containers, a city and its
# governorate) they were set by hand.
SIZE = 0.8
COUNTRY_SIZE, PROVINCE_SIZE = 6.0, 5.2
FIT, MISFIT = 3.0, -3.0
INSIDE, NOT_INSIDE = 6.0, -2.0
NEAR_CONTAINER_KM = 50.0
IN_COUNTRY = 3.0
IN_PROVINCE = 4.0
NEIGHBOURS = 2.5
FROM_OUTLET = 1.7
OTHER_NAME, LOOSE = -2.5, -1.5
OWN_PROVINCE = -2.5
PLAIN_DISTRICT = -1.5
SIDE_OF_CITY = -2.0
"""The north of a middling city is told less often than that of its province."""
OWN_DIVISION_KM = 100.0
"""Kyiv and Sanaa are no part of the provinces around them, which bear their names."""

FITS: Mapping[PlaceLevel, Mapping[PlaceLevel, float]] = {
    "facility": {"facility": FIT, "town": 0.0, "neighbourhood": 0.0, "province": -1.0, "district": -1.0},
    "neighbourhood": {"neighbourhood": FIT, "town": -1.0, "district": 0.0},
    "town": {"town": FIT, "neighbourhood": 0.0, "district": -1.0},
    "district": {"district": FIT, "neighbourhood": 1.0, "town": -1.0, "province": 0.0},
    "province": {"province": FIT, "region": FIT, "district": 0.0, "country": 0.0},
    "region": {
        "region": FIT,
        "province": 2.0,
        "district": 1.0,
        "neighbourhood": 0.0,
        "town": -1.0,
        "country": 0.0,
    },
    "country": {"country": FIT, "province": 1.0},
}
"""By the level that the text asks for, what each level of a candidate scores; any other is a misfit."""


def size(case: Case) -> float:
    """Where nothing else is known, a name means its best known place."""
    if case.place.level == "country":
        return COUNTRY_SIZE
    return PROVINCE_SIZE if case.place.level == "province" else SIZE * weight(case.place)


def kind_fit(case: Case) -> float:
    """ "Idlib province" wants a province."""
    kind = case.toponym.kind
    if kind is None:
        if case.toponym.relation == "countryside":
            return 1.0 if case.place.level in ("province", "town") else 0.0
        return 0.0
    return FITS.get(kind, {}).get(case.place.level, MISFIT)


def containment(case: Case) -> float:
    """ "Hope, Arkansas": inside what the text names around any mention of it."""
    if not case.name.insides:
        return 0.0
    best = 0.0
    for container in containers(case.name, case.context):
        if lies_in(case.place, container):
            return INSIDE if container.level in ("province", "country", "district") else 0.6 * INSIDE
        best = NOT_INSIDE
    return best


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
    """The more of the article's other names and adjectives speak for the country, the better."""
    key = case.name.key
    return IN_COUNTRY * case.context.of_country(case.place.country, key) / (case.context.of_others(key) + 0.5)


def in_province(case: Case) -> float:
    """Other names of the article lie in the same province, or name it."""
    province = province_of(case.place)
    if province is None or case.place.level == "country":
        return 0.0
    mass = case.context.of_province((case.place.country, province), case.name.key)
    return IN_PROVINCE * (1.0 - exp(-mass))


def neighbours(case: Case) -> float:
    """Other places of the article lie within a hundred kilometres or so."""
    if case.place.level in ("country", "province"):
        return 0.0
    return NEIGHBOURS * (1.0 - exp(-case.context.around(case.place, case.name.key)))


def from_outlet(case: Case) -> float:
    """The paper is of that country."""
    return FROM_OUTLET if case.context.outlet_country == case.place.country else 0.0


def spelling(case: Case) -> float:
    """Bears the name itself, or only among its other names, or a name like it."""
    if case.sense.loose:
        return LOOSE
    return 0.0 if is_main_name(case.toponym.name, case.place) else OTHER_NAME


def city_before_province(case: Case) -> float:
    """A plain "Idlib" is the city; its governorate is meant where the words around say so.

    A plain "Washington" is the seat of the government, though the state of that name lies elsewhere.
    """
    if case.toponym.kind is not None or case.toponym.relation == "countryside":
        return 0.0
    if case.toponym.relation == "part" and case.toponym.bearing is not None and not _has_metropolis(case):
        return SIDE_OF_CITY if _heads_province(case) else 0.0
    if case.place.level == "province" and (has_own_city(case) or case.name.key in seats()):
        return OWN_PROVINCE
    return PLAIN_DISTRICT if case.place.level == "district" and _has_town(case) else 0.0


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


def _heads_province(case: Case) -> bool:
    """A town whose name its province bears too."""
    place = case.place
    return place.level == "town" and place.admin1 is not None and any(
        s.place.level == "province" and s.place.name == place.admin1 and s.place.country == place.country
        for s in case.name.senses
    )


def _has_metropolis(case: Case) -> bool:
    """A city of a million has sides that are told; "northern X" of a smaller one is its province."""
    return any(s.place.level == "town" and weight(s.place) >= WELL_KNOWN for s in case.name.senses)


def _has_town(case: Case) -> bool:
    return any(s.place.level == "town" and s.place.country == case.place.country for s in case.name.senses)


def where(place: Place) -> str:
    """ "Sarmada (Idlib, Syria)"."""
    around = [part for part in (place.admin1, place.country_name) if part and part != place.name]
    return f"{place.name} ({', '.join(around)})" if around else place.name


def _size_detail(case: Case) -> str:
    place = case.place
    if place.level in ("country", "province"):
        return f"a {place.level} of this name"
    return f"{place.population:,} inhabitants" if place.population else "a small place"


def _kind_detail(case: Case) -> str:
    return f"the text speaks of a {case.toponym.kind or 'place'}, and this is a {case.place.level}"


def _inside_detail(case: Case) -> str:
    names = ", ".join(sorted({t.inside for t in case.name.toponyms if t.inside}))
    fits = containment(case) > 0
    return f"the text puts it in {names}" if fits else f"not in {names}, where the text puts it"


def _spelling_detail(case: Case) -> str:
    return "a similar spelling only" if case.sense.loose else f"better known as {case.place.name}"


REASONS: tuple[Reason, ...] = (
    Reason("containment", containment, _inside_detail),
    Reason("kind", kind_fit, _kind_detail),
    Reason("country", in_country, lambda case: f"the article speaks of {case.place.country_name}"),
    Reason(
        "province", in_province, lambda case: f"other places of the article lie in {province_of(case.place)}"
    ),
    Reason("neighbours", neighbours, lambda case: "close to other places of the article"),
    Reason("outlet", from_outlet, lambda case: f"published in {case.place.country_name}"),
    Reason("size", size, _size_detail),
    Reason("spelling", spelling, _spelling_detail),
    Reason(
        "city", city_before_province, lambda case: "a city has the same name and nothing asks for the area"
    ),
)
"""Every reason, in the order in which they are told."""


def score(case: Case) -> float:
    """The sum of all reasons."""
    return sum(reason.score(case) for reason in REASONS)


def explain(case: Case) -> tuple[Evidence, ...]:
    """The reasons that count for or against, with their sentences."""
    scored = ((reason, reason.score(case)) for reason in REASONS)
    return tuple(Evidence(r.name, round(s, 3), r.detail(case)) for r, s in scored if abs(s) >= 0.05)
