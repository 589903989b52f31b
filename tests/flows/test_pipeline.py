"""The flow on a real Prefect server: states, retries, summary; and the same files as without it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import stamina
from pytest_httpserver import HTTPServer
from werkzeug import Response

from store import FolderInUse, locked
from tests.flows.conftest import STRIKE
from tests.flows.test_session import run as run_without_prefect

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("prefect_server")]


@pytest.fixture
def source(tmp_path: Path, article_lines: str) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(article_lines)
    return path


@pytest.fixture
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from flows.tasks import fetch

    monkeypatch.setattr(fetch, "retry_delay_seconds", 0)
    with stamina.set_testing(True, attempts=4):
        yield


def test_the_flow_writes_what_plain_calls_write(source: Path, tmp_path: Path) -> None:
    from flows.pipeline import conflictmap_run

    tally = conflictmap_run([str(source)], str(tmp_path / "flow"), batch_size=1)
    run_without_prefect(tmp_path / "plain", source)
    assert tally.standing == {"new": 2}
    flow, plain = (
        [feature | {"properties": feature["properties"] | {"updated": None}} for feature in features]
        for features in (
            json.loads((tmp_path / name / "events.geojson").read_text())["features"]
            for name in ("flow", "plain")
        )
    )
    assert flow == plain and len(flow) == 2
    report = json.loads((tmp_path / "flow" / "run.json").read_text())
    assert (
        report["articles"]["new"] == 2
        and report["versions"]["conflictmap"]
        and report["seconds"]["write"] > 0
    )


def test_the_summary_is_in_prefects_pages(source: Path, tmp_path: Path) -> None:
    from prefect.client.orchestration import get_client

    from flows.pipeline import conflictmap_run

    conflictmap_run([str(source), str(tmp_path / "missing.txt")], str(tmp_path / "out"))
    with get_client(sync_client=True) as client:
        answer = client.request("POST", "/artifacts/latest/filter", json={})
    pages = [artifact["data"] for artifact in answer.json() if artifact["key"] == "conflictmap-run"]
    assert "| articles read | 2 |" in pages[0] and "missing.txt" in pages[0]


def test_nothing_read_is_a_failed_run_and_leaves_the_files(source: Path, tmp_path: Path) -> None:
    from flows.pipeline import NothingRead, conflictmap_run

    out = tmp_path / "out"
    conflictmap_run([str(source)], str(out))
    before = (out / "events.geojson").read_bytes()
    state = conflictmap_run([str(tmp_path / "missing.txt")], str(out), return_state=True)
    assert state.is_failed()
    with pytest.raises(NothingRead):
        state.result()
    assert (out / "events.geojson").read_bytes() == before
    assert json.loads((out / "run.json").read_text())["errors"][0]["source"].endswith("missing.txt")


def test_two_runs_at_once(source: Path, tmp_path: Path) -> None:
    from flows.pipeline import conflictmap_run

    with locked(tmp_path / "out" / "state" / "lock"), pytest.raises(FolderInUse):
        conflictmap_run([str(source)], str(tmp_path / "out"))


@pytest.mark.usefixtures("quick_retries")
def test_an_address_that_comes_back_is_tried_again(httpserver: HTTPServer, tmp_path: Path) -> None:
    from flows.pipeline import conflictmap_run

    asked = 0

    def answer(_: object) -> Response:
        nonlocal asked
        asked += 1
        return (
            Response("busy", 503)
            if asked <= 4
            else Response(f"<html><p>{STRIKE}</p></html>", 200, mimetype="text/html")
        )

    httpserver.expect_request("/page").respond_with_handler(answer)
    tally = conflictmap_run([httpserver.url_for("/page")], str(tmp_path / "out"))
    assert asked == 5 and tally.articles == 1 and tally.problems == []


@pytest.mark.usefixtures("quick_retries")
@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02PK" * 40], ids=["empty", "binary"])
def test_what_came_and_cannot_be_read_is_not_fetched_again(
    body: bytes, httpserver: HTTPServer, tmp_path: Path
) -> None:
    from flows.pipeline import NothingRead, conflictmap_run

    httpserver.expect_request("/page").respond_with_data(body, content_type="text/html")
    with pytest.raises(NothingRead):
        conflictmap_run([httpserver.url_for("/page")], str(tmp_path / "out"))
    assert len(httpserver.log) == 1


def test_what_is_not_given_comes_from_the_environment(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.pipeline import conflictmap_run

    monkeypatch.setenv("CONFLICTMAP_OUT", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("CONFLICTMAP_BATCH_SIZE", "no number")
    monkeypatch.chdir(tmp_path)
    conflictmap_run([str(source)], batch_size=7)
    assert (tmp_path / "elsewhere" / "map.html").is_file() and not (tmp_path / "outputs").exists()


@pytest.mark.usefixtures("quick_retries")
def test_an_address_that_is_wrong_is_not_and_the_rest_goes_on(
    httpserver: HTTPServer, source: Path, tmp_path: Path
) -> None:
    from flows.pipeline import conflictmap_run

    httpserver.expect_request("/gone").respond_with_data("gone", status=404)
    tally = conflictmap_run([httpserver.url_for("/gone"), str(source)], str(tmp_path / "out"))
    assert len(httpserver.log) == 1 and tally.articles == 2
    assert "404" in str(tally.problems[0])
