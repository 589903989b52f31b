"""What can be wrong with the gazetteer.

GazetteerError
    BadSource (ValueError)      a row of one of its sources: says which file, which line, what is wrong
    BadInput (ValueError)       a file that was to be added: says which, where in it, what is wrong
    BadOption (ValueError)      a level or country that was named for a file is none
    UnknownLayer (KeyError)     nothing was added under this name
    BadCountryCode (ValueError) a country that was asked for is no code of two letters
    IndexUnavailable (OSError)  the index can be neither read nor written where it should lie
    DownloadFailed (OSError)    a file of GeoNames could not be fetched; what there was before is unharmed
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


class BadInput(GazetteerError, ValueError):
    """A file that cannot be added to the index, which stays as it was."""

    def __init__(self, path: Path, problem: str, line: int | None = None) -> None:
        super().__init__(f"{path}{'' if line is None else f', line {line}'}: {problem}")
        self.path = path
        self.problem = problem
        self.line = line

    def __reduce__(self) -> tuple[type[BadInput], tuple[Path, str, int | None]]:
        return type(self), (self.path, self.problem, self.line)


class BadOption(GazetteerError, ValueError):
    """Something said of a file that there is not."""


class UnknownLayer(GazetteerError, KeyError):
    """A name under which nothing was added."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        super().__init__(str(self))

    def __str__(self) -> str:
        listed = ", ".join(self.known) or "nothing"
        return f"nothing was added as {self.name!r}; there is: {listed}"

    def __reduce__(self) -> tuple[type[UnknownLayer], tuple[str, tuple[str, ...]]]:
        return type(self), (self.name, self.known)


class IndexUnavailable(GazetteerError, OSError):
    """The index cannot be used at this path."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}; give another path for the index of place names")
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type[IndexUnavailable], tuple[Path, str]]:
        return type(self), (self.path, self.problem)


class BadCountryCode(GazetteerError, ValueError):
    """Words that are no ISO 3166-1 alpha-2 code; all that were wrong are named."""

    def __init__(self, wrong: tuple[str, ...]) -> None:
        listed = ", ".join(repr(word) for word in wrong) or "nothing"
        super().__init__(
            f"{listed} {'are no country codes' if len(wrong) > 1 else 'is no country code'}; "
            "give codes of two letters such as SY IQ YE"
        )
        self.wrong = wrong

    def __reduce__(self) -> tuple[type[BadCountryCode], tuple[tuple[str, ...]]]:
        return type(self), (self.wrong,)


class DownloadFailed(GazetteerError, OSError):
    """A file did not arrive whole; nothing that stood before was changed."""

    def __init__(self, source: str, problem: str, advice: str) -> None:
        super().__init__(f"{source}: {problem}; {advice}")
        self.source = source
        self.problem = problem
        self.advice = advice

    def __reduce__(self) -> tuple[type[DownloadFailed], tuple[str, str, str]]:
        return type(self), (self.source, self.problem, self.advice)
