import json
import zlib
from base64 import b64decode
from typing import Any

from geo.map_columns import Columns, deflated

from .sample_reports import many, mixed, report, unlocated

SQUARE = [[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 36.0], [36.0, 35.0]]


def block(*reports: dict[str, Any], outline: Any = None) -> dict[str, Any]:
    with Columns() as columns:
        for told in reports:
            columns.put(told, outline)
        data: dict[str, Any] = json.loads(b"".join(columns.block({"title": "T"})))
    return data


def test_every_column_has_a_cell_for_every_event() -> None:
    data = block(*mixed())
    assert data["title"] == "T"
    assert data["count"] == 12
    assert {len(column) for column in data["columns"].values()} == {12}


def test_a_text_is_told_once_and_null_is_zero() -> None:
    data = block(*(report(weapon=told) for told in ("a mortar", None, "a mortar", "x")))
    assert data["columns"]["weapon"] == ["a mortar", 0, 1, "x"]


def test_a_place_and_an_article_are_told_once() -> None:
    data = block(report(id="a"), report(id="b"), unlocated(id="c"))
    assert data["columns"]["place"] == [0, 0, 1]
    assert data["columns"]["claims"][:2] == [0, 0]
    assert dict(zip(data["placeKeys"], data["places"][0], strict=False))["lat"] == 35.5
    assert data["articles"][0] == [
        "The Example Herald", "https://news.example/2026/02/strike", "Strike on a market", "2026-02-12"
    ]  # fmt: skip


def test_what_a_source_tells_otherwise_stands_beside_its_number() -> None:
    told = report()
    (claim,) = json.loads(told["claims"])
    told["claims"] = json.dumps([claim | {"killed_low": 17}, claim | {"source": "B"}])
    assert block(told)["columns"]["claims"] == [[[0, {"killed_low": 17}], 1]]
    told["claims"] = json.dumps([claim | {"killed_low": 17}])
    assert block(told)["columns"]["claims"] == [[[0, {"killed_low": 17}]]]


def test_outlines_are_polygons_of_rings_in_steps_and_told_once() -> None:
    for kind, coordinates in (("Polygon", [SQUARE]), ("MultiPolygon", [[SQUARE]])):
        data = block(report(id="a"), report(id="b"), outline={"type": kind, "coordinates": coordinates})
        assert data["outlines"] == [[[[360000, 350000, 10000, 0, 0, 10000, -10000, 0]]]]
        assert data["places"][0][-1] == 0
    assert block(report())["places"][0][-1] is None


def test_nothing_in_it_can_end_its_script_element() -> None:
    with Columns() as columns:
        columns.put(report(quote="</script><!-- & \u2028", place_name="<b>", weapon="</script>"))
        text = b"".join(columns.block({"title": "</script>"})).decode()
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["columns"]["quote"] == ["</script><!-- & \u2028"]


def test_marks_that_turn_the_text_around_and_half_characters_are_not_passed_on() -> None:
    data = block(report(quote="\u202ederevocer \u2066x\u2069", attribution="A\x00B", weapon="half \ud83d"))
    assert data["columns"]["quote"] == ["derevocer x"]
    assert data["columns"]["attribution"] == ["A\ufffdB"]
    assert data["columns"]["weapon"] == ["half ?"]


def test_a_large_block_is_the_same_deflated() -> None:
    with Columns() as columns:
        for told in many(300):
            columns.put(told)
        whole = b"".join(columns.block({"title": "T"}))
        packed = b"".join(deflated(columns.block({"title": "T"})))
        assert abs(columns.size() - len(whole)) < 3_000
    assert len(packed) < len(whole) / 3
    assert zlib.decompress(b64decode(packed), -zlib.MAX_WBITS) == whole


def test_the_same_events_give_the_same_block() -> None:
    assert block(*many(300)) == block(*many(300))
