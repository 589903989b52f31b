"""All events as the one block of JSON in the map's page: a column per key, each word told once."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from operator import itemgetter
from types import TracebackType
from typing import Any, Self

from geo.areas import Geometry
from geo.map_rows import (
    ARTICLE,
    CODES,
    NUMBERS,
    PLACE,
    TEXTS,
    article_cell,
    claims_of,
    number_cells,
    place_cell,
)
from geo.map_spool import GATHERED, Cells, Outlines, Table, Words, guarded

PLAIN_BYTES = 4_000_000
"""A block of up to so many bytes is plain JSON, which any browser reads; a larger one is deflated."""
_placed = itemgetter(*PLACE)


class Columns:
    """Takes events one by one and gives the block when all are there. Memory does not grow with their number.

    Places and articles are tables. A cell of `claims` is the number of the one article that tells the event,
    or a list; what a source tells otherwise than the event as a whole stands beside its number:
    `[[3, {"killed_low": 17}], 8]`.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._numbers = {key: Cells(self._stack) for key in NUMBERS}
        self._rows: list[list[str]] = []
        self._texts = {key: Words(self._stack) for key in TEXTS}
        self._places, self._articles = Table(self._stack), Table(self._stack)
        self._outlines = Outlines(self._stack)
        self._place, self._claims = Cells(self._stack), Cells(self._stack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def put(self, report: Mapping[str, Any], outline: Geometry | None = None) -> None:
        """The next event, with the outline of its place if there is one.

        ValueError for a word that is none of its key's and for a toll below 0.
        """
        self._rows.append(number_cells(report))
        if len(self._rows) == GATHERED:
            self._part_rows()
        for key, words in self._texts.items():
            words.add(report[key])
        shape = None if outline is None else self._outlines.number(outline)
        place = (*_placed(report), shape)
        self._place.add(str(self._places.number(place, lambda: place_cell(report, shape))))
        self._claims.add(self._claim_cell(report))

    def _part_rows(self) -> None:
        """The rows of numbers gathered go into their columns."""
        for column, cells in zip(self._numbers.values(), zip(*self._rows, strict=True), strict=False):
            column.extend(cells)
        self._rows = []

    def _claim_cell(self, report: Mapping[str, Any]) -> str:
        cells, alike = [], True
        for article, own in claims_of(report):
            number = self._articles.number(article, lambda article=article: article_cell(article))  # type: ignore[misc]
            cells.append(str(number) if own is None else f"[{number},{own}]")
            alike = alike and own is None
        return cells[0] if len(cells) == 1 and alike else f"[{','.join(cells)}]"

    def _arrays(self) -> dict[str, Cells]:
        texts = {key: words.cells for key, words in self._texts.items()}
        return {"place": self._place, "claims": self._claims} | self._numbers | texts

    def _tables(self) -> dict[str, Cells]:
        tables = {"places": self._places.cells, "articles": self._articles.cells}
        return tables | {"outlines": self._outlines.cells}

    def size(self) -> int:
        """About how many bytes the block has, when all events are there."""
        self._part_rows()
        return sum(cells.size() for cells in (self._arrays() | self._tables()).values())

    def block(self, head: Mapping[str, Any]) -> Iterator[bytes]:
        """The JSON object in pieces: `head`, what the columns mean, tables, columns."""
        self._part_rows()
        keys = {"codes": dict(CODES), "placeKeys": PLACE, "articleKeys": ARTICLE}
        told = json.dumps(
            {**head, **keys, "count": self._place.length},
            ensure_ascii=False, allow_nan=False, separators=(",", ":"),
        )  # fmt: skip
        yield guarded(told)[:-1].encode("utf-8", "replace")
        for name, cells in self._tables().items():
            yield f',"{name}":'.encode()
            yield from cells.pieces()
        sign = b',"columns":{'
        for name, cells in self._arrays().items():
            yield sign + f'"{name}":'.encode()
            yield from cells.pieces()
            sign = b","
        yield b"}}"


def deflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """A raw deflate stream of the pieces, as text (base64) in pieces."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    left = b""
    for piece in pieces:
        left += squeeze.compress(piece)
        whole = len(left) - len(left) % 3
        yield b64encode(left[:whole])
        left = left[whole:]
    yield b64encode(left + squeeze.flush())
