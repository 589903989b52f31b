"""`run` as its users start it: files, words, exit codes, and no traceback of Prefect's."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.settings import Settings
from flows.steps import OWN_FILES
from store import locked
from tests.flows.conftest import START, STRIKE, Cli, environment, hear_interrupts, start

BAD_INPUTS: dict[str, tuple[bytes | None, str]] = {
    "missing.txt": (None, "no such file"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n", "empty"),
    "binary.txt": (b"\x7fELF\x00\x01\x02" * 50, "not text"),
    "table.csv": (b"when,where\nMonday,Aleppo\n", "column"),
    "encoding.txt": ("Текст без признака".encode("utf-16-le") + b"\xff\xff\x00\xd8", "table"),
}


@pytest.mark.slow
def test_with_the_embedded_server(tmp_path: Path, article_lines: str) -> None:
    (tmp_path / "in.jsonl").write_text(article_lines)
    env = environment(tmp_path / "prefect")
    first = start("run", "in.jsonl", "--out", "out", cwd=tmp_path, env=env)
    assert (first.returncode, first.stderr) == (0, "Starting Prefect's embedded server (5-20 s) ...\n")
    assert "Read 2 articles: 2 new" in first.stdout and "open out/map.html" in first.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *OWN_FILES, "state", *(file for output in Settings().outputs() for file in output.files)
    }  # fmt: skip
    second = start("run", "in.jsonl", "--out", "out", cwd=tmp_path, env=env)
    assert second.returncode == 0 and "0 new, 0 changed, 2 skipped as seen before" in second.stdout
    assert len(json.loads((tmp_path / "out" / "events.geojson").read_text())["features"]) == 2
    assert "Traceback" not in first.stderr + second.stderr


@pytest.mark.slow
def test_bad_inputs_are_one_line_each_and_the_good_one_is_written(
    tmp_path: Path, article_lines: str, cli: Cli, prefect_server: str
) -> None:
    broken = article_lines + '{"text": \n'
    (tmp_path / "good.jsonl").write_text(broken)
    for name, (content, _) in BAD_INPUTS.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    done = cli("run", *BAD_INPUTS, "good.jsonl", "--out", "out", PREFECT_API_URL=prefect_server)
    assert done.returncode == 1
    told = done.stderr.splitlines()
    assert len(told) == len(BAD_INPUTS) + 1, done.stderr
    for line, name in zip(told, [*BAD_INPUTS, "good.jsonl:3"], strict=True):
        assert line.startswith(f"conflictmap: {name}: ")
    assert len(json.loads((tmp_path / "out" / "events.geojson").read_text())["features"]) == 2


@pytest.mark.parametrize("name", ["missing.txt", "no/such/folder"])
def test_nothing_there_is_known_before_a_server_is_started(name: str, cli: Cli, tmp_path: Path) -> None:
    done = cli("run", name, "--out", "out")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and name in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_nothing_readable_is_2(cli: Cli, tmp_path: Path, prefect_server: str) -> None:
    (tmp_path / "empty.txt").touch()
    done = cli("run", "empty.txt", "--out", "out", PREFECT_API_URL=prefect_server)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 2 and "Traceback" not in done.stderr


@pytest.mark.slow
def test_standard_input_and_workers(
    cli: Cli, tmp_path: Path, article_lines: str, prefect_server: str
) -> None:
    done = cli(
        "run", "-", "--out", "out", "--workers", "2", stdin=article_lines, PREFECT_API_URL=prefect_server
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 new" in done.stdout


def test_a_folder_in_use_is_one_line(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE)
    with locked(tmp_path / "out" / "state" / "lock"):
        done = cli("run", "a.txt", "--out", "out")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "another run" in done.stderr


@pytest.mark.slow
def test_interrupted_it_stops_its_server_and_says_so(tmp_path: Path, article_lines: str) -> None:
    (tmp_path / "in.jsonl").write_text(article_lines)
    process = subprocess.Popen(
        [sys.executable, "-c", START, "run", "in.jsonl", "--out", "out"],
        cwd=tmp_path,
        env=environment(tmp_path / "prefect"),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_interrupts,
    )
    assert process.stderr is not None and process.stderr.readline().startswith("Starting Prefect")
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told == "conflictmap: interrupted; files that were there before are unharmed\n"
    with locked(tmp_path / "prefect" / "server.lock"), locked(tmp_path / "out" / "state" / "lock"):
        pass


@pytest.mark.slow
def test_a_bug_prints_a_traceback_that_names_the_article(
    tmp_path: Path, article_lines: str, prefect_server: str
) -> None:
    (tmp_path / "in.jsonl").write_text(article_lines)
    broken = "import flows.locate; flows.locate.find_events = lambda *_: 1 / 0\n" + START.replace("; ", "\n")
    done = subprocess.run(
        [sys.executable, "-c", broken, "run", "in.jsonl", "--out", "out"],
        cwd=tmp_path,
        env=environment(tmp_path / "prefect", PREFECT_API_URL=prefect_server),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1 and "Traceback" in done.stderr
    assert "ZeroDivisionError" in done.stderr and "article 'a1'" in done.stderr


@pytest.mark.slow
def test_a_server_that_does_not_answer_is_one_line(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE)
    done = cli("run", "a.txt", "--out", "out", PREFECT_API_URL="http://127.0.0.1:9/api")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "does not answer" in done.stderr
