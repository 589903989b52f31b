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

FOLDER = Path(__file__).parent / "scenarios" / "events"
PHENOMENA: dict[str, list[dict[str, Any]]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))
}
KEYS = {"name", "published", "title", "text", "events", "open"}
MOST_OPEN = 25


def marks_of(scenario: dict[str, Any]) -> list[pytest.MarkDecorator]:
    """What is known to fail must fail: once mended, its `open` goes."""
    return [pytest.mark.xfail(reason=scenario["open"], strict=True)] if "open" in scenario else []


ALL = [(phenomenon, s) for phenomenon, scenarios in PHENOMENA.items() for s in scenarios]
SCENARIOS = [pytest.param(s, id=f"{name}: {s['name']}", marks=marks_of(s)) for name, s in ALL]
READ = [pytest.param(s, id=f"{name}: {s['name']}") for name, s in ALL if "open" not in s]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return northland.gazetteer()


def article_of(scenario: dict[str, Any]) -> Article:
    return Article(
        id="a", text=scenario["text"], title=scenario.get("title", ""), published=scenario.get("published")
    )


def values(expected: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in expected.items()}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_scenario(scenario: dict[str, Any], gazetteer: Gazetteer) -> None:
    article = article_of(scenario)
    events = [e.record() for e in read_events(article, gazetteer)]
    wanted = [values(e) for e in scenario["events"]]
    got = [
        {k: e[k] for k in (wanted[n] if n < len(wanted) else ("sub_event_type", "quote"))}
        for n, e in enumerate(events)
    ]
    assert got == wanted


@pytest.mark.parametrize("scenario", READ)
def test_every_value_traces_to_a_span(scenario: dict[str, Any], gazetteer: Gazetteer) -> None:
    article = article_of(scenario)
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


def test_the_scenarios_are_well_formed() -> None:
    assert all({"name", "text", "events"} <= s.keys() <= KEYS for _, s in ALL)
    assert len({(name, s["name"]) for name, s in ALL}) == len(ALL)
    assert sum("open" in s for _, s in ALL) <= MOST_OPEN
