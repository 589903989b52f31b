import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import geopandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geo.merge import MAP_KEYS
from geo.writers.columns import KINDS

from ..sample_reports import at, mixed, report
from .writing import write

TYPES = {
    "text": pa.string(), "integer": pa.int64(), "float": pa.float64(), "day": pa.date32(),
    "instant": pa.timestamp("ms", tz="UTC"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parquet")
    write(folder, "parquet", mixed())
    return folder


def geo(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pq.read_metadata(path).metadata[b"geo"])
    return found


@pytest.mark.parametrize("name", ["events", "areas"])
def test_each_key_is_a_column_of_its_type_even_where_all_are_null(folder: Path, name: str) -> None:
    schema = pq.read_schema(folder / f"{name}.parquet")
    assert schema.names == [*MAP_KEYS, "geometry", "bbox"]
    assert {key: schema.field(key).type for key in MAP_KEYS} == {k: TYPES[kind] for k, kind in KINDS.items()}


def test_the_metadata_are_those_of_geoparquet_1_1(folder: Path) -> None:
    found = geo(folder / "events.parquet")
    (column,) = found["columns"].values()
    assert (found["version"], found["primary_column"]) == ("1.1.0", "geometry")
    assert (column["encoding"], column["geometry_types"]) == ("WKB", ["Point"])
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert column["bbox"] == [36.3, 33.5, 40.3, 36.2]
    assert "crs" not in column  # which says OGC:CRS84
    assert geo(folder / "areas.parquet")["columns"]["geometry"]["geometry_types"] == ["MultiPolygon"]


def test_geopandas_reads_points_and_days(folder: Path) -> None:
    frame = geopandas.read_parquet(folder / "events.parquet")
    assert frame.crs == "OGC:CRS84"
    assert frame["id"].tolist() == [f"m-{n}" for n in range(1, 13)]
    assert frame.geometry.isna().tolist() == [False] * 10 + [True] * 2
    assert (frame.geometry[0].x, frame.geometry[0].y) == (37.25, 35.5)
    assert [str(day) for day in frame["date_start"][:2]] == ["2026-02-11", "2026-01-01"]
    assert frame["updated"][0].isoformat() == "2026-03-01T12:00:00+00:00"


def test_areas_are_valid_and_found_by_their_boxes(folder: Path) -> None:
    path = folder / "areas.parquet"
    frame = geopandas.read_parquet(path)
    assert frame["id"].tolist() == ["m-2", "m-8", "m-9", "m-10"]
    assert frame.geometry.is_valid.all()
    assert all(part.exterior.is_ccw for area in frame.geometry for part in area.geoms)
    assert geopandas.read_parquet(path, bbox=(38.3, 35.0, 38.5, 35.2))["id"].tolist() == ["m-8"]


def test_duckdb_knows_dates_numbers_and_nulls(folder: Path) -> None:
    events = f"'{folder / 'events.parquet'}'"
    types = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM {events})").fetchall())
    assert (types["date_start"], types["killed_low"], types["lat"]) == ("DATE", "BIGINT", "DOUBLE")
    assert types["geometry"].startswith("GEOMETRY")
    counts = "SELECT count(*), count(geometry), count(killed_low), sum(killed_low), max(date_end) FROM "
    assert duckdb.sql(counts + events).fetchall() == [(12, 10, 7, 130, date(2026, 2, 11))]


def test_rows_are_written_group_by_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.writers.arrow.BATCH", 5)
    write(tmp_path, "parquet", mixed())
    metadata = pq.read_metadata(tmp_path / "events.parquet")
    assert [metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)] == [5, 5, 2]
    assert metadata.row_group(0).column(0).compression == "ZSTD"


def test_the_same_events_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, "parquet", mixed())
    for file in ("events.parquet", "areas.parquet"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_no_event_gives_empty_files_without_a_box(tmp_path: Path) -> None:
    write(tmp_path, "parquet", [])
    frame = geopandas.read_parquet(tmp_path / "events.parquet")
    assert frame.empty and frame.crs == "OGC:CRS84"
    assert "bbox" not in geo(tmp_path / "events.parquet")["columns"]["geometry"]


def test_an_area_over_the_date_line_has_two_polygons(tmp_path: Path) -> None:
    write(tmp_path, "parquet", [at("near", "Taveuni", -16.8, 179.99, 20.0)])
    (area,) = geopandas.read_parquet(tmp_path / "areas.parquet").geometry
    assert len(area.geoms) == 2 and area.is_valid


def test_words_are_kept_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, "parquet", [report(quote="'; سرمدا \u202e \ud83d\0")])
    (quote,) = pq.read_table(tmp_path / "events.parquet")["quote"].to_pylist()
    assert quote == "'; سرمدا \u202e ?\ufffd"


def test_an_error_leaves_the_old_files(tmp_path: Path) -> None:
    for name in ("events.parquet", "areas.parquet"):
        (tmp_path / name).write_text("old")
    with pytest.raises(ValueError, match="event 'ev-1': killed_low is no integer"):
        write(tmp_path, "parquet", [report(), report(killed_low=2**70)])
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old", "old"]
