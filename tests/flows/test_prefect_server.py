"""Prefect's environment is ours where the user has none, and its server ends with us."""

from __future__ import annotations

from pathlib import Path

from flows.prefect_server import prepare_environment
from flows.settings import Settings


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
