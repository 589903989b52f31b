"""No candidate gets beyond what is said of it before places are read; a court's news is done with there."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from articles import Article, publication_day, regions
from gazetteer import Gazetteer
from geo.confidence import weigh
from geo.event_signs import FEATURES
from geo.events import candidates, find_events
from geo.prospects import SIGNS, ceiling, may_tell_event, signs_of_article
from mentions import EventMention, extract

SCENARIOS = Path(__file__).parents[1] / "scenarios"
COURT = Article(
    "a", "The court heard on Monday that the accused had stabbed his neighbour in 1998. The jury found him "
    "guilty, the judge told the trial, and the appeal was dismissed by the court.", "Man jailed for murder",
    published=date(2020, 3, 4),
)  # fmt: skip
WAR = Article(
    "b", "Government jets bombed a market in Idlib on Tuesday, killing 20 civilians, rebels said.",
    "Air strikes kill 20", published=date(2020, 3, 4),
)  # fmt: skip


def told_by(article: Article) -> tuple[EventMention, ...]:
    parts = regions(article)
    return extract(article, parts, publication_day(article, parts)[0]).mentions


def everyday() -> Iterator[Article]:
    for path in sorted(SCENARIOS.glob("everyday*/*.yml")):
        entries: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in entries:
            yield Article(entry["title"], entry["text"], entry["title"], published=entry["published"])


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_no_candidate_gets_beyond_it(gazetteer: Gazetteer) -> None:
    asked = 0
    for article in (*everyday(), COURT, WAR):
        for told in candidates(article, gazetteer):
            sure = weigh(article, told).sure
            assert math.log(sure / (1 - sure)) <= ceiling(article, told_by(article)) + 1e-6, article.title
            asked += 1
    assert asked > 100


def test_what_is_known_before_is_known_by_the_names_of_the_signs() -> None:
    assert {*signs_of_article(WAR), *SIGNS} <= FEATURES.keys()
    assert not signs_of_article(WAR).keys() & SIGNS.keys()


def test_a_court_is_done_with_and_a_war_is_not(gazetteer: Gazetteer) -> None:
    assert not may_tell_event(COURT, told_by(COURT))
    assert may_tell_event(WAR, told_by(WAR))
    found = find_events(COURT, gazetteer)
    assert found.events == ()
    assert dict(found.dropped)["no event: too unsure"] == len(told_by(COURT))
    assert find_events(WAR, gazetteer).events
