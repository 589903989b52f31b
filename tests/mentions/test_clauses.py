"""Clauses cover their sentence, and say how each hangs on the one before."""

import pytest

from mentions.clauses import clauses_of
from mentions.flatten import lower


def cut(text: str) -> list[tuple[str, str]]:
    return [(text[c.start : c.end].strip(" ,;"), c.link) for c in clauses_of(text, lower(text), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine died when a shell hit a shop", [("Nine died", "first"), ("when a shell hit a shop", "same")]),
        (
            "Shells hit Homs, while jets bombed Hama",
            [("Shells hit Homs", "first"), ("while jets bombed Hama", "apart")],
        ),
        ("Troops left; rebels came", [("Troops left", "first"), ("rebels came", "apart")]),
        (
            "The raid came days after a mine blast",
            [("The raid", "first"), ("came days after a mine blast", "earlier")],
        ),
        (
            "Jets hit the base after which rebels launched an offensive",
            [("Jets hit the base", "first"), ("after which rebels launched an offensive", "apart")],
        ),
        (
            "A bomb killed two and another five were wounded",
            [("A bomb killed two", "first"), ("and another five were wounded", "and")],
        ),
        ("Tanks and guns were seen", [("Tanks and guns were seen", "first")]),
    ],
)
def test_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert cut(text) == expected


def test_they_cover_the_sentence_without_gaps() -> None:
    text = "Nine died when a shell hit, but others, who had fled, lived; all mourned"
    clauses = clauses_of(text, lower(text), 0, len(text))
    assert [c.start for c in clauses[1:]] == [c.end for c in clauses[:-1]]
    assert (clauses[0].start, clauses[-1].end) == (0, len(text))
