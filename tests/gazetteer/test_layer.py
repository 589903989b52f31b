from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from gazetteer.errors import BadInput
from gazetteer.layer import (
    FACTS,
    PLACE_COLUMNS,
    ROWS,
    Layer,
    LayerPlace,
    checksum,
    fields_of,
    layer_files,
    layer_name,
    place_of,
    plain,
    read_layer,
    read_places,
    write_layer,
)

LAYER = Layer("mine", "table", "a test", "none", "mine.csv", "2026-01-02")
PLACE = LayerPlace(
    "mine:1", "Qamar", "district", 35.5, 36.25, None, "SYR", "Idlib", "", 900, ("قمر", "~Q"), 2, "SY07", "SY",
    b"\x01\x02", False,
)  # fmt: skip


def test_a_place_survives() -> None:
    assert place_of(fields_of(PLACE)) == PLACE
    bare = LayerPlace("mine:2", "Hilal", "town", -1.0, 2.0, 1.5, "SYR")
    assert place_of(fields_of(bare)) == bare
    assert len(fields_of(bare)) == len(PLACE_COLUMNS)


def test_a_layer_survives_with_what_was_counted(tmp_path: Path) -> None:
    rows = [("district", fields_of(PLACE)), ("", ()), ("district", fields_of(PLACE)), ("", ())]
    written = write_layer(tmp_path, LAYER, rows)
    (path,) = layer_files(tmp_path)
    assert layer_name(path) == "mine"
    assert read_layer(path) == written
    assert (written.counts, written.passed_over) == ({"district": 2}, 2)
    assert list(read_places(path)) == [PLACE, PLACE]


def test_another_content_has_another_checksum(tmp_path: Path) -> None:
    write_layer(tmp_path, LAYER, [("district", fields_of(PLACE))])
    (path,) = layer_files(tmp_path)
    before = checksum(path)
    write_layer(tmp_path, LAYER, [("district", [*fields_of(PLACE)[:-1], ""])])
    assert checksum(path) != before


def test_a_layer_of_an_older_program_lacks_columns(tmp_path: Path) -> None:
    write_layer(tmp_path, LAYER, [("district", fields_of(PLACE))])
    (path,) = layer_files(tmp_path)
    with zipfile.ZipFile(path) as archive:
        facts = json.loads(archive.read(FACTS))
        cells = archive.read(ROWS).decode().rstrip("\n").split("\t")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(FACTS, json.dumps(facts | {"columns": facts["columns"][:-1]}))
        archive.writestr(ROWS, "\t".join(cells[:-1]) + "\n")
    (place,) = read_places(path)
    assert (place.name, place.area, place.sure) == ("Qamar", b"\x01\x02", True)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_damaged_layer_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.layer.zip"
    path.write_bytes(content)
    with pytest.raises(BadInput, match="this layer of the place index is damaged"):
        read_layer(path)


def test_no_folder_is_no_layers(tmp_path: Path) -> None:
    assert layer_files(tmp_path / "none") == ()


def test_what_parts_fields_is_taken_out_of_them() -> None:
    assert plain(" Al\tBab |\r\n x ") == "Al Bab   x"
