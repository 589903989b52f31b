"""A file is replaced when it is whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from secrets import token_hex
from typing import IO


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """As `replacing_bytes`, a UTF-8 text file with plain newlines.

    Half a character (a lone surrogate, which a mangled article can hold) has no UTF-8 and becomes a
    question mark.
    """
    with replacing_bytes(path) as raw:
        file = TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="\n")
        yield file
        file.detach()


@contextmanager
def replacing_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `path` when the block ends well; else nothing changes.

    It is written beside the file that `path` leads to, on the same file system, and is on the disk before
    it gets the name: after a power cut there is the old file or the new one. A link stays a link. What is
    there and no regular file (a pipe, /dev/null) cannot be replaced and is written to as it is.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    # Not Path.resolve, which raises a RuntimeError for links that lead in a circle.
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name}.{token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def replacing_path(path: Path) -> Iterator[Path]:
    """As `replacing_bytes`, for a library that makes the file itself: yields the path where it has to.

    That path has the name of `path`, in a new folder beside it: a database puts its journals there.
    """
    special = path.exists() and not path.is_file()
    target = path if special else Path(os.path.realpath(path))
    folder = target.with_name(f".{target.name}.{token_hex(4)}.part")
    folder.mkdir()
    try:
        made = folder / target.name
        yield made
        with made.open("rb+") as file:
            os.fsync(file.fileno())
            if special:
                with path.open("wb") as there:
                    shutil.copyfileobj(file, there)
                return
        made.replace(target)
    finally:
        shutil.rmtree(folder)
