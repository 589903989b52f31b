"""The project: whole wherever its folder goes, with layers in order, view, times and credits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

from ..geo.sample_reports import at, unlocated
from .conftest import HOSTILE, Ask, samples


@pytest.fixture(scope="module")
def project(ask: Ask, folder: Path) -> Any:
    return ask({"task": "project", "source": str(folder / "conflictmap.qgz")})[0]


def test_it_opens_with_its_title_and_credits(project: Any) -> None:
    assert project["read"] and project["title"] == default_style().title
    assert "GeoNames" in project["abstract"] and "Natural Earth" in project["abstract"]


def test_points_lie_on_areas_and_both_on_the_outlines_of_the_world(project: Any) -> None:
    assert project["order"] == [
        f"conflictmap_{name}" for name in ("events", "areas", "disputed", "countries")
    ]
    assert project["groups"] == [default_style().title, "Background"]


def test_every_layer_is_valid_after_the_folder_was_moved(project: Any, folder: Path) -> None:
    assert not project["absolute"]
    for layer in project["layers"].values():
        assert layer["valid"] and layer["crs"] == "EPSG:4326"
        assert layer["source"].startswith(f"{folder}/")
    counts = {id_: layer["count"] for id_, layer in project["layers"].items()}
    assert counts["conflictmap_events"] == len(samples()) and counts["conflictmap_countries"] > 170
    assert counts["conflictmap_disputed"] == 1
    assert counts["conflictmap_areas"] == 4 + len(HOSTILE) // 2


def test_layers_look_as_they_do_alone(project: Any) -> None:
    events, areas = (project["layers"][f"conflictmap_{name}"] for name in ("events", "areas"))
    assert events["renderer"] == "pointCluster" and areas["renderer"] == "RuleRenderer"
    assert "Violence against civilians" in events["legend"] and areas["labels"]
    assert events["temporal"] == areas["temporal"] == [True, 4, "date_start", "date_end", 1]


def test_it_begins_with_all_events_in_the_window(project: Any) -> None:
    west, south, east, north = project["extent"]
    assert 33 < west < 36.3 and 41 < east < 44
    assert 30 < south < 33 and 36.2 < north < 38
    assert project["crs"] == "EPSG:3857"


def test_the_temporal_controller_spans_all_days_in_steps_of_one(project: Any) -> None:
    assert project["range"] == project["moments"] == ["2026-01-01T00:00:00Z", "2026-02-11T23:59:59Z"]
    assert project["step"][0] == 1 and project["step"][1].startswith("day")
    assert project["mode"] == 2


@pytest.mark.parametrize(
    "events",
    [
        [],
        [unlocated(id="n-1", date_start=None, date_end=None)],
        [at("country", "Farland", -17.0, 179.5, 900.0, id="n-2")],
    ],
    ids=["no event", "nothing on the map", "beyond the antimeridian"],
)
def test_odd_events_open_too(ask: Ask, tmp_path: Path, events: list[dict[str, Any]]) -> None:
    write_outputs(tmp_path, events, outputs_named(["qgis"]), Look(default_style()))
    told = ask({"task": "project", "source": str(tmp_path / "conflictmap.qgz")})[0]
    assert told["read"]
    assert all(layer["valid"] for layer in told["layers"].values())
    assert told["layers"]["conflictmap_events"]["count"] == len(events)
