"""Names that no gazetteer knows, in sentences that tell of an act and in others."""

from __future__ import annotations

import pytest

from articles import Article, Span
from gazetteer import Gazetteer
from geo.recognizers import read_names
from tests.geo.northland import gazetteer


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


def read(text: str, places: Gazetteer, told: bool = True) -> list[str]:
    sentences = [Span("text", 0, len(text))] if told else []
    found = read_names(Article(id="a", text=text), None, places, told=sentences)
    return [text[t.span.start : t.span.end] for t in found.toponyms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were killed in Zorbat on Friday.", ["Zorbat"]),
        ("They were killed in rural Zorbat.", ["Zorbat"]),
        ("They were killed in Zorbat, Lumbi and Karko.", ["Zorbat", "Lumbi", "Karko"]),
        ("They stormed the strategic Zorba Gas Fields.", ["Zorba Gas Fields"]),
        ("The rebels stormed Zorbat.", ["Zorbat"]),
        ("They captured Zorbat, a key town.", ["Zorbat"]),
        ("They captured Zorbat, a key witness.", []),
        ("They were killed in Ramadan.", []),
        ("They shot at Captain Zorbat.", []),
        ("They were killed in Zorbat gear.", []),
        ("They were killed by Zorbat.", []),
        ("A Zorba Hill was a film.", []),
    ],
)
def test_names_at_acts(text: str, expected: list[str], places: Gazetteer) -> None:
    assert read(text, places) == expected


def test_elsewhere_a_preposition_is_not_enough(places: Gazetteer) -> None:
    assert read("They invested in Zorbat on Friday.", places, told=False) == []
