"""Who did it, by the patterns alone."""

from __future__ import annotations

import pytest

from mentions.actor_patterns import actor_patterns


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("shot by two masked gunmen", "masked gunmen"),
        ("shelled by the Saudi-backed militia", "Saudi-backed militia"),
        ("struck by a suspected rebel drone", "rebel drone"),
        ("hit by stray dogs", None),
    ],
)
def test_by_a_side(text: str, side: str | None) -> None:
    match = actor_patterns().by.search(text)
    assert (None if match is None else match["side"]) == side
