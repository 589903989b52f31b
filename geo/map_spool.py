"""JSON arrays that are written while events come, in little memory; what is told again is a number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import blake2b
from tempfile import SpooledTemporaryFile
from typing import IO, Any, TypeVar

from geo.areas import Geometry

REMEMBERED = 20_000
"""So many different values are remembered, to say a repeated one by its number; older ones are said again."""
REMEMBERED_OUTLINES = 300
HELD = 256 * 1024
"""Bytes of an array that stay in memory; a longer one lies in a temporary file."""
STEPS = 10_000
"""Corners of outlines are told in ten-thousandths of a degree: about ten metres."""
Key = TypeVar("Key")
Value = TypeVar("Value")
_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_text(value: Any) -> str:
    """JSON that cannot end its script element, nor be read as a comment or a tag inside it."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text


class Cells:
    """A JSON array that is written cell by cell."""

    def __init__(self, stack: ExitStack) -> None:
        self._file: IO[str] = stack.enter_context(
            SpooledTemporaryFile(HELD, "w+", encoding="utf-8", errors="replace", newline="\n")  # noqa: SIM115
        )
        self.length = 0

    def add(self, cell: str) -> None:
        """The next cell, as JSON."""
        self._file.write("," + cell if self.length else cell)
        self.length += 1

    def pieces(self) -> Iterator[str]:
        """The array in pieces, when all cells are there."""
        self._file.seek(0)
        yield "["
        while piece := self._file.read(1 << 20):
            yield piece
        yield "]"


class Words:
    """A column of texts: 0 for null, a text where it is told first, else the number (from 1) of the cell that
    tells it."""

    def __init__(self, stack: ExitStack) -> None:
        self.cells = Cells(stack)
        self._first: dict[str, int] = {}

    def add(self, text: str | None) -> None:
        first = 0 if text is None else self._first.get(text)
        self.cells.add(json_text(text) if first is None else str(first))
        if text is not None and first is None:
            _remember(self._first, text, self.cells.length, REMEMBERED)


class Table:
    """Values under their numbers, from 0."""

    def __init__(self, stack: ExitStack) -> None:
        self.cells = Cells(stack)
        self._known: dict[str, int] = {}

    def number(self, cell: str) -> int:
        """The number of a value, given as JSON."""
        number = self._known.get(cell)
        if number is None:
            number = self.cells.length
            _remember(self._known, cell, number, REMEMBERED)
            self.cells.add(cell)
        return number


class Outlines:
    """Outlines of places under their numbers: polygons of rings, a ring as [lon, lat, step, step, ...]."""

    def __init__(self, stack: ExitStack) -> None:
        self.cells = Cells(stack)
        self._same: dict[int, tuple[Geometry, int]] = {}
        self._equal: dict[bytes, int] = {}

    def number(self, outline: Geometry) -> int:
        """The number of an outline (a Polygon or MultiPolygon); the same object is looked at only once."""
        known = self._same.get(id(outline))
        if known is not None:
            return known[1]
        cell = json_text(_polygons(outline))
        digest = blake2b(cell.encode(), digest_size=16).digest()
        number = self._equal.get(digest)
        if number is None:
            number = self.cells.length
            _remember(self._equal, digest, number, REMEMBERED)
            self.cells.add(cell)
        # The outline itself is kept too: another one could get its id.
        _remember(self._same, id(outline), (outline, number), REMEMBERED_OUTLINES)
        return number


def _polygons(outline: Geometry) -> list[list[list[int]]]:
    shapes = outline["coordinates"] if outline["type"] == "MultiPolygon" else [outline["coordinates"]]
    return [[_steps(ring) for ring in polygon] for polygon in shapes]


def _steps(ring: list[list[float]]) -> list[int]:
    """A closed ring as whole steps; corners that fall onto the one before are left out."""
    steps: list[int] = []
    x = y = 0
    for lon, lat in ring[:-1]:
        across, up = round(lon * STEPS) - x, round(lat * STEPS) - y
        if across or up or not steps:
            steps += [across, up]
            x, y = x + across, y + up
    return steps


def _remember(known: dict[Key, Value], key: Key, value: Value, limit: int) -> None:
    """The oldest one is forgotten when there are too many."""
    if len(known) >= limit:
        del known[next(iter(known))]
    known[key] = value
