"""What online services have answered, in one SQLite file; and whose turn it is to ask them."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from geo.online_answers import Answer

KEPT_DAYS, MISS_DAYS = 90, 30
"""How long an answer counts; that nobody knows a name is asked again sooner."""
WAIT_SECONDS = 600.0
"""For one's turn: several processes may stand in line for a slow service."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    server TEXT, query TEXT, country TEXT, day TEXT, found TEXT, PRIMARY KEY (server, query, country)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS last_asked (server TEXT PRIMARY KEY, at REAL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    run TEXT PRIMARY KEY, day TEXT, asked INTEGER DEFAULT 0, answered INTEGER DEFAULT 0,
    failed INTEGER DEFAULT 0, failed_in_a_row INTEGER DEFAULT 0, stopped TEXT
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, fresh or from an earlier day."""

    day: date
    """On which it was asked for."""
    answers: tuple[Answer, ...]
    """Empty: nobody knows the name."""


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What a run has asked so far, in all its processes."""

    asked: int = 0
    answered: int = 0
    """With a place that can be used."""
    failed: int = 0
    failed_in_a_row: int = 0
    stopped: str | None = None
    """Why nothing more is asked; None while it is."""


class OnlineCache:
    """Opened by each process for itself, used by one thread at a time.

    Raises sqlite3.DatabaseError where the file cannot be used.
    """

    def __init__(self, path: Path, today: date) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._today = today
        self._connection = sqlite3.connect(
            path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        self._connection.executescript(SCHEMA)
        for table, days in (("answers", KEPT_DAYS), ("runs", MISS_DAYS)):
            oldest = (today - timedelta(days=days)).isoformat()
            self._connection.execute(f"DELETE FROM {table} WHERE day < ?", (oldest,))  # the names are our own

    def kept(self, server: str, query: str, country: str) -> Kept | None:
        """The answer that still counts; None where there is none."""
        select = "SELECT day, found FROM answers WHERE server = ? AND query = ? AND country = ?"
        row = self._connection.execute(select, (server, query, country)).fetchone()
        if row is None:
            return None
        kept = Kept(date.fromisoformat(row[0]), tuple(Answer.of(one) for one in json.loads(row[1])))
        limit = timedelta(days=KEPT_DAYS if kept.answers else MISS_DAYS)
        return kept if self._today - kept.day <= limit else None

    def keep(self, server: str, query: str, country: str, answers: Sequence[Answer]) -> Kept:
        """Put down what was answered today."""
        found = json.dumps([asdict(answer) for answer in answers], ensure_ascii=False)
        values = (server, query, country, self._today.isoformat(), found)
        self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", values)
        return Kept(self._today, tuple(answers))

    @contextmanager
    def turn(self, server: str, pause: float) -> Iterator[None]:
        """The only process that asks anybody, and `pause` seconds after the server was last asked.

        What is written in the block counts when it ends, however it ends.
        """
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            row = self._connection.execute("SELECT at FROM last_asked WHERE server = ?", (server,)).fetchone()
            # A clock that was set back must not make anybody wait for it.
            wait = 0.0 if row is None else min(pause, row[0] + pause - time.time())
            if wait > 0.0:
                time.sleep(wait)
            yield
        finally:
            self._connection.execute("INSERT OR REPLACE INTO last_asked VALUES (?, ?)", (server, time.time()))
            self._connection.execute("COMMIT")

    def counts(self, run: str) -> RunCounts:
        """What a run has asked so far."""
        select = "SELECT asked, answered, failed, failed_in_a_row, stopped FROM runs WHERE run = ?"
        row = self._connection.execute(select, (run,)).fetchone()
        return RunCounts() if row is None else RunCounts(*row)

    def count(self, run: str, counts: RunCounts) -> None:
        """Put down what a run has asked; within a `turn`, so that no other process's counts are lost."""
        told = (counts.asked, counts.answered, counts.failed, counts.failed_in_a_row, counts.stopped)
        values = (run, self._today.isoformat(), *told)
        self._connection.execute("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?)", values)
