"""Prefect's environment is ours where the user has none, and its server ends with us."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flows.prefect_server import prepare_environment
from flows.settings import Settings
from tests.flows.conftest import environment


def test_what_the_user_set_stays() -> None:
    environ = {"PREFECT_HOME": "/elsewhere", "PREFECT_LOGGING_LEVEL": "DEBUG"}
    prepare_environment(environ, Settings(prefect_home=Path("/ours")))
    assert environ["PREFECT_HOME"] == "/elsewhere" and environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"


def test_nothing_is_sent_home_and_nothing_lands_in_the_users_prefect_folder() -> None:
    environ: dict[str, str] = {}
    prepare_environment(environ, Settings(prefect_home=Path("/ours"), server_wait=90))
    assert environ["PREFECT_HOME"] == "/ours" and environ["DO_NOT_TRACK"] == "1"
    assert environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] == "90"
    assert "PREFECT_API_URL" not in environ


@pytest.mark.slow
def test_the_embedded_server_ends_with_its_parent(tmp_path: Path) -> None:
    app = "prefect.server.api.server:create_app"
    command = [sys.executable, "-P", "-m", "flows.embedded_server", "--factory", app]
    env = environment(tmp_path) | {"PREFECT_HOME": str(tmp_path), "PREFECT__SERVER_EPHEMERAL": "1"}
    process = subprocess.Popen(
        [*command, "--port", "0"], env=env, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=2)
    process.communicate(timeout=30)
    assert process.returncode is not None
