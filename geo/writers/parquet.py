"""Events -> two GeoParquet files (1.1): every event as a point or unlocated, and the areas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from geo.areas import Geometry
from geo.style import Look
from geo.writers.arrow import Batches
from geo.writers.atomic import replacing_bytes
from geo.writers.columns import KINDS
from geo.writers.feature import Feature
from geo.writers.output import Put
from geo.writers.wkb import Bounds, areas_wkb, bounds, point_wkb

_CORNERS = ("xmin", "ymin", "xmax", "ymax")
_GEOMETRY = (
    pa.field("geometry", pa.binary()),
    pa.field("bbox", pa.struct([(corner, pa.float64()) for corner in _CORNERS])),
)


@contextmanager
def geoparquet(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.parquet and areas.parquet, the same events and areas as the GeoJSON files.

    Days are dates, `updated` is an instant in UTC. Compressed with zstd, a row group a batch.
    """
    with (
        _file(folder / "events.parquet", "Point") as events,
        _file(folder / "areas.parquet", "MultiPolygon") as areas,
    ):

        def put(feature: Feature) -> None:
            events.add(feature, feature.point)
            if feature.area is not None:
                areas.add(feature, feature.area)

        yield put


class _Layer:
    """One file that is being written, and the box around what is in it so far."""

    def __init__(self, batches: Batches, geometry_type: str) -> None:
        self.batches = batches
        self._type = geometry_type
        self._box: Bounds | None = None

    def add(self, feature: Feature, geometry: Geometry | None) -> None:
        """A feature with its geometry."""
        if geometry is None:
            self.batches.add(feature, None, None)
            return
        box = bounds(geometry)
        self._box = box if self._box is None else _around(self._box, box)
        wkb = point_wkb(geometry) if self._type == "Point" else areas_wkb(geometry)
        self.batches.add(feature, wkb, dict(zip(_CORNERS, box, strict=True)))

    def metadata(self) -> str:
        """What the specification wants under the key `geo`; without `crs` it is longitude and latitude of
        WGS 84 (OGC:CRS84)."""
        column: dict[str, Any] = {
            "encoding": "WKB",
            "geometry_types": [self._type],
            "orientation": "counterclockwise",
            "edges": "planar",
            "covering": {"bbox": {corner: ["bbox", corner] for corner in _CORNERS}},
        }
        if self._box is not None:
            column["bbox"] = self._box
        return json.dumps({"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}})


def _around(one: Bounds, other: Bounds) -> Bounds:
    west, south, east, north = zip(one, other, strict=True)
    return min(west), min(south), max(east), max(north)


@contextmanager
def _file(path: Path, geometry_type: str) -> Iterator[_Layer]:
    with replacing_bytes(path) as file:
        batches = Batches(KINDS, _GEOMETRY, lambda batch: writer.write_batch(batch))
        with ParquetWriter(file, batches.schema, compression="zstd") as writer:
            layer = _Layer(batches, geometry_type)
            yield layer
            batches.flush()
            writer.add_key_value_metadata({"geo": layer.metadata()})
