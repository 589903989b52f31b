"""Asks the index: what can a name mean, which country is a demonym of."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from gazetteer.build import default_path, ensure_index
from gazetteer.connections import Connections, OneConnection
from gazetteer.core import CountryWords, Sources, embedded_sources, read_words
from gazetteer.find import Match, find, with_other_vowel
from gazetteer.info import GazetteerInfo, LayerUse
from gazetteer.names import loose_form, normal_form
from gazetteer.place import Place
from gazetteer.supplement import Entry
from gazetteer.territory import Territory
from gazetteer.writer import OnBuild, write_index

if TYPE_CHECKING:
    from gazetteer.nearest import NearestTowns

CACHED_KEYS, CACHED_WORDS = 1 << 14, 1 << 16
SMALL_FILTER_BITS = 1 << 16
COLUMNS = (
    "p.id, p.name, p.level, p.lat, p.lon, p.radius_km, p.country, p.country_name, p.admin1, p.admin2, "
    "p.population, p.origin"
)
# The columns are our own constant: no value is ever put into these texts.
MOST_PROMINENT = "ORDER BY p.prominence DESC, p.id DESC"
BY_KEY = f"SELECT {COLUMNS} FROM names n JOIN places p ON p.number = n.place WHERE n.key = ? {MOST_PROMINENT}"
BY_LOOSE_KEY = (
    f"SELECT {COLUMNS} FROM loose_names n JOIN places p ON p.number = n.place "
    f"WHERE n.key = ? {MOST_PROMINENT}"
)
BY_ID = f"SELECT {COLUMNS} FROM places p WHERE p.id = ?"
BY_OTHER_ID = f"SELECT {COLUMNS} FROM other_ids o JOIN places p ON p.number = o.place WHERE o.id = ?"
AREA = """
    SELECT a.wkb FROM areas a JOIN places p ON p.number = a.place
    WHERE p.id = ?1 OR p.number = (SELECT place FROM other_ids WHERE id = ?1)
"""
BY_DIVISION = (
    f"SELECT {COLUMNS} FROM places p WHERE p.country = ? AND p.level = ? AND p.name = ? "
    "AND p.level IN ('country', 'province', 'district')"
)
PEOPLES = "SELECT word FROM demonyms UNION SELECT word FROM adjectives"
COUNTRY_OF_PEOPLE = "SELECT country FROM demonyms WHERE word = ?"
PEOPLE_OF = f"SELECT {COLUMNS} FROM adjectives a JOIN places p ON p.id = a.place WHERE a.word = ?"
CAPITAL = f"SELECT {COLUMNS} FROM capitals c JOIN places p ON p.id = c.place WHERE c.country = ?"
TOWNS = "SELECT number, lat, lon FROM places WHERE level = 'town'"
BY_NUMBER = f"SELECT {COLUMNS} FROM places p WHERE p.number = ?"
HAS_KEY = "SELECT 1 FROM names WHERE key = ? LIMIT 1"
BY_SKELETON = (
    f"SELECT {COLUMNS} FROM skeletons n JOIN places p ON p.number = n.place WHERE n.key = ? {MOST_PROMINENT}"
)
SPELLINGS = "SELECT s.names FROM places p JOIN spellings s ON s.place = p.number WHERE p.id = ?"
KEYS_BETWEEN = (
    "SELECT DISTINCT key FROM names WHERE key >= ? AND key < ? AND length(key) BETWEEN ? AND ? LIMIT ?"
)


class Gazetteer:
    """The index of place names, read only. Safe to share between threads, across forks and by pickle."""

    def __init__(self, path: Path | None, entries: Sequence[tuple[Place, Sequence[str]]] = ()) -> None:
        """Use `Gazetteer.open` or `Gazetteer.from_places`; here the index must stand already."""
        self.path = path
        self._entries = tuple((place, tuple(names)) for place, names in entries)
        self._connections = _in_memory(self._entries) if path is None else Connections(path)
        self._towns: NearestTowns | None = None
        facts = {name: json.loads(value) for name, value in self._rows("SELECT name, value FROM facts")}
        self._facts: dict[str, Any] = facts
        self._bits: bytes = self._rows("SELECT bits FROM key_filter")[0][0]
        self._territories: dict[str, tuple[Territory, ...]] = _by_place(
            self._rows("SELECT place, facts FROM territories")
        )
        self._top_bit = len(self._bits) * 8 - 1
        # Every capital of a text is looked up among these, and hardly one of them is there.
        self._peoples = frozenset(row[0] for row in self._rows(PEOPLES))
        self.lookup_key = lru_cache(CACHED_KEYS)(self._lookup_key)
        """`lookup` for a key that is a normal form already."""
        self.has_key = lru_cache(CACHED_WORDS)(self._has_key)
        """Whether any place has this normal form. Made for the many runs of words that are no name."""
        self.lookup_loose = lru_cache(CACHED_KEYS)(self._lookup_loose)
        """Every place that has a spelling like this name (`loose_form`); ordered as in `lookup`."""
        self.demonym = lru_cache(CACHED_KEYS)(self._demonym)
        """The alpha-3 code of the country whose adjective or people a word is ("Syrians"); else None."""
        self.people_of = lru_cache(CACHED_KEYS)(self._people_of)
        """The province, region or city whose adjective or people a word is ("Idlibi"); else None."""
        # By what decides it: the hash of a whole place costs more than the answer.
        self._contested = lru_cache(CACHED_KEYS)(self._find_contested)
        self.capital = lru_cache(512)(self._capital)
        """The capital of a country (alpha-3); None where there is no undoubted one, or it is not held."""
        self.country = lru_cache(512)(self._country)
        """The country of an ISO 3166-1 alpha-3 code; None for an unknown one."""
        self.province = lru_cache(4096)(self._province)
        """The first-level division of a country (alpha-3) by its printed name, as in `Place.admin1`."""

    @classmethod
    def open(
        cls, path: Path | None = None, on_build: OnBuild | None = None, sources: Sources | None = None
    ) -> Self:
        """Open the index, building it first where there is none or its sources have changed.

        `path` is the index file, by default in the user's cache directory. `on_build(done, total)` is called
        while it is built. Raises IndexUnavailable where it cannot be written, BadSource for a bad row.
        """
        where = path if path is not None else default_path()
        ensure_index(where, sources if sources is not None else embedded_sources(), on_build)
        return cls(where)

    @classmethod
    def from_places(cls, entries: Iterable[tuple[Place, Sequence[str]]]) -> Self:
        """A small index in memory, of places and their further names: for tests, and for one's own lists."""
        return cls(None, tuple(entries))

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path | None, tuple[Entry, ...]]]:
        return type(self), (self.path, self._entries)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place of this name, whatever its case, accents, hyphens or apostrophes; most prominent first.

        Countries come first, then all others by population; a first-level division counts the people of its
        towns. Empty where there is none.
        """
        return self.lookup_key(normal_form(name))

    def place(self, id_: str) -> Place | None:
        """The place with this id, or one that was found to be the same; None where there is none."""
        found = next(self._places(BY_ID, (id_,)), None)
        return found if found is not None else next(self._places(BY_OTHER_ID, (id_,)), None)

    def area(self, id_: str) -> bytes | None:
        """The outline of a place as WKB in WGS 84, simplified; None where no boundary file showed it."""
        row = next(iter(self._rows(AREA, (id_,))), None)
        return None if row is None else bytes(row[0])

    def towns_around(
        self, lat: float, lon: float, reach_km: float, most: int | None = None
    ) -> list[tuple[float, Place]]:
        """The towns at most `reach_km` away, nearest first, each with its distance on a sphere.

        With `most`, so many and those that are as far by a few per cent. The first question reads all towns.
        """
        if self._towns is None:
            # numpy takes a tenth of a second to load, and few runs ask what lies around a point.
            from gazetteer.nearest import NearestTowns

            self._towns = NearestTowns(self._connections.mine().execute(TOWNS))
        near = self._towns.within(lat, lon, reach_km, most)
        return [(away, town) for away, number in near for town in self._places(BY_NUMBER, (number,))]

    def territories(self, place_id: str) -> tuple[Territory, ...]:
        """All that is said of a place in disputes, those of the past included, and of its former names."""
        return self._territories.get(place_id, ())

    def adm1_of(self, place: Place) -> Place | None:
        """The first-level division that a place lies in; None where it is not known."""
        return None if place.admin1 is None else self.province(place.country, place.admin1)

    def parent(self, place: Place) -> Place | None:
        """The next wider division that is known: district, province, country. None for a country."""
        if place.level == "country":
            return None
        if place.admin2 is not None:
            for district in self._places(BY_DIVISION, (place.country, "district", place.admin2)):
                if district.admin1 == place.admin1:
                    return district
        wider = self.adm1_of(place) if place.level != "province" else None
        return wider if wider is not None else self.country(place.country)

    def find(self, name: str, limit: int = 10) -> list[Match]:
        """What a name may mean, with the step that found it: exact, else other spellings, then like names.

        The one chain for people and programs that ask for a name without an article around it.
        """
        return find(self, name, limit)

    def names_of(self, place: Place) -> tuple[str, ...]:
        """All names of a place of this index, the printed one first."""
        rows = self._rows(SPELLINGS, (place.id,))
        return (place.name, *(rows[0][0].split("|") if rows else ()))

    def lookup_other_vowel(self, name: str) -> list[Place]:
        """The places, of countries of Arabic or Hebrew script, whose name differs only in a vowel."""
        return with_other_vowel(self, name)

    def lookup_skeleton(self, consonants: str) -> tuple[Place, ...]:
        """The places in countries of Arabic or Hebrew script whose loose form has just these consonants."""
        return tuple(self._places(BY_SKELETON, (consonants,)))

    def keys_between(self, low: str, high: str, shortest: int, longest: int, most: int) -> list[str]:
        """At most so many normal forms of names from `low` up to `high`, of so many letters."""
        return [row[0] for row in self._rows(KEYS_BETWEEN, (low, high, shortest, longest, most))]

    @property
    def layers(self) -> tuple[LayerUse, ...]:
        """What was added, by name."""
        return tuple(LayerUse.from_json(told) for told in self._facts.get("layers", ()))

    def info(self) -> GazetteerInfo:
        """Counts, sources, licence and place of the index."""
        return GazetteerInfo(
            counts=dict(self._rows("SELECT level, count(*) FROM places GROUP BY level ORDER BY 2 DESC")),
            names=self._rows("SELECT count(*) FROM names")[0][0],
            source=self._facts.get("source", ""),
            licence=self._facts.get("licence", ""),
            changes=self._facts.get("changes", ""),
            day=self._facts.get("day", ""),
            layers=self.layers,
            path=self.path,
            size=self.path.stat().st_size if self.path is not None else 0,
        )

    def _may_have(self, key: str) -> bool:
        """False only where no place has this normal form: most misses end here."""
        bit = zlib.crc32(key.encode()) & self._top_bit
        return bool(self._bits[bit >> 3] & (1 << (bit & 7)))

    def _has_key(self, key: str) -> bool:
        return self._may_have(key) and bool(self._rows(HAS_KEY, (key,)))

    def _lookup_key(self, key: str) -> tuple[Place, ...]:
        return tuple(self._places(BY_KEY, (key,))) if self._may_have(key) else ()

    def _lookup_loose(self, name: str) -> tuple[Place, ...]:
        return tuple(self._places(BY_LOOSE_KEY, (loose_form(name),)))

    def _demonym(self, word: str) -> str | None:
        key = normal_form(word)
        rows = self._rows(COUNTRY_OF_PEOPLE, (key,)) if key in self._peoples else ()
        return str(rows[0][0]) if rows else None

    def _people_of(self, word: str) -> Place | None:
        key = normal_form(word)
        return next(self._places(PEOPLE_OF, (key,)), None) if key in self._peoples else None

    def contested(self, place: Place) -> Territory | None:
        """What is disputed about a place now: of itself, else of its first-level division or country."""
        return self._contested(place.id, place.country, place.admin1)

    def _find_contested(self, id_: str, country: str, admin1: str | None) -> Territory | None:
        wider = None if admin1 is None else self.province(country, admin1)
        ids = (id_, wider.id if wider is not None else "", f"country:{country}")
        told = (territory for id_ in ids for territory in self.territories(id_))
        return next((territory for territory in told if territory.until is None), None)

    def _capital(self, iso3: str) -> Place | None:
        return next(self._places(CAPITAL, (iso3,)), None)

    def _country(self, iso3: str) -> Place | None:
        return next(self._places(BY_ID, (f"country:{iso3}",)), None)

    def _province(self, iso3: str, admin1: str) -> Place | None:
        return next(self._places(BY_DIVISION, (iso3, "province", admin1)), None)

    def _places(self, query: str, values: tuple[str | float, ...]) -> Iterator[Place]:
        return (Place(*row) for row in self._rows(query, values))

    def _rows(self, query: str, values: tuple[str | float, ...] = ()) -> list[tuple[Any, ...]]:
        return self._connections.mine().execute(query, values).fetchall()


def _by_place(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[Territory, ...]]:
    told: dict[str, tuple[Territory, ...]] = {}
    for place_id, facts in rows:
        told[place_id] = (*told.get(place_id, ()), Territory.from_json(json.loads(facts)))
    return told


def _in_memory(entries: tuple[Entry, ...]) -> OneConnection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    write_index(connection, entries, _embedded_words(), {}, filter_bits=SMALL_FILTER_BITS)
    return OneConnection(connection)


@lru_cache(maxsize=1)
def _embedded_words() -> CountryWords:
    return read_words(embedded_sources())
