"""Sides from active, passive, nominal and possessive forms; nobody is guessed."""

import pytest

from mentions import actors, targets

PERPETRATORS = [
    ("Israeli warplanes bombed the camp", "warplanes bombed", False, "Israeli warplanes"),
    ("A US B-52 bomber carried out an attack on the town", "carried out an attack", False, "US"),
    (
        "NATO-led alliance aircraft carried out six strikes",
        "carried out six strikes",
        False,
        "NATO-led alliance",
    ),
    ("Turkey shelled Kurdish positions", "shelled", False, "Turkey"),
    ("Two policemen were shot dead by unidentified gunmen", "shot dead", False, "unidentified gunmen"),
    (
        "Three died in mortar shelling by rebel fighters on the city",
        "mortar shelling",
        True,
        "rebel fighters",
    ),
    ("while government air strikes killed ten", "air strikes", True, "government"),
    ("The Russian Air Force's airstrikes hit the town", "airstrikes", True, "Russian Air Force"),
    ("Regime forces responded by launching airstrikes", "airstrikes", True, "Regime forces"),
    ("The Taliban claimed responsibility for the bombing", "bombing", True, "Taliban"),
    ("Three people were killed in an air strike", "air strike", True, None),
    ("An air strike hit a town held by rebel fighters", "air strike", True, None),
    ("An air strike killed two, according to figures published by the army", "air strike", True, None),
    ("A raid on a town held by rebels was carried out by the Northern army", "raid", True, "Northern army"),
    ("The town was captured by rebel fighters", "captured", False, "rebel fighters"),
    (
        "The attack on the market was blamed on the Northern Front rebels",
        "attack on",
        False,
        "Northern Front rebels",
    ),
    ("Villagers blamed the army for the shelling", "shelling", True, "army"),
    ("N23 rebels, backed by a neighbour, killed 12 people", "killed", False, "N23 rebels"),
    ("AGENCY/Stringer The Northern army shelled the town", "shelled", False, "Northern army"),
    ("An explosion rocked the market", "explosion", True, None),
    ("The town was shelled on Monday", "shelled", False, None),
]


def asked(rule: actors.SideRule, text: str, hit: str, noun: bool) -> str | None:
    start = text.index(hit)
    run = rule(text, 0, (start, start + len(hit)), len(text), noun=noun)
    return None if run is None else text[slice(*run)]


@pytest.mark.parametrize(("text", "hit", "noun", "expected"), PERPETRATORS)
def test_perpetrator(text: str, hit: str, noun: bool, expected: str | None) -> None:
    assert asked(actors.perpetrator, text, hit, noun) == expected


@pytest.mark.parametrize(
    ("text", "hit", "noun", "expected"),
    [
        ("Turkey shelled Kurdish positions near the border", "shelled", False, "Kurdish positions"),
        ("Gunmen launched an attack on a police station", "attack on", True, None),
        ("Two policemen were shot dead", "shot dead", False, "policemen"),
        ("Jets carried out strikes against the Syrian army", "strikes", True, "Syrian army"),
        ("Rebels attacked Aleppo", "attacked", False, None),
    ],
)
def test_target(text: str, hit: str, noun: bool, expected: str | None) -> None:
    assert asked(targets.target, text, hit, noun) == expected
