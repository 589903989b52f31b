"""What is read once is known again; what was changed replaces what it was; a crash costs one line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from articles import Article
from store import Memory, Record, record_of
from tests.store.samples import ARTICLE, EVENT, article, record


def ids(memory: Memory) -> list[str]:
    return [kept.article.id for kept in memory.records()]


def test_a_new_folder_is_made_and_empty(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "deep" / "state")
    assert len(memory) == 0 and ids(memory) == []


def test_what_was_added_is_there_after_opening_again(tmp_path: Path) -> None:
    Memory(tmp_path).add([record(article("a")), record(article("b"))])
    memory = Memory(tmp_path)
    assert ids(memory) == ["a", "b"] and len(memory) == 2
    assert memory.programs == {"1.0": 2}


@pytest.mark.parametrize(
    ("again", "standing"),
    [
        (article("a"), "seen"),
        (article("a", file="moved.csv"), "seen"),
        (article("a", text="corrected"), "changed"),
        (article("a", text="corrected", file="b.csv"), "new"),
        (article("a", url="https://example.org/x"), "new"),
        (article("b"), "new"),
    ],
    ids=["as it was", "moved", "corrected", "row of another table", "another address", "another id"],
)
def test_standing(tmp_path: Path, again: object, standing: str) -> None:
    memory = Memory(tmp_path)
    memory.add([record(article("a"))])
    assert memory.meet(again).standing == standing  # type: ignore[arg-type]
    assert Memory(tmp_path).meet(again).standing == standing  # type: ignore[arg-type]


def test_a_changed_article_replaces_its_record(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.add([record(article("a", "one")), record(article("b"))])
    memory.add([record(article("a", "two"))])
    assert [kept.article.text for kept in memory.records()] == ["words", "two"]
    memory.compact()
    assert [kept.article.text for kept in memory.records()] == ["words", "two"]
    assert len(memory.path.read_bytes().splitlines()) == 2
    assert Memory(tmp_path).meet(article("a", "two")).standing == "seen"


def test_two_tables_may_number_their_rows_alike(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.add([record(article("1", "one", "a.csv")), record(article("1", "two", "b.csv"))])
    assert len(memory) == 2 and ids(memory) == ["1", "1"]


def test_a_line_that_a_crash_cut_off_is_dropped_and_its_article_is_new(tmp_path: Path) -> None:
    Memory(tmp_path).add([record(article("a")), record(article("b"))])
    path = tmp_path / "records.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    memory = Memory(tmp_path)
    assert ids(memory) == ["a"] and memory.meet(article("b")).standing == "new"
    memory.add([record(article("b"))])
    assert ids(Memory(tmp_path)) == ["a", "b"]


def test_damage_in_the_middle_is_counted_and_left_out(tmp_path: Path) -> None:
    Memory(tmp_path).add([record(article("a"))])
    with (tmp_path / "records.jsonl").open("ab") as file:
        file.write(b"\xff damage\n" + record(article("b")).line().encode())
    memory = Memory(tmp_path)
    assert memory.broken == 1 and ids(memory) == ["a", "b"]
    memory.compact()
    assert memory.broken == 0 and ids(memory) == ["a", "b"]


def test_a_record_of_another_form_waits_until_its_article_comes_again(tmp_path: Path) -> None:
    raw = json.loads(record().line())
    raw["events"][0]["a_key_of_later"] = 1
    raw["program"] = "9.0"
    (tmp_path / "records.jsonl").write_text(json.dumps(raw) + "\n")
    memory = Memory(tmp_path)
    assert memory.unreadable == 1 and memory.programs == {"9.0": 1}
    assert ids(memory) == [] and memory.meet(ARTICLE).standing == "changed"
    memory.compact()
    assert Memory(tmp_path).unreadable == 1
    memory.add([record()])
    memory.compact()
    assert memory.unreadable == 0 and ids(memory) == ["a1"]


def test_records_are_read_one_at_a_time(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.add([record(article(str(n))) for n in range(3)])
    first = next(iter(memory.records()))
    assert isinstance(first, Record) and first.article.id == "0"


def run(folder: Path, *came: Article) -> list[str]:
    """One run over the articles, one by one: what was said of each."""
    memory = Memory(folder)
    said = []
    for one in came:
        meeting = memory.meet(one)
        said.append(meeting.standing + (f", {meeting.twin}" if meeting.twin else ""))
        if meeting.standing != "seen":
            memory.add([record_of(one, (EVENT,), "1.0", "2021-04-04T00:00:00+00:00", meeting.origin)])
    memory.compact()
    return said


def texts(folder: Path) -> set[str]:
    return {kept.article.text for kept in Memory(folder).records()}


def test_standard_input_is_no_origin(tmp_path: Path) -> None:
    assert run(tmp_path, article("1", "one", "-")) == ["new"]
    assert run(tmp_path, article("1", "two", "-")) == ["new"]
    assert run(tmp_path, article("1", "one", "-")) == ["seen"]
    assert texts(tmp_path) == {"one", "two"}


@pytest.mark.parametrize("file", ["a.csv", "-"])
def test_two_lines_of_one_input_with_one_id_are_both_kept_and_told_once(tmp_path: Path, file: str) -> None:
    lines = [article("1", words, file) for words in ("one", "two", "three")]
    assert run(tmp_path, *lines) == ["new", "new, kept", "new"]
    assert texts(tmp_path) == {"one", "two", "three"}
    assert run(tmp_path, *lines) == ["seen", "seen, kept", "seen"]


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        ("A B", 0), ("B A", 0), ("A C", 1), ("C B", 1), ("C D", 2), ("N A B", 2), ("A N B", 1), ("A B N", 0),
        ("A B A", 0), ("A A B", 0),
    ],
)  # fmt: skip
def test_after_a_second_run_every_line_of_a_file_with_one_id_is_there(
    tmp_path: Path, after: str, changed: int
) -> None:
    run(tmp_path, *(article("1", words) for words in "AB"))
    said = run(tmp_path, *(article("1", words) for words in after.split()))
    assert sum(words.startswith("changed") for words in said) == changed
    assert texts(tmp_path) == set(after.split())
    assert all(words.startswith("seen") for words in run(tmp_path, *(article("1", w) for w in after.split())))


def test_of_two_versions_with_one_id_and_url_the_later_one_counts_in_every_run(tmp_path: Path) -> None:
    versions = [article("1", words, url="https://example.org/x") for words in ("first", "second")]
    for _ in range(3):
        assert run(tmp_path, *versions)[1] == "changed, replaced"
        assert texts(tmp_path) == {"second"}


def test_one_file_by_two_names_is_one_origin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run(tmp_path / "state", article("1", "one", "a.csv"))
    assert run(tmp_path / "state", article("1", "two", str(tmp_path / "." / "a.csv"))) == ["changed"]
    assert texts(tmp_path / "state") == {"two"}


def test_what_is_not_ascii_is_compacted_as_it_is(tmp_path: Path) -> None:
    line = record(article("b", "Überfall")).line().replace("\\u00dc", "Ü")
    (tmp_path / "records.jsonl").write_text(record(article("a")).line() * 2 + line, encoding="utf-8")
    memory = Memory(tmp_path)
    memory.compact()
    assert "Ü" in memory.path.read_text(encoding="utf-8") and ids(memory) == ["a", "b"]


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("article", "published"), "not a day"), (("article", "published"), 3), (("article", "id"), ["a"]),
        (("article", "text"), None), (("article", "url"), {}), (("article",), "a"), (("events",), None),
        (("events", 0), 7), (("events", 0, "lat"), "north"), (("events", 0, "lat"), float("nan")),
        (("events", 0, "killed_low"), 1.5), (("events", 0, "killed_low"), True), (("events", 0, "spans"), []),
        (("events", 0, "spans"), {"trigger": [3]}), (("origin",), None), (("content",), 1), (("updated",), 0),
        (("program",), []),
    ],
    ids=str,
)  # fmt: skip
def test_a_record_with_a_wrong_value_is_counted_and_left_out(
    tmp_path: Path, where: tuple[Any, ...], value: object
) -> None:
    raw = json.loads(record(article("b")).line())
    *path, last = where
    holder = raw
    for key in path:
        holder = holder[key]
    holder[last] = value
    (tmp_path / "records.jsonl").write_text(record(article("a")).line() + json.dumps(raw) + "\n")
    memory = Memory(tmp_path)
    assert memory.broken == 1 and ids(memory) == ["a"]
    memory.compact()
    assert ids(memory) == ["a"] and memory.meet(article("b")).standing == "new"


def test_a_line_that_is_nested_too_deeply_is_damage(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text("[" * 100_000 + "\n")
    assert Memory(tmp_path).broken == 1


def test_numbers_that_are_whole_come_back(tmp_path: Path) -> None:
    event = replace(EVENT, lat=36.0, lon=37, radius_km=3, killed_low=0)
    Memory(tmp_path).add([record(events=(event,))])
    assert [kept.events for kept in Memory(tmp_path).records()] == [(event,)]
