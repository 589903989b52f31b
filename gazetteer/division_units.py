"""Divisions out of layers: each joined with the one that the index has already, or added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gazetteer.containment import Containment
from gazetteer.divisions import Division, Divisions
from gazetteer.layer import Layer, LayerPlace, read_places
from gazetteer.place import Place
from gazetteer.spoken import kind_words
from gazetteer.writer import IndexWriter

RADIUS_KM = {0: 500.0, 1: 50.0, 2: 15.0}
"""Of a division without an outline, by rank; below, 5."""
SPOKEN_KINDS = {1: ("Province", "Governorate"), 2: ("District",)}
PART_KINDS = ("Subdistrict", "Sub-district")
"""What a division of the third rank and below is called besides its name."""


class DivisionUnits:
    """Joins the divisions of layers with those in the index."""

    def __init__(self, writer: IndexWriter, divisions: Divisions) -> None:
        self.writer = writer
        self.divisions = divisions
        self.country_names: dict[str, str] = {}
        self.inside = Containment()

    def add_boundaries(self, layers: Sequence[tuple[Path, Layer]]) -> dict[str, int]:
        """Add the divisions of boundary files, provinces first, for the others lie in them. Gives for each
        layer how many of its units were known."""
        same = {}
        for path, layer in sorted(layers, key=lambda told: _first_rank(told[0])):
            rows = (row for row in read_places(path) if row.rank or row.level == "country")
            same[layer.name] = self.add(rows, layer.source)
        return same

    def add(self, rows: Iterable[LayerPlace], origin: str) -> int:
        """Add the divisions that are not known and join the others; gives how many those were."""
        before, taken = self.writer.last + 1, set[int]()
        left: list[LayerPlace] = []
        for row in rows:
            known = self._known(row)
            # The units of one layer are different ones, however alike their names.
            if known is not None and known.number < before and known.number not in taken:
                taken.add(known.number)
                self._join(known, row, origin)
            elif row.rank == 1:
                left.append(row)
            else:
                self._add(row, origin)
        for row in left:
            known = self._by_centre(row)
            if known is not None:
                taken.add(known.number)
                self._join(known, row, origin)
            else:
                self._add(row, origin)
        return len(taken)

    def take_known(self, rows: Iterable[LayerPlace]) -> Iterator[tuple[LayerPlace, bool]]:
        """The rows of a table, each with whether it was a division that is known, and has been joined.

        A province that nobody knows is a part of one ("Eastern Homs Governorate"): a region of that full
        name, for what a plain "eastern Homs" means is told by the text.
        """
        for row in rows:
            known = self._known(row) if row.rank else self._country_named(row)
            if known is not None:
                self._join(known, row._replace(area=None), "")
            elif row.rank == 1:
                full = row.names[-1] if row.names else row.name
                row = row._replace(name=full, names=(), level="region", rank=0)
            yield row, known is not None

    def located(self, row: LayerPlace) -> tuple[str | None, str | None]:
        """The province and district of a row in the index's own words: by name or code, else by its point."""
        around = self.divisions.by_code(row.within)
        admin1 = self.divisions.province_name(row.country, row.admin1, row.within)
        by_point = self.inside.of(row.lat, row.lon)
        if admin1 is None:
            outer = around.place.admin1 if around is not None else None
            admin1 = by_point[0] or outer or row.admin1 or None
        admin2 = self.divisions.district_name(row.country, row.admin2, admin1)
        if admin2 is None and by_point[0] in (admin1, None):
            admin2 = by_point[1]
        return admin1, admin2

    def keep_area(self, number: int, area: bytes) -> None:
        """Keep the outline of a place."""
        self.writer.connection.execute("INSERT OR REPLACE INTO areas VALUES (?, ?)", (number, area))

    def other_id(self, id_: str, number: int) -> None:
        """Let a place be found by another id as well."""
        self.writer.connection.execute("INSERT OR IGNORE INTO other_ids VALUES (?, ?)", (id_, number))

    def _country_named(self, row: LayerPlace) -> Division | None:
        """The country, where a row of no told kind only bears its name."""
        named = () if row.sure else self.divisions.named(row.country, 0, row.name)
        return named[0] if named else None

    def _known(self, row: LayerPlace) -> Division | None:
        if row.level == "country":
            return self.divisions.by_code(f"country:{row.country}")
        admin1, _ = self.located(row) if row.rank > 1 else (None, None)
        return self.divisions.match(row, admin1)

    def _by_centre(self, row: LayerPlace) -> Division | None:
        """The one province without an outline whose centre lies in this one, whatever it is called."""
        if row.area is None:
            return None
        bare = [
            d for d in self.divisions.all
            if d.rank == 1 and d.place.country == row.country and not self.inside.has(d.number)
        ]  # fmt: skip
        held = [d for d in bare if self.inside.holds(row.area, d.place.lat, d.place.lon)]
        return held[0] if len(held) == 1 else None

    def _join(self, known: Division, row: LayerPlace, origin: str) -> None:
        self._note(known, row)
        self.writer.name([(known.number, known.place, self._names(row))])
        if row.id != known.place.id:
            self.other_id(row.id, known.number)
        if row.area is None:
            return
        self._keep(known, row.area)
        if row.level == "country":
            return
        radius = row.radius_km or known.place.radius_km
        known.place = replace(known.place, lat=row.lat, lon=row.lon, radius_km=radius, origin=origin)
        self.writer.connection.execute(
            "UPDATE places SET lat = ?, lon = ?, radius_km = ?, origin = ? WHERE number = ?",
            (row.lat, row.lon, known.place.radius_km, origin, known.number),
        )

    def _add(self, row: LayerPlace, origin: str) -> None:
        admin1, admin2 = (row.name, None) if row.rank == 1 else self.located(row)
        place = Place(
            row.id, row.name, row.level, row.lat, row.lon, row.radius_km or RADIUS_KM.get(row.rank, 5.0),
            row.country, self.country_names.get(row.country, ""), admin1, admin2 if row.rank > 2 else None,
            row.population, origin,
        )  # fmt: skip
        names = self._names(row)
        if row.rank > 2 and self.divisions.named(row.country, 2, row.name):
            # "Azaz district" is the larger one; the part of it that is called after the same town says so.
            place = replace(place, name=f"{_bare(row.name)} {PART_KINDS[0]}")
            names = [f"{_bare(name)} {kind}" for name in (row.name, *row.names) for kind in PART_KINDS]
        self.writer.add([(place, tuple(names))])
        division = Division(self.writer.last, place, row.rank)
        self.divisions.all.append(division)
        self._note(division, row)
        if row.area is not None:
            self._keep(division, row.area)

    def _note(self, division: Division, row: LayerPlace) -> None:
        self.divisions.note(division, (row.name, *row.names), (row.id, row.code))

    def _keep(self, division: Division, area: bytes) -> None:
        self.keep_area(division.number, area)
        self.inside.add(division.number, division.rank, division.place, area)

    def _names(self, row: LayerPlace) -> list[str]:
        """With and without its kind word."""
        kinds = SPOKEN_KINDS.get(row.rank, PART_KINDS if row.rank else ())
        bare = [_bare(name) for name in (row.name, *row.names)]
        spoken_of = [f"{name} {kind}" for name in bare if name.isascii() for kind in kinds]
        return [row.name, *row.names, *bare, *spoken_of]


def _bare(name: str) -> str:
    stem, _, last = name.rpartition(" ")
    return stem if stem and last.lower() in kind_words().strip else name


def _first_rank(path: Path) -> int:
    return next((row.rank for row in read_places(path)), 9)
