"""JSON arrays that are written while events come, in little memory; what is told again is a number."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import ExitStack
from hashlib import blake2b
from tempfile import SpooledTemporaryFile
from typing import IO, TypeVar

from geo.areas import Geometry
from geo.map_rows import text_cell

REMEMBERED = 20_000
"""So many different values are remembered, to say a repeated one by its number; older ones are said again."""
REMEMBERED_OUTLINES = 300
HELD = 256 * 1024
"""Bytes of an array that stay in memory; a longer one lies in a temporary file."""
GATHERED = 1_000
"""Cells that are written at a time."""
_ESCAPES = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
STEPS = 10_000
"""Corners of outlines are told in ten-thousandths of a degree: about ten metres."""
Key = TypeVar("Key")
Value = TypeVar("Value")


class Cells:
    """A JSON array that is written cell by cell; nothing in it can end the page's script element."""

    def __init__(self, stack: ExitStack) -> None:
        self._file: IO[bytes] = stack.enter_context(SpooledTemporaryFile(HELD))  # noqa: SIM115
        self._gathered: list[str] = []
        self.length = 0

    def add(self, cell: str) -> None:
        """The next cell, as JSON."""
        self._gathered.append(cell)
        self.length += 1
        if len(self._gathered) >= GATHERED:
            self._write()

    def extend(self, cells: Sequence[str]) -> None:
        """The next cells."""
        self._gathered += cells
        self.length += len(cells)
        if len(self._gathered) >= GATHERED:
            self._write()

    def _write(self) -> None:
        comma = "," if self.length > len(self._gathered) else ""
        # Half a character, which a mangled article can hold, has no UTF-8 and becomes a question mark.
        self._file.write(guarded(comma + ",".join(self._gathered)).encode("utf-8", "replace"))
        self._gathered = []

    def size(self) -> int:
        """Bytes of the array, when all cells are there."""
        if self._gathered:
            self._write()
        return self._file.tell() + 2

    def pieces(self) -> Iterator[bytes]:
        """The array in pieces, when all cells are there."""
        size = self.size()
        self._file.seek(0)
        yield b"["
        while piece := self._file.read(1 << 18):
            yield piece
        yield b"]"
        self._file.seek(size - 2)


def guarded(text: str) -> str:
    """JSON that cannot end its script element, nor be read as a comment or a tag inside it."""
    for sign, escape in _ESCAPES:
        text = text.replace(sign, escape)
    return text


class Words:
    """A column of texts: 0 for null, a text where it is told first, else the number (from 1) of the cell that
    tells it."""

    def __init__(self, stack: ExitStack) -> None:
        self.cells = Cells(stack)
        self._first: OrderedDict[str, int] = OrderedDict()

    def add(self, text: str | None) -> None:
        first = 0 if text is None else self._first.get(text)
        if text is None or first is not None:
            self.cells.add(str(first))
        else:
            self.cells.add(text_cell(text))
            _remember(self._first, text, self.cells.length, REMEMBERED)


class Table:
    """Values under their numbers, from 0."""

    def __init__(self, stack: ExitStack) -> None:
        self.cells = Cells(stack)
        self._known: OrderedDict[Hashable, int] = OrderedDict()

    def number(self, key: Hashable, cell: Callable[[], str]) -> int:
        """The number of a value, which its key tells from others; `cell` gives its JSON."""
        number = self._known.get(key)
        if number is None:
            number = self.cells.length
            self.cells.add(cell())
            _remember(self._known, key, number, REMEMBERED)
        return number


class Outlines:
    """Outlines of places under their numbers: polygons of rings, a ring as [lon, lat, step, step, ...]."""

    def __init__(self, stack: ExitStack) -> None:
        self._table = Table(stack)
        self.cells = self._table.cells
        self._same: OrderedDict[int, tuple[Geometry, int]] = OrderedDict()

    def number(self, outline: Geometry) -> int:
        """The number of an outline (a Polygon or MultiPolygon); the same object is looked at only once."""
        known = self._same.get(id(outline))
        if known is None:
            cell = json.dumps(_polygons(outline), separators=(",", ":"))
            # The outline itself is kept too: another one could get its id.
            known = outline, self._table.number(blake2b(cell.encode()).digest(), lambda: cell)
            _remember(self._same, id(outline), known, REMEMBERED_OUTLINES)
        return known[1]


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


def _remember(known: OrderedDict[Key, Value], key: Key, value: Value, limit: int) -> None:
    """The oldest one is forgotten when there are too many."""
    if len(known) >= limit:
        known.popitem(last=False)  # a plain dict would look for its first key past all that are gone
    known[key] = value
