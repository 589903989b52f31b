"""The scenarios of tests/scenarios/toponyms.yml on the embedded index."""

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

SCENARIOS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "scenarios" / "toponyms.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def embedded() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s["text"][:48] for s in SCENARIOS])
def test_scenario(scenario: dict[str, Any], embedded: Gazetteer) -> None:
    article = Article(id="s", text=scenario["text"], title=scenario.get("title", ""))
    printed = {record["text"]: record for record in geoparse(article, embedded)}
    for words, name, level, country in scenario.get("finds", []):
        assert words in printed, f"{words} not among {sorted(printed)}"
        record = printed[words]
        found = (record["name"] and normal_form(record["name"]), record["level"], record["country"])
        assert found == (name and normal_form(name), level, country), record["reason"]
    for words, lat, lon, km in scenario.get("also", []):
        assert haversine_km(lat, lon, printed[words]["lat"], printed[words]["lon"]) <= km
    assert not printed.keys() & set(scenario.get("not", []))
    if scenario.get("exactly"):
        assert printed.keys() == {row[0] for row in scenario["finds"]}
    if "points" in scenario:
        assert _pointers(article, embedded) == [tuple(row) for row in scenario["points"]]


def _pointers(article: Article, gazetteer: Gazetteer) -> list[tuple[str, str | None, str | None, str | None]]:
    """What the definite descriptions of an article ("the capital") were taken for."""
    return [
        (article.words(r.toponym.expression), r.place.name, r.level, r.place.country)
        for r in analyse(article, None, gazetteer)
        if r.toponym.described and r.place is not None
    ]


def test_there_are_enough_scenarios() -> None:
    assert len(SCENARIOS) >= 60
    assert sum("not" in s for s in SCENARIOS) >= 20
