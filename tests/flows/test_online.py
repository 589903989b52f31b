"""`--online` from the command line and in a run, against a loopback server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from flows.cli import main
from flows.session import open_session
from flows.settings import OnlineService, Settings
from geo import ServiceName
from tests.flows.conftest import Cli, lines
from tests.geo.geocoding_server import GeocodingServer, geocoding_server, nominatim_row

UNKNOWN = "Qarzbtul"
TEXT = (
    "At least 12 people were killed on Monday when warplanes struck "
    f"the village of {UNKNOWN} in Idlib province, Syria."
)
ROW = nominatim_row(UNKNOWN, 35.95, 36.7)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[GeocodingServer]:
    with geocoding_server() as told:
        monkeypatch.setenv("CONFLICTMAP_ONLINE_SERVER", told.url)
        monkeypatch.setenv("CONFLICTMAP_ONLINE_CACHE", str(tmp_path / "online.sqlite"))
        told.answers[f"{UNKNOWN}, Idlib"] = [ROW]
        yield told


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(lines({"id": "a", "text": TEXT, "published": "2018-03-06"}))
    return path


def test_nobody_is_asked_unless_one_says_so(server: GeocodingServer, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["geoparse", str(source), "--out", str(out)]) == 0
    assert server.asked == []
    assert not (tmp_path / "online.sqlite").exists()


@pytest.mark.parametrize("command", ["extract", "geoparse"])
def test_online(
    command: str, server: GeocodingServer, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    assert main([command, str(source), "--out", str(out), "--online", "nominatim"]) == 0
    line = json.loads(out.read_text())
    found = line["events"] if command == "extract" else line["toponyms"]
    assert "nominatim:node/4711" in [one["place_id"] for one in found]
    assert server.queries() == [f"{UNKNOWN}, Idlib"]
    (told,) = capsys.readouterr().err.splitlines()
    assert "© OpenStreetMap contributors, ODbL 1.0" in told
    assert told.endswith("1 asked, 1 answered, 0 failed.")


def test_a_refusal_is_one_line_and_the_work_goes_on(
    server: GeocodingServer, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.status = 429
    plain, asked = tmp_path / "plain.jsonl", tmp_path / "asked.jsonl"
    assert main(["geoparse", str(source), "--out", str(plain)]) == 0
    assert main(["geoparse", str(source), "--out", str(asked), "--online", "nominatim"]) == 0
    assert asked.read_text() == plain.read_text()
    refused, _ = capsys.readouterr().err.splitlines()
    assert "429" in refused and "no more is asked" in refused


def run_report(source: Path, out: Path) -> dict[str, Any]:
    with open_session(Settings(out=out)) as session:
        session.start([str(source)])
        while session.read():
            session.extract_and_locate()
            session.keep()
        session.write()
        return session.report([])


def test_a_run_says_whom_it_asked(
    server: GeocodingServer, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICTMAP_ONLINE", "nominatim")
    report = run_report(source, tmp_path / "out")
    assert report["online"]["service"] == "Nominatim"
    assert (report["online"]["asked"], report["online"]["answered"]) == (1, 1)
    assert "OpenStreetMap contributors" in report["online"]["licence"]
    (event,) = json.loads((tmp_path / "out" / "events.geojson").read_text())["features"]
    assert event["properties"]["place_id"] == "nominatim:node/4711"
    assert "asked of Nominatim on" in event["properties"]["place_reason"]
    assert "OpenStreetMap contributors (ODbL 1.0)" in (tmp_path / "out" / "map.html").read_text()


def test_a_run_that_asks_nobody_says_so(source: Path, tmp_path: Path) -> None:
    assert run_report(source, tmp_path / "out")["online"] is None
    assert "(ODbL 1.0)" not in (tmp_path / "out" / "map.html").read_text()


@pytest.mark.slow
def test_several_processes_ask_one_at_a_time(server: GeocodingServer, cli: Cli, tmp_path: Path) -> None:
    texts = [TEXT.replace(UNKNOWN, UNKNOWN + end) for end in ("aba", "edo")]
    # Two chunks of articles, so that each process has one.
    articles = [{"id": str(i), "text": texts[i // 25]} for i in range(50)]
    (tmp_path / "many.jsonl").write_text(lines(*articles))
    done = cli("geoparse", "many.jsonl", "--workers", "2", "--online", "nominatim")
    assert done.returncode == 0
    assert "one process at a time" in done.stderr
    # Each name with its province and without, each once.
    assert len(server.asked) == 4
    times = sorted(server.times)
    assert times[-1] - times[0] >= 2.9


def test_geonames_wants_an_account(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geoparse", str(source), "--online", "geonames"]) == 2
    assert "CONFLICTMAP_ONLINE_USERNAME" in capsys.readouterr().err


def test_an_unknown_service_and_a_bad_server(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["geoparse", str(source), "--online", "elsewhere"]) == 2
    assert "nominatim" in capsys.readouterr().err
    monkeypatch.setenv("CONFLICTMAP_ONLINE_SERVER", "nominatim.example.org")
    assert main(["geoparse", str(source), "--online", "nominatim"]) == 2
    assert "conflictmap: CONFLICTMAP_ONLINE_SERVER: an http(s) address such as" in capsys.readouterr().err


def test_a_cache_that_is_none_is_wrong_usage(
    server: GeocodingServer, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "online.sqlite").write_bytes(b"no database" * 500)
    out = tmp_path / "out.jsonl"
    assert main(["geoparse", str(source), "--out", str(out), "--online", "nominatim"]) == 2
    assert "delete it" in capsys.readouterr().err
    assert not out.exists()


def test_the_settings_name_every_service() -> None:
    assert get_args(OnlineService) == get_args(ServiceName)
