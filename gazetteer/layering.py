"""The embedded places and those of all layers -> one index, each place once.

Whose coordinates count where two sources know a place, the most trusted first:
  divisions: boundaries (they show the land itself), then the program's own, computed from the places in them;
  quarters:  boundaries, then as for towns;
  all else:  GeoNames (surveyed maps, and what other data refers to), tables of conflict data and the rows of
             the supplement that were taken from one, rows of the supplement marked as approximate.
All names of all sources are kept, and every id goes on working.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import groupby, islice
from pathlib import Path

from gazetteer.core import Sources, read_entries, town_radius_km
from gazetteer.division_units import DivisionUnits
from gazetteer.divisions import Divisions
from gazetteer.hierarchy import fill_districts
from gazetteer.layer import SHORT, Layer, LayerPlace, read_layer, read_places, read_rows
from gazetteer.matching import Standing, find_same, index_names
from gazetteer.place import USUAL_RADIUS_KM, Place
from gazetteer.short_names import ShortNames
from gazetteer.supplement import Entry
from gazetteer.writer import BATCH, IndexWriter

Item = tuple[Place, tuple[str, ...], LayerPlace | None]
"""A place, its names, and the row that tells of it where it comes from a layer."""
APPROXIMATE = "approximate"
"""How the origin of a row of the supplement begins that was placed by hand."""
PARTS = {
    "country": "division", "adm1": "division", "adm2": "division", "geonames": "town",
    "geoboundaries": "outlined", "supplement": "supplement", "territory": "territory",
}  # fmt: skip
"""Which part of the embedded entries an id is of; they come in this order."""
DIVISION_LEVELS = ("country", "province", "district")
NUMBERS = """
    SELECT o.id, o.place FROM json_each(?1) j JOIN other_ids o ON o.id = j.value
    UNION ALL SELECT p.id, p.number FROM json_each(?1) j JOIN places p ON p.id = j.value
"""
"""An id of a place's own counts before another's further one: it comes last."""
BY_NUMBERS = """
    SELECT p.number, p.id, p.name, p.level, p.lat, p.lon, p.radius_km, p.country, p.country_name
    FROM json_each(?) j JOIN places p ON p.number = j.value
"""


class Layering:
    """One build of an index out of the embedded sources and some layers."""

    def __init__(self, writer: IndexWriter, layers: Sequence[Path]) -> None:
        self.writer = writer
        self.connection = writer.connection
        self.layers = [(path, read_layer(path)) for path in layers]
        self.divisions = Divisions()
        self.units = DivisionUnits(writer, self.divisions)
        self.short_names = ShortNames(writer)
        self.codes: dict[str, str] = {}
        """GeoNames' code of a division -> its name, from the layers of code tables."""
        self.country_names: dict[str, str] = {}
        self.same: dict[str, int] = {}
        """Layer -> how many of its rows were places that stood there already."""
        self._dumps: list[tuple[int, Layer]] = []
        """The number of the last place of each dump: the program's own come behind and are joined with it."""

    def fill(self, sources: Sources) -> None:
        """Write everything, in the order of the divisions, the surveyed places, the others, further names."""
        self.connection.execute("CREATE UNIQUE INDEX places_by_id ON places (id)")
        self._read_codes()
        for part, group in groupby(read_entries(sources), key=_part):
            if part == "division":
                self._embedded_divisions(group)
                self.same.update(self.units.add_boundaries(self._of_kind("boundaries")))
                for path, layer in self._of_kind("dump"):
                    self._add_dump(path, layer)
            elif part == "town":
                self._add_or_name(group, self._dumps)
                index_names(self.connection)
            elif part in ("outlined", "supplement"):
                # What was loaded before may hold the same district, or the same village.
                self._add_matched(((*entry, None) for entry in group), hand_made=part == "supplement")
            else:
                # Joined with a namesake, a claimed territory would lose what is said of its claims.
                self._add_or_name(group)
        for kind in ("table", "boundaries"):
            for path, layer in self._of_kind(kind):
                self._add_places(path, layer)
        self._further_names()
        fill_districts(self.connection, [path for path, _ in self._of_kind("hierarchy")])
        self.units.inside.fill(self.connection)
        self.short_names.write()

    def facts(self) -> list[dict[str, object]]:
        """What the index says of its layers."""
        return [asdict(layer) | {"same": self.same.get(layer.name, 0)} for _, layer in self.layers]

    def _of_kind(self, kind: str) -> list[tuple[Path, Layer]]:
        return [(path, layer) for path, layer in self.layers if layer.kind == kind]

    def _read_codes(self) -> None:
        for path, _ in self._of_kind("codes"):
            self.codes.update((code, name) for code, name, _ in read_rows(path))

    def _embedded_divisions(self, group: Iterable[Entry]) -> None:
        def noted() -> Iterator[Entry]:
            for number, (place, names) in enumerate(group, start=1):
                self.country_names.setdefault(place.country, place.country_name)
                self.divisions.embedded(number, place, names)
                yield place, names

        self.writer.add(noted())
        self.units.country_names = self.country_names

    def _add_dump(self, path: Path, layer: Layer) -> None:
        """Divisions come first in a dump; its other places go in as they are, each id once."""
        same = 0
        for is_division, rows in groupby(read_places(path), key=lambda row: row.rank > 0):
            if is_division:
                same += self.units.add(rows, "GeoNames")
            else:
                same += self._add_or_name(map(self._dump_entry, rows))
        self.same[layer.name] = same
        self._dumps.append((self.writer.last, layer))

    def _dump_entry(self, row: LayerPlace) -> Entry:
        admin1 = self.divisions.by_code(f"adm1:{row.admin1}")
        admin2 = self.divisions.by_code(row.admin2)
        first = admin1.place.name if admin1 is not None else self.codes.get(row.admin1)
        second = admin2.place.name if admin2 is not None else self.codes.get(row.admin2)
        return self._entry(row, first, second, "GeoNames")

    def _entry(self, row: LayerPlace, admin1: str | None, admin2: str | None, origin: str) -> Entry:
        radius = row.radius_km
        if radius is None and row.level == "town":
            radius = town_radius_km(row.population)
        elif radius is None:
            radius = USUAL_RADIUS_KM.get(row.level, 1.0)
        place = Place(
            row.id, row.name, row.level, row.lat, row.lon, radius, row.country,
            self.country_names.get(row.country, ""), admin1, admin2, row.population, origin,
        )  # fmt: skip
        return place, row.names

    def _numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of those ids that stand in the index: one question for many."""
        return dict(self.connection.execute(NUMBERS, (json.dumps(list(ids)),)))

    def _add_or_name(self, entries: Iterable[Entry], dumps: Sequence[tuple[int, Layer]] = ()) -> int:
        """Add the places whose id is new; of the others only the names. Gives how many those were.

        Those that are of one of `dumps` (last number, layer) count for it.
        """
        same = 0
        entries = iter(entries)
        while batch := list(islice(entries, BATCH)):
            fresh: dict[str, Entry] = {}
            named: list[tuple[int, Place, Iterable[str]]] = []
            numbers = self._numbers(place.id for place, _ in batch)
            for place, names in batch:
                number = numbers.get(place.id)
                if number is not None:
                    named.append((number, place, _whole(names)))
                    if dumps:
                        self._count(next((one for last, one in dumps if number <= last), dumps[-1][1]), 1)
                elif place.id in fresh:
                    fresh[place.id] = (fresh[place.id][0], (*fresh[place.id][1], place.name, *names))
                else:
                    fresh[place.id] = (place, names)
            same += len(batch) - len(fresh)
            self.writer.name(named)
            self._write(list(fresh.values()))
        return same

    def _write(self, entries: Sequence[Entry]) -> None:
        """Add places; their short forms wait until all names are known."""
        shorts, kept = [], []
        for number, (place, names) in enumerate(entries, start=self.writer.last + 1):
            whole = _whole(names)
            kept.append((place, whole))
            if len(whole) < len(names):
                shorts += [(name.removeprefix(SHORT), number) for name in names if name.startswith(SHORT)]
        self.short_names.hold(shorts)
        self.writer.add(kept)

    def _add_places(self, path: Path, layer: Layer) -> None:
        """The rows of a table, or the quarters of a boundary file: its divisions are in already."""

        def items() -> Iterator[Item]:
            rows = self._unknown(path, layer)
            if layer.kind == "boundaries":
                rows = (row for row in read_places(path) if row.level not in DIVISION_LEVELS)
            for row in rows:
                yield *self._entry(row, *self.units.located(row), layer.source), row

        self._count(layer, self._add_matched(items()))

    def _unknown(self, path: Path, layer: Layer) -> Iterator[LayerPlace]:
        """The rows of a table that are no divisions that the index has."""
        for row, known in self.units.take_known(read_places(path)):
            if known:
                self._count(layer, 1)
            else:
                yield row

    def _count(self, layer: Layer, same: int) -> None:
        self.same[layer.name] = self.same.get(layer.name, 0) + same

    def _add_matched(self, items: Iterable[Item], *, hand_made: bool = False) -> int:
        """Add the places that stand nowhere yet; the others are joined. Gives how many those were."""
        before, same = self.writer.last + 1, 0
        items = iter(items)
        while batch := list(islice(items, BATCH)):
            fresh = []
            for place, names, row in batch:
                told = tuple(n.removeprefix(SHORT) for n in names) if _is_quarter(row) else _whole(names)
                sure = row is None or row.sure
                standing = find_same(self.connection, place, told, before, sure)
                if standing is None:
                    fresh.append((place, names))
                else:
                    same += 1
                    self._join(standing, place, _whole(names), hand_made, row)
            same += self._add_or_name(fresh)
            outlines = {place.id: row.area for place, _, row in batch if row is not None and row.area}
            for id_, number in self._numbers(outlines).items():
                self.units.keep_area(number, outlines[id_])
        return same

    def _join(
        self, standing: Standing, place: Place, names: Sequence[str], hand_made: bool, row: LayerPlace | None
    ) -> None:
        """Let a standing place have what another source knows of it."""
        self.writer.name([(standing.number, place, names)])
        self.units.other_id(place.id, standing.number)
        level = place.level if hand_made else standing.level
        exact = standing.origin.startswith(APPROXIMATE) and not place.origin.startswith(APPROXIMATE)
        if exact or (_is_quarter(row) and standing.level == "neighbourhood"):
            self.connection.execute(
                "UPDATE places SET lat = ?, lon = ?, origin = ? WHERE number = ?",
                (place.lat, place.lon, place.origin, standing.number),
            )
        self.connection.execute(
            "UPDATE places SET level = ?, admin1 = coalesce(admin1, ?), admin2 = coalesce(admin2, ?),"
            " population = max(population, ?), prominence = max(population, ?) WHERE number = ?",
            (level, place.admin1, place.admin2, place.population, place.population, standing.number),
        )

    def _further_names(self) -> None:
        """Names of places that are there."""
        for path, layer in self._of_kind("names"):
            used = 0
            rows = read_rows(path)
            while batch := list(islice(rows, BATCH)):
                numbers = self._numbers({id_ for id_, _ in batch})
                asked = json.dumps(list(set(numbers.values())))
                places = {row[0]: Place(*row[1:]) for row in self.connection.execute(BY_NUMBERS, (asked,))}
                told = [(numbers[id_], name) for id_, name in batch if id_ in numbers]
                self.writer.name([(number, replace(places[number], name=name), ()) for number, name in told])
                used += len(told)
            self.same[layer.name] = used


def _whole(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are no short forms."""
    return tuple([name for name in names if name[:1] != SHORT])


def _is_quarter(row: LayerPlace | None) -> bool:
    """Whether it is of a boundary file: its town stands in brackets, and its own name is marked as short."""
    return row is not None and row.area is not None


def _part(entry: Entry) -> str:
    return PARTS[entry[0].id.partition(":")[0]]
