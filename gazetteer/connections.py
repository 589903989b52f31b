"""Connections to an index that is only read: one for each thread of each process."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

from gazetteer.errors import IndexUnavailable

MAPPED_BYTES = 1 << 28
"""SQLite reads the file through the system's page cache, which all processes share."""


class Connections:
    """Those to one index file, opened when they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()

    def mine(self) -> sqlite3.Connection:
        """This thread's own connection, never one that was opened before a fork. Raises IndexUnavailable."""
        local = self._local
        if getattr(local, "process", None) != os.getpid():
            local.connection, local.process = _read_only(self._path), os.getpid()
        connection: sqlite3.Connection = local.connection
        return connection


class OneConnection:
    """An index in memory: one connection for all, for SQLite takes turns by itself, and nobody writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def mine(self) -> sqlite3.Connection:
        """The one there is."""
        return self._connection


def _read_only(path: Path) -> sqlite3.Connection:
    # The file is replaced, never written to, so SQLite may leave out its locks.
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        return connection
    except sqlite3.OperationalError as error:
        raise IndexUnavailable(path, f"cannot be opened ({error})") from error
