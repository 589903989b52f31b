"""What a writer is: a name, its files, and a way to feed it events one by one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from geo.style import Look
from geo.writers.feature import Feature

Put = Callable[[Feature], None]
"""Takes the next event."""
Open = Callable[[Path, Look], AbstractContextManager[Put]]
"""Begins to write to a folder; the files get their names if the block ends well, else nothing changes."""


@dataclass(frozen=True, slots=True)
class Output:
    """One form in which events are written."""

    name: str
    """What a setting calls it."""
    files: tuple[str, ...]
    """What it writes to the output folder."""
    open: Open
    needs: tuple[str, ...] = ()
    """Names of the outputs that its files stand on: they are written too wherever it is wanted."""
