"""What a person at the terminal sees: results on standard output, everything else on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def printable(text: str) -> str:
    """The text on one line without control characters: words of an article must not steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def tell(line: str) -> None:
    """A line of the result, on standard output."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def warn(line: str) -> None:
    """A line about the work, on standard error; above a progress bar where one is shown."""
    sys.stderr.write(printable(line) + "\n")
    sys.stderr.flush()


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int | None], None]]:
    """A progress bar on standard error if that is a terminal, else nothing.

    Gives a function of (done, total) to call as the work goes on; total None where it is not known.
    """
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Results on standard output must not pass through the bar's console, which is standard error.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bars:
        bar = bars.add_task(words, total=None)
        yield lambda done, total: bars.update(bar, completed=done, total=total)
