from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from gazetteer.archive import file_day, text_lines
from gazetteer.errors import BadInput

from .world import write, zipped


def test_lines_of_a_plain_file_and_of_a_zip_are_the_same(tmp_path: Path) -> None:
    plain = write(tmp_path / "a.txt", "\ufeffone\nعين\n")
    packed = zipped(tmp_path / "a.zip", {"readme.txt": "x" * 500, "a.txt": "one\nعين\n"})
    assert list(text_lines(plain)) == list(text_lines(packed)) == ["one\n", "عين\n"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "SY.zip", {"SY.txt": bytes(60 << 20)})
    assert bomb.stat().st_size < 100_000
    with pytest.raises(BadInput, match=r"refused: .* would unpack to 62,914,560"):
        list(text_lines(bomb))


def test_a_small_file_that_packs_well_is_no_bomb(tmp_path: Path) -> None:
    assert len(list(text_lines(zipped(tmp_path / "a.zip", {"a.txt": "same line\n" * 100_000})))) == 100_000


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"PK\x03\x04 and no more", "the zip file is broken"), (b"", "the zip file is broken")],
)
def test_a_broken_zip(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "SY.zip"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=problem):
        list(text_lines(path))


def test_a_zip_whose_content_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("SY.txt", "one line\n" * 50)
    raw = bytearray(path.read_bytes())
    raw[60] ^= 0xFF
    path.write_bytes(bytes(raw))
    with pytest.raises(BadInput, match="the zip file is broken"):
        list(text_lines(path))


def test_a_zip_without_a_table(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no table"):
        list(text_lines(zipped(tmp_path / "a.zip", {"photo.jpg": b"x"})))


def test_members_are_never_unpacked_by_their_path(tmp_path: Path) -> None:
    path = zipped(tmp_path / "in" / "a.zip", {"../../evil.txt": "one\n"})
    assert list(text_lines(path)) == ["one\n"]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_what_is_no_utf8_says_on_which_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"name\nAl B\xe2b\n")
    with pytest.raises(BadInput, match="line 2: not a text in UTF-8"):
        list(text_lines(path))


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="line 1: refused: too long"):
        list(text_lines(write(tmp_path / "a.txt", "x" * (2 << 20))))


def test_the_day_of_a_zip_is_that_of_the_table_in_it(tmp_path: Path) -> None:
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("SY.txt", (2026, 2, 3, 4, 5, 6)), "x")
    assert file_day(path) == "2026-02-03"


def test_a_zip_that_tells_no_day_has_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        member = zipfile.ZipInfo("a.txt")
        member.date_time = (1980, 0, 0, 0, 0, 0)
        archive.writestr(member, "x")
    os.utime(path, (1_770_120_000, 1_770_120_000))
    assert file_day(path) == "2026-02-03"
