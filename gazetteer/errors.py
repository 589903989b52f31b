"""What can be wrong with the gazetteer.

GazetteerError
    BadSource (ValueError)      a row of one of its sources: says which file, which line, what is wrong
    IndexUnavailable (OSError)  the index can be neither read nor written where it should lie
"""

from __future__ import annotations

from pathlib import Path


class GazetteerError(Exception):
    """One clear line: what is wrong, what to do."""


class BadSource(GazetteerError, ValueError):
    """A row of a source that cannot be used. Nothing of the source is taken then."""

    def __init__(self, source: str, line: int, problem: str) -> None:
        super().__init__(f"{source}, line {line}: {problem}")
        self.source = source
        self.line = line
        self.problem = problem

    def __reduce__(self) -> tuple[type[BadSource], tuple[str, int, str]]:
        return type(self), (self.source, self.line, self.problem)


class IndexUnavailable(GazetteerError, OSError):
    """The index cannot be used at this path."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}; give another path for the index of place names")
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type[IndexUnavailable], tuple[Path, str]]:
        return type(self), (self.path, self.problem)
