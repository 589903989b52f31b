"""One run at a time on one output folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FolderInUse(RuntimeError):
    """Another process holds the folder's lock."""


@contextmanager
def locked(path: Path, wait_seconds: float = 0.0) -> Iterator[None]:
    """Hold the lock file for the length of the block; FolderInUse after `wait_seconds` without it.

    The operating system gives the lock back when the process ends, however it ends, so that a crash leaves
    no lock behind. The file itself stays: it only ever names the last holder.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + wait_seconds
    with path.open("a+b") as file:
        while not _try_lock(file):
            if time.monotonic() >= until:
                raise FolderInUse(f"another run is at work on it (process {_holder(path)})")
            time.sleep(0.1)
        try:
            file.truncate(0)
            file.write(str(os.getpid()).encode())
            file.flush()
            yield
        finally:
            _unlock(file)


def _holder(path: Path) -> str:
    return path.read_text("ascii", errors="replace").strip() or "unknown"


if sys.platform == "win32":
    # The byte far behind the end is locked: Windows would keep others from reading the process number.
    _BYTE = 1 << 20

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
