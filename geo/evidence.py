"""Each reason for or against a candidate: a score, and a sentence made only when somebody reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple

from gazetteer import Place, PlaceLevel, normal_form
from geo.candidates import WELL_KNOWN
from geo.context import Name, Others
from geo.geometry import haversine_km
from geo.lexicon import seats
from geo.senses import PRIORS, Sense
from geo.toponym import Toponym
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


LEAST_TOLD = 0.05
"""A reason that adds less is not worth a word."""
IN_TOWN = 0.6
"""What lying within NEAR_CONTAINER_KM of a town counts, beside lying in a division."""
NEAR_CONTAINER_KM = 50.0
OWN_DIVISION_KM = 100.0
"""Kyiv and Sanaa are no part of the provinces around them, which bear their names."""
IN_PROVINCE = 2.0
"""The same where the town lies elsewhere in the district's province, as far as is known."""
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
IN_FULL = 1.9
"""What counts a place that bears the name with the very kind word: "Kano State" is no other Kano."""
COUNTRYSIDE: Mapping[PlaceLevel, float] = {"province": 0.6, "town": 0.33}
"""The "countryside of X" is the rest of a governorate rather than the fields of its city."""


def kind_fit(case: Case) -> float:
    """ "Idlib province" wants a province."""
    kind = case.toponym.kind
    if kind is not None:
        if _in_full(case.name.key, case.toponym.kind_word, case.sense.place.name):
            return IN_FULL
        return FITS.get(kind, {}).get(case.sense.place.level, MISFIT)
    if case.toponym.relation == "countryside":
        return COUNTRYSIDE.get(case.sense.place.level, 0.0)
    return 0.0


@lru_cache(1 << 14)
def _in_full(key: str, kind_word: str | None, name: str) -> bool:
    return kind_word is not None and f"{key} {kind_word}" == normal_form(name)


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
    if container.level == "district" and container.admin2 is not None:
        # Of towns, only the district is known, not the division of it.
        return haversine_km(place.lat, place.lon, container.lat, container.lon) <= container.radius_km
    if container.level == "district":
        return place.admin1 == container.admin1 and place.admin2 == container.name
    return haversine_km(place.lat, place.lon, container.lat, container.lon) <= NEAR_CONTAINER_KM


def in_country(case: Case) -> float:
    """The share of the article's other names and adjectives that speak for the country."""
    return case.others.country(case.sense.place.country) / (case.others.total + 0.5)


def in_province(case: Case) -> float:
    """Other names of the article lie in the same province, or name it."""
    return 1.0 - exp(-case.others.province(case.sense.province))


def neighbours(case: Case) -> float:
    """Other places of the article lie within a hundred kilometres or so."""
    return 0.0 if case.sense.wide else 1.0 - exp(-case.others.around(case.sense.cell))


def from_outlet(case: Case) -> float:
    """The paper is of that country."""
    return float(case.outlet_country == case.sense.place.country)


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


def where(place: Place) -> str:
    """ "Sarmada (Idlib, Syria)"."""
    around = [part for part in (place.admin1, place.country_name) if part and part != place.name]
    return f"{place.name} ({', '.join(around)})" if around else place.name


def _size_detail(case: Case) -> str:
    place = case.place
    if place.population:
        return f"{place.population:,} inhabitants"
    return "a small place" if place.level == "town" else _level_detail(case)


def _level_detail(case: Case) -> str:
    return f"a {case.place.level} of this name"


def _kind_detail(case: Case) -> str:
    return f"the text speaks of a {case.toponym.kind or 'place'}, and this is a {case.place.level}"


def _province_detail(case: Case) -> str:
    return f"other places of the article lie in {case.sense.province[1] if case.sense.province else 'it'}"


def _containers(case: Case) -> str:
    if case.name.divided and case.toponym.inside is not None:
        return case.toponym.inside
    return ", ".join(sorted({t.inside for t in case.name.toponyms if t.inside}))


def _city_detail(case: Case) -> str:
    return "a city has the same name and nothing asks for the area"


DETAILS: Mapping[str, Callable[[Case], str]] = {
    "town size": _size_detail,
    "a country": _level_detail,
    "a province": _level_detail,
    "similar spelling": lambda case: "a similar spelling only",
    "other name": lambda case: f"better known as {case.place.name}",
}


def _of_sense(name: str, value: Callable[[Sense], float]) -> Reason:
    return Reason(name, lambda case: value(case.sense), DETAILS[name])


OF_SENSE: tuple[Reason, ...] = tuple(_of_sense(name, value) for name, value in PRIORS)
"""What the sense itself says, in any article."""
OF_MENTION: tuple[Reason, ...] = (
    Reason("kind", kind_fit, _kind_detail),
    Reason("outlet", from_outlet, lambda case: f"published in {case.place.country_name}"),
    Reason("province of a city", province_of_city, _city_detail),
    Reason("district of a town", district_of_town, _city_detail),
    Reason("side of a city", side_of_city, lambda case: "its province has the same name"),
)
"""What the words around the name say, and who prints it."""
CONTAINED: tuple[Reason, ...] = (
    Reason("inside", inside, lambda case: f"the text puts it in {_containers(case)}"),
    Reason("outside", outside, lambda case: f"not in {_containers(case)}, where the text puts it"),
)
"""What only counts where the text puts the name into something."""
COMPANY: tuple[Reason, ...] = (
    Reason("country", in_country, lambda case: f"the article speaks of {case.place.country_name}"),
    Reason("province", in_province, _province_detail),
    Reason("neighbours", neighbours, lambda case: "close to other places of the article"),
)
"""What the other names say; asked again when these are known better."""
CONTAINED_COMPANY = CONTAINED + COMPANY
REASONS = CONTAINED_COMPANY + OF_MENTION + OF_SENSE
"""Every reason."""


class _Weighed(NamedTuple):
    """The reasons' values with their weights, in the groups in which they are summed."""

    of_mention: tuple[tuple[Callable[[Case], float], float], ...]
    company: tuple[tuple[Callable[[Case], float], float], ...]
    contained_company: tuple[tuple[Callable[[Case], float], float], ...]


@cache
def _weighed() -> _Weighed:
    weight = weights().reasons
    groups = (OF_MENTION, COMPANY, CONTAINED_COMPANY)
    return _Weighed(*(tuple((reason.value, weight[reason.name]) for reason in group) for group in groups))


def fixed_score(case: Case) -> float:
    """What does not hang on the article's other names: the reasons OF_SENSE and OF_MENTION."""
    return case.sense.prior + sum([weight * value(case) for value, weight in _weighed().of_mention])


def contextual_score(case: Case) -> float:
    """What hangs on them: the reasons CONTAINED and COMPANY."""
    weighed = _weighed().contained_company if case.areas else _weighed().company
    return sum([weight * value(case) for value, weight in weighed])


def foremost(case: Case, most: int) -> list[str]:
    """The sentences of the strongest reasons for a candidate, strongest first."""
    told = [(-round(s, 3), n, r) for n, (r, s) in enumerate(_scored(case)) if s >= LEAST_TOLD]
    return [reason.detail(case) for _, _, reason in sorted(told)[:most]]


def _scored(case: Case) -> list[tuple[Reason, float]]:
    """The reasons with what they add, in the order in which they are told where they weigh the same."""
    weight = weights().reasons
    asked = (CONTAINED_COMPANY if case.areas else COMPANY) + OF_MENTION
    scored = [(reason, weight[reason.name] * reason.value(case)) for reason in asked]
    return scored + list(zip(OF_SENSE, case.sense.priors, strict=True))
