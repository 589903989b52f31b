"""What an article as a whole says about where it plays: countries, provinces, spots on the globe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, floor, radians

from gazetteer import Place
from geo.candidates import Sense
from geo.lexicon import seats
from geo.toponym import Toponym

CELL_DEGREES = 1.0
"""About 110 km: names in the same or a touching cell are neighbours."""
Cell = tuple[int, int]
TOUCHING = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1))
MOST_FOR_ADJECTIVE = 3
"""However often an article says "Syrian" or "Idlibi" ("SYR/Idlib"): it counts as three names at most."""
LIKELY = 0.15
"""A container's share from which on it counts."""
SEAT_SHARE = 0.5
"""A capital that stands for its government ("Washington said") says half of a country, no region."""


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
    cells: dict[Cell, float] = field(default_factory=dict)
    total: float = 0.0
    """Of all countries together."""

    def add(self, other: Mass) -> None:
        """Take in another's."""
        for code, share in other.countries.items():
            self.countries[code] = self.countries.get(code, 0.0) + share
        for province, share in other.provinces.items():
            self.provinces[province] = self.provinces.get(province, 0.0) + share
        for cell, share in other.cells.items():
            self.cells[cell] = self.cells.get(cell, 0.0) + share
        self.total += other.total

    def around(self, cell: Cell) -> float:
        """In a cell and the eight that touch it."""
        row, column = cell
        get = self.cells.get
        return sum(get((row + i, column + j), 0.0) for i, j in TOUCHING) if self.cells else 0.0


NO_MASS = Mass()


@dataclass(frozen=True, slots=True)
class Context:
    """What all names of an article and its adjectives ("Syrian") say together.

    One name gives at most one, shared among its senses; when a name is weighed, its own part is taken off.
    """

    whole: Mass
    own: Mapping[str, Mass]
    """What each name gave, by its key."""
    shares: Mapping[str, Sequence[tuple[Place, float]]]
    """The likely senses of each name."""
    outlet_country: str | None = None

    def of_country(self, code: str, key: str) -> float:
        """What everything but the name `key` says for a country."""
        return max(0.0, self.whole.countries.get(code, 0.0) - self._own(key).countries.get(code, 0.0))

    def of_province(self, province: tuple[str, str], key: str) -> float:
        """What everything but the name `key` says for a province."""
        return max(0.0, self.whole.provinces.get(province, 0.0) - self._own(key).provinces.get(province, 0.0))

    def around(self, place: Place, key: str) -> float:
        """What everything but the name `key` says for places close to this one."""
        cell = cell_of(place)
        return max(0.0, self.whole.around(cell) - self._own(key).around(cell))

    def of_others(self, key: str) -> float:
        """What everything but the name `key` says in all."""
        return max(0.0, self.whole.total - self._own(key).total)

    def _own(self, key: str) -> Mass:
        return self.own.get(key, NO_MASS)


def containers(name: Name, context: Context) -> tuple[Place, ...]:
    """What the containers of a name most likely are, as far as they have been weighed themselves."""
    found: list[Place] = []
    for key, places in name.insides:
        likely = {place.id for place, share in context.shares.get(key, ()) if share >= LIKELY}
        found += [place for place in places if not likely or place.id in likely or place.level == "province"]
    return tuple(found)


def cell_of(place: Place) -> Cell:
    """The square of the globe that a place lies in; narrower in degrees towards the equator."""
    return floor(place.lat / CELL_DEGREES), floor(
        place.lon * max(0.1, cos(radians(place.lat))) / CELL_DEGREES
    )


def gather(
    shares: Mapping[str, Sequence[tuple[Place, float]]],
    adjectives: Iterable[str],
    outlet_country: str | None = None,
) -> Context:
    """The context of names with a share for each sense, and of the countries that adjectives name."""
    own = {key: _mass_of(key, pairs) for key, pairs in shares.items()}
    whole = Mass()
    for mass in own.values():
        whole.add(mass)
    for adjective, count in Counter(adjectives).items():
        code, _, province = adjective.partition("/")
        part = min(count, MOST_FOR_ADJECTIVE)
        whole.add(Mass({code: part}, {(code, province): part} if province else {}, total=part))
    return Context(whole, own, shares, outlet_country)


def _mass_of(key: str, pairs: Sequence[tuple[Place, float]]) -> Mass:
    mass = Mass()
    seat = key in seats()
    for place, share in pairs:
        part = SEAT_SHARE * share if seat else share
        mass.countries[place.country] = mass.countries.get(place.country, 0.0) + part
        mass.total += part
        if seat:
            continue
        if (province := province_of(place)) is not None:
            at = (place.country, province)
            mass.provinces[at] = mass.provinces.get(at, 0.0) + share
        if place.level not in ("country", "province"):
            cell = cell_of(place)
            mass.cells[cell] = mass.cells.get(cell, 0.0) + share
    return mass


def province_of(place: Place) -> str | None:
    """The first-level division that a place is or lies in."""
    return place.name if place.level == "province" else place.admin1
