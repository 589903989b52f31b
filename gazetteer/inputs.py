"""What an added file is, and its rows as a layer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.archive import checked_members, file_day, is_boundary_file, is_zip, text_lines, text_member
from gazetteer.boundary_columns import LICENCES
from gazetteer.errors import BadInput
from gazetteer.geonames import (
    DUMP_COLUMNS,
    alternate_rows,
    code_rows,
    country_rows,
    dump_rows,
    hierarchy_rows,
)
from gazetteer.layer import Fields, Layer, LayerKind, write_layer
from gazetteer.table import Told, table_rows

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

GEONAMES, GEONAMES_LICENCE = "GeoNames (https://www.geonames.org/)", "CC BY 4.0"
Rows = Callable[[Path], Iterator[tuple[str, Fields]]]
UNSAFE = re.compile(r"[^\w.+-]+")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
CODE = re.compile(r"[A-Z]{2}\.[^.\t]+(\.[^\t]+)?")
LOOKED_AT = 60
"""Lines at the head of a file; the comments of countryInfo take some fifty."""


def add_file(path: Path, folder: Path, told: Told, gazetteer: Gazetteer) -> Layer:
    """Read a file and write its layer to a folder. Raises BadInput for a file that cannot be used."""
    if not path.is_file():
        raise BadInput(path, "is no file; give the files in it" if path.is_dir() else "there is no such file")
    name = UNSAFE.sub("-", path.name.split(".")[0]).strip("-") or "file"
    if holds_boundaries(path):
        return _add_boundaries(path, name, folder, told, gazetteer)
    kind, rows = recognise_table(path)
    if rows is None:
        layer = Layer(name, "table", f"the table {path.name}", "not stated", path.name, file_day(path))
        made = write_layer(folder, layer, table_rows(path, name, told, gazetteer))
    else:
        # alternatenames/SY.zip has the name of the dump SY.zip.
        own = f"{name}-names" if rows is alternate_rows else name
        layer = Layer(own, kind, GEONAMES, GEONAMES_LICENCE, path.name, file_day(path))
        made = write_layer(folder, layer, rows(path))
    if not made.counts:
        raise BadInput(path, "there is no place in it that the index can use")
    return made


def _add_boundaries(path: Path, name: str, folder: Path, told: Told, gazetteer: Gazetteer) -> Layer:
    # GDAL and GEOS take half a second to load, and tables do not need them.
    from gazetteer.boundaries import BoundaryFile

    file = BoundaryFile(path, told, gazetteer)
    maker = file.columns.maker
    source = maker or f"the boundaries {path.name}"
    layer = Layer(name, "boundaries", source, LICENCES[maker], path.name, file.day() or file_day(path))
    return write_layer(folder, layer, file.rows(name))


def holds_boundaries(path: Path) -> bool:
    """Whether a file is one of boundaries, by its name or by what its zip holds."""
    if is_zip(path):
        return any(is_boundary_file(member.filename) for member in checked_members(path))
    return is_boundary_file(path.name)


def recognise_table(path: Path) -> tuple[LayerKind, Rows | None]:
    """What a text table is, by its first lines: one of GeoNames' files, or any other table (no rows then)."""
    with closing(text_lines(path)) as lines:  # type: ignore[type-var]  # a generator
        head = [line.rstrip("\r\n") for line in islice(lines, LOOKED_AT)]
    if not head:
        raise BadInput(path, "there is nothing in it")
    name = (text_member(path).filename if is_zip(path) else path.name).rsplit("/", 1)[-1].lower()
    if name.startswith("countryinfo"):
        return "names", country_rows
    fields = head[0].split("\t")
    if len(fields) == DUMP_COLUMNS and fields[0].isdigit() and NUMBER.fullmatch(fields[4]):
        return "dump", dump_rows
    if len(fields) == 4 and CODE.fullmatch(fields[0]) and fields[3].isdigit():
        return "codes", code_rows
    if len(fields) >= 4 and fields[0].isdigit() and fields[1].isdigit():
        return "names", alternate_rows
    if len(fields) in (2, 3) and fields[0].isdigit() and fields[1].isdigit():
        return "hierarchy", hierarchy_rows
    return "table", None
