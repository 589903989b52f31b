"""The old file or the new one, never a half; links stay links; pipes and devices are written to."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from geo.writers.atomic import replacing, replacing_bytes, replacing_path

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def test_text_is_utf8_with_plain_newlines_and_half_a_character_is_a_question_mark(tmp_path: Path) -> None:
    with replacing(tmp_path / "f") as file:
        file.write("é\n\ud800\n")
    assert (tmp_path / "f").read_bytes() == "é\n?\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["f"]


def test_bytes_are_kept_as_they_are(tmp_path: Path) -> None:
    with replacing_bytes(tmp_path / "f") as file:
        file.write(b"\xff\r\n")
    assert (tmp_path / "f").read_bytes() == b"\xff\r\n"


def test_a_block_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "f") as file:
        file.write("new")
        raise ZeroDivisionError
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"f": "old"}


def test_the_new_file_is_on_the_disk_before_it_gets_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f"
    path.write_text("old")
    synced: list[tuple[int, str]] = []
    monkeypatch.setattr(os, "fsync", lambda n: synced.append((os.fstat(n).st_size, path.read_text())))
    with replacing(path) as file:
        file.write("newer")
    assert synced == [(5, "old")] and path.read_text() == "newer"


@POSIX
@pytest.mark.parametrize("there", [True, False], ids=["a file", "nothing yet"])
def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path, there: bool) -> None:
    (tmp_path / "data").mkdir()
    target, link = tmp_path / "data" / "f", tmp_path / "link"
    if there:
        target.write_text("old")
    link.symlink_to(target)
    with replacing(link) as file:
        file.write("new")
    assert link.is_symlink() and target.read_text() == "new"
    assert [path.name for path in target.parent.iterdir()] == ["f"]


@POSIX
def test_links_in_a_circle_are_taken_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with replacing(tmp_path / "a") as file:
        file.write("new")
    assert (tmp_path / "a").read_text() == "new"


@POSIX
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    with replacing(pipe) as file:
        file.write("words")
    reader.join(timeout=30)
    assert read == ["words"] and pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@POSIX
def test_a_device_is_written_to_through_a_link(tmp_path: Path) -> None:
    link = tmp_path / "nowhere"
    link.symlink_to("/dev/null")
    with replacing(link) as file:
        file.write("words")
    assert link.is_symlink() and Path("/dev/null").is_char_device()


def test_a_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"(?i)directory|denied"), replacing(tmp_path):
        pass


def test_a_library_that_writes_by_name_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "f.db").write_text("old")
    with replacing_path(tmp_path / "f.db") as made:
        assert made.name == "f.db" and made.parent != tmp_path and not made.exists()
        made.write_text("new")
        (made.parent / "f.db-journal").write_text("journal")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"f.db": "new"}


def test_its_failure_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "f.db").write_text("old")
    with pytest.raises(ZeroDivisionError), replacing_path(tmp_path / "f.db") as made:
        made.write_text("new")
        raise ZeroDivisionError
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"f.db": "old"}


def test_its_file_is_on_the_disk_before_it_gets_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda n: synced.append(os.fstat(n).st_size))
    with replacing_path(tmp_path / "f") as made:
        made.write_text("newer")
        assert not (tmp_path / "f").exists()
    assert synced == [5] and (tmp_path / "f").read_text() == "newer"


@POSIX
def test_its_link_stays_a_link_and_a_device_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    link, nowhere = tmp_path / "link", tmp_path / "nowhere"
    link.symlink_to(tmp_path / "data" / "f")
    nowhere.symlink_to("/dev/null")
    for path in (link, nowhere):
        with replacing_path(path) as made:
            made.write_text("new")
    assert link.is_symlink() and (tmp_path / "data" / "f").read_text() == "new"
    assert nowhere.is_symlink() and Path("/dev/null").is_char_device()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "link", "nowhere"]
