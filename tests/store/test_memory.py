"""What is read once is known again; what was changed replaces what it was; a crash costs one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store import Memory, Record
from tests.store.samples import ARTICLE, article, record


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
    assert memory.standing(again) == standing  # type: ignore[arg-type]
    assert Memory(tmp_path).standing(again) == standing  # type: ignore[arg-type]


def test_a_changed_article_replaces_its_record(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.add([record(article("a", "one")), record(article("b"))])
    memory.add([record(article("a", "two"))])
    assert [kept.article.text for kept in memory.records()] == ["words", "two"]
    memory.compact()
    assert [kept.article.text for kept in memory.records()] == ["words", "two"]
    assert len(memory.path.read_bytes().splitlines()) == 2
    assert memory.standing(article("a", "two")) == "seen"


def test_two_tables_may_number_their_rows_alike(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.add([record(article("1", "one", "a.csv")), record(article("1", "two", "b.csv"))])
    assert len(memory) == 2 and ids(memory) == ["1", "1"]


def test_a_line_that_a_crash_cut_off_is_dropped_and_its_article_is_new(tmp_path: Path) -> None:
    Memory(tmp_path).add([record(article("a")), record(article("b"))])
    path = tmp_path / "records.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    memory = Memory(tmp_path)
    assert ids(memory) == ["a"] and memory.standing(article("b")) == "new"
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
    assert ids(memory) == [] and memory.standing(ARTICLE) == "changed"
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
