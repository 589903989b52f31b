"""What did not happen, and the rule that says so."""

import pytest

from mentions.flatten import lower
from mentions.status import why_not


@pytest.mark.parametrize(
    ("text", "hit", "expected"),
    [
        ("The army shelled the town", "shelled", None),
        ("The army denied that it had shelled the town", "shelled", "denied"),
        ("No air strikes were seen", "air strikes", "negated"),
        ("They did not attack the convoy", "attack", "negated"),
        ("without notifying anyone, killing three", "killing", None),
        ("The jets could bomb the town", "bomb", "hypothetical"),
        ("strikes on army positions would have continued", "strikes", "hypothetical"),
        ("He threatened to attack the capital", "attack", "planned"),
        ("Parliament approved air strikes", "air strikes", "planned"),
        ("a visit to bomb sites", "bomb", "purpose"),
        ("They continued to bomb the town", "bomb", None),
        ("It called for an end to the shelling", "shelling", "planned"),
        ("They halted the shelling", "shelling", "stopped"),
        ("A rocket attack on the town was foiled on Monday", "rocket attack", "stopped"),
        ("on the anniversary of the massacre", "massacre", "remembered"),
        ("He was convicted of the bombing", "bombing", "remembered"),
        ("Nobody knew who had fired. Shelling went on", "shelling", None),
    ],
)
def test_status(text: str, hit: str, expected: str | None) -> None:
    low = lower(text)
    start = low.index(hit)
    clause = low.rfind(".", 0, start) + 1
    assert why_not(low, clause, start, start + len(hit), len(low)) == expected
