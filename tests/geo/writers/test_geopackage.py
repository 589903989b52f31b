import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas
import pyogrio
import pytest

from geo.merge import MAP_KEYS
from geo.style import Look
from geo.writers import geopackage
from geo.writers.columns import KINDS
from geo.writers.layer_styles import LayerStyle

from ..sample_reports import mixed, report, unlocated
from .writing import LOOK, write

TYPES = {"text": "object", "integer": "int64", "float": "float64", "day": "object", "instant": "object"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    write(folder, "geopackage", mixed())
    return folder / "events.gpkg"


def sql(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_it_is_a_geopackage_1_3_with_two_layers_and_their_styles(package: Path) -> None:
    assert pyogrio.list_layers(package).tolist() == [
        ["events", "Point"], ["areas", "MultiPolygon"], ["layer_styles", None]
    ]  # fmt: skip
    assert sql(package, "PRAGMA user_version") == [(10300,)]
    assert sql(package, "PRAGMA integrity_check") == [("ok",)]
    assert sql(package, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("layer", ["events", "areas"])
def test_each_key_is_a_column_of_its_kind_even_where_all_are_null(package: Path, layer: str) -> None:
    info = pyogrio.read_info(package, layer=layer)
    types = dict(zip(info["fields"], info["dtypes"], strict=True))
    wanted = {key: TYPES[kind] for key, kind in KINDS.items()}
    assert types == wanted | dict.fromkeys(("date_start", "date_end"), "datetime64[D]")
    assert (info["crs"], info["fid_column"], info["geometry_name"]) == ("EPSG:4326", "fid", "geom")


def test_only_the_days_of_the_event_are_dates(package: Path) -> None:
    declared = dict(sql(package, "SELECT name, type FROM pragma_table_info('events')"))
    assert [key for key in MAP_KEYS if declared[key].startswith("DATE")] == ["date_start", "date_end"]
    (row,) = sql(package, "SELECT date_start, last_published, updated FROM events WHERE id = 'm-1'")
    assert row == ("2026-02-11", "2026-02-12", "2026-03-01T12:00:00Z")


def test_every_event_is_there_the_unlocated_without_a_geometry(package: Path) -> None:
    frame = geopandas.read_file(package, layer="events")
    assert frame["id"].tolist() == [f"m-{n}" for n in range(1, 13)]
    assert frame.geometry.isna().tolist() == [False] * 10 + [True] * 2
    assert (frame.geometry[0].x, frame.geometry[0].y) == (37.25, 35.5)
    assert frame["date_start"].dt.strftime("%Y-%m-%d")[1] == "2026-01-01"
    assert frame["killed_low"].isna().sum() == 5 and (frame["killed_low"] == 0).sum() == 1


def test_areas_are_polygons_under_the_same_ids(package: Path) -> None:
    frame = geopandas.read_file(package, layer="areas")
    assert frame["id"].tolist() == ["m-2", "m-8", "m-9", "m-10"]
    assert frame.geometry.is_valid.all() and set(frame.geom_type) == {"MultiPolygon"}


def test_features_are_numbered_in_their_order_and_found_by_place(package: Path) -> None:
    assert sql(package, "SELECT fid FROM events ORDER BY id = 'm-1' DESC, fid LIMIT 2") == [(1,), (2,)]
    indexed = "SELECT extension_name, table_name FROM gpkg_extensions"
    assert {("gpkg_rtree_index", "events"), ("gpkg_rtree_index", "areas")} <= set(sql(package, indexed))
    assert len(sql(package, "SELECT * FROM rtree_events_geom")) == 10
    assert geopandas.read_file(package, layer="events", bbox=(37, 36, 37.2, 36.3))["id"].tolist() == [
        "m-3", "m-4", "m-5",
    ]  # fmt: skip


def test_the_file_tells_the_time_of_its_latest_event_and_no_other(tmp_path: Path) -> None:
    write(tmp_path, "geopackage", [report(updated="2026-03-02T01:00:00+02:00"), report(updated="2026-02-01")])
    times = sql(tmp_path / "events.gpkg", "SELECT table_name, last_change, description FROM gpkg_contents")
    assert times == [
        ("events", "2026-03-01T23:00:00.000Z", "Events of armed conflict"),
        ("areas", "2026-03-01T23:00:00.000Z", "Events of armed conflict: areas"),
        ("layer_styles", "2026-03-01T23:00:00.000Z", ""),
    ]


def test_the_same_events_give_the_same_bytes_in_batches_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.writers.arrow.BATCH", 5)
    for name in ("a", "b"):
        write(tmp_path / name, "geopackage", mixed())
    assert (tmp_path / "a" / "events.gpkg").read_bytes() == (tmp_path / "b" / "events.gpkg").read_bytes()
    assert len(geopandas.read_file(tmp_path / "a" / "events.gpkg", layer="events")) == 12


def test_no_event_gives_two_empty_layers(tmp_path: Path) -> None:
    write(tmp_path, "geopackage", [])
    for layer in ("events", "areas"):
        info = pyogrio.read_info(tmp_path / "events.gpkg", layer=layer)
        assert (info["features"], tuple(info["fields"])) == (0, MAP_KEYS)


def test_hostile_words_are_kept_as_they_are(tmp_path: Path) -> None:
    words = ["'; DROP TABLE events; --", '<script>alert("x")</script>', "سرمدا \u202e", "half \ud83d", "a\0b"]
    write(tmp_path, "geopackage", [report(id=f"h-{i}", quote=quote) for i, quote in enumerate(words)])
    found = geopandas.read_file(tmp_path / "events.gpkg", layer="events")["quote"].tolist()
    assert found == [*words[:3], "half ?", "a\ufffdb"]


def test_gdals_options_are_as_they_were(tmp_path: Path) -> None:
    pyogrio.set_gdal_config_options({"OGR_SQLITE_SYNCHRONOUS": "NORMAL"})
    try:
        write(tmp_path, "geopackage", [unlocated()])
        assert pyogrio.get_gdal_config_option("OGR_SQLITE_SYNCHRONOUS") == "NORMAL"
        assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None
    finally:
        pyogrio.set_gdal_config_options({"OGR_SQLITE_SYNCHRONOUS": None})


@pytest.mark.parametrize("before", ["an old file", None])
def test_an_error_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setattr("geo.writers.arrow.BATCH", 2)
    if before is not None:
        (tmp_path / "events.gpkg").write_text(before)

    def reports() -> Iterator[dict[str, Any]]:
        yield from mixed()
        yield report(date_start="soon")

    with pytest.raises(ValueError, match="date_start is no day: 'soon'"):
        write(tmp_path, "geopackage", reports())
    assert [path.read_text() for path in tmp_path.iterdir()] == ([] if before is None else [before])


def test_styles_are_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def styles(look: Look) -> tuple[LayerStyle, ...]:
        assert look is LOOK
        return (LayerStyle("areas", "Areas", "<qgis/>", "As they are."),)

    monkeypatch.setattr(geopackage, "layer_styles", styles)
    write(tmp_path, "geopackage", mixed())
    path = tmp_path / "events.gpkg"
    assert sql(path, "SELECT f_table_name, styleQML FROM layer_styles") == [("areas", "<qgis/>")]
    assert ["layer_styles", None] in pyogrio.list_layers(path).tolist()


@pytest.mark.skipif(shutil.which("ogrinfo") is None, reason="no ogrinfo is installed")
def test_gdals_own_program_opens_it_without_a_warning(package: Path) -> None:
    command = ["ogrinfo", "-ro", "-so", package, "events"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Warning" not in done.stdout + done.stderr
    assert "date_start: Date" in done.stdout and "killed_low: Integer64" in done.stdout
