"""A file is replaced when it is whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import IO


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A UTF-8 text file that takes the place of `path` when the block ends well; else nothing changes.

    It is written beside `path`, on the same file system. Half a character (a lone surrogate, which a
    mangled article can hold) has no UTF-8 and becomes a question mark.
    """
    part = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        with part.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
