"""The example articles: eight, in four input kinds, marked as ours, each read with its title and day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from articles import Article, publication_day, read_articles, regions

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
MARK = "Written for conflictmap from public reports; not a news agency's text."
EXPECTED = {
    "Israeli strikes kill at least 90 at al-Mawasi and 22 in Shati camp": date(2024, 7, 14),
    "Drones hit air base in Port Sudan for the first time": date(2025, 5, 5),
    "US inquiry finds strike in west Mosul killed at least 105 civilians": date(2017, 5, 26),
    "Air strike in Helmand province kills at least 30 civilians, Afghan officials say": date(2018, 11, 29),
    "Army drone kills at least 85 villagers at festival in north-west Nigeria": date(2023, 12, 5),
    "Suspected gas attack kills at least 72 in Syria's Idlib province": date(2017, 4, 5),
    "Missile kills at least 52 at wake in eastern Ukraine": date(2023, 10, 6),
    "Air strikes on Sanaa funeral kill more than 140, UN says": date(2016, 10, 10),
}
"""Headline -> publication day, in the order in which the folder is read."""


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found = list(read_articles([EXAMPLES]))
    assert [item for item in found if not isinstance(item, Article)] == []
    return [item for item in found if isinstance(item, Article)]


def headline(article: Article) -> str:
    first = next(region for region in regions(article) if region.kind == "headline")
    return article.words(first.span)


def body(article: Article) -> str:
    return "\n".join(article.words(r.span) for r in regions(article) if r.kind == "paragraph")


def test_four_input_kinds() -> None:
    kinds = Counter(path.suffix for path in EXAMPLES.iterdir())
    assert kinds == {".txt": 2, ".html": 2, ".jsonl": 1, ".csv": 1}


def test_headlines_and_days(articles: list[Article]) -> None:
    assert {headline(article): publication_day(article)[0] for article in articles} == EXPECTED


def test_ids_are_unique(articles: list[Article]) -> None:
    assert len({article.id for article in articles}) == len(articles) == 8


def test_length_is_that_of_a_wire_story(articles: list[Article]) -> None:
    assert all(120 <= len(body(article).split()) <= 260 for article in articles)


def test_none_points_at_somebody_elses_article(articles: list[Article]) -> None:
    assert [article.url for article in articles if article.url] == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_each_file_says_that_it_is_ours(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert content.count(MARK) >= (2 if path.suffix in {".jsonl", ".csv"} else 1)


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_each_file_is_explained(path: Path) -> None:
    assert f"`{path.name}`" in (ROOT / "docs" / "examples.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("several events in one article", "Hours later a strike hit worshippers"),
        ("a toll with a lower bound", "killed at least 72 people"),
        ("a place known to the province only", "in Helmand province killed"),
        ("a relative place", "in a village\n        30 km west of Kupiansk"),
        ("a denial that is no event", "The air force denied that it had bombed the village"),
        ("a strike without casualties", "No casualties were reported"),
    ],
)
def test_together_they_show(shown: str, words: str) -> None:
    assert any(words in path.read_text(encoding="utf-8") for path in EXAMPLES.iterdir()), shown


@pytest.mark.parametrize("words", ["Hodeidah", "45 Emirati soldiers", "Kramatorsk", "Lyman", "Subscribe"])
def test_what_stands_around_a_page_is_not_its_text(words: str, articles: list[Article]) -> None:
    assert [headline(article) for article in articles if words in body(article)] == []
