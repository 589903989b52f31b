"""Everyday news in the words of violence gives no event; the attacks that such papers report do."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from articles import Article
from gazetteer import Gazetteer
from geo import read_events

FOLDER = Path(__file__).parent / "scenarios"
KEYS = {"title", "published", "text"}
# The share of texts that stay silent, at least: those that the weights were fitted on, and those held out.
FLOORS = {"everyday": 0.9, "everyday_held_out": 0.9}


def told(name: str) -> list[dict[str, Any]]:
    return [
        entry
        for path in sorted((FOLDER / name).glob("*.yml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


TOLD = {name: told(name) for name in FLOORS}


def marks_of(entry: dict[str, Any]) -> list[pytest.MarkDecorator]:
    """What is known to speak must speak: once mended, its `open` goes; the floor says how many may."""
    return [pytest.mark.xfail(reason=entry["open"], strict=True)] if "open" in entry else []


EVERY = [
    pytest.param(entry, id=f"{name}: {entry['title']}", marks=marks_of(entry))
    for name, entries in TOLD.items()
    for entry in entries
]
# What everyday papers do report: rules that silence the rest must not silence these.
REPORTING = [
    pytest.param(entry, id=entry["title"], marks=marks_of(entry)) for entry in told("everyday_reporting")
]


def article_of(entry: dict[str, Any]) -> Article:
    return Article(entry["title"], entry["text"], entry["title"], published=entry["published"])


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize("entry", EVERY)
def test_everyday_news_gives_no_event(entry: dict[str, Any], gazetteer: Gazetteer) -> None:
    assert [event.quote for event in read_events(article_of(entry), gazetteer)] == []


@pytest.mark.parametrize("entry", REPORTING)
def test_what_everyday_papers_report_gives_one(entry: dict[str, Any], gazetteer: Gazetteer) -> None:
    assert read_events(article_of(entry), gazetteer)


@pytest.mark.parametrize("name", FLOORS)
def test_most_of_it_stays_silent(name: str, gazetteer: Gazetteer) -> None:
    silent = sum(not read_events(article_of(entry), gazetteer) for entry in TOLD[name])
    assert silent >= FLOORS[name] * len(TOLD[name])


def test_there_are_many_texts_and_each_is_told_once() -> None:
    assert all(KEYS <= entry.keys() <= KEYS | {"open"} for entries in TOLD.values() for entry in entries)
    assert len(TOLD["everyday"]) >= 150
    assert len(TOLD["everyday_held_out"]) >= 60
    texts = [entry["text"] for entries in TOLD.values() for entry in entries]
    assert len(set(texts)) == len(texts)
