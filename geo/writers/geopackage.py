"""Events -> a GeoPackage (1.3) with two layers: every event as a point or unlocated, and the areas."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyogrio
from pyogrio.raw import write_arrow

from geo.style import Look
from geo.writers.arrow import Batches
from geo.writers.atomic import replacing_path
from geo.writers.columns import KINDS, Kind, typed
from geo.writers.feature import Feature
from geo.writers.layer_styles import layer_styles, put_layer_styles
from geo.writers.output import Put
from geo.writers.wkb import areas_wkb, point_wkb

GEOMETRY = "geom"
KINDS_HERE: Mapping[str, Kind] = {
    key: kind if key in ("date_start", "date_end") or kind not in ("day", "instant") else "text"
    for key, kind in KINDS.items()
}
"""Only when it happened is a date: the Temporal Controller of QGIS plays date columns, and not the days of
publication. As ISO text these sort and compare as well."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# What GDAL would write of the clock, so that the same events give the same bytes. No fsync a batch: the whole
# file is synced before it gets its name.
_OPTIONS = {"OGR_CURRENT_DATE": "1970-01-01T00:00:00.000Z", "OGR_SQLITE_SYNCHRONOUS": "OFF"}


@contextmanager
def geopackage(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.gpkg: layers `events` and `areas`, the same as in the GeoJSON files.

    `fid` counts the features of a layer in the events' order, `id` joins the layers. A spatial index on each.
    The time in the file is that of the latest `updated`.
    """
    changed = _NEVER
    with replacing_path(folder / "events.gpkg") as path:
        events, areas = _layer(path, "events", "Point"), _layer(path, "areas", "MultiPolygon")

        def put(feature: Feature) -> None:
            nonlocal changed
            changed = max(changed, typed("updated", "instant", feature.properties))
            events.add(feature, None if feature.point is None else point_wkb(feature.point))
            if feature.area is not None:
                areas.add(feature, areas_wkb(feature.area))

        yield put
        events.flush()
        areas.flush()
        _settle(path, look, changed)


def _layer(path: Path, name: str, geometry_type: str) -> Batches:
    """An empty layer of the file, and what adds to it."""

    def write(batch: pa.RecordBatch, append: bool = True) -> None:
        with _options():
            write_arrow(
                pa.Table.from_batches([batch]), path, layer=name, driver="GPKG", append=append,
                geometry_name=GEOMETRY, geometry_type=geometry_type, crs="EPSG:4326",
                dataset_options={"VERSION": "1.3"}, layer_options={"SPATIAL_INDEX": "YES"},
            )  # fmt: skip

    batches = Batches(KINDS_HERE, [pa.field(GEOMETRY, pa.binary())], write)
    write(pa.RecordBatch.from_pylist([], batches.schema), append=False)
    return batches


@contextmanager
def _options() -> Iterator[None]:
    """GDAL's options belong to the whole process: as they were, afterwards."""
    before = {key: pyogrio.get_gdal_config_option(key) for key in _OPTIONS}
    pyogrio.set_gdal_config_options(_OPTIONS)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(before)


def _settle(path: Path, look: Look, changed: datetime) -> None:
    """Title, time and styles."""
    when = changed.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    with closing(sqlite3.connect(path)) as database, database:
        for layer, words in (("events", look.style.title), ("areas", f"{look.style.title}: areas")):
            database.execute(
                "UPDATE gpkg_contents SET description = ?, last_change = ? WHERE table_name = ?",
                (words, when, layer),
            )
        put_layer_styles(database, layer_styles(look), GEOMETRY, when)
