"""Writes places and the keys of their names into an empty index. Memory stays flat: SQLite sorts the rows."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path

from gazetteer.core import CountryWords
from gazetteer.names import ARTICLE, fresh_normal_form, loose_key, loose_keys, without_article
from gazetteer.place import Place
from gazetteer.romanised import skeleton
from gazetteer.supplement import Entry

OnBuild = Callable[[int, int], None]
"""Called with (places done, places in all) while an index is built."""

BATCH = 5_000
ROWS_AT_ONCE = 50
SORT_PAGES = -32_768
"""32 MB of cache while rows are written and sorted; SQLite's own 2 MB make millions of rows slow."""
ARABIC_SPEAKING = frozenset(
    (
        "ARE", "BHR", "DZA", "EGY", "ESH", "IRQ", "JOR", "KWT", "LBN", "LBY",
        "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN", "SYR", "TUN", "YEM",
    )
)  # fmt: skip
"""Here a text may put the article before a name that is stored without it, as in "al-Raqqa"."""
WITHOUT_VOWELS = ARABIC_SPEAKING | {
    "AFG", "COM", "DJI", "ERI", "IRN", "ISR", "PAK", "SOM", "SSD", "TCD", "TUR",
}  # fmt: skip
"""Here places are written in Arabic or Hebrew letters, or by neighbours who do."""
OF_ONE_SPELLING = frozenset(
    (
        "ALA", "AND", "AUT", "BEL", "CHE", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "FRO",
        "GBR", "GGY", "GIB", "HRV", "HUN", "IMN", "IRL", "ISL", "ITA", "JEY", "LIE", "LTU", "LUX",
        "LVA", "MCO", "MLT", "NLD", "NOR", "POL", "PRT", "ROU", "SMR", "SVK", "SVN", "SWE", "VAT",
        "ARG", "BLZ", "BOL", "BRA", "CAN", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "GTM", "GUF",
        "GUY", "HND", "HTI", "JAM", "MEX", "NIC", "PAN", "PER", "PRI", "PRY", "SLV", "SUR", "URY",
        "USA", "VEN", "AUS", "NZL",
    )
)  # fmt: skip
"""Names of these countries are written in Latin letters at home, one way: they have no loose keys."""


class IndexWriter:
    """An index while it is filled: `add` entries, further names and ids, then `finish`."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        filter_bits: int,
        total: int = 0,
        on_build: OnBuild | None = None,
    ) -> None:
        """`connection` is an empty database; `total` is how many places there will be, for `on_build`."""
        self.connection = connection
        self.last = 0
        """The number of the place that was written last."""
        self._bits = bytearray(filter_bits // 8)
        self._total = total
        self._on_build = on_build
        connection.execute(f"PRAGMA cache_size = {SORT_PAGES}")
        connection.executescript(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
        connection.execute("CREATE TEMP TABLE raw_names (key TEXT, place INTEGER)")
        connection.execute("CREATE TEMP TABLE raw_loose (key TEXT, place INTEGER)")
        connection.execute("CREATE TEMP TABLE raw_skeletons (key TEXT, place INTEGER)")
        connection.execute("BEGIN")

    def add(self, entries: Iterable[Entry]) -> None:
        """Write places with the keys of their names, in batches."""
        entries = iter(entries)
        while batch := list(islice(entries, BATCH)):
            numbered = list(enumerate(batch, start=self.last + 1))
            self.last += len(batch)
            self.connection.executemany(
                "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (_place_row(number, place) for number, (place, _) in numbered),
            )
            self.name((number, place, names) for number, (place, names) in numbered)
            if self._on_build is not None:
                self._on_build(min(self.last, self._total), self._total)

    def name(self, named: Iterable[tuple[int, Place, Iterable[str]]]) -> None:
        """Write the keys of further names of places that stand there by number, and set the keys' bits."""
        keys, loose, bones, spellings = [], [], [], []
        for number, place, names in named:
            further = tuple(names)
            own = name_keys(place, further)
            keys += [(key, number) for key in own]
            if others := others_of(place, further):
                spellings.append((number, "|".join(others)))
            if place.country not in OF_ONE_SPELLING:
                alike = _alike(own)
                loose += [(key, number) for key in alike]
                if place.country in WITHOUT_VOWELS:
                    consonants = {skeleton(key) for key in alike if key.isascii()}
                    bones += [(key, number) for key in consonants if len(key) > 1]
        self._insert("raw_names", keys)
        self._insert("raw_loose", loose)
        self._insert("raw_skeletons", bones)
        self.connection.executemany(ADD_SPELLINGS, spellings)
        top = len(self._bits) * 8 - 1
        for key, _ in keys:
            bit = zlib.crc32(key.encode()) & top
            self._bits[bit >> 3] |= 1 << (bit & 7)

    def _insert(self, table: str, pairs: Sequence[tuple[str, int]]) -> None:
        """Many rows a statement take half the time of one row each."""
        whole = len(pairs) - len(pairs) % ROWS_AT_ONCE
        statement = f"INSERT INTO {table} VALUES {', '.join(['(?, ?)'] * ROWS_AT_ONCE)}"
        for first in range(0, whole, ROWS_AT_ONCE):
            part = pairs[first : first + ROWS_AT_ONCE]
            self.connection.execute(statement, tuple(chain.from_iterable(part)))
        self.connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", pairs[whole:])

    def finish(self, words: CountryWords, facts: dict[str, object]) -> None:
        """Sort the keys and write what is not of one place; the index is whole then."""
        connection = self.connection
        for statement in FINISH:
            connection.execute(statement)
        connection.executemany("INSERT INTO demonyms VALUES (?, ?)", words.demonyms.items())
        connection.executemany("INSERT INTO capitals VALUES (?, ?)", words.capitals.items())
        connection.executemany("INSERT INTO adjectives VALUES (?, ?)", words.adjectives.items())
        claims = ((territory.place_id, json.dumps(asdict(territory))) for territory in words.territories)
        connection.executemany("INSERT INTO territories VALUES (?, ?)", claims)
        for table in ("adjectives", "capitals", "territories"):
            connection.execute(JOINED.format(table=table))
        # Written in place: as a value it would stand in memory three times, and it has up to 32 MB.
        row = connection.execute("INSERT INTO key_filter VALUES (zeroblob(?))", (len(self._bits),)).lastrowid
        with connection.blobopen("key_filter", "bits", row or 1) as blob:
            blob.write(self._bits)
        told = ((name, json.dumps(value)) for name, value in facts.items())
        connection.executemany("INSERT INTO facts VALUES (?, ?)", told)
        connection.execute("COMMIT")
        connection.executescript(Path(__file__).with_name("indexes.sql").read_text(encoding="utf-8"))


JOINED = """
    UPDATE {table} SET place = (
        SELECT p.id FROM other_ids o JOIN places p ON p.number = o.place WHERE o.id = {table}.place
    ) WHERE place IN (SELECT id FROM other_ids) AND NOT EXISTS (SELECT 1 FROM places WHERE id = {table}.place)
"""
"""What is told of a place that was joined with another is told of that one."""
ADD_SPELLINGS = (
    "INSERT INTO spellings VALUES (?, ?) "
    "ON CONFLICT (place) DO UPDATE SET names = names || '|' || excluded.names"
)
FINISH = (
    "INSERT INTO names SELECT DISTINCT key, place FROM raw_names ORDER BY key, place",
    "INSERT INTO loose_names SELECT DISTINCT key, place FROM raw_loose ORDER BY key, place",
    "INSERT INTO skeletons SELECT DISTINCT key, place FROM raw_skeletons ORDER BY key, place",
    "DROP TABLE raw_names",
    "DROP TABLE raw_loose",
    "DROP TABLE raw_skeletons",
    # A town's own population stands already. One more for a province: it comes before its only town.
    """
    CREATE TEMP TABLE people AS SELECT country, admin1, sum(population) + 1 AS people
    FROM places WHERE level = 'town' AND admin1 IS NOT NULL GROUP BY country, admin1
    """,
    """
    UPDATE places SET prominence = coalesce(
        (SELECT people FROM people WHERE people.country = places.country AND people.admin1 = places.name), 1
    ) WHERE level = 'province'
    """,
    "UPDATE places SET prominence = population + 1000000000000 WHERE level = 'country'",
    "DROP TABLE people",
)
"""What is left to do once all rows are in."""


def _place_row(number: int, place: Place) -> tuple[int | float | str | None, ...]:
    return (
        number, place.id, place.name, place.level, place.lat, place.lon, place.radius_km, place.country,
        place.country_name, place.admin1, place.admin2, place.population, place.origin, place.population,
    )  # fmt: skip


def others_of(place: Place, names: Iterable[str]) -> tuple[str, ...]:
    """Its names beside the printed one, each once, in the order of the source."""
    return tuple([name for name in dict.fromkeys(names) if name and name != place.name])


def name_keys(place: Place, names: Iterable[str]) -> set[str]:
    """Every key that a place is found by: its names, with and without the Arabic article."""
    keys = set(map(fresh_normal_form, (place.name, *names)))
    keys.discard("")
    further = [bare for key in keys if key.startswith("al ") and (bare := without_article(key)) is not None]
    if place.country in ARABIC_SPEAKING and place.level != "country":
        further += [f"{ARTICLE} {key}" for key in keys if len(key) >= 4 and " " not in key and key.isascii()]
    keys.update(further)
    return keys


def _alike(keys: Set[str]) -> set[str]:
    """The loose forms of all keys of a place."""
    found: set[str] = set()
    for key in keys:
        # A loose form has no article: "al X" has none of its own beside that of "X".
        if key.startswith("al ") and key[3:] in keys:
            continue
        if key.isascii():
            found.add(loose_key(key))
        else:
            found.update(loose_keys(key))
    found.discard("")
    return found


def write_index(
    connection: sqlite3.Connection,
    entries: Sequence[Entry],
    words: CountryWords,
    facts: dict[str, object],
    filter_bits: int,
) -> None:
    """Fill an empty database with these entries and nothing else."""
    writer = IndexWriter(connection, filter_bits)
    writer.add(entries)
    writer.finish(words, facts)
