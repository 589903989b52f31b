"""A layer: what one added file holds, normalised, in one zip of a description and a table of rows.

`layer.json` describes it, `rows.tsv` has its rows. The index is rebuilt from the embedded sources and all
layers that lie in its folder.
"""

from __future__ import annotations

import json
import os
import re
import zipfile
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Literal, NamedTuple

from gazetteer.errors import BadInput
from gazetteer.place import PlaceLevel

LayerKind = Literal["dump", "table", "boundaries", "names", "codes", "hierarchy"]
SUFFIX = ".layer.zip"
FACTS, ROWS = "layer.json", "rows.tsv"
BREAKS = re.compile(r"[\x00-\x1f\x7f|]+")
SHORT = "~"
"""Before a name: a short form, which counts only where no other place of the country bears it."""
Fields = Sequence[str]
PLACE_COLUMNS = (
    "id", "level", "name", "lat", "lon", "radius_km", "country", "admin1", "admin2", "population", "names",
    "rank", "code", "within", "area", "unsure",
)  # fmt: skip
"""The columns of a place's row. New ones go behind: layers of older programs are read on."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What is known of a layer."""

    name: str
    """The stem of its file; a layer that is added under the same name takes its place."""
    kind: LayerKind
    source: str
    """Who made it, as far as that can be told."""
    licence: str
    taken_from: str
    """Name of the file that was added."""
    day: str
    """The ISO day of that file."""
    counts: dict[str, int] = field(default_factory=dict)
    """Rows by level, or by what else they are."""
    passed_over: int = 0
    """Rows of kinds that are no places of interest (streams, wells, farms)."""


class LayerPlace(NamedTuple):
    """A place as a layer tells it. A tuple: made a million times, it takes a third of a dataclass's time."""

    id: str
    name: str
    level: PlaceLevel
    lat: float
    lon: float
    radius_km: float | None
    """None: the usual one for its level and size."""
    country: str
    """ISO 3166-1 alpha-3."""
    admin1: str = ""
    """In a dump GeoNames' code (`SY.12`), else the name as the file has it."""
    admin2: str = ""
    """Likewise (`SY.12.170796`)."""
    population: int = 0
    names: tuple[str, ...] = ()
    """Further names; `~` before a short form."""
    rank: int = 0
    """Of a division: 1 for ADM1, 2 for ADM2 ...; else 0."""
    code: str = ""
    """Another id: a p-code, or GeoNames' code of a division."""
    within: str = ""
    """That of the division around it."""
    area: bytes | None = None
    """Its outline, as WKB in WGS 84."""
    sure: bool = True
    """Whether the source tells the level; else it is presumed, and gives way to anybody's who knows."""


def write_layer(folder: Path, layer: Layer, rows: Iterable[tuple[str, Fields]]) -> Layer:
    """Write a layer of (what to count it as, cells); gives the layer with its counts. Memory stays flat.

    A row counted as "" is not written: it was passed over.
    """
    counts: Counter[str] = Counter()
    path = folder / f"{layer.name}{SUFFIX}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        with (
            archive.open(ROWS, "w", force_zip64=True) as raw,
            TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="\n", write_through=False) as text,
        ):
            for level, cells in rows:
                counts[level] += 1
                if level:
                    text.write("\t".join(cells) + "\n")
        passed_over = counts.pop("", 0)
        told = {"columns": PLACE_COLUMNS, "passed_over": passed_over}
        facts = asdict(layer) | told | {"counts": dict(counts.most_common())}
        archive.writestr(FACTS, json.dumps(facts, ensure_ascii=False))
    return read_layer(path)


def read_layer(path: Path) -> Layer:
    """What is known of the layer in a file."""
    facts = _facts(path)
    try:
        return Layer(**{part.name: facts[part.name] for part in fields(Layer)})
    except KeyError as error:
        raise _damaged(path) from error


def _facts(path: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(path) as archive:
            facts: dict[str, Any] = json.loads(archive.read(FACTS))
    except (zipfile.BadZipFile, KeyError, ValueError, zlib.error) as error:
        raise _damaged(path) from error
    return facts


def read_rows(path: Path) -> Iterator[list[str]]:
    """The fields of every row of a layer."""
    try:
        with (
            zipfile.ZipFile(path) as archive,
            archive.open(ROWS) as raw,
            TextIOWrapper(raw, encoding="utf-8", newline="\n") as lines,
        ):
            for line in lines:
                yield line.rstrip("\n").split("\t")
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError) as error:
        raise _damaged(path) from error


def read_places(path: Path) -> Iterator[LayerPlace]:
    """The places of a layer of a kind that has them; what an older layer does not tell is left empty."""
    written = _facts(path)["columns"]
    if written == list(PLACE_COLUMNS):
        return map(place_of, read_rows(path))
    where = [written.index(column) if column in written else None for column in PLACE_COLUMNS]
    return (place_of(["" if i is None else row[i] for i in where]) for row in read_rows(path))


def _damaged(path: Path) -> BadInput:
    return BadInput(path, "this layer of the place index is damaged; remove it or add its file again")


def layer_files(folder: Path) -> tuple[Path, ...]:
    """The layers of a folder, by name; none where there is no such folder."""
    return tuple(sorted(folder.glob(f"*{SUFFIX}"))) if folder.is_dir() else ()


def layer_name(path: Path) -> str:
    """The name of the layer in a file."""
    return path.name.removesuffix(SUFFIX)


def checksum(path: Path) -> bytes:
    """What tells one content of a layer from another: the end of its zip, which lists the checksums in it."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(-min(size, 512), os.SEEK_END)
        return size.to_bytes(8, "big") + file.read()


def plain(text: str) -> str:
    """The text without what parts fields, rows and names."""
    return BREAKS.sub(" ", text).strip()


def fields_of(place: LayerPlace) -> Fields:
    """A place as a row."""
    return (
        place.id, place.level, place.name, f"{place.lat:.6f}", f"{place.lon:.6f}",
        "" if place.radius_km is None else f"{place.radius_km:g}", place.country, place.admin1, place.admin2,
        str(place.population or ""), "|".join(place.names), str(place.rank or ""), place.code, place.within,
        "" if place.area is None else b64encode(place.area).decode("ascii"), "" if place.sure else "?",
    )  # fmt: skip


def place_of(cells: Fields) -> LayerPlace:
    """A row as a place."""
    (
        id_, level, name, lat, lon, radius, country, admin1, admin2, people, names, rank, code, within, area,
        unsure,
    ) = cells  # fmt: skip
    return LayerPlace(
        id_, name, level, float(lat), float(lon), float(radius) if radius else None, country, admin1, admin2,  # type: ignore[arg-type]  # written by us
        int(people or 0), tuple(names.split("|")) if names else (), int(rank or 0), code, within,
        b64decode(area) if area else None, not unsure,
    )  # fmt: skip
