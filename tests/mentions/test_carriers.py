"""Verbs that carry an act told by a noun."""

import pytest

from mentions.carriers import carriers
from mentions.lexicon import english
from mentions.triggers import find_triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rebels launched a large-scale counter-attack on the town", ["launched"]),
        ("the attack occurred near a school", ["occurred"]),
        ("clashes which broke out on sunday", ["broke out"]),
        ("two blasts were reported in the town", ["reported"]),
        ("a convoy came under mortar fire", ["came under"]),
        ("soldiers continued their march after an air strike", []),
        ("the army said clashes in the town had killed three and began talks", []),
        ("jets bombed the town", []),
    ],
)
def test_carriers(text: str, expected: list[str]) -> None:
    hits = find_triggers(text, 0, len(text), english())
    assert hits
    assert [text[slice(*run)] for run in carriers(text, (0, len(text)), hits)] == expected
