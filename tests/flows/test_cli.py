"""The program as a process: help, exit codes, streams, and what it does not import."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

from flows.cli import main
from tests.flows.conftest import START, Cli, environment, hear_interrupts, lines

HEAVY = (
    "prefect", "folium", "geopandas", "pandas", "pyarrow", "pyogrio", "trafilatura", "fastapi", "sqlalchemy",
)  # fmt: skip
COMMANDS = ("run", "extract", "geoparse", "gazetteer", "serve")


def test_help_names_every_command_and_is_quick(cli: Cli) -> None:
    done = cli("--help")
    assert done.returncode == 0 and done.stderr == ""
    assert all(f" {command} " in done.stdout for command in COMMANDS)
    # Against an interpreter with what any help needs, on the same machine in the same minute.
    assert seconds_of(START, "--help") < 3 * seconds_of("import cyclopts, rich.console"), "a heavy import?"


def seconds_of(script: str, *words: str) -> float:
    """Processor seconds of a process of ours, the quickest of three."""

    def once() -> float:
        before = os.times()
        subprocess.run([sys.executable, "-c", script, *words], capture_output=True, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    return min(once() for _ in range(3))


@pytest.mark.parametrize("command", [*COMMANDS, "gazetteer lookup", "gazetteer info"])
def test_help_of_each_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"conflictmap {command}" in shown


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == version("conflictmap")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["run"], "nothing to read"),
        (["extract"], "requires an argument"),
        (["extract", "a", "b"], "b"),
        (["extract", "--bogus"], "--bogus"),
        (["run", "a", "--bogus"], "--bogus"),
        (["extract", "a", "--workers", "x"], "--workers"),
        (["extract", "a", "--workers", "0"], "workers"),
        (["gazetteer", "lookup"], "needs a name"),
        (["serve"], "nothing to read"),
        (["serve", "-"], "standard input"),
        (["serve", "a", "-"], "standard input"),
        (["serve", "a", "--cron", "every day"], "every day"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_usage_is_one_line_and_2(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    stdout, stderr = capsys.readouterr()
    assert stdout == "" and stderr.count("\n") == 1 and told in stderr


def test_a_wrong_setting_is_one_line_and_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CONFLICTMAP_WORKERS", "many")
    assert main(["extract", "a"]) == 2
    assert "workers" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["extract", "geoparse"])
def test_standard_input_to_standard_output(command: str, cli: Cli, article_lines: str) -> None:
    done = cli(command, "-", "--out", "-", stdin=article_lines)
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["article_id"] for line in done.stdout.splitlines()] == ["a1", "a2"]


@pytest.mark.parametrize("words", [["extract", "-"], ["geoparse", "-"], ["gazetteer", "lookup", "Aleppo"]])
def test_the_quick_commands_import_nothing_heavy(
    words: list[str], article_lines: str, tmp_path: Path
) -> None:
    script = (
        "import sys; from flows.cli import main; code = main();"
        f"print(*sorted(set(sys.modules) & set({HEAVY})), file=sys.stderr, end=''); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        input=article_lines,
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_gazetteer_lookup(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "lookup", "Aleppo", "Qqzzv"]) == 1
    stdout, stderr = capsys.readouterr()
    assert "1. Aleppo (province) in " in stdout and "Syria" in stdout and "population" in stdout
    assert "its own name" in stdout
    assert "'Qqzzv'" in stderr and stderr.count("\n") == 1


def test_gazetteer_lookup_tells_which_step_found_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "lookup", "Sarmda"]) == 0
    stdout = capsys.readouterr().out
    assert "1. Sarmada (town) in Idlib, Syria" in stdout
    assert "spelling: a spelling of its name 'Sarmada', similarity 0.92" in stdout
    assert main(["gazetteer", "lookup", "Saradana"]) == 1
    assert "fuzzy: nearly its name 'saradan'" in capsys.readouterr().out


def test_gazetteer_lookup_says_what_it_does_not_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "lookup", "Idlib", "--limit", "1"]) == 0
    assert "more of this name: --limit" in capsys.readouterr().out
    assert main(["gazetteer", "lookup", "Idlib", "--limit", "0"]) == 2


def test_gazetteer_info(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "info"]) == 0
    stdout = capsys.readouterr().out
    assert "GeoNames" in stdout and "town" in stdout and "MB" in stdout


@pytest.mark.slow
def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    many = lines(
        *({"id": str(n), "text": "Nothing of note happened in the town today. " * 20} for n in range(2000))
    )
    source = tmp_path / "many.jsonl"
    source.write_text(many)
    command = f"{sys.executable} -c '{START}' extract {source} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False, env=environment(tmp_path)
    )
    assert done.stderr == "" and done.stdout.count("\n") == 1


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_stopped_in_the_middle_it_leaves_nothing(
    number: signal.Signals, code: int, workers: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", START, "extract", "-", "--out", "out.jsonl", "--workers", workers]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_interrupts,
    )
    assert process.stdin is not None
    process.stdin.write(lines(*({"text": "Nothing happened."} for _ in range(200))))
    process.stdin.flush()
    until = time.monotonic() + 60
    while not list(tmp_path.glob(".out.jsonl.*")) and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(number)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Traceback" not in stderr
    assert list(tmp_path.iterdir()) == []


def test_the_input_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "articles.jsonl"
    source.write_text(lines({"text": "Nothing of note."}))
    assert main(["extract", str(source), "--out", str(source)]) == 2
    assert "is the input itself" in capsys.readouterr().err
    assert "Nothing of note" in source.read_text()


def test_a_retry_is_no_line_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--version"])
    assert not logging.getLogger("stamina").isEnabledFor(logging.WARNING)
