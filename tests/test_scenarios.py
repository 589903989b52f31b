"""Whole behaviour in scenarios: an article in, its events out, on a small made-up gazetteer."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from articles import Article
from gazetteer import Gazetteer
from geo.events import read_events
from tests.geo import northland

SCENARIOS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "scenarios" / "events.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return northland.gazetteer()


def values(expected: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in expected.items()}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s["name"] for s in SCENARIOS])
def test_scenario(scenario: dict[str, Any], gazetteer: Gazetteer) -> None:
    article = Article(
        id="a", text=scenario["text"], title=scenario.get("title", ""), published=scenario["published"]
    )
    events = [e.record() for e in read_events(article, gazetteer)]
    wanted = [values(e) for e in scenario["events"]]
    got = [
        {k: e[k] for k in (wanted[n] if n < len(wanted) else ("sub_event_type", "quote"))}
        for n, e in enumerate(events)
    ]
    assert got == wanted


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s["name"] for s in SCENARIOS])
def test_every_value_traces_to_a_span(scenario: dict[str, Any], gazetteer: Gazetteer) -> None:
    article = Article(
        id="a", text=scenario["text"], title=scenario.get("title", ""), published=scenario["published"]
    )
    events = read_events(article, gazetteer)
    assert len(events) == len(scenario["events"])
    for event in events:
        fields = {"title": article.title, "text": article.text}
        assert event.quote in (article.title, *article.text.splitlines(), *_windows(article))
        for kind, spans in event.spans.items():
            assert all(fields[f][a:b].strip() for f, a, b in spans), kind
        assert event.spans["trigger"]
        assert (event.killed_low is None and event.killed_high is None) or event.spans["killed"]
        assert event.date_basis in (None, "publication") or event.spans["date"]


def _windows(article: Article) -> list[str]:
    from mentions.sentences import sentence_ends

    return [article.text[a:b] for a, b in sentence_ends(article.text, 0, len(article.text))]
