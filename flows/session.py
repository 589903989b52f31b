"""One run on one output folder, step by step: what the tasks of the flow do, and works without them."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

from articles import UnreadableInput, is_remote
from flows import steps
from flows.batches import MapInOrder, workers
from flows.locate import get_ready, open_gazetteer
from flows.screen import warn
from flows.settings import Settings
from flows.steps import Batch, Due
from flows.tally import Tally
from geo import Findings
from store import Memory, locked


class Session:
    """The state of a run: where the reader stands, the batch in hand, the folder's memory and the counts.

    Use `open_session`. For each group of `groups(sources)`: `start` or `fetch`, then `read` until it gives 0,
    with `extract_and_locate` and `keep` after each; at the end `write`.
    """

    def __init__(self, settings: Settings, memory: Memory, map_in_order: MapInOrder, again: bool) -> None:
        self.settings = settings
        self.online = settings.online_options()
        self.outputs = settings.outputs()
        self.style = settings.event_style()
        self.memory = memory
        self.tally = Tally()
        self.again = again
        self.program = version("conflictmap")
        self.started = _now()
        self.seconds: dict[str, float] = {}
        self._map_in_order = map_in_order
        self._out_named = False
        self._batches: Iterator[Batch] = iter(())
        self._due: tuple[Due, ...] = ()
        self._findings: list[Findings] = []

    def start(self, sources: Sequence[str]) -> None:
        """Begin with files, folders or standard input; nothing is read yet."""
        out = self.settings.out
        if not self._out_named and any(_is_below(out, Path(source)) for source in sources):
            self._out_named = True
            self.tally.note(f"{out}: the output folder lies among the sources; its files are not read")
        self._batches = steps.read_batches(sources, self.settings.batch_size, skip=out)

    def fetch(self, address: str) -> None:
        """Get everything at an address. UnreadableInput if it cannot be fetched."""
        with self._timed("fetch"):
            batches = list(steps.read_batches([address], self.settings.batch_size))
        for problem in batches[0].problems[:1]:
            if isinstance(problem, UnreadableInput) and not batches[0].articles:
                raise problem
        self._batches = iter(batches)

    def read(self) -> int:
        """Take the next batch in hand and leave out what was seen before; gives its size, 0 at the end."""
        with self._timed("read"):
            batch = next(self._batches, None)
            self._due, self._findings = (), []
            if batch is None:
                return 0
            self._due = steps.unread(batch, self.memory, self.tally, self.again)
        return len(batch.articles) + len(batch.problems)

    @property
    def has_work(self) -> bool:
        """Whether the batch in hand holds articles that have to be read."""
        return bool(self._due)

    def extract_and_locate(self) -> int:
        """Find the events of the batch in hand; gives how many."""
        with self._timed("extract and locate"):
            index = self.settings.gazetteer
            self._findings = steps.extract_and_locate(self._due, index, self.online, self._map_in_order)
        self.tally.found(self._findings)
        return sum(len(findings.events) for findings in self._findings)

    def keep(self) -> None:
        """Write the batch in hand to the folder's memory."""
        with self._timed("keep"):
            found = zip(self._due, self._findings, strict=True)
            steps.keep(self.memory, found, self.program, _now())

    def write(self) -> dict[str, int]:
        """Write the output files; gives what they hold."""
        with self._timed("write"):
            counts = steps.write_files(
                self.settings.out, self.memory, self.outputs, self.style, self.settings.gazetteer
            )
        self.tally.count_outputs(counts, len(self.memory))
        return self.tally.outputs

    def report(self, sources: Sequence[str]) -> dict[str, Any]:
        """What run.json says of the run."""
        index = open_gazetteer(self.settings.gazetteer).info()
        return {
            "started": self.started,
            "finished": _now(),
            "sources": list(sources),
            **self.tally.report(),
            "online": self._online_report(),
            "versions": {
                "conflictmap": self.program,
                "python": platform.python_version(),
                "prefect": version("prefect"),
                "gazetteer": f"{index.source}, compiled {index.day}",
                "added places": [
                    f"{use.layer.name}: {use.layer.source} ({use.layer.licence}), of {use.layer.day}"
                    for use in index.layers
                ],
                "records": dict(self.memory.programs),
            },
            "seconds": {step: round(seconds, 3) for step, seconds in self.seconds.items()},
        }

    def _online_report(self) -> dict[str, Any] | None:
        """Whom this run asked for what the index lacks, under which licence; None where it asked nobody."""
        if self.online is None:
            return None
        from geo import run_report  # geopy, for those who ask online

        return run_report(self.online)

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[step] = self.seconds.get(step, 0.0) + time.perf_counter() - began


@contextmanager
def open_session(settings: Settings, again: bool = False) -> Iterator[Session]:
    """A run on the folder `settings.out`. Raises FolderInUse while another run works on it."""
    state = settings.out / "state"
    open_gazetteer(settings.gazetteer)
    with locked(state / "lock"), workers(settings.workers) as map_in_order:
        memory = Memory(state)
        _tell_of_other_versions(memory, settings.out)
        session = Session(settings, memory, map_in_order, again)
        get_ready(settings.gazetteer, session.online, settings.workers)
        yield session


def groups(sources: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """The sources in order, as (remote, sources): addresses one by one, what lies between them together."""
    for remote, group in groupby(sources, key=is_remote):
        if remote:
            yield from ((True, [address]) for address in group)
        else:
            yield False, list(group)


def _tell_of_other_versions(memory: Memory, out: Path) -> None:
    """One line each: earlier events that another program found, or that this one cannot show."""
    mine = version("conflictmap")
    others = {program: count for program, count in memory.programs.items() if program != mine}
    if others:
        told = ", ".join(f"{count} by {program}" for program, count in sorted(others.items()))
        warn(f"conflictmap: {out} holds articles read by other versions ({told}); --again reads them anew")
    if memory.unreadable:
        warn(f"conflictmap: {memory.unreadable} of them have another form and wait to be read again")
    if memory.broken:
        warn(f"conflictmap: {memory.broken} damaged lines of {memory.path} are left out")


def _is_below(out: Path, source: Path) -> bool:
    """Whether the output folder is a source or lies in one."""
    return source.is_dir() and out.resolve().is_relative_to(source.resolve())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
