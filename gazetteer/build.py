"""Builds the index: places and the keys of their names, into SQLite."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from gazetteer.core import CountryWords, Sources, read_entries, read_header, read_words
from gazetteer.errors import IndexUnavailable
from gazetteer.names import ARTICLE, fresh_normal_form, loose_keys, without_article
from gazetteer.place import Place
from gazetteer.romanised import skeleton
from gazetteer.supplement import Entry

OnBuild = Callable[[int, int], None]
"""Called with (places done, places in all) while an index is built."""

BATCH = 5_000
FILTER_BITS = 1 << 25
"""For a million keys: 4 MB, and 3 % of the misses still need a probe."""
LOCK_SECONDS = 180.0
CODE = (
    "schema.sql", "indexes.sql", "names.py", "romanised.py", "core.py", "supplement.py", "demonyms.py",
    "territories.py", "territory.py", "yaml_rows.py", "build.py",
)  # fmt: skip
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


def ensure_index(path: Path, sources: Sources, on_build: OnBuild | None) -> None:
    """Build the index at `path` unless one of these very sources stands there.

    Two processes may ask at once: one builds, the other waits. The finished file is moved into place, so a
    reader sees the old index or the new one, never half of one.
    """
    digest = sources_digest(sources)
    if stored_digest(path) == digest:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # An exclusive SQLite transaction is a lock that every system has and that ends with its process.
        lock = sqlite3.connect(path.with_suffix(".lock"), timeout=LOCK_SECONDS, isolation_level=None)
        with closing(lock):
            lock.execute("BEGIN EXCLUSIVE")
            if stored_digest(path) != digest:
                _build_file(path, sources, digest, on_build)
    except (OSError, sqlite3.OperationalError) as error:
        raise IndexUnavailable(path, f"cannot be written ({error})") from error


def _build_file(path: Path, sources: Sources, digest: str, on_build: OnBuild | None) -> None:
    unfinished = path.with_suffix(".building")
    unfinished.unlink(missing_ok=True)
    header = read_header(sources.table)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            # Nothing is lost by a crash here: an unfinished file is thrown away.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            facts = {"digest": digest, **header}
            words = read_words(sources)
            write_index(connection, read_entries(sources), words, facts, int(header["rows"]), on_build)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def sources_digest(sources: Sources) -> str:
    """A digest of all that decides what is in the index: the sources, and the code that makes keys."""
    here = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    for path in (*sources.files(), *(here / name for name in CODE)):
        content = _checksum_part(path) if path.suffix == ".xz" else path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _checksum_part(path: Path) -> bytes:
    """The end of an .xz file, which holds the checksum of what it packs: no need to read megabytes."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(-min(size, 64), os.SEEK_END)
        return size.to_bytes(8, "big") + file.read()


def stored_digest(path: Path) -> str | None:
    """The digest in the index at `path`; None where there is none that can be read."""
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as index:
            row = index.execute("SELECT value FROM facts WHERE name = 'digest'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if row is None else str(json.loads(row[0]))


def write_index(
    connection: sqlite3.Connection,
    entries: Iterable[Entry],
    words: CountryWords,
    facts: dict[str, str],
    total: int = 0,
    on_build: OnBuild | None = None,
    filter_bits: int = FILTER_BITS,
) -> None:
    """Fill an empty database. Memory stays flat: rows are sorted by SQLite, in temporary tables."""
    here = Path(__file__).parent
    connection.executescript((here / "schema.sql").read_text(encoding="utf-8"))
    connection.execute("CREATE TEMP TABLE raw_names (key TEXT, place INTEGER)")
    connection.execute("CREATE TEMP TABLE raw_loose (key TEXT, place INTEGER)")
    connection.execute("CREATE TEMP TABLE raw_skeletons (key TEXT, place INTEGER)")
    connection.execute("BEGIN")
    bits = bytearray(filter_bits // 8)
    numbered = enumerate(entries, start=1)
    while batch := list(islice(numbered, BATCH)):
        _write_batch(connection, batch, bits)
        if on_build is not None:
            on_build(min(batch[-1][0], total), total)
    for statement in FINISH:
        connection.execute(statement)
    connection.executemany("INSERT INTO demonyms VALUES (?, ?)", words.demonyms.items())
    connection.executemany("INSERT INTO capitals VALUES (?, ?)", words.capitals.items())
    connection.executemany("INSERT INTO adjectives VALUES (?, ?)", words.adjectives.items())
    told = ((territory.place_id, json.dumps(asdict(territory))) for territory in words.territories)
    connection.executemany("INSERT INTO territories VALUES (?, ?)", told)
    connection.execute("INSERT INTO key_filter VALUES (?)", (bytes(bits),))
    connection.executemany("INSERT INTO facts VALUES (?, ?)", ((k, json.dumps(v)) for k, v in facts.items()))
    connection.execute("COMMIT")
    connection.executescript((here / "indexes.sql").read_text(encoding="utf-8"))


FINISH = (
    "INSERT INTO names SELECT DISTINCT key, place FROM raw_names ORDER BY key, place",
    "INSERT INTO loose_names SELECT DISTINCT key, place FROM raw_loose ORDER BY key, place",
    "INSERT INTO skeletons SELECT DISTINCT key, place FROM raw_skeletons ORDER BY key, place",
    "DROP TABLE raw_skeletons",
    "DROP TABLE raw_names",
    "DROP TABLE raw_loose",
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


def _write_batch(connection: sqlite3.Connection, batch: list[tuple[int, Entry]], bits: bytearray) -> None:
    """Write some places and their keys, and set the keys' bits."""
    connection.executemany(
        "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_place_row(number, place) for number, (place, _) in batch),
    )
    keys = [(key, number) for number, (place, names) in batch for key in name_keys(place, names)]
    connection.executemany("INSERT INTO raw_names VALUES (?, ?)", keys)
    romanised = {number for number, (place, _) in batch if place.country not in OF_ONE_SPELLING}
    loose = {(loose, number) for key, number in keys if number in romanised for loose in loose_keys(key)}
    connection.executemany("INSERT INTO raw_loose VALUES (?, ?)", (row for row in loose if row[0]))
    voweled = {number for number, (place, _) in batch if place.country in WITHOUT_VOWELS}
    bones = ((skeleton(key), number) for key, number in loose if number in voweled and key.isascii())
    long_enough = (row for row in bones if len(row[0]) > 1)
    connection.executemany("INSERT INTO raw_skeletons VALUES (?, ?)", long_enough)
    further = ((number, "|".join(others(place, names))) for number, (place, names) in batch)
    connection.executemany("INSERT INTO spellings VALUES (?, ?)", (row for row in further if row[1]))
    top = len(bits) * 8 - 1
    for key, _ in keys:
        bit = zlib.crc32(key.encode()) & top
        bits[bit >> 3] |= 1 << (bit & 7)


def _place_row(number: int, place: Place) -> tuple[int | float | str | None, ...]:
    return (
        number, place.id, place.name, place.level, place.lat, place.lon, place.radius_km, place.country,
        place.country_name, place.admin1, place.admin2, place.population, place.origin, place.population,
    )  # fmt: skip


def others(place: Place, names: Iterable[str]) -> tuple[str, ...]:
    """Its names beside the printed one, each once, in the order of the source."""
    return tuple(name for name in dict.fromkeys(names) if name and name != place.name)


def name_keys(place: Place, names: Iterable[str]) -> set[str]:
    """Every key that a place is found by: its names, with and without the Arabic article."""
    keys = {fresh_normal_form(name) for name in (place.name, *names)}
    keys.discard("")
    bare = {without_article(key) for key in keys if key.startswith("al ")}
    spoken: set[str] = set()
    if place.country in ARABIC_SPEAKING and place.level != "country":
        spoken = {f"{ARTICLE} {key}" for key in keys if " " not in key and len(key) >= 4 and key.isascii()}
    return keys | spoken | {key for key in bare if key is not None}
