"""The files as text; tests/qgis opens them with QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest

from geo.style import Look, default_style
from geo.writers.feature import feature_of
from geo.writers.qgis import qgis

from ..sample_reports import at, mixed, report, unlocated

FILES = {"events.qml", "areas.qml", "borders.geojson", "conflictmap.qgz"}


def written(folder: Path, reports: list[dict[str, Any]], *added: str) -> Element:
    """The project of the files."""
    with qgis(folder, Look(default_style(), added)) as put:
        for one in reports:
            put(feature_of(one))
    with ZipFile(folder / "conflictmap.qgz") as archive:
        assert archive.namelist() == ["conflictmap.qgs"]
        return fromstring(archive.read("conflictmap.qgs"))


def test_the_same_events_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, mixed())
    assert {path.name for path in (tmp_path / "one").iterdir()} == FILES
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_an_error_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_text("old")
    with pytest.raises(ZeroDivisionError), qgis(tmp_path, Look(default_style())):
        raise ZeroDivisionError
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == dict.fromkeys(FILES, "old")


def test_files_are_named_from_the_projects_own_folder_on(tmp_path: Path) -> None:
    sources = [layer.findtext("datasource") for layer in written(tmp_path, mixed()).iter("maplayer")]
    assert sources == [
        "./events.gpkg|layername=events", "./events.gpkg|layername=areas",
        "./borders.geojson|geometrytype=LineString", "./borders.geojson|geometrytype=Polygon",
    ]  # fmt: skip


def test_days_span_all_events_and_their_last_day(tmp_path: Path) -> None:
    span = written(tmp_path, mixed()).find("ProjectTimeSettings/TemporalRange")
    assert span is not None
    assert [moment.text for moment in span] == ["2026-01-01T00:00:00Z", "2026-02-11T23:59:59Z"]


def test_events_without_days_set_no_range(tmp_path: Path) -> None:
    project = written(tmp_path, [report(date_start=None, date_end=None)])
    assert project.find("ProjectTimeSettings/TemporalRange") is None
    assert project.find("properties/TemporalControllerWidget") is None


@pytest.mark.parametrize(
    ("reports", "wide"),
    [
        ([unlocated()], 360.0),
        ([report()], 0.5),
        ([at("province", "P", 35.0, 38.0, 100.0)], 2.635),
        ([at("town", "A", 10.0, 10.0, 1.0), at("town", "B", 10.0, 20.0, 1.0, id="b")], 12.0),
    ],
    ids=["no place: the world", "one place and what lies around it", "all of an area", "a margin"],
)
def test_the_window_begins_with_all_places(
    tmp_path: Path, reports: list[dict[str, Any]], wide: float
) -> None:
    view = written(tmp_path, reports).find("ProjectViewSettings/DefaultViewExtent")
    assert view is not None
    across = (float(view.attrib["xmax"]) - float(view.attrib["xmin"])) / 111319.49
    assert across == pytest.approx(wide, abs=0.01)


def test_credits_name_all_whose_work_is_shown(tmp_path: Path) -> None:
    asked = report(place_id="nominatim:N1")
    told = written(tmp_path, [asked], "Boundaries [%1+1%] of OCHA")
    assert told.findtext("projectMetadata/abstract") == (
        "outlines: Natural Earth · places: GeoNames, UCDP GED (CC BY 4.0), OCHA (CC BY-IGO), geoBoundaries · "
        "some places: © OpenStreetMap contributors (ODbL 1.0) · Boundaries [%1+1%] of OCHA"
    )
    label = told.findtext("properties/CopyrightLabel/Label")
    assert label is not None and "[%" not in label and label.endswith("of OCHA")
    assert "OpenStreetMap" not in (written(tmp_path, [report()]).findtext("projectMetadata/abstract") or "")
