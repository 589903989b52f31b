"""Each reason for or against a candidate: a score, and a sentence made only when somebody reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from math import exp
from typing import NamedTuple

from geo.case import Case, lies_in
from geo.kind_fit import kind_fit
from geo.namesakes import district_of_town, province_of_city, side_of_city
from geo.senses import PRIORS, Sense
from geo.weights import weights


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


def inside(case: Case) -> float:
    """ "Hope, Arkansas": inside what the text names around any mention of it."""
    for container in case.areas:
        if lies_in(case.place, container):
            return 1.0 if container.level in ("province", "country", "district") else IN_TOWN
    return 0.0


def outside(case: Case) -> float:
    """The text puts the name into something, and the place does not lie in it."""
    return float(bool(case.areas) and inside(case) == 0.0)


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
