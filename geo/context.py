"""What an article as a whole says about where it plays: countries, provinces, spots on the globe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from gazetteer import Place
from geo.candidates import Cell, Sense
from geo.lexicon import seats
from geo.toponym import Toponym

Key = TypeVar("Key")
TOUCHING = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1))
MOST_FOR_ADJECTIVE = 3
"""However often an article says "Syrian": it counts as three names at most."""
LIKELY = 0.15
"""A container's share from which on it counts."""
SEAT_SHARE = 0.5
"""A capital that stands for its government ("Washington said") says half of a country, no region."""

Shares = Sequence[tuple[Sense, float]]
"""The likely senses of a name, each with its part of one."""


@dataclass(frozen=True, slots=True)
class Name:
    """All mentions of one name in an article: they are weighed together, for one name has one sense."""

    key: str
    toponyms: tuple[Toponym, ...]
    senses: tuple[Sense, ...]
    insides: tuple[tuple[str, tuple[Place, ...]], ...]
    """For each container that the text names ("Hope, Arkansas"), its key and what it may be."""


@dataclass(slots=True)
class Mass:
    """How much speaks for each country, province and cell of the globe."""

    countries: dict[str, float] = field(default_factory=dict)
    """By alpha-3 code."""
    provinces: dict[tuple[str, str], float] = field(default_factory=dict)
    """By country and name."""
    around: dict[Cell, float] = field(default_factory=dict)
    """By cell, what lies in it or in one of the eight that touch it."""
    total: float = 0.0
    """Of all countries together."""

    def add(self, other: Mass) -> None:
        """Take in another's."""
        _add(self.countries, other.countries)
        _add(self.provinces, other.provinces)
        _add(self.around, other.around)
        self.total += other.total


def _add(to: dict[Key, float], other: Mapping[Key, float]) -> None:
    for key, share in other.items():
        to[key] = to.get(key, 0.0) + share


NO_MASS = Mass()


@dataclass(frozen=True, slots=True)
class Others:
    """What everything in an article but one of its names says."""

    whole: Mass
    own: Mass
    """The name's own part, which is taken off."""
    total: float
    """Of all countries together."""

    def country(self, code: str) -> float:
        """For a country."""
        return max(0.0, self.whole.countries.get(code, 0.0) - self.own.countries.get(code, 0.0))

    def province(self, province: tuple[str, str] | None) -> float:
        """For a province; 0 without one."""
        if province is None:
            return 0.0
        return max(0.0, self.whole.provinces.get(province, 0.0) - self.own.provinces.get(province, 0.0))

    def around(self, cell: Cell) -> float:
        """For places close to a cell."""
        return max(0.0, self.whole.around.get(cell, 0.0) - self.own.around.get(cell, 0.0))


@dataclass(frozen=True, slots=True)
class Context:
    """What all names of an article and its adjectives ("Syrian") say together.

    One name gives at most one, shared among its senses; when a name is weighed, its own part is taken off.
    """

    whole: Mass
    own: Mapping[str, Mass]
    """What each name gave, by its key."""
    shares: Mapping[str, Shares]
    outlet_country: str | None = None

    def without(self, key: str) -> Others:
        """What everything but the name of this key says."""
        own = self.own.get(key, NO_MASS)
        return Others(self.whole, own, max(0.0, self.whole.total - own.total))


def containers(name: Name, context: Context) -> tuple[Place, ...]:
    """What the containers of a name most likely are, as far as they have been weighed themselves."""
    found: list[Place] = []
    for key, places in name.insides:
        likely = {sense.place.id for sense, share in context.shares.get(key, ()) if share >= LIKELY}
        found += [place for place in places if not likely or place.id in likely or place.level == "province"]
    return tuple(found)


def gather(
    shares: Mapping[str, Shares], adjectives: Iterable[str], outlet_country: str | None = None
) -> Context:
    """The context of names with a share for each sense, and of the countries that adjectives name."""
    own = {key: _mass_of(key, pairs) for key, pairs in shares.items()}
    whole = Mass()
    for mass in own.values():
        whole.add(mass)
    for code, count in Counter(adjectives).items():
        whole.add(Mass({code: min(count, MOST_FOR_ADJECTIVE)}, total=min(count, MOST_FOR_ADJECTIVE)))
    return Context(whole, own, shares, outlet_country)


def _mass_of(key: str, pairs: Shares) -> Mass:
    mass = Mass()
    countries, provinces, around = mass.countries, mass.provinces, mass.around
    seat = key in seats()
    for sense, share in pairs:
        part = SEAT_SHARE * share if seat else share
        country = sense.place.country
        countries[country] = countries.get(country, 0.0) + part
        mass.total += part
        if seat:
            continue
        if sense.province is not None:
            provinces[sense.province] = provinces.get(sense.province, 0.0) + share
        if not sense.wide:
            row, column = sense.cell
            for i, j in TOUCHING:
                cell = (row + i, column + j)
                around[cell] = around.get(cell, 0.0) + share
    return mass
