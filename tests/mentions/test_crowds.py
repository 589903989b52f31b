"""Scenes of crowds: who was violent, who stepped in, and what a protest is about."""

from __future__ import annotations

import pytest

from mentions.crowds import EXCESSIVE, MOB, PEACEFUL, STOPPED, VIOLENT, is_idle, of_crowd


@pytest.mark.parametrize(
    ("told", "sentence", "expected"),
    [
        ([PEACEFUL], "crowds marched to the square", PEACEFUL),
        ([PEACEFUL], "teachers protested against the killing of a pupil", PEACEFUL),
        ([PEACEFUL], "they protested over the arrest of a monk", PEACEFUL),
        ([PEACEFUL], "a protest after the arrest of a monk, and police fired tear gas", STOPPED),
        ([PEACEFUL], "soldiers shot at the protesters", EXCESSIVE),
        ([PEACEFUL], "two protesters were killed", EXCESSIVE),
        ([PEACEFUL], "protesters against the law threw stones and police shot two", VIOLENT),
        ([PEACEFUL], "a demonstration amid unrest", VIOLENT),
        (["Arrests"], "ten demonstrators were arrested", STOPPED),
        (["Arrests"], "ten drivers were arrested", None),
        (["Attack"], "gunmen opened fire on a rally", None),
        (["Attack"], "a group of men attacked a rally", MOB),
        (["Attack"], "five died in march", None),
        (["Armed clash"], "clashes between rival student groups", MOB),
        (["Suicide bomb"], "a bomber hit a protest", None),
        (["Attack"], "gunmen killed two farmers", None),
    ],
)
def test_of_crowd(told: list[str], sentence: str, expected: str | None) -> None:
    assert of_crowd(told, sentence, sentence) == expected


@pytest.mark.parametrize(
    ("kind", "role", "sentence", "expected"),
    [
        (PEACEFUL, "generic", "the side rallied late", True),
        (PEACEFUL, "generic", "nurses rallied for justice", False),
        (PEACEFUL, "act", "a protest was held", False),
        (VIOLENT, "generic", "a riot", False),
    ],
)
def test_a_gathering_needs_a_cause(kind: str, role: str, sentence: str, expected: bool) -> None:
    assert is_idle(kind, role, sentence) is expected
