"""Lines of text out of a plain file or a zip, streamed, with limits on what an archive may unpack to."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO

from gazetteer.errors import BadInput

MOST_BYTES = 8 << 30
"""Unpacked: all of GeoNames (allCountries.txt) is under 2 GB, a country's boundaries under 1."""
MOST_RATIO = 100
"""Unpacked to packed. GeoNames' files pack at 3-5, shapefiles at up to 20; a bomb at 1,000."""
SMALL_BYTES = 32 << 20
"""Up to here any ratio is harmless: a short file of blanks packs well."""
LONGEST_LINE = 1 << 20
"""Bytes. The longest line of GeoNames has some 15,000."""
TEXT_SUFFIXES = (".txt", ".tsv", ".csv")
BOUNDARY_SUFFIXES = (".shp", ".geojson", ".json", ".gpkg", ".fgb", ".kml", ".gml", ".topojson")


def is_zip(path: Path) -> bool:
    """Whether it is a zip by its content, or claims to be one by its name."""
    return path.suffix.lower() == ".zip" or zipfile.is_zipfile(path)


def checked_members(path: Path) -> list[zipfile.ZipInfo]:
    """The files in a zip. Raises BadInput for one that is broken, locked, or unpacks to more than it may."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise BadInput(path, f"the zip file is broken ({error}); get it again") from error
    unpacked = sum(member.file_size for member in members)
    packed = max(1, path.stat().st_size)
    if unpacked > MOST_BYTES or (unpacked > SMALL_BYTES and unpacked / packed > MOST_RATIO):
        raise BadInput(
            path, f"refused: {packed:,} bytes would unpack to {unpacked:,}, which no such file does"
        )
    if any(member.flag_bits & 1 for member in members):
        raise BadInput(path, "the zip file is locked with a password; unpack it first")
    return members


def is_boundary_file(name: str) -> bool:
    """Whether a file's name is one of boundaries; those that a Mac puts into a zip by itself are none."""
    return Path(name).suffix.lower() in BOUNDARY_SUFFIXES and not name.startswith("__MACOSX/")


def text_member(path: Path) -> zipfile.ZipInfo:
    """The table in a zip: its largest text file, which a readme is not."""
    texts = [m for m in checked_members(path) if m.filename.lower().endswith(TEXT_SUFFIXES)]
    texts = [m for m in texts if not Path(m.filename).name.lower().startswith("readme")] or texts
    if not texts:
        raise BadInput(path, "there is no table (.txt, .tsv, .csv) and no boundary file in the zip")
    return max(texts, key=lambda member: member.file_size)


def file_day(path: Path) -> str:
    """The ISO day of a file; for a zip the latest of the files in it that have one."""
    if path.suffix.lower() == ".zip":
        days = [day for member in checked_members(path) if (day := _day_of(member)) is not None]
        if days:
            return max(days).isoformat()
    return date.fromtimestamp(path.stat().st_mtime).isoformat()


def _day_of(member: zipfile.ZipInfo) -> date | None:
    """None where the zip was made without a clock: it has a month 0 then."""
    try:
        return date(*member.date_time[:3])
    except ValueError:
        return None


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a plain file, or of the table in a zip; nothing is unpacked to disk."""
    if not is_zip(path):
        with path.open("rb") as file:
            yield file
        return
    member = text_member(path)
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as file:
            yield file
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BadInput(path, f"the zip file is broken ({error}); get it again") from error


def text_lines(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 text, plain or in a zip, with their line ends. Raises BadInput.

    The real number of bytes is counted, whatever the archive's own list says.
    """
    with opened(path) as file:
        total = number = 0
        while raw := file.readline(LONGEST_LINE):
            number += 1
            total += len(raw)
            if total > MOST_BYTES or len(raw) == LONGEST_LINE:
                raise BadInput(path, "refused: too long, or a line of it is, for a table of places", number)
            try:
                yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise BadInput(path, "not a text in UTF-8; save it as UTF-8", number) from error
