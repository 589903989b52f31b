"""Builds the index: places and the keys of their names, into SQLite."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import platformdirs

from gazetteer.core import Sources, read_entries, read_header, read_words
from gazetteer.errors import GazetteerError, IndexUnavailable
from gazetteer.layer import checksum, layer_files, read_layer
from gazetteer.layering import Layering
from gazetteer.writer import IndexWriter, OnBuild

APPLICATION = "conflictmap"
INDEX_NAME = "places.sqlite"
FILTER_BITS = 1 << 25
"""For a million keys: 4 MB, and 3 % of the misses still need a probe."""
KEYS_PER_PLACE, BITS_PER_KEY, MOST_FILTER_BITS = 4, 16, 1 << 28
READ_ONLY = "{}?mode=ro&immutable=1"
SQLITE = b"SQLite format 3\0"
"""How every database of SQLite begins."""
LOCK_SECONDS = 900.0
"""Millions of added places take minutes to build."""
CODE = (
    "schema.sql", "indexes.sql", "place.py", "names.py", "romanised.py", "core.py", "supplement.py",
    "demonyms.py", "territories.py", "territory.py", "yaml_rows.py", "layer.py", "writer.py", "build.py",
    "layering.py", "division_units.py", "divisions.py", "containment.py", "matching.py", "spoken.py",
    "hierarchy.py", "short_names.py", "kind_words.yml",
)  # fmt: skip
"""What decides, beside sources and layers, what stands in an index."""


def ensure_index(path: Path, sources: Sources, on_build: OnBuild | None) -> None:
    """Build the index at `path` unless one of these very sources and layers stands there.

    Two processes may ask at once: one builds, the other waits. The finished file is moved into place, so a
    reader sees the old index or the new one, never half of one.
    """
    digest = sources_digest(sources, layer_files(layers_folder(path)))
    if stored_digest(path) == digest:
        return
    with index_lock(path):
        layers = layer_files(layers_folder(path))
        if stored_digest(path) != sources_digest(sources, layers):
            rebuild(path, sources, layers, on_build)


@contextmanager
def index_lock(path: Path) -> Iterator[None]:
    """Be the only one to build the index at `path`. IndexUnavailable where nothing can or may be written."""
    if path.is_dir():
        raise IndexUnavailable(path, "is a folder")
    if _is_of_somebody_else(path):
        raise IndexUnavailable(path, "is a file of another kind, and is left alone")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # An exclusive SQLite transaction is a lock that every system has and that ends with its process.
        lock = sqlite3.connect(path.with_suffix(".lock"), timeout=LOCK_SECONDS, isolation_level=None)
        with closing(lock):
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except (OSError, sqlite3.OperationalError) as error:
        if isinstance(error, GazetteerError):
            raise
        raise IndexUnavailable(path, f"cannot be written ({error})") from error


def _is_of_somebody_else(path: Path) -> bool:
    """Whether a file stands there that never was an index: a table that was meant for `gazetteer add`."""
    if path == default_path() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(len(SQLITE))
    if head != SQLITE:
        return bool(head)
    try:
        with closing(sqlite3.connect(READ_ONLY.format(path.absolute().as_uri()), uri=True)) as database:
            tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError:
        return False
    return bool(tables) and "facts" not in tables


def rebuild(
    path: Path,
    sources: Sources,
    layers: Sequence[Path],
    on_build: OnBuild | None,
    publish: Callable[[], None] = lambda: None,
) -> None:
    """Build the index of these sources and layers and move it into place; the lock must be held.

    `publish` is called between the two, when nothing can go wrong any more: it moves new layers to their
    folder. Should the program end there, the next one finds layers that the index does not hold, and builds.
    """
    unfinished = path.with_suffix(".building")
    unfinished.unlink(missing_ok=True)
    header = read_header(sources.table)
    told = [read_layer(layer) for layer in layers]
    total = int(header["rows"]) + sum(sum(layer.counts.values()) for layer in told if layer.kind != "names")
    bits = FILTER_BITS
    while bits < min(MOST_FILTER_BITS, BITS_PER_KEY * KEYS_PER_PLACE * total):
        bits *= 2
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            # Nothing is lost by a crash here: an unfinished file is thrown away.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            facts: dict[str, object] = {"digest": sources_digest(sources, layers), **header}
            writer = IndexWriter(connection, bits, total, on_build)
            if layers:
                layering = Layering(writer, layers)
                layering.fill(sources)
                facts["layers"] = layering.facts()
            else:
                writer.add(read_entries(sources))
            writer.finish(read_words(sources), facts)
        publish()
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def layers_folder(path: Path) -> Path:
    """Where the layers of an index lie: those of the usual one with the user's data, which no cleaning of
    caches takes away; those of any other beside it."""
    if path == default_path():
        return Path(platformdirs.user_data_dir(APPLICATION)) / "gazetteer"
    return path.with_name(f"{path.stem}.layers")


def default_path() -> Path:
    """Where the index lies unless told otherwise: the user's cache directory."""
    return Path(platformdirs.user_cache_dir(APPLICATION)) / INDEX_NAME


def sources_digest(sources: Sources, layers: Sequence[Path] = ()) -> str:
    """A digest of all that decides what is in the index: sources, layers, the code that makes keys."""
    here = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    for path in (*sources.files(), *(here / name for name in CODE)):
        content = _checksum_part(path) if path.suffix == ".xz" else path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode() + content)
    for path in layers:
        digest.update(path.name.encode() + checksum(path))
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
        with closing(sqlite3.connect(READ_ONLY.format(path.absolute().as_uri()), uri=True)) as index:
            row = index.execute("SELECT value FROM facts WHERE name = 'digest'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if row is None else str(json.loads(row[0]))
