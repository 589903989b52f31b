"""What an article as a whole says about where it plays: countries, provinces, spots on the globe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gazetteer import Place
from geo.lexicon import seats
from geo.senses import Cell, Sense
from geo.toponym import Toponym

TOUCHING = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1))
MOST_FOR_ADJECTIVE = 3
"""However often an article says "Syrian" or "Idlibi" ("SYR/Idlib"): it counts as three names at most."""
LIKELY = 0.15
"""A container's share from which on it counts."""
SEAT_SHARE = 0.5
"""A capital that stands for its government ("Washington said") says half of a country, no region."""
_ARTICLE = "al "
"""The Arabic article at the head of a key."""

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
    divided: bool = False
    """Whether it puts the name into two countries: "in Tripoli, Lebanon, and in Tripoli, Libya"."""


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


class Others(NamedTuple):
    """What everything in an article but one of its names says."""

    whole: Mass
    own: Shares
    """The name's own part, which is taken off."""
    seat: bool
    """Whether the name is a government's seat, which says less of a country and nothing of a region."""
    total: float
    """Of all countries together."""

    def country(self, code: str) -> float:
        """For a country."""
        whole = self.whole.countries.get(code, 0.0)
        part = SEAT_SHARE if self.seat else 1.0
        for sense, share in self.own:
            if sense.place.country == code:
                whole -= part * share
        return whole if whole > 0.0 else 0.0

    def province(self, province: tuple[str, str] | None) -> float:
        """For a province; 0 without one."""
        whole = 0.0 if province is None else self.whole.provinces.get(province, 0.0)
        if not whole or self.seat:
            return whole
        for sense, share in self.own:
            if sense.province == province:
                whole -= share
        return whole if whole > 0.0 else 0.0

    def around(self, cell: Cell) -> float:
        """For places in a cell or in one of the eight that touch it."""
        whole = self.whole.around.get(cell, 0.0)
        if not whole or self.seat:
            return whole
        row, column = cell
        for sense, share in self.own:
            if not sense.wide and abs(sense.cell[0] - row) <= 1 and abs(sense.cell[1] - column) <= 1:
                whole -= share
        return whole if whole > 0.0 else 0.0


@dataclass(frozen=True, slots=True)
class Context:
    """What all names of an article and its adjectives ("Syrian") say together.

    One name gives at most one, shared among its senses; when a name is weighed, its own part is taken off.
    """

    whole: Mass
    shares: Mapping[str, Shares]
    """What each name gave, by its key."""

    def without(self, key: str) -> Others:
        """What everything but the name of this key says: "Karima" is no witness for "al-Karima"."""
        twin = key.removeprefix(_ARTICLE) if key.startswith(_ARTICLE) else _ARTICLE + key
        own, seat = (*self.shares.get(key, ()), *self.shares.get(twin, ())), key in seats()
        part = sum([share for _, share in own]) * (SEAT_SHARE if seat else 1.0)
        return Others(self.whole, own, seat, max(0.0, self.whole.total - part))


def containers(name: Name, context: Context) -> tuple[Place, ...]:
    """What the containers of a name most likely are, as far as they have been weighed themselves."""
    if not name.insides:
        return ()
    found: list[Place] = []
    for key, places in name.insides:
        likely = {sense.place.id for sense, share in context.shares.get(key, ()) if share >= LIKELY}
        found += [place for place in places if not likely or place.id in likely or place.level == "province"]
    return tuple(found)


def gather(shares: Mapping[str, Shares], adjectives: Iterable[str]) -> Context:
    """The context of names with a share for each sense, and of the countries that adjectives name."""
    whole = Mass()
    for key, pairs in shares.items():
        _add(whole, pairs, key in seats())
    for adjective, count in Counter(adjectives).items():
        code, _, province = adjective.partition("/")
        counted = min(count, MOST_FOR_ADJECTIVE)
        whole.countries[code] = whole.countries.get(code, 0.0) + counted
        if province:
            whole.provinces[code, province] = whole.provinces.get((code, province), 0.0) + counted
        whole.total += counted
    return Context(whole, shares)


def _add(mass: Mass, pairs: Shares, seat: bool) -> None:
    countries, provinces, around = mass.countries, mass.provinces, mass.around
    for sense, share in pairs:
        part = SEAT_SHARE * share if seat else share
        country, province = sense.place.country, sense.province
        countries[country] = countries.get(country, 0.0) + part
        mass.total += part
        if seat:
            continue
        if province is not None:
            provinces[province] = provinces.get(province, 0.0) + share
        if not sense.wide:
            row, column = sense.cell
            for i, j in TOUCHING:
                cell = (row + i, column + j)
                around[cell] = around.get(cell, 0.0) + share
