"""What a pattern cannot match without; nothing is said of what is not understood."""

from __future__ import annotations

import re

import pytest

from mentions.pattern_pieces import pieces_of


def test_needs_one_of_its_words() -> None:
    assert pieces_of(r"\b(?:killed|wounded)\b") == ("killed", "wounded")
    assert pieces_of(r"\bbombs?\b") == ("bomb",)
    assert pieces_of(r"(?:The )?(?:Dead|HURT)", re.IGNORECASE) == ("dead", "hurt")


@pytest.mark.parametrize(
    "source", [r"\w+", r"(?:killed|\d+)", r"(?<=killed )\w+", r"(?:killed)?", "a|killed"]
)
def test_needs_nothing_that_may_be_missing(source: str) -> None:
    assert pieces_of(source) == ()


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        (r"(?:days?|came) after\b the\b", ("came after the", "day after the", "days after the")),
        (r"(?P<who>rebels|army) (?:has )?hit", ("army has hit", "army hit", "rebels has hit", "rebels hit")),
        (r"kill(?:ed|s){1}", ("killed", "kills")),
        (r"(?<=by )rebels(?= of)", ("rebels",)),
        (r"[hH]urt", ("Hurt", "hurt")),
        (r"al-\w+ (?:bomb|mine)s?", (" bomb", " mine")),
        (r"(?-i:Dead)", ("Dead",)),
        (r"\(dead\)", ("(dead)",)),
        (r"a{2}dead", ("dead",)),
    ],
)
def test_what_side_by_side_parts_need_together(source: str, pieces: tuple[str, ...]) -> None:
    assert pieces_of(source) == pieces


@pytest.mark.parametrize(
    "source",
    [r"(dead|hurt)\1", r"(a)?(?(1)dead|hurt)", r"dead(?#or)|hurt", r"(?i:dead)", r"dead\x41", r"(?x: de ad)"],
)
def test_nothing_is_known_of_what_is_not_understood(source: str) -> None:
    assert pieces_of(source) == ()


def test_a_pattern_laid_out_over_lines_is_not_read() -> None:
    assert pieces_of("dead  # or hurt", re.VERBOSE) == ()
