"""`conflictmap report` as its users start it."""

from pathlib import Path

import pytest

from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

from ..geo.sample_reports import mixed
from .conftest import Cli


@pytest.fixture
def events(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    folder.mkdir()
    write_outputs(folder, mixed(), outputs_named(["geojson"]), Look(default_style()))
    return folder


@pytest.mark.slow
def test_a_page_beside_the_events(cli: Cli, events: Path) -> None:
    done = cli("report")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Wrote outputs/report.html: 12 events.\n"
    assert (events / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.slow
def test_days_areas_style_and_a_name_of_ones_own(cli: Cli, events: Path, tmp_path: Path) -> None:
    (tmp_path / "style.yml").write_text("title: Our report\n")
    done = cli(
        "report", events / "events.geojson", "--since", "2026-02-01", "--until", "2026-02-28",
        "--area", "36,34,38.7,37", "--style", "style.yml", "--to", "page.html",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Wrote page.html: 6 events, 3 outside the area, 2 without")
    assert '<h1 dir="auto">Our report</h1>' in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere"], "nowhere/events.geojson: No such file"),
        (["outputs", "--since", "1 May"], "--since '1 May' is no day; write it as 2024-01-31"),
        (["outputs", "--since", "2026-03-01", "--until", "2026-02-01"], "is after --until"),
        (["outputs", "--area", "1,2,3,400"], "is no box on the globe"),
        (["outputs", "--area", "Idlb"], "no event lies in 'Idlb'; areas of these events: Syria, Idlib"),
        (["outputs", "--to", "outputs/events.geojson"], "holds the events themselves"),
        (["outputs", "--to", "nowhere/page.html"], "there is no folder nowhere"),
        (["outputs", "--area", "36,34,38.7"], "'36,34,38.7' is no box"),
        (["outputs", "--style", "none.yml"], "none.yml: No such file"),
    ],
)
def test_wrong_usage_is_one_line_and_writes_nothing(
    cli: Cli, events: Path, words: list[str], told: str
) -> None:
    before = (events / "events.geojson").read_bytes()
    done = cli("report", *words)
    assert done.returncode == 2 and told in done.stderr and done.stderr.count("\n") == 1
    assert not (events / "report.html").exists()
    assert (events / "events.geojson").read_bytes() == before
