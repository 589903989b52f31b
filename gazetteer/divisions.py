"""The divisions of all countries while an index is built: which unit of a layer is which of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gazetteer.layer import LayerPlace
from gazetteer.names import fresh_normal_form, loose_key
from gazetteer.place import Place
from gazetteer.spoken import spoken

CODE_PREFIXES = {"adm1": 1, "adm2": 2, "country": 0}


@dataclass(slots=True)
class Division:
    """A country or division that stands in the index."""

    number: int
    place: Place
    rank: int


@dataclass(slots=True)
class Divisions:
    """All of them, by name and by code; some 26,000 of the program's own and those of the layers."""

    all: list[Division] = field(default_factory=list)
    _by_name: dict[tuple[str, int, str], list[Division]] = field(default_factory=lambda: defaultdict(list))
    _by_code: dict[str, Division] = field(default_factory=dict)

    def note(self, division: Division, names: Iterable[str], codes: Iterable[str] = ()) -> None:
        """Take in a division that is new, or further names and codes of one."""
        country, rank = division.place.country, division.rank
        for key in {key for name in (division.place.name, *names) for key in forms(name)}:
            same = self._by_name[country, rank, key]
            if division not in same:
                same.append(division)
        for code in (division.place.id, *codes):
            if code:
                self._by_code.setdefault(code, division)

    def embedded(self, number: int, place: Place, names: Sequence[str]) -> None:
        """Take in one of the program's own: `adm1:SY.12`, `adm2:SY.12.harim`."""
        division = Division(number, place, CODE_PREFIXES[place.id.partition(":")[0]])
        self.all.append(division)
        self.note(division, names)

    def by_code(self, code: str) -> Division | None:
        """The division of a p-code, an ISO code, a code of GeoNames or an id."""
        return self._by_code.get(code) if code else None

    def named(self, country: str, rank: int, name: str) -> tuple[Division, ...]:
        """Those of a rank that bear a name or a spelling of it, with or without its kind word."""
        for key in forms(name):
            found = self._by_name.get((country, rank, key))
            if found:
                return tuple(found)
        return ()

    def match(self, unit: LayerPlace, admin1: str | None) -> Division | None:
        """The division that a unit of a layer is: of its code, else the only one of its name there.

        A province that no name tells is the only nameless one left in whose outline its old centre lies:
        see `match_by_centre`.
        """
        known = self.by_code(unit.code) or self.by_code(unit.id)
        if known is not None and known.rank == unit.rank:
            return known
        for name in (unit.name, *unit.names):
            found = self.named(unit.country, unit.rank, name)
            if admin1 is not None and unit.rank > 1:
                found = tuple(d for d in found if d.place.admin1 in (admin1, None))
            if len(found) == 1:
                return found[0]
        return None

    def province_name(self, country: str, told: str, code: str = "") -> str | None:
        """What the index calls the province that a row tells by name, or by GeoNames' or another code."""
        for found in map(self.by_code, (code, f"adm1:{told}")):
            if found is not None and found.rank == 1:
                return found.place.name
        named = self.named(country, 1, told) if told else ()
        return named[0].place.name if len(named) == 1 else None

    def district_name(self, country: str, told: str, admin1: str | None) -> str | None:
        """Likewise for a second-level division in a province; None for one that the index does not know."""
        coded = self.by_code(told)
        if coded is not None and coded.rank == 2:
            return coded.place.name
        named = [d for d in self.named(country, 2, told) if d.place.admin1 == admin1] if told else []
        return named[0].place.name if len(named) == 1 else None


def forms(name: str) -> tuple[str, ...]:
    """The keys to compare a division's name by: normal and loose, with and without its kind word."""
    bare = spoken(name).name
    normal = tuple(dict.fromkeys((fresh_normal_form(name), fresh_normal_form(bare))))
    loose = (f"~{key}" for key in map(loose_key, normal))
    return (*(key for key in normal if key), *(key for key in loose if key != "~"))
