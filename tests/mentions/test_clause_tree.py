"""The clauses of a sentence and how they hang on each other."""

from __future__ import annotations

import pytest

from mentions.clause_tree import ClauseTree, tree_of


def told(text: str) -> list[tuple[str, str]]:
    """Each clause's kind and words, in the order in which they open."""
    tree = tree_of(text, 0, len(text))
    return [
        (part.kind, " ".join(t.low for t, at in zip(tree.tokens, tree.at, strict=True) if at == n))
        for n, part in enumerate(tree.parts)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed the town", [("main", "jets bombed the town")]),
        (
            "Four people died when a shell hit a house",
            [("main", "four people died"), ("subordinate", "when a shell hit a house")],
        ),
        (
            "When shells fell, the families fled",
            [("main", ", the families fled"), ("subordinate", "when shells fell")],
        ),
        (
            "The men, who came by sea, attacked a post",
            [("main", "the men , , attacked a post"), ("relative", "who came by sea")],
        ),
        (
            "Jets hit a market, killing four people",
            [("main", "jets hit a market ,"), ("participle", "killing four people")],
        ),
        (
            "Jets hit a market, police said",
            [("main", "jets hit a market"), ("said", ", police said")],
        ),
        (
            "A bomb killed four people and wounded six",
            [("main", "a bomb killed four people"), ("joined", "and wounded six")],
        ),
        (
            "Jets hit a market; shells fell",
            [("main", "jets hit a market"), ("apart", "; shells fell")],
        ),
        (
            "A town (near the sea) was shelled",
            [("main", "a town ) was shelled"), ("aside", "( near the sea")],
        ),
        # "After the attack" has no verb and is no clause; two subjects joined are one.
        ("They fled after the attack", [("main", "they fled after the attack")]),
        ("Two men and six women were hurt", [("main", "two men and six women were hurt")]),
    ],
)
def test_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_what_a_clause_hangs_on() -> None:
    text = "Shells fell as men fled who sold bread"
    tree: ClauseTree = tree_of(text, 0, len(text))
    assert [part.parent for part in tree.parts] == [0, 0, 1]
    assert tree.upward(2) == [2, 1, 0]


@pytest.mark.parametrize(
    ("text", "word", "carries"),
    [
        ("Jets bombed the town", "bombed", True),
        ("Forces backed by jets", "backed", True),
        ("Forces backed the jets", "jets", False),
        ("the armed men", "armed", False),
        ("the wounded", "wounded", False),
        ("They were to leave", "leave", False),
        ("Gunmen shot a man", "shot", True),
        ("to begin", "begin", False),
    ],
)
def test_words_that_carry_a_clause(text: str, word: str, carries: bool) -> None:
    tree = tree_of(text, 0, len(text))
    assert tree.verbs[tree.token_at(text.index(word))] is carries


def test_nothing_has_no_words_and_one_clause() -> None:
    tree = tree_of("", 0, 0)
    assert (tree.tokens, len(tree.parts)) == ((), 1)
