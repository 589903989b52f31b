"""Prefect's environment, and its server: the one that PREFECT_API_URL names, or an embedded one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from multiprocessing.connection import Listener
from pathlib import Path
from typing import Any

from flows.screen import warn
from flows.settings import Settings
from store import locked

STARTS = 3
"""Tries to start the server: between choosing a free port and using it, another program may take it."""


class ServerFailed(ConnectionError):
    """Prefect's server did not start, or the one that is asked for does not answer."""


def prepare_environment(environ: MutableMapping[str, str], settings: Settings) -> None:
    """Set what Prefect reads while it is imported; what the user has set stays.

    Nothing is written to the user's ~/.prefect, nothing is sent home. Prefect's messages go to its server and
    not to the screen, where ours stand: of an article that cannot be read it would print a traceback.
    """
    for key, value in {
        "PREFECT_HOME": str(settings.prefect_home),
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": f"{settings.server_wait:.0f}",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_LEVEL": settings.log_level,
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
        "PREFECT_CLI_WRAP_LINES": "false",
        "DO_NOT_TRACK": "1",
    }.items():
        environ.setdefault(key, value)


@contextmanager
def prefect_api(
    settings: Settings, *, whole: bool = False, meanwhile: Callable[[], None] = lambda: None
) -> Iterator[str]:
    """A Prefect API for the length of the block; gives its address.

    If Prefect's own settings name one (PREFECT_API_URL, a profile), that is used. Otherwise an embedded
    server is started as a process of its own, with its messages in `server.log` in Prefect's home, and
    stopped at the end. `whole`: with the scheduler and the web pages, as `serve` needs; else without.
    `meanwhile` is called while the server starts. Raises ServerFailed.
    """
    prepare_environment(os.environ, settings)
    # Prefect makes this folder while it is imported, but not those above it.
    Path(os.environ["PREFECT_HOME"]).expanduser().mkdir(parents=True, exist_ok=True)
    from prefect.settings import (
        PREFECT_API_URL,
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
        get_current_settings,
        temporary_settings,
    )

    current = get_current_settings()
    if current.api.url:
        _check(current.api.url)
        meanwhile()
        yield current.api.url
        return
    warn("Starting Prefect's embedded server (5-20 s) ...")
    home = Path(current.home)
    with locked(home / "server.lock", wait_seconds=settings.server_wait):
        process, url = _start(home, settings.server_wait, whole, meanwhile)
    try:
        changes: dict[Any, Any] = {PREFECT_API_URL: url}
        if not whole:
            # Nobody watches for missing heartbeats here, and their thread ends a whole second after its flow.
            changes[PREFECT_FLOWS_HEARTBEAT_FREQUENCY] = None
        with temporary_settings(changes):
            try:
                yield url
            finally:
                _deliver()
    finally:
        _stop(process)


def _check(url: str) -> None:
    from prefect.client.orchestration import SyncPrefectClient

    with SyncPrefectClient(url) as client:
        problem = client.api_healthcheck()
    if problem is not None:
        raise ServerFailed(
            f"Prefect's server at {url} does not answer ({problem}); start it, or unset PREFECT_API_URL"
        )


def _start(
    home: Path, wait: float, whole: bool, meanwhile: Callable[[], None]
) -> tuple[subprocess.Popen[bytes], str]:
    """A server that answers, and its address. One at a time may start: the first one sets up the database."""
    for _ in range(STARTS):
        with Listener(("127.0.0.1", 0)) as listener:
            port = listener.address[1]
        url = f"http://127.0.0.1:{port}/api"
        process = _launch(home, int(port), whole)
        try:
            meanwhile()
            if _answers(url, process, wait):
                return process, url
        except BaseException:
            _stop(process)
            raise
        _stop(process)
    raise ServerFailed(f"Prefect's server did not start within {wait:.0f} s; see {home / 'server.log'}")


def _launch(home: Path, port: int, whole: bool) -> subprocess.Popen[bytes]:
    """The server that Prefect's own embedded mode starts; -P: no module of the current folder gets in."""
    command = [
        sys.executable, "-P", "-m", "flows.embedded_server",
        "--factory", "prefect.server.api.server:create_app",
        "--host", "127.0.0.1", "--port", str(port), "--log-level", "error", "--lifespan", "on",
    ]  # fmt: skip
    environ = dict(os.environ) | {"PREFECT__SERVER_FINAL": "1"}
    if whole:
        environ["PREFECT_UI_API_URL"] = f"http://127.0.0.1:{port}/api"
    else:
        environ |= {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT_UI_ENABLED": "0"}
    with (home / "server.log").open("wb") as log:
        # A session of its own: Ctrl-C reaches only us, and we stop the server after the last message to it.
        return subprocess.Popen(
            command, env=environ, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True
        )


def _answers(url: str, process: subprocess.Popen[bytes], wait: float) -> bool:
    """Whether the server answers in time; False as soon as its process has ended."""
    from prefect.client.orchestration import SyncPrefectClient

    until = time.monotonic() + wait
    with SyncPrefectClient(url) as client:
        while process.poll() is None and time.monotonic() < until:
            if client.api_healthcheck() is None:
                return True
            time.sleep(0.05)
    return False


def _deliver() -> None:
    """Send what Prefect still holds back, while there is a server to send it to."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    APILogWorker.drain_all(timeout=5)
    EventsWorker.drain_all(timeout=5)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
