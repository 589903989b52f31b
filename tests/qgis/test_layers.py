"""The layers as QGIS opens them on their own: types, dates, and the look that comes by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from geo.conventions import EVENT_TYPES
from geo.merge import MAP_KEYS
from geo.style import default_style
from geo.writers.qgis_words import ALIASES

from .conftest import Ask, samples

DATES = {"date_start", "date_end"}
WHOLE = {"date_precision", "killed_low", "killed_high", "ucdp_where_prec", "acled_geo_precision"}
FLOATS = {"lat", "lon", "radius_km", "confidence", "place_confidence"}
EVENTS = ("events.geojson", "events.gpkg|layername=events")
AREAS = ("areas.geojson", "events.gpkg|layername=areas")
SOURCES = (*EVENTS, *AREAS)


@pytest.fixture(scope="module")
def layers(ask: Ask, folder: Path) -> dict[str, Any]:
    tasks = [{"task": "layer", "source": str(folder / source)} for source in SOURCES]
    return dict(zip(SOURCES, ask(*tasks), strict=True))


@pytest.mark.parametrize("source", SOURCES)
def test_layers_are_valid_in_wgs84_with_every_key(layers: dict[str, Any], source: str) -> None:
    layer = layers[source]
    assert layer["valid"] and layer["crs"] == "EPSG:4326"
    assert [name for name in layer["fields"] if name != "fid"] == list(MAP_KEYS)


@pytest.mark.parametrize("source", SOURCES)
def test_dates_are_dates_whole_numbers_whole_and_floats_floats(layers: dict[str, Any], source: str) -> None:
    fields = layers[source]["fields"]
    assert {fields[name] for name in DATES} == {"Date"}
    assert {fields[name] for name in WHOLE} <= {"Integer", "Integer64"}
    assert {fields[name] for name in FLOATS} == {"Real"}
    assert fields["quote"] == fields["id"] == fields["claims"] == "String"


@pytest.mark.parametrize("source", EVENTS)
def test_every_event_is_there_with_its_values(layers: dict[str, Any], source: str) -> None:
    rows = {row["id"]: row for row in layers[source]["rows"]}
    assert set(rows) == {event["id"] for event in samples()}
    assert rows["m-2"]["date_start"] == "QDate 2026-01-01" and rows["m-2"]["date_end"] == "QDate 2026-01-31"
    assert rows["m-5"]["killed_low"] == 0 and rows["m-3"]["killed_low"] is None
    assert rows["m-1"]["killed_low"] == 20 and rows["m-1"]["lat"] == 35.5
    assert rows["u-1"]["date_start"] is None


def test_points_are_points_and_areas_polygons(layers: dict[str, Any]) -> None:
    assert {layers[source]["geometry"] for source in EVENTS} == {"Point"}
    assert {layers[source]["geometry"] for source in AREAS} <= {"Polygon", "MultiPolygon"}


@pytest.mark.parametrize("source", SOURCES)
def test_the_style_comes_by_itself(layers: dict[str, Any], source: str) -> None:
    layer = layers[source]
    labels = [kind.label for kind in default_style().event_types.values()]
    assert len(labels) == len(EVENT_TYPES)
    assert all(label in layer["legend"] for label in labels)
    assert layer["temporal"] == [True, 4, "date_start", "date_end", 1]
    assert {name: layer["aliases"][name] for name in MAP_KEYS} == dict(ALIASES)
    assert layer["renderer"] == ("pointCluster" if source in EVENTS else "RuleRenderer")
    assert layer["labels"] == (source in AREAS)


@pytest.mark.parametrize("source", EVENTS)
def test_the_legend_says_what_a_size_is(layers: dict[str, Any], source: str) -> None:
    legend = layers[source]["legend"]
    assert legend[legend.index("Killed, by the lower figure") + 1 :] == [
        "not told", "0", "1 to 9", "10 to 49", "50 and more",
    ]  # fmt: skip
