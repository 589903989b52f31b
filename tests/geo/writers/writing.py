"""Made-up events written by one output, for the tests of the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from geo.style import Look, default_style
from geo.writers import Counts, outputs_named, write_outputs

LOOK = Look(default_style())


def write(folder: Path, name: str, reports: Iterable[Mapping[str, Any]], look: Look = LOOK) -> Counts:
    """All files of one output."""
    folder.mkdir(exist_ok=True)
    return write_outputs(folder, reports, outputs_named([name]), look)
