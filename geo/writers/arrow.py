"""Events -> Arrow record batches of some thousand rows. Arrow takes a while: only writers import it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from geo.writers.columns import Kind, typed
from geo.writers.feature import Feature

BATCH = 4000
"""Rows kept in memory, some 4 KB each. With 1000 a GeoPackage takes a third longer; 16,000 save a tenth of
the time and take 30 MB more."""
TYPES: Mapping[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "float": pa.float64(),
    "day": pa.date32(),
    "instant": pa.timestamp("ms", tz="UTC"),
}


class Batches:
    """Columns that fill up row by row, and are handed on as one record batch when there are BATCH rows."""

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        more: Sequence[pa.Field],
        write: Callable[[pa.RecordBatch], None],
    ) -> None:
        """`kinds` are the columns of the events' own keys, `more` those of geometries, behind them."""
        self.schema = pa.schema([*((key, TYPES[kind]) for key, kind in kinds.items()), *more])
        self._kinds = tuple(kinds.items())
        self._write = write
        self._columns: list[list[Any]] = [[] for _ in self.schema]

    def add(self, feature: Feature, *more: Any) -> None:
        """The next row; ValueError for a value that is none of its column's kind."""
        row = [typed(key, kind, feature.properties) for key, kind in self._kinds]
        for column, value in zip(self._columns, (*row, *more), strict=True):
            column.append(value)
        if len(self._columns[0]) == BATCH:
            self.flush()

    def flush(self) -> None:
        """Hand on what is left."""
        if not self._columns[0]:
            return
        arrays = [pa.array(c, field.type) for c, field in zip(self._columns, self.schema, strict=True)]
        self._columns = [[] for _ in self.schema]
        self._write(pa.RecordBatch.from_arrays(arrays, schema=self.schema))
