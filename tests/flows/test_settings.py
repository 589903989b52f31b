"""Settings come from the options, then the environment, then their defaults."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from flows.settings import Settings


def test_defaults() -> None:
    settings = Settings()
    assert (settings.out, settings.workers, settings.batch_size) == (Path("outputs"), 1, 100)
    assert settings.prefect_home.name == "prefect" and settings.gazetteer is None


def test_the_environment_is_read_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICTMAP_WORKERS", "3")
    monkeypatch.setenv("CONFLICTMAP_OUT", "")
    assert Settings().workers == 3 and Settings().out == Path("outputs")
    assert Settings(workers=2).workers == 2


@pytest.mark.parametrize("name", ["workers", "batch_size", "server_wait"])
def test_nothing_below_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"CONFLICTMAP_{name.upper()}", "0")
    with pytest.raises(ValidationError):
        Settings()
