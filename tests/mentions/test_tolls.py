"""What combine makes of the counts of one event."""

from __future__ import annotations

from typing import Any

import pytest

from mentions.counts import find_tolls
from mentions.mention import UNTOLD, Toll
from mentions.tolls import combine
from tests.mentions.test_counts import SCENARIOS

COMBINED = [s for s in SCENARIOS if "toll" in s]


def toll_of(text: str) -> Toll:
    return combine(find_tolls(text, "text"))


@pytest.mark.parametrize("scenario", COMBINED, ids=lambda s: s["text"][:60])
def test_scenario(scenario: dict[str, Any]) -> None:
    toll = toll_of(scenario["text"])
    found = {
        "killed": [toll.killed.low, toll.killed.high],
        "injured": [toll.injured.low, toll.injured.high],
        "civilians": [toll.civilians_killed.low, toll.civilians_killed.high],
        "children": toll.children_killed,
        "women": toll.women_killed,
        "victims": toll.victims,
    }
    assert {k: found[k] for k in scenario["toll"]} == scenario["toll"]


def test_nothing_told_is_not_zero() -> None:
    assert combine([]) == Toll()
    assert combine([]).killed == UNTOLD


def test_a_toll_leads_back_to_its_words() -> None:
    text = "Three militants and two soldiers were killed."
    spans = toll_of(text).killed.spans
    assert [text[s.start : s.end] for s in spans] == [
        "Three militants and two soldiers were killed",
        "two soldiers were killed",
    ]


def test_rival_counts_both_lead_back() -> None:
    text = "The army said 17 people were killed. Other sources put the toll at 22."
    spans = toll_of(text).killed.spans
    assert [text[s.start : s.end] for s in spans] == ["17 people were killed", "toll at 22"]
