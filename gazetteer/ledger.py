"""What a download folder remembers of the versions of its files; one download writes to it at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

LEDGER_NAME = "downloads.sqlite"
TABLE = "CREATE TABLE IF NOT EXISTS versions (name TEXT PRIMARY KEY, etag TEXT, modified TEXT, size INTEGER)"


@dataclass(frozen=True, slots=True)
class Version:
    """How a server tells one state of a file from another."""

    etag: str | None
    """As told, with its quotes; one that starts with `W/` is weak."""
    modified: str | None
    """The HTTP date of Last-Modified."""
    size: int | None
    """Bytes of the whole file, where told."""

    @property
    def guard(self) -> str | None:
        """What makes a server send the rest only of this very file (If-Range); None: it cannot be resumed."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return self.modified

    def contradicts(self, other: Version) -> bool:
        """Whether both tell the same thing differently."""
        pairs = ((self.etag, other.etag), (self.modified, other.modified), (self.size, other.size))
        return any(one != another for one, another in pairs if one is not None and another is not None)

    def same_as(self, other: Version) -> bool:
        """Whether both tell the same ETag or the same day, and nothing else differs."""
        told = (self.etag and other.etag) or (self.modified and other.modified)
        return bool(told) and not self.contradicts(other)


class Ledger:
    """The versions of the files of a folder, of whole ones and of parts, by file name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def version(self, name: str) -> Version | None:
        """What was written down for a file; None where nothing was."""
        query = "SELECT etag, modified, size FROM versions WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        return None if row is None else Version(*row)

    def write(self, name: str, version: Version) -> None:
        """Put down the version of a file, in the place of an older one."""
        values = (name, version.etag, version.modified, version.size)
        self._connection.execute("INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?)", values)

    def forget(self, name: str) -> None:
        """Drop what was written down for a file."""
        self._connection.execute("DELETE FROM versions WHERE name = ?", (name,))


@contextmanager
def open_ledger(folder: Path) -> Iterator[Ledger]:
    """The ledger of a folder, nobody else's until the block ends.

    Raises sqlite3.OperationalError where it is another's, or cannot be written.
    """
    with closing(sqlite3.connect(folder / LEDGER_NAME, timeout=1.0, isolation_level=None)) as connection:
        # Taken with the first write and kept past each commit: the lock ends with its process.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute(TABLE)
        connection.execute("COMMIT")
        yield Ledger(connection)
