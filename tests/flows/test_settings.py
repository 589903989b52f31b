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


def test_formats_are_names_parted_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICTMAP_FORMATS", "map, geojson")
    assert Settings().formats == ("geojson", "map")
    assert [output.name for output in Settings(formats=["map"]).outputs()] == ["map"]
    with pytest.raises(ValidationError, match="no output 'maps'; the known ones"):
        Settings(formats="maps")


def test_a_style_that_cannot_be_used_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "s.yml").write_text("title: Ours\n")
    assert Settings(style=tmp_path / "s.yml").event_style().title == "Ours"
    with pytest.raises(ValidationError, match=r"none.yml: No such file"):
        Settings(style=tmp_path / "none.yml")
