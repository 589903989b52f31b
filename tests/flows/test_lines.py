"""`extract` and `geoparse`: a line for each article, in order, whatever the articles are like."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from articles import Article
from flows.cli import main
from geo import Findings, find_events
from geo.event import Event
from tests.flows.conftest import CLASH, STRIKE, lines


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def source(tmp_path: Path, article_lines: str) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(article_lines)
    return path


def test_extract_writes_the_contracts_line(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out.jsonl"
    assert main(["extract", str(source), "--out", str(out)]) == 0
    first, second = read(out)
    assert list(first) == ["article_id", "published", "events", "errors"]
    assert (first["article_id"], first["published"], first["errors"]) == ("a1", "2018-03-06", [])
    assert second["article_id"] == "a2"
    event = first["events"][0]
    assert list(event) == [f.name for f in fields(Event)]
    assert (event["killed_low"], event["killed_high"], event["place_name"]) == (12, None, "Aleppo")


def test_geoparse_writes_the_contracts_line(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["geoparse", str(source), "--out", str(out)]) == 0
    first, _ = read(out)
    assert list(first) == ["article_id", "toponyms", "errors"]
    assert {"Aleppo", "Syria"} <= {toponym["text"] for toponym in first["toponyms"]}


def test_geoparse_resolves_exactly_the_spans_that_are_asked_for(tmp_path: Path) -> None:
    start = STRIKE.index("Syria")
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(lines({"text": STRIKE, "spans": [[start, start + 5]]}, {"text": STRIKE, "spans": []}))
    assert main(["geoparse", str(source), "--out", str(out)]) == 0
    asked, none = read(out)
    assert [(t["start"], t["end"]) for t in asked["toponyms"]] == [(start, start + 5)]
    assert none["toponyms"] == []


def test_a_bad_article_has_its_line_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        lines({"text": CLASH}) + '{"text": \n' + lines({"text": " "}, {"id": "last", "text": CLASH})
    )
    assert main(["extract", str(source), "--out", str(out)]) == 1
    good, broken, empty, last = read(out)
    assert good["errors"] == [] and last["article_id"] == "last"
    for line, number in ((broken, 2), (empty, 3)):
        assert (line["article_id"], line["published"], line["events"]) == (None, None, [])
        assert f"in.jsonl:{number}: " in line["errors"][0]
    stderr = capsys.readouterr().err
    assert stderr.count("\n") == 2 and "in.jsonl:2: " in stderr and "in.jsonl:3: " in stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (b"\x00\x01\x02PK" * 40, "not text"),
        (b'{"text": "\xff\xfe\x81"}\n', "in.jsonl"),
    ],
    ids=["missing", "empty", "binary", "unknown encoding"],
)
def test_an_unreadable_input_is_one_line_and_leaves_the_output_alone(
    content: bytes | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    out.write_text("earlier\n")
    if content is not None:
        source.write_bytes(content)
    assert main(["extract", str(source), "--out", str(out)]) in (1, 2)
    stderr = capsys.readouterr().err
    assert stderr.count("\n") == 1 and words in stderr
    assert out.read_text() == "earlier\n" or read(out)[0]["errors"]


def test_an_article_that_brings_out_a_bug_has_its_line_and_is_named(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def bug(article: Article, *more: object) -> Findings:
        if article.id == "a1":
            raise ZeroDivisionError("two\nlines")
        return find_events(article, *more)  # type: ignore[arg-type]

    monkeypatch.setattr("flows.locate.find_events", bug)
    out = tmp_path / "out.jsonl"
    assert main(["extract", str(source), "--out", str(out)]) == 1
    first, second = read(out)
    assert (first["article_id"], first["events"], second["errors"]) == ("a1", [], [])
    assert "'a1': ZeroDivisionError: two lines" in first["errors"][0]
    stderr = capsys.readouterr().err
    assert stderr.count("\n") == 1 and "in.jsonl:1: " in stderr and "'a1'" in stderr


def test_an_output_file_is_whole_or_not_there(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("flows.lines._line", bug)
    with pytest.raises(ZeroDivisionError):
        main(["extract", str(source), "--out", str(tmp_path / "out.jsonl")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl"]


@pytest.mark.slow
def test_workers_change_nothing(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(
        lines(*({"id": str(n), "text": (STRIKE, CLASH)[n % 2], "desk": "x"} for n in range(60)))
    )
    outs = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    assert main(["extract", str(source), "--out", str(outs[0])]) == 0
    assert main(["extract", str(source), "--out", str(outs[1]), "--workers", "2"]) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert [line["article_id"] for line in read(outs[0])] == [str(n) for n in range(60)]


def test_an_output_that_cannot_be_written_is_one_line(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(source), "--out", str(source / "out.jsonl")]) == 2
    stderr = capsys.readouterr().err
    assert stderr.count("\n") == 1 and "in.jsonl" in stderr
