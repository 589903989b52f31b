"""A run without Prefect: what is new is read, what was read is kept, what was changed is replaced."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from flows.session import groups, open_session
from flows.settings import Settings
from flows.tally import Tally
from gazetteer import add_files
from store import FolderInUse
from tests.flows.conftest import CLASH, STRIKE, lines
from tests.gazetteer.world import world


def run(out: Path, *sources: Path, again: bool = False, batch_size: int = 2) -> Tally:
    """What the flow does, as plain calls."""
    with open_session(Settings(out=out, batch_size=batch_size, formats=("geojson", "map")), again) as session:
        session.start([str(source) for source in sources])
        while session.read():
            if session.has_work:
                session.extract_and_locate()
                session.keep()
        session.write()
        return session.tally


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(
        lines(
            {"id": "a", "text": STRIKE, "desk": "x"}, {"id": "b", "text": CLASH}, {"id": "c", "text": "Calm."}
        )
    )
    return path


def features(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / "events.geojson").read_text())["features"]
    return found


def test_a_first_run_reads_all(source: Path, tmp_path: Path) -> None:
    tally = run(tmp_path / "out", source)
    assert tally.standing == {"new": 3} and tally.events == 2 and tally.without_events == 1
    assert tally.outputs["articles"] == 3 and tally.outputs["events"] == 2
    assert {feature["properties"]["killed_low"] for feature in features(tmp_path / "out")} == {12, 2}
    kept = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text().splitlines()]
    assert [article["id"] for article in kept] == ["a", "b", "c"] and kept[0]["desk"] == "x"


def test_the_report_names_what_was_added_to_the_index(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = world(tmp_path)
    for module in ("gazetteer.add", "gazetteer.index"):
        monkeypatch.setattr(f"{module}.embedded_sources", lambda: sources)
    index = tmp_path / "places.sqlite"
    mine = tmp_path / "mine.csv"
    mine.write_text("name,lat,lon,country\nQamar,35,36,SY\n")
    os.utime(mine, (1_600_000_000,) * 2)
    add_files([mine], index)
    with open_session(Settings(out=tmp_path / "out", gazetteer=index), again=False) as session:
        versions = session.report([])["versions"]
    assert versions["added places"] == ["mine: the table mine.csv (not stated), of 2020-09-13"]


def test_a_second_run_reads_nothing_and_keeps_all(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, source)
    before = {name: (out / name).read_bytes() for name in ("events.geojson", "map.html", "articles.jsonl")}
    tally = run(out, source)
    assert tally.standing == {"seen": 3} and tally.events == 0 and tally.outputs["events"] == 2
    assert {name: (out / name).read_bytes() for name in before} == before


def test_again_reads_all_and_doubles_nothing(source: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", source)
    tally = run(tmp_path / "out", source, again=True)
    assert tally.events == 2 and len(features(tmp_path / "out")) == 2


def test_a_changed_article_replaces_its_events(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, source)
    source.write_text(source.read_text().replace("At least 12", "At least 15"))
    tally = run(out, source)
    assert tally.standing == {"changed": 1, "seen": 2}
    assert {feature["properties"]["killed_low"] for feature in features(out)} == {15, 2}


def test_the_same_article_twice_counts_once(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(lines(*({"id": "a", "text": STRIKE},) * 3))
    tally = run(tmp_path / "out", source)
    assert tally.standing == {"new": 1, "seen": 2} and len(features(tmp_path / "out")) == 1


def test_tables_that_number_their_rows_alike_are_both_kept(tmp_path: Path) -> None:
    for name, text in (("a", STRIKE), ("b", CLASH)):
        (tmp_path / f"{name}.csv").write_text(f'id,text\n1,"{text}"\n')
    run(tmp_path / "out", tmp_path / "a.csv", tmp_path / "b.csv")
    assert len(features(tmp_path / "out")) == 2


def test_a_crash_keeps_the_batches_before_it_and_the_earlier_files(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    earlier = tmp_path / "earlier.jsonl"
    earlier.write_text(
        lines({"id": "z", "text": "Three people were killed in shelling of Donetsk, Ukraine."})
    )
    run(out, earlier)
    before = (out / "events.geojson").read_bytes()

    def full_disk(*_: object) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("flows.steps.write_outputs", full_disk)
        with pytest.raises(OSError, match="no space"):
            run(out, source)
    assert (out / "events.geojson").read_bytes() == before
    tally = run(out, source)
    assert tally.standing == {"seen": 3} and len(features(out)) == 3


def test_a_bad_input_does_not_hide_the_others(source: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("when,where\n1,2\n")
    (tmp_path / "empty.txt").write_text("")
    tally = run(
        tmp_path / "out", tmp_path / "bad.csv", source, tmp_path / "empty.txt", tmp_path / "missing.txt"
    )
    assert tally.articles == 3
    assert [Path(problem.source.name).name for problem in tally.problems] == [
        "bad.csv",
        "empty.txt",
        "missing.txt",
    ]


def test_records_of_another_version_are_told_in_one_line(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run(out, source)
    path = out / "state" / "records.jsonl"
    record = json.loads(path.read_text().splitlines()[0])
    path.write_text(path.read_text().replace(f'"program":"{record["program"]}"', '"program":"0.0.1"', 1))
    capsys.readouterr()
    run(out, source)
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "1 by 0.0.1" in told and "--again" in told


def test_two_lines_with_one_id_are_both_kept_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(lines({"id": "1", "text": STRIKE}, {"id": "1", "text": CLASH}))
    tally = run(tmp_path / "out", source, batch_size=1)
    assert tally.standing == {"new": 2} and len(features(tmp_path / "out")) == 2
    (note,) = tally.report()["notes"]
    assert "in.jsonl:2: its id '1'" in note and "both are kept" in note
    assert capsys.readouterr().err == f"conflictmap: {note}\n"
    assert run(tmp_path / "out", source).standing == {"seen": 2}
    assert len(features(tmp_path / "out")) == 2


@pytest.mark.parametrize("batch_size", [1, 2, 9])
def test_of_two_versions_at_one_url_the_later_one_counts(tmp_path: Path, batch_size: int) -> None:
    source = tmp_path / "in.jsonl"
    first = {"id": "1", "url": "https://example.org/1", "text": STRIKE}
    source.write_text(lines(first, first | {"text": STRIKE.replace("12", "15")}))
    for _ in range(3):
        tally = run(tmp_path / "out", source, batch_size=batch_size)
        assert [f["properties"]["killed_low"] for f in features(tmp_path / "out")] == [15]
        assert "the later one counts" in tally.notes[0] and len(tally.notes) == 1


def test_the_output_folder_is_no_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news", "in.jsonl").write_text(lines({"id": "a", "text": STRIKE}))
    out = Path("news", "..", "outputs")
    for standing in ("new", "seen"):
        tally = run(out, Path(), Path("news"))
        assert tally.standing == ({"new": 1, "seen": 1} if standing == "new" else {"seen": 2})
        assert tally.problems == [] and len(tally.notes) == 1 and "output folder" in tally.notes[0]
    assert run(out, Path("news")).notes == []


def test_a_file_of_an_output_folder_can_be_asked_for(source: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", source)
    tally = run(tmp_path / "out", tmp_path / "out" / "articles.jsonl")
    assert tally.standing == {"seen": 3} and tally.notes == []


def test_a_broken_record_is_one_line(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run(out, source)
    path = out / "state" / "records.jsonl"
    path.write_text(path.read_text().replace('"published":null', '"published":"not a day"', 1))
    capsys.readouterr()
    assert run(out, source).standing == {"new": 1, "seen": 2}
    assert capsys.readouterr().err == f"conflictmap: 1 damaged lines of {path} are left out\n"
    assert len(features(out)) == 2


def test_two_runs_at_once(source: Path, tmp_path: Path) -> None:
    with open_session(Settings(out=tmp_path / "out")), pytest.raises(FolderInUse):
        run(tmp_path / "out", source)


def test_groups_keep_the_order() -> None:
    sources = ["a", "b", "https://x.org/1", "HTTP://x.org/2", "-", "c"]
    assert list(groups(sources)) == [
        (False, ["a", "b"]), (True, ["https://x.org/1"]), (True, ["HTTP://x.org/2"]), (False, ["-", "c"]),
    ]  # fmt: skip
