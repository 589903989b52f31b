import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from geo.merge import MAP_KEYS
from geo.plain_text import storable
from geo.writers.columns import KINDS, typed

from ..sample_reports import report, unlocated

SCHEMA = json.loads((Path(__file__).parent.parent / "feature_schema.json").read_text())["$defs"]


def json_types(key: str) -> set[str]:
    rule = SCHEMA["event"]["properties"][key]
    if "$ref" in rule:
        rule = SCHEMA[rule["$ref"].rpartition("/")[2]]
    if "enum" in rule:
        return {"string"}
    return {rule["type"]} if isinstance(rule["type"], str) else {*rule["type"]}


def test_every_key_of_the_contract_has_a_kind_in_its_order() -> None:
    assert tuple(KINDS) == MAP_KEYS


@pytest.mark.parametrize("key", MAP_KEYS)
def test_the_kinds_are_those_of_the_json_schema(key: str) -> None:
    wanted = {"integer": "integer", "float": "number"}.get(KINDS[key], "string")
    assert json_types(key) - {"null"} == {wanted}


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("date_start", "2026-02-11", date(2026, 2, 11)),
        ("updated", "2026-03-01T14:00:00+02:00", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("updated", "2026-03-01T12:00:00", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("killed_low", 0, 0),
        ("killed_low", None, None),
        ("lat", 35, 35.0),
        ("quote", "a\0b", "a\ufffdb"),
    ],
)
def test_values_are_of_their_kind(key: str, value: Any, expected: Any) -> None:
    found = typed(key, KINDS[key], report() | {key: value})
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("date_start", "February", "event 'ev-1': date_start is no day: 'February'"),
        ("date_end", "2026-02-30", "date_end is no day"),
        ("updated", "noon", "updated is no instant"),
        ("killed_low", 2.5, "killed_low is no integer: 2.5"),
        ("killed_low", True, "killed_low is no integer"),
        ("killed_low", 2**63, "killed_low is no integer"),
        ("quote", 7, "quote is no text: 7"),
        ("lat", "x", "lat is no float"),
    ],
)
def test_a_value_of_another_kind_is_named(key: str, value: Any, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        typed(key, KINDS[key], report() | {key: value})


def test_an_unlocated_event_has_no_values_where_nothing_is_known() -> None:
    assert {typed(key, KINDS[key], unlocated()) for key in ("lat", "place_id", "place_level")} == {None}


def test_words_that_every_file_can_hold() -> None:
    assert storable("سرمدا\n\t'") == "سرمدا\n\t'"
    assert storable("broken \ud83d here\0") == "broken ? here\ufffd"
