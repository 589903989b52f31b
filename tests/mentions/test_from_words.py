"""A pattern that is looked for at the beginning of words finds what it would find anywhere."""

from __future__ import annotations

import re

import pytest

from mentions.from_words import FromWords


@pytest.mark.parametrize("text", ["rebels ", "antirebels ", "the old army ", "a parametre ", "armyish ", ""])
def test_a_match_inside_a_word_is_found_too(text: str) -> None:
    source = r"(?:(?:old|new) )*(?:rebels|army) $"
    assert str(FromWords(source, ("old|new", "rebels|army")).search(text)) == str(re.search(source, text))
