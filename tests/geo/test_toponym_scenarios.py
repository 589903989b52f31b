"""The scenarios of tests/scenarios/toponyms on the embedded index; README.md there tells their form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from articles.article import Article
from gazetteer.index import Gazetteer
from gazetteer.names import normal_form
from geo.geometry import haversine_km
from geo.geoparse import analyse, geoparse

FOLDER = Path(__file__).parents[1] / "scenarios" / "toponyms"
PHENOMENA: dict[str, list[dict[str, Any]]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))
}
KEYS = {"text", "title", "finds", "also", "not", "points", "exactly", "open"}
MOST_OPEN = 12


def id_of(phenomenon: str, scenario: dict[str, Any]) -> str:
    """The name of a scenario: its file and its text without what a terminal cannot show."""
    return f"{phenomenon}: {scenario['text'][:72]!r}"


def marks_of(scenario: dict[str, Any]) -> list[pytest.MarkDecorator]:
    """What is known to fail must fail: once mended, its `open` goes."""
    return [pytest.mark.xfail(reason=scenario["open"], strict=True)] if "open" in scenario else []


SCENARIOS = [
    pytest.param(s, id=id_of(name, s), marks=marks_of(s))
    for name, scenarios in PHENOMENA.items()
    for s in scenarios
]


@pytest.fixture(scope="module")
def embedded() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_scenario(scenario: dict[str, Any], embedded: Gazetteer) -> None:
    article = Article(id="s", text=scenario["text"], title=scenario.get("title", ""))
    records = geoparse(article, embedded)
    printed = {record["text"]: record for record in records}
    for words, *expected in scenario.get("finds", []):
        same = [record for record in records if record["text"] == words]
        assert same, f"{words} not among {sorted(printed)}"
        found = [(r["name"], r["level"], r["country"]) for r in same]
        assert any(map(agrees, found, [expected] * len(found))), f"{found}: {same[0]['reason']}"
    for words, lat, lon, km in scenario.get("also", []):
        assert haversine_km(lat, lon, printed[words]["lat"], printed[words]["lon"]) <= km
    assert not printed.keys() & set(scenario.get("not", []))
    if scenario.get("exactly"):
        assert printed.keys() == {row[0] for row in scenario.get("finds", [])}
    if "points" in scenario:
        assert _pointers(article, embedded) == [tuple(row) for row in scenario["points"]]


def agrees(found: tuple[str | None, str | None, str | None], expected: list[str | None]) -> bool:
    """Whether name (in any spelling of one normal form), level and country are the expected; `*` is any."""
    name, level, country = expected
    keys = [part and normal_form(part) for part in (found[0], name)]
    right_name = found[0] is not None if name == "*" else keys[0] == keys[1]
    right_level = found[1] is not None if level == "*" else found[1] == level
    right_country = found[2] is not None if country == "*" else found[2] == country
    return bool(right_name and right_level and right_country)


def _pointers(article: Article, gazetteer: Gazetteer) -> list[tuple[str, str | None, str | None, str | None]]:
    """What the definite descriptions of an article ("the capital") were taken for."""
    return [
        (article.words(r.toponym.expression), r.place.name, r.level, r.place.country)
        for r in analyse(article, None, gazetteer)
        if r.toponym.described and r.place is not None
    ]


def expects_nothing(scenario: dict[str, Any]) -> bool:
    """Whether it says of some words that they are no place, or that a name is to be left open."""
    left_open = any(row[1] is None for row in scenario.get("finds", []))
    return bool(scenario.get("not")) or left_open or scenario.get("exactly", False)


def test_there_are_enough_scenarios() -> None:
    scenarios = [s for several in PHENOMENA.values() for s in several]
    assert len(scenarios) >= 250
    assert sum(map(expects_nothing, scenarios)) >= 90
    assert len(PHENOMENA) >= 20
    assert sum("open" in s for s in scenarios) <= MOST_OPEN


def test_no_scenario_is_told_twice() -> None:
    ids = [id_of("", s) + s.get("title", "") for several in PHENOMENA.values() for s in several]
    assert len(set(ids)) == len(ids)


def test_every_scenario_is_well_formed() -> None:
    for phenomenon, scenarios in PHENOMENA.items():
        for scenario in scenarios:
            where = id_of(phenomenon, scenario)
            assert scenario.keys() <= KEYS, where
            assert scenario.keys() & {"finds", "not", "points", "exactly"}, where
            words = scenario["text"]
            named = [row[0] for part in ("finds", "also", "points") for row in scenario.get(part, [])]
            missing = [name for name in named + scenario.get("not", []) if name not in words]
            assert not missing, (where, missing)
