"""One holder at a time, and none after a crash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store import FolderInUse, locked

HOLD = """
import sys
from pathlib import Path
from store import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", HOLD, str(path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None and process.stdout.readline().strip() == b"held"
    return process


def test_the_second_is_told_who_holds_it(tmp_path: Path) -> None:
    holder = hold(tmp_path / "lock")
    try:
        with pytest.raises(FolderInUse, match=f"process {holder.pid}"), locked(tmp_path / "lock"):
            pass
    finally:
        holder.communicate()


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    holder = hold(tmp_path / "lock")
    holder.kill()
    holder.communicate()
    with locked(tmp_path / "lock", wait_seconds=5):
        assert (tmp_path / "lock").read_text() == str(os.getpid())


def test_given_back_after_the_block_and_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lock"
    with pytest.raises(KeyError), locked(path):
        raise KeyError
    with locked(path):
        pass
