import json
from pathlib import Path

import pytest

from geo.report import UnreadableEvents, read_events, read_outlines
from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

from ..sample_reports import mixed, report


def test_what_a_run_wrote_comes_back(tmp_path: Path) -> None:
    write_outputs(tmp_path, mixed(), outputs_named(["geojson"]), Look(default_style()))
    assert read_events(tmp_path / "events.geojson") == mixed()
    outlines = read_outlines(tmp_path / "areas.geojson", {"m-9", "m-1"})
    assert {id_: geometry["type"] for id_, geometry in outlines.items()} == {"m-9": "Polygon"}


def test_without_areas_there_are_circles(tmp_path: Path) -> None:
    assert read_outlines(tmp_path / "areas.geojson", {"m-9"}) == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "no JSON"),
        ("[]", "no GeoJSON of features"),
        ('{"features": [{"properties": {"id": "x"}}]}', "feature 1: event 'x' lacks event_type"),
        ('{"features": [{}]}', "feature 1: 'properties'"),
        (json.dumps({"features": [{"properties": report() | {"event_type": "War"}}]}), "no event type of"),
    ],
)
def test_what_is_no_run_is_one_line(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "e.geojson").write_text(text)
    with pytest.raises(UnreadableEvents) as raised:
        read_events(tmp_path / "e.geojson")
    assert problem in str(raised.value) and "\n" not in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableEvents, match=r"none\.geojson: No such file.*output folder"):
        read_events(tmp_path / "none.geojson")
