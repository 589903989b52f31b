"""The words that decide between ACLED's types where triggers and means do not."""

from __future__ import annotations

import pytest

from mentions.kinds import sub_event_type
from mentions.lexicon import Entry
from mentions.triggers import Hit, Means

REMOTE, AIR = "Remote explosive/landmine/IED", "Air/drone strike"
REGAINED, OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"


def told(kind: str, role: str, clause: str, agent: str | None = None, means: str | None = None) -> str | None:
    entry = Entry(kind, "act" if role == "act" else "generic", "noun")
    with_means = [] if means is None else [Means(0, 1, means, 0)]
    return sub_event_type([Hit(0, 1, entry)], with_means, clause, clause, agent)


@pytest.mark.parametrize(
    ("kind", "clause", "agent", "expected"),
    [
        ("Peaceful protest", "crowds marched to the square", None, "Peaceful protest"),
        ("Peaceful protest", "police used tear gas", None, "Protest with intervention"),
        ("Peaceful protest", "soldiers opened fire on the march", None, "Excessive force against protesters"),
        ("Peaceful protest", "marchers torched a bus", None, "Violent demonstration"),
        ("Government regains territory", "it was taken", "rebels", "Non-state actor overtakes territory"),
        ("Non-state actor overtakes territory", "it was taken", "the army", "Government regains territory"),
        ("Abduction/forced disappearance", "two were seized and executed", None, "Attack"),
        ("Abduction/forced disappearance", "two were seized", None, "Abduction/forced disappearance"),
        (REGAINED, "militants were driven out", None, REGAINED),
        (REGAINED, "troops were driven out", None, OVERTAKEN),
        (OVERTAKEN, "rifles were seized", None, "Disrupted weapons use"),
        (OVERTAKEN, "a priest was seized", None, "Abduction/forced disappearance"),
        (OVERTAKEN, "a priest was seized and killed", None, "Attack"),
        (OVERTAKEN, "they took the town without a fight", "rebels", "Non-violent transfer of territory"),
        ("Attack", "troops shot dead two rebels", "troops", "Armed clash"),
        ("Attack", "troops shot dead two captured rebels", "troops", "Attack"),
        ("Attack", "troops shot dead two farmers in a rebel town", "troops", "Attack"),
        ("Chemical weapon", "dozens suffocated by tear gas", None, "Protest with intervention"),
        ("Chemical weapon", "dozens suffocated by chlorine", None, "Chemical weapon"),
    ],
)
def test_of_an_act(kind: str, clause: str, agent: str | None, expected: str) -> None:
    assert told(kind, "act", clause, agent) == expected


@pytest.mark.parametrize(
    ("clause", "agent", "means", "expected"),
    [
        ("an attack on a police post", None, None, "Armed clash"),
        ("an attack on a garrison", None, None, "Armed clash"),
        ("an attack on a bakery", None, None, "Attack"),
        ("an attack with bombs", "the air force of the government", REMOTE, AIR),
        ("an attack with bombs", "the rebels", REMOTE, REMOTE),
        ("an attack with a car bomb", "the army", REMOTE, REMOTE),
    ],
)
def test_of_an_attack(clause: str, agent: str | None, means: str | None, expected: str) -> None:
    assert told("Attack", "generic", clause, agent, means) == expected


@pytest.mark.parametrize(
    ("clause", "agent", "expected"),
    [
        ("raids on a market", None, AIR),
        ("an army raid on a market", "army", AIR),
        ("a raid on a market", None, "Attack"),
        ("gunmen killed nine in a raid", None, "Attack"),
        ("troops killed nine militants in a raid", "troops", "Armed clash"),
        ("strikes and raids killed nine militants", "the army", AIR),
    ],
)
def test_of_a_raid(clause: str, agent: str | None, expected: str) -> None:
    assert told(AIR, "generic", clause, agent) == expected
