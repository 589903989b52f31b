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
    ("A model car was passing when a planted mine exploded", "mine", True, None),
    ("Militants in the valley planted a mine", "mine", True, "Militants"),
    ("The Riverton blast killed nine", "blast", True, None),
    ("Russia's bombing of the town", "bombing", True, "Russia"),
    ("Russia air raid kills nine", "kills", False, None),
    ("A double terrorist attack killed nine", "attack", True, None),
    ("A drone bombed the depot", "bombed", False, None),
    ("The air force bombed the depot", "air force bombed", False, "air force"),
    ("Clashes between the army and rebels", "Clashes", True, "army"),
    ("The army said it had bombed the depot", "bombed", False, "army"),
    ("The army was on Monday accused of bombing the depot", "bombing", True, "army"),
    ("Rebels denied any involvement in the bombing", "bombing", True, "Rebels"),
    ("No group has claimed responsibility for the bombing", "bombing", True, None),
    ("Three soldiers killed in a blast", "killed", False, None),
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
        ("Clashes between the army and rebels", "Clashes", True, "rebels"),
        ("Rebels clashed fiercely with the army", "clashed", False, "army"),
        ("Rebels killed at least 12 villagers", "killed", False, "villagers"),
        ("Eleven people including six children were killed", "killed", False, None),
        ("Rebels fired three shells on a hotel", "fired three shells", False, "hotel"),
        ("The raid by the army on rebel-held parts of Aleppo", "raid", True, "rebel-held parts of Aleppo"),
        ("Dozens fled, homes destroyed, a police officer said", "destroyed", False, None),
    ],
)
def test_target(text: str, hit: str, noun: bool, expected: str | None) -> None:
    assert asked(targets.target, text, hit, noun) == expected
