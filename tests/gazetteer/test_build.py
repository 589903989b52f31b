from __future__ import annotations

import lzma
import re
import shutil
import sqlite3
import zipfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import fields
from multiprocessing import get_context
from pathlib import Path

import pytest

from gazetteer import Gazetteer, IndexUnavailable, build
from gazetteer.build import CODE, ensure_index, sources_digest, stored_digest
from gazetteer.core import Sources, embedded_sources
from gazetteer.errors import BadSource
from tests.gazetteer.test_core import TABLE, sources


def build_and_count(path: Path, named: Sources) -> int:
    """How many progress calls this process saw: none where another one built."""
    calls: list[tuple[int, int]] = []
    ensure_index(path, named, lambda done, total: calls.append((done, total)))
    return len(calls)


def test_an_index_is_built_once(tmp_path: Path) -> None:
    named = sources(tmp_path)
    path = tmp_path / "deep" / "er" / "places.sqlite"
    assert stored_digest(path) is None
    assert build_and_count(path, named) == 1
    assert build_and_count(path, named) == 0
    assert stored_digest(path) == sources_digest(named)
    assert sorted(p.name for p in path.parent.iterdir()) == ["places.lock", "places.sqlite"]


def test_progress_ends_with_all_places(tmp_path: Path) -> None:
    calls: list[tuple[int, int]] = []
    ensure_index(tmp_path / "i.sqlite", sources(tmp_path), lambda done, total: calls.append((done, total)))
    assert calls[-1] == (3, 3)


def test_a_changed_source_is_built_anew(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    before = Gazetteer.open(path, sources=sources(tmp_path))
    assert before.lookup("Idleb") == ()
    after = Gazetteer.open(path, sources=sources(tmp_path, "geonames:1,Idleb,\n"))
    assert [p.id for p in after.lookup("Idleb")] == ["geonames:1"]
    assert before.lookup("Edlib"), "an index that is open goes on working"


@pytest.mark.parametrize("part", [path.name for path in embedded_sources().files()])
def test_a_byte_of_a_source_gives_another_digest(tmp_path: Path, part: str) -> None:
    here = embedded_sources()
    copies = {path.name: tmp_path / path.name for path in here.files()}
    for path in here.files():
        shutil.copy(path, copies[path.name])
    single = {field.name: getattr(here, field.name) for field in fields(Sources) if field.name != "districts"}
    named = Sources(
        **{name: copies[path.name] for name, path in single.items()},
        districts=tuple(copies[path.name] for path in here.districts),
    )
    before = sources_digest(named)
    content = copies[part].read_bytes()
    # A packed file is told by the check sum near its end, which no other content has: see the next test.
    at = len(content) - 40 if copies[part].suffix == ".xz" else len(content) // 2
    copies[part].write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    assert sources_digest(named) != before


def test_a_letter_of_the_table_gives_another_digest(tmp_path: Path) -> None:
    named = sources(tmp_path)
    before = sources_digest(named)
    named.table.write_bytes(lzma.compress(TABLE.replace("Edlib", "Adlib").encode()))
    assert sources_digest(named) != before


@pytest.mark.parametrize("kind", ["a table", "a GeoPackage", "a folder"])
def test_what_is_no_index_is_left_alone(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mine"
    if kind == "a folder":
        path.mkdir()
    elif kind == "a table":
        path.write_text("name,lat,lon\nQamar,35,36\n")
    else:
        with closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE gpkg_contents (name TEXT)")
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(IndexUnavailable, match=r"is a folder|is left alone; give another"):
        Gazetteer.open(path, sources=sources(tmp_path))
    assert path.is_dir() or path.read_bytes() == before
    assert not path.with_suffix(".lock").exists()


def test_a_byte_of_a_layer_gives_another_digest(tmp_path: Path) -> None:
    named, layer = sources(tmp_path), tmp_path / "mine.layer.zip"
    digests = [sources_digest(named)]
    for row in ("Qamar", "Qamaz"):
        with zipfile.ZipFile(layer, "w") as archive:
            archive.writestr(zipfile.ZipInfo("rows.tsv"), row)
        digests.append(sources_digest(named, [layer]))
    assert len(set(digests)) == 3


def test_all_code_that_decides_what_is_in_an_index_is_in_the_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, seen, left = Path(build.__file__).parent, set[str](), ["build"]
    while left:
        name = left.pop()
        if name not in seen:
            seen.add(name)
            # What stands under TYPE_CHECKING is indented, and imports nothing.
            text = (here / f"{name}.py").read_text(encoding="utf-8")
            left += re.findall(r"^from gazetteer\.(\w+) import", text, re.MULTILINE)
    assert {f"{name}.py" for name in seen} - set(CODE) == {"errors.py"}
    for name in CODE:
        shutil.copy(here / name, tmp_path)
    monkeypatch.setattr(build, "__file__", str(tmp_path / "build.py"))
    named = sources(tmp_path)
    digests = {sources_digest(named)}
    for name in CODE:
        with (tmp_path / name).open("ab") as file:
            file.write(b"#")
        digests.add(sources_digest(named))
    assert len(digests) == len(CODE) + 1


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"cut off" * 40])
def test_a_broken_index_is_built_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "places.sqlite"
    path.write_bytes(content)
    assert Gazetteer.open(path, sources=sources(tmp_path)).lookup("Syria")


def test_a_bad_source_leaves_the_old_index_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    Gazetteer.open(path, sources=sources(tmp_path))
    with pytest.raises(BadSource):
        Gazetteer.open(path, sources=sources(tmp_path, "geonames:9,Nowhere,\n"))
    assert stored_digest(path) is not None
    assert not list(tmp_path.glob("*.building"))


def test_two_processes_build_one_index(tmp_path: Path) -> None:
    named, path = sources(tmp_path), tmp_path / "places.sqlite"
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        counts = list(pool.map(build_and_count, [path] * 4, [named] * 4))
    assert sorted(counts) == [0, 0, 0, 1]


def test_a_path_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    with pytest.raises(IndexUnavailable, match="cannot be written"):
        ensure_index(blocked / "places.sqlite", sources(tmp_path), None)


def test_the_index_is_a_plain_database(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    ensure_index(path, sources(tmp_path), None)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("SELECT count(*) FROM places").fetchone() == (3,)
    connection.close()
