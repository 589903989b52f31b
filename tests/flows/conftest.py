"""The program as its users start it, and a Prefect server for the tests that need one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from flows.locate import open_gazetteer
from flows.settings import Settings

START = "import sys; from flows.cli import main; sys.exit(main())"
STRIKE = "At least 12 people were killed on Monday when warplanes struck a market in Aleppo, Syria."
CLASH = "Two soldiers were killed in clashes with gunmen in Maiduguri, Nigeria, on Friday, the army said."

Done = subprocess.CompletedProcess[str]
Cli = Callable[..., Done]


def environment(home: Path, **more: str) -> dict[str, str]:
    """The variables of a fresh user: no Prefect server, a home of their own for it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
    return kept | {"CONFLICTMAP_PREFECT_HOME": str(home), "PYTHONIOENCODING": "utf-8"} | more


def start(*words: str | Path, cwd: Path, env: Mapping[str, str], stdin: str | None = None) -> Done:
    command = [sys.executable, "-c", START, *map(str, words)]
    return subprocess.run(
        command,
        cwd=cwd,
        env=env,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=200,
        check=False,
    )


def hear_interrupts() -> None:
    """For Popen's preexec_fn: tests that run in the background of a shell inherit that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(scope="session", autouse=True)
def place_index() -> None:
    """The user's place index stands before the first command is started: what that prints is its own."""
    open_gazetteer(Settings().gazetteer)


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """Start conflictmap in an empty folder: `cli("extract", path).returncode`."""

    def run(*words: str | Path, stdin: str | None = None, **env: str) -> Done:
        return start(*words, cwd=tmp_path, env=environment(tmp_path / "prefect", **env), stdin=stdin)

    return run


@pytest.fixture
def article_lines() -> str:
    """Two good articles as JSON Lines."""
    return lines(
        {"id": "a1", "title": "Strike on a market", "text": STRIKE, "published": "2018-03-06"},
        {"id": "a2", "text": CLASH, "published": "2020-02-03", "url": "https://example.org/2"},
    )


def lines(*articles: Mapping[str, Any]) -> str:
    return "".join(json.dumps(article) + "\n" for article in articles)


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prefect server with an empty database, one for all tests of this folder."""
    from flows.prefect_server import prepare_environment

    with pytest.MonkeyPatch.context() as patch:
        chosen: dict[str, str] = {}
        prepare_environment(chosen, Settings(prefect_home=tmp_path_factory.mktemp("prefect")))
        for key, value in chosen.items():
            patch.setenv(key, value)
        from prefect.settings import get_current_settings
        from prefect.testing.utilities import prefect_test_harness

        with prefect_test_harness(server_startup_timeout=120):
            address = get_current_settings().api.url
            assert address is not None
            yield address
