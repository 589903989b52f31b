"""Flattening never moves a character."""

from hypothesis import given
from hypothesis import strategies as st

from mentions.flatten import flatten, lower


@given(st.text())
def test_length_stays(text: str) -> None:
    assert len(lower(flatten(text))) == len(text)


def test_quotes_spaces_and_dashes_become_plain() -> None:
    assert flatten("\u201cHe\u2019s\u00a0here\u201d \u2013 now") == '"He\'s here" - now'
