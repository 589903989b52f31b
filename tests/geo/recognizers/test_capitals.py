"""Where a run of capitals ends, and which names it holds."""

from __future__ import annotations

import pytest

from articles.article import Article, Span
from gazetteer.index import Gazetteer
from geo.recognizers.capitals import is_cut_short, listed_parts, parts_of, run_end
from geo.recognizers.passage import Passage, read_passage
from tests.geo.places import small_world


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


def read(text: str) -> Passage:
    return read_passage(Article(id="a", text=text), Span("text", 0, len(text)))


def words(passage: Passage, parts: list[tuple[int, int]], text: str) -> list[str]:
    spans = [passage.span(a, b) for a, b in parts]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Tudor Biri burned", 2),
        ("Mazar-e Sharif burned", 4),
        ("Tareeq al-Zorb burned", 4),
        ("Zorbat Syrian troops", 1),
        ("Zorbat Friday", 1),
        ("Zorbat General Homs", 1),
        ("Zorbat and Homs", 1),
    ],
)
def test_run_end(text: str, end: int, world: Gazetteer) -> None:
    passage = read(text)
    assert run_end(passage, 0, len(passage.tokens), world) == end


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sarmada Idlib", ["Sarmada", "Idlib"]),
        ("Idlib Syria", ["Idlib", "Syria"]),
        ("Sarmada Zorbat", ["Sarmada Zorbat"]),
        ("Sarmada Hope", ["Sarmada Hope"]),
    ],
)
def test_parts_lie_together_or_are_one_name(text: str, parts: list[str], world: Gazetteer) -> None:
    passage = read(text)
    assert words(passage, parts_of(passage, 0, len(passage.tokens), world), text) == parts


def test_a_list_without_commas(world: Gazetteer) -> None:
    text = "Zorbat Sarmada Idlib Qorbat"
    passage = read(text)
    assert words(passage, listed_parts(passage, 0, 4, world), text) == text.split()


@pytest.mark.parametrize(
    ("text", "end"), [("Sarmada Zorbat fell", 2), ("Sarmada fell", None), ("Homs Zorbat fell", None)]
)
def test_only_a_little_known_name_is_cut_short(text: str, end: int | None, world: Gazetteer) -> None:
    assert is_cut_short(read(text), 0, 1, world) == end
