from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gazetteer import IndexUnavailable
from gazetteer.build import ensure_index
from gazetteer.connections import Connections
from tests.gazetteer.test_core import sources


@pytest.fixture
def connections(tmp_path: Path) -> Connections:
    ensure_index(tmp_path / "places.sqlite", sources(tmp_path), None)
    return Connections(tmp_path / "places.sqlite")


def test_a_thread_keeps_its_connection_and_another_has_its_own(connections: Connections) -> None:
    mine = connections.mine()
    assert connections.mine() is mine
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(connections.mine).result() is not mine


def test_a_fork_opens_its_own_connection(connections: Connections) -> None:
    mine = connections.mine()
    child = os.fork()
    if child == 0:
        own = connections.mine()
        os._exit(0 if own is not mine and own.execute("SELECT count(*) FROM places").fetchone() else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="cannot be opened"):
        Connections(tmp_path / "none.sqlite").mine()
