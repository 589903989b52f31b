"""The sample events stand for real ones: checked here, so that what is measured on them means something."""

import json
from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median

import jsonschema
import pytest
from sample_events import sample_events
from sample_places import sample_outline
from sample_words import PEOPLE, witness
from shapely.geometry import shape

from gazetteer import LEVELS
from geo.conventions import EVENT_TYPES, SUB_EVENT_TYPES
from geo.merge import CLAIM_KEYS, MAP_KEYS, web_url
from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

EVENTS = list(sample_events(3000))
SCHEMA = Path(__file__).parent.parent / "geo" / "feature_schema.json"


def test_every_event_has_the_contracts_keys_in_order() -> None:
    assert len(EVENTS) == 3000
    assert all(tuple(event) == MAP_KEYS for event in EVENTS)


def test_the_same_seed_gives_the_same_events_and_another_does_not() -> None:
    assert list(sample_events(50)) == list(sample_events(50))
    assert list(sample_events(50, seed=8)) != list(sample_events(50))


def test_they_can_be_written_and_read_as_the_contract_says(tmp_path: Path) -> None:
    outputs = outputs_named(["geojson"])
    counts = write_outputs(tmp_path, islice(EVENTS, 400), outputs, Look(default_style()), sample_outline)
    assert counts.events == 400
    schema = json.loads(SCHEMA.read_text())
    for name in outputs[0].files:
        jsonschema.validate(json.loads((tmp_path / name).read_text()), schema)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("place_level", {*LEVELS, None}),
        ("event_type", set(EVENT_TYPES)),
        ("sub_event_type", {sub for subs in SUB_EVENT_TYPES.values() for sub in subs}),
        ("grade", {"Confirmed", "Fair", "Weak", "Contested", "Discounted"}),
        ("date_precision", {1, 2, 3, 4, 5, None}),
        ("perpetrator_status", {"reported", "alleged", "claimed", "denied", None}),
        ("victims", {"civilians", "combatants", "mixed", "unknown"}),
        ("source_count", {1, 2, 3, 5}),
    ],
)
def test_every_value_occurs(key: str, values: set[object]) -> None:
    assert {event[key] for event in EVENTS} == values


def test_quotes_are_as_long_as_real_ones_and_all_differ() -> None:
    quotes = [event["quote"] for event in EVENTS]
    assert len(set(quotes)) == len(quotes)
    assert 150 <= median(map(len, quotes)) <= 170
    assert max(map(len, quotes)) > 280


def test_a_million_witnesses_differ() -> None:
    assert PEOPLE == 1_000_000
    assert len({witness(number) for number in range(0, PEOPLE, 13)}) == len(range(0, PEOPLE, 13))


def test_places_repeat_as_real_ones_do() -> None:
    points = Counter((e["lat"], e["lon"]) for e in EVENTS if e["lat"] is not None)
    assert points.most_common(1)[0][1] > 50
    assert sum(count == 1 for count in points.values()) > 100


def test_tolls_are_null_zero_exact_and_open() -> None:
    tolls = {(e["killed_low"], e["killed_high"]) for e in EVENTS}
    assert {(None, None), (0, 0), (1, 1), (4, None), (None, 22), (17, 22)} <= tolls


def test_claims_are_as_many_as_the_sources_and_may_differ() -> None:
    differing = 0
    for event in EVENTS:
        claims = json.loads(event["claims"])
        assert len(claims) == event["source_count"] == len(event["sources"].split("; "))
        assert all(tuple(c) == ("source", "url", "title", "published", *CLAIM_KEYS) for c in claims)
        assert all(web_url(c["url"]) == c["url"] for c in claims)
        assert claims[0]["killed_low"] == event["killed_low"]
        differing += len({(c["killed_low"], c["killed_high"]) for c in claims}) > 1
    assert differing > 100


def test_no_event_lies_after_its_publication() -> None:
    dated = [e for e in EVENTS if e["date_end"] is not None]
    assert all(date.fromisoformat(e["date_end"]) <= date.fromisoformat(e["first_published"]) for e in dated)


def test_an_outline_is_a_valid_polygon_around_its_point() -> None:
    for event in EVENTS[:500]:
        outline = sample_outline(event)
        assert (outline is not None) == (event["place_level"] in ("district", "province"))
        if outline is not None:
            polygon = shape(outline)
            assert polygon.is_valid
            assert polygon.exterior.is_ccw
