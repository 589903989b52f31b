"""The patterns that decide between kinds: what they find and what they pass over."""

from __future__ import annotations

import pytest

from mentions.kind_words import kind_words


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("armed_victims", "the army killed nine suspected Tell Qamar Front (TQF) rebels".lower(), True),
        ("armed_victims", "two soldiers were shot dead", True),
        ("armed_victims", "rebels came under fire", True),
        ("armed_victims", "killed nine in a town held by rebels", False),
        ("taken_people", "captured two of the pilots", True),
        ("taken_people", "captured two hills", False),
        ("people_taken", "the priest was seized", True),
        ("people_taken", "the town was seized", False),
        ("people_freed", "five workers held since may were freed", True),
        ("people_freed", "freed the two pilots", True),
        ("people_freed", "freed the town", False),
        ("dropped_bombs", "bombs hit a school", True),
        ("dropped_bombs", "a car bomb hit a school", False),
        ("without_fight", "entered the town without a fight", True),
        ("without_fight", "entered the town after a fight", False),
        ("armed_target", "an attack on a police post", True),
        ("armed_target", "an attack on a post office", False),
    ],
)
def test_what_a_pattern_finds(pattern: str, text: str, found: bool) -> None:
    assert (getattr(kind_words(), pattern).search(text) is not None) is found
