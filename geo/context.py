"""What an article as a whole says about where it plays: countries, provinces and neighbourhoods on the globe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, floor, radians

from gazetteer.place import Place
from geo.candidates import Sense
from geo.toponym import Toponym

CELL_DEGREES = 1.0
"""About 110 km: names in the same or a touching cell are neighbours."""
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """All mentions of one name in an article: they are weighed together, for one name has one sense."""

    key: str
    toponyms: tuple[Toponym, ...]
    senses: tuple[Sense, ...]
    insides: tuple[tuple[Place, ...], ...]
    """For each container that the text names ("Hope, Arkansas"), what that may be."""


@dataclass(frozen=True, slots=True)
class Context:
    """Mass per country, province and cell. One name can give at most one, shared among its senses."""

    countries: Mapping[str, float]
    """Alpha-3 -> mass of names and of adjectives ("Syrian") that speak for the country."""
    provinces: Mapping[tuple[str, str], float]
    cells: Mapping[Cell, float]
    own: Mapping[str, Sequence[tuple[Place, float]]]
    """Name key -> its senses with the mass that each gave, to be taken off when that name itself is weighed."""
    outlet_country: str | None = None

    @property
    def mass(self) -> float:
        """Of all countries together."""
        return sum(self.countries.values())

    def main_country(self) -> str | None:
        """The country that most of the article speaks for, where it is more than half."""
        if not self.countries:
            return None
        best = max(self.countries, key=lambda code: (self.countries[code], code))
        return best if self.countries[best] > 0.5 * self.mass else None


def cell_of(place: Place) -> Cell:
    """The square of the globe that a place lies in; narrower in degrees towards the equator."""
    return floor(place.lat / CELL_DEGREES), floor(place.lon * max(0.1, cos(radians(place.lat))) / CELL_DEGREES)


def gather(
    shares: Mapping[str, Sequence[tuple[Place, float]]],
    adjectives: Iterable[str],
    outlet_country: str | None = None,
) -> Context:
    """The context of names with a share for each sense, and of the countries that adjectives name."""
    countries: dict[str, float] = defaultdict(float)
    provinces: dict[tuple[str, str], float] = defaultdict(float)
    cells: dict[Cell, float] = defaultdict(float)
    for pairs in shares.values():
        for place, share in pairs:
            countries[place.country] += share
            if (province := province_of(place)) is not None:
                provinces[place.country, province] += share
            if place.level not in ("country", "province"):
                cells[cell_of(place)] += share
    for code, count in _counts(adjectives).items():
        countries[code] += min(count, MOST_FOR_ADJECTIVE)
    return Context(countries, provinces, cells, shares, outlet_country)


MOST_FOR_ADJECTIVE = 3
"""However often an article says "Syrian": it counts as three names at most."""


def province_of(place: Place) -> str | None:
    """The first-level division that a place is or lies in."""
    return place.name if place.level == "province" else place.admin1


def _counts(codes: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for code in codes:
        counts[code] += 1
    return counts
