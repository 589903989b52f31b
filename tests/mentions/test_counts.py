"""What find_tolls reads: the scenarios of tests/scenarios/tolls.yml, then spans and odd cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from articles.article import Span
from mentions.counts import TollMention, find_tolls

SCENARIOS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "scenarios" / "tolls.yml").read_text(encoding="utf-8")
)


def told(mention: TollMention) -> list[Any]:
    """A mention as the scenario file writes it."""
    group = [] if mention.group == "all" else [mention.group]
    part = ["part"] if mention.part else []
    scope = [] if mention.scope == "event" else [mention.scope]
    return [mention.act, mention.low, mention.high, *group, *part, *scope]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s["text"][:60])
def test_scenario(scenario: dict[str, Any]) -> None:
    found = [told(m) for m in find_tolls(scenario["text"], "text")]
    assert found == scenario.get("tolls", [])


def test_a_third_of_the_scenarios_count_nobody_or_another_event() -> None:
    def counts(scenario: dict[str, Any]) -> bool:
        tolls = [t for t in scenario.get("tolls", []) if t[1]]
        return any(t[-1] not in ("cumulative", "background") for t in tolls)

    assert len(SCENARIOS) >= 120
    assert sum(not counts(s) for s in SCENARIOS) * 3 >= len(SCENARIOS)


@pytest.mark.parametrize(
    ("text", "toll", "act", "people"),
    [
        ("Yesterday 22 people were killed there.", "22 people were killed", "killed", "22 people"),
        ("Jets hit, killing at least 9 men.", "killing at least 9 men", "killing", "at least 9 men"),
        ("In all the deaths of nine men.", "deaths of nine men", "deaths of", "nine men"),
        ("No casualties were reported.", "No casualties", "No casualties", ""),
    ],
)
def test_spans_cover_the_words_of_the_toll(text: str, toll: str, act: str, people: str) -> None:
    first = find_tolls(text, "text")[0]
    assert text[first.span.start : first.span.end] == toll
    assert text[first.act_span.start : first.act_span.end] == act
    assert first.people_text == people


def test_offsets_are_those_of_the_whole_field() -> None:
    text = "Nobody knows. Nine people were killed. It rained."
    start = text.index("Nine")
    (toll,) = find_tolls(text, "text", start, text.index(" It"))
    assert toll.span == Span("text", start, text.index(". It"))
    assert find_tolls(text, "text") == (toll,)


def test_the_title_is_a_field_of_its_own() -> None:
    (toll,) = find_tolls("Rocket fire kills 12", "title")
    assert toll.span.field == "title"


def test_a_number_does_not_cross_into_the_next_sentence() -> None:
    assert find_tolls("The town has 300 people. Killed were only goats.", "text") == ()


def test_letters_whose_lower_case_is_longer_keep_the_offsets_true() -> None:
    text = "İİİ said. Nine people were killed in İzmir."
    (toll,) = find_tolls(text, "text")
    assert text[toll.span.start : toll.span.end] == "Nine people were killed"


HOSTILE = [
    "", " ", "killed", "killed " * 9, "of of killed of", "1 1 killed 1", "((( killed", "a" * 9999 + " killed",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_raises_nothing(text: str) -> None:
    find_tolls(text, "text")


def test_sides_of_one_statement_share_the_act() -> None:
    three, two = find_tolls("Three militants and two soldiers were killed.", "text")
    assert three.act_span == two.act_span
    assert (three.people, two.people) == ("militant", "soldier")


def test_those_who_attack_are_marked() -> None:
    bomber, guards = find_tolls("The bomber and two guards were killed.", "text")
    assert (bomber.attackers, guards.attackers) == (True, False)
