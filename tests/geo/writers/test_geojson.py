import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from geo.areas import AreaOf, no_outline
from geo.merge import MAP_KEYS
from geo.style import Look, default_style
from geo.writers import Counts, outputs_named, write_outputs

from ..sample_reports import at, mixed, report, unlocated

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent.parent / "feature_schema.json").read_text()))
POINT_LIKE = ("facility", "neighbourhood", "town")


def written(
    folder: Path, reports: Iterable[Mapping[str, Any]], area_of: AreaOf = no_outline
) -> tuple[Any, Any, Counts]:
    points, areas = folder / "events.geojson", folder / "areas.geojson"
    counts = write_outputs(folder, reports, outputs_named(["geojson"]), Look(default_style()), area_of)
    return json.loads(points.read_text("utf-8")), json.loads(areas.read_text("utf-8")), counts


def test_both_files_keep_the_rfc_and_the_contract(tmp_path: Path) -> None:
    points, areas, counts = written(tmp_path, mixed())
    SCHEMA.validate(points)
    SCHEMA.validate(areas)
    assert counts == Counts(events=12, located=10, areas=4)


def test_every_key_stands_on_every_feature_in_order(tmp_path: Path) -> None:
    points, areas, _ = written(tmp_path, mixed())
    for feature in points["features"] + areas["features"]:
        assert tuple(feature["properties"]) == MAP_KEYS


def test_every_event_is_in_the_points_file_a_wide_one_with_the_middle_of_its_area(tmp_path: Path) -> None:
    points, _, _ = written(tmp_path, mixed())
    by_id = {f["id"]: f["geometry"] for f in points["features"]}
    assert by_id["m-1"] == {"type": "Point", "coordinates": [37.25, 35.5]}
    assert by_id["m-9"] == {"type": "Point", "coordinates": [40.3, 34.9]}
    assert by_id["m-11"] is None


def test_areas_are_for_near_and_wider_under_the_same_ids(tmp_path: Path) -> None:
    _, areas, _ = written(tmp_path, mixed())
    assert [f["id"] for f in areas["features"]] == ["m-2", "m-8", "m-9", "m-10"]
    assert {f["geometry"]["type"] for f in areas["features"]} == {"Polygon"}


def test_zero_is_a_place(tmp_path: Path) -> None:
    points, _, _ = written(tmp_path, [report(lat=0, lon=0)])
    assert points["features"][0]["geometry"]["coordinates"] == [0.0, 0.0]


def test_floats_are_floats_and_rounded_to_six_decimals(tmp_path: Path) -> None:
    written(tmp_path, [report(lat=36, lon=37.123456789, radius_km=3, confidence=1)])
    text = (tmp_path / "events.geojson").read_text()
    assert '"coordinates":[37.123457,36.0]' in text
    assert '"lat":36.0,"lon":37.123457,"radius_km":3.0' in text
    assert '"confidence":1.0' in text


def test_no_report_gives_empty_collections(tmp_path: Path) -> None:
    points, areas, counts = written(tmp_path, [])
    assert points == areas == {"type": "FeatureCollection", "features": []}
    assert counts == Counts(0, 0, 0)


def test_text_is_plain_utf8(tmp_path: Path) -> None:
    written(tmp_path, [report(place_text="سرمدا", quote='"</script>` ${x}\n')])
    raw = (tmp_path / "events.geojson").read_bytes()
    assert "سرمدا".encode() in raw
    assert not raw.startswith(b"\xef\xbb\xbf")


def test_half_a_character_becomes_a_question_mark(tmp_path: Path) -> None:
    points, _, _ = written(tmp_path, [report(quote="broken \ud83d here")])
    assert points["features"][0]["properties"]["quote"] == "broken ? here"


def test_a_nul_which_would_end_a_text_for_gdal_is_a_replacement_character(tmp_path: Path) -> None:
    points, _, _ = written(tmp_path, [report(quote="a\0b", place_text="\0")])
    properties = points["features"][0]["properties"]
    assert (properties["quote"], properties["place_text"]) == ("a\ufffdb", "\ufffd")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"lat": float("nan")}, "lat is nan"),
        ({"lon": float("inf")}, "lon is inf"),
        ({"confidence": float("nan")}, "confidence is nan"),
        ({"lat": 91.0}, "no point on the globe"),
        ({"lon": None}, "no point on the globe"),
        ({"radius_km": None}, "without radius_km"),
        ({"killed_low": float("nan")}, "killed_low is nan"),
    ],
)
def test_a_wrong_number_stops_the_writing_and_leaves_the_old_files(
    tmp_path: Path, changes: dict[str, Any], problem: str
) -> None:
    for name in ("events.geojson", "areas.geojson"):
        (tmp_path / name).write_text("old")
    with pytest.raises(ValueError, match=problem):
        written(tmp_path, [report(), report() | changes])
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {
        "events.geojson": "old",
        "areas.geojson": "old",
    }


def test_a_report_that_lacks_keys_is_named(tmp_path: Path) -> None:
    incomplete = report(id="half")
    del incomplete["grade"], incomplete["claims"]
    with pytest.raises(ValueError, match="'half' lacks grade, claims"):
        written(tmp_path, [incomplete])


TEXT = st.text(max_size=40)
COUNT = st.none() | st.integers(0, 10**6)


@settings(max_examples=60)
@given(
    level=st.sampled_from(("facility", "town", "near", "district", "province", "region", "country")),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    radius_km=st.floats(0.5, 2000),
    words=st.tuples(TEXT, TEXT, TEXT),
    counts=st.tuples(COUNT, COUNT),
)
def test_whatever_an_article_says_the_file_keeps_the_schema(  # type: ignore[no-untyped-def]
    tmp_path_factory, level, lat, lon, radius_km, words, counts
) -> None:
    name, quote, attribution = words
    told = at(level, name, lat, lon, radius_km, quote=quote + ".", attribution=attribution,
              killed_low=counts[0], injured_high=counts[1])  # fmt: skip
    points, areas, _ = written(tmp_path_factory.mktemp("geojson"), [told, unlocated(place_text=name)])
    SCHEMA.validate(points)
    SCHEMA.validate(areas)
    assert points["features"][0]["properties"]["place_name"] == name
    assert len(areas["features"]) == (level not in POINT_LIKE)


SQUARE = {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]]}


def test_an_outline_takes_the_place_of_the_circle_and_makes_a_quarter_an_area(tmp_path: Path) -> None:
    reports = [
        at("province", "Idlib", 35.5, 36.5, 60.0) | {"id": "a"},
        at("neighbourhood", "Saha", 35.5, 36.5, 0.6) | {"id": "b"},
        at("town", "Hass", 35.5, 36.5, 1.0) | {"id": "c"},
        at("near", "Hass", 35.5, 36.5, 5.0) | {"id": "d"},
    ]
    levels = ("province", "neighbourhood")
    _, areas, counts = written(
        tmp_path, reports, lambda report: SQUARE if report["place_level"] in levels else None
    )
    found = {f["id"]: f["geometry"] for f in areas["features"]}
    assert counts.areas == 3
    assert found["a"] == found["b"] == SQUARE
    assert len(found["d"]["coordinates"][0]) == 65
    SCHEMA.validate(areas)
