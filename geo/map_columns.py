"""All events as the one block of JSON in the map's page: a column per key, each word told once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from geo.areas import Geometry
from geo.map_rows import ARTICLE, CODES, NUMBERS, PLACE, TEXTS, Row, row_of
from geo.map_spool import Cells, Outlines, Table, Words, json_text


class Columns:
    """Takes events one by one and gives the block when all are there. Memory does not grow with their number.

    Places and articles are tables. A cell of `claims` is the number of the one article that tells the event,
    or a list; what a source tells otherwise than the event as a whole stands beside its number:
    `[[3, {"killed_low": 17}], 8]`.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._numbers = {key: Cells(self._stack) for key in NUMBERS}
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
        """The next event, with the outline of its place if there is one. ValueError as `row_of`."""
        row = row_of(report)
        for column, number in zip(self._numbers.values(), row.numbers, strict=True):
            column.add("null" if number is None else str(number))
        for words, text in zip(self._texts.values(), row.texts, strict=True):
            words.add(text)
        shape = None if outline is None else self._outlines.number(outline)
        self._place.add(str(self._places.number(json_text([*row.place, shape]))))
        self._claims.add(self._claim_cell(row))

    def _claim_cell(self, row: Row) -> str:
        cells = []
        for article, own in row.claims:
            number = self._articles.number(json_text(article))
            cells.append(json_text([number, own]) if own else str(number))
        return cells[0] if len(cells) == 1 and not row.claims[0][1] else f"[{','.join(cells)}]"

    def block(self, head: Mapping[str, Any]) -> Iterator[str]:
        """The JSON object in pieces: `head`, what the columns mean, tables, columns."""
        keys = {"codes": dict(CODES), "placeKeys": PLACE, "articleKeys": ARTICLE}
        said = {**head, **keys, "count": self._place.length}
        yield json_text(said)[:-1]
        tables = {"places": self._places.cells, "articles": self._articles.cells}
        for name, cells in (tables | {"outlines": self._outlines.cells}).items():
            yield f',"{name}":'
            yield from cells.pieces()
        yield ',"columns":{"place":'
        yield from self._place.pieces()
        yield ',"claims":'
        yield from self._claims.pieces()
        columns = self._numbers | {key: words.cells for key, words in self._texts.items()}
        for key, column in columns.items():
            yield f',"{key}":'
            yield from column.pieces()
        yield "}}"
