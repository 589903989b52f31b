"""The weapon of an act: a thing before its carrier, and nobody at all."""

import pytest

from mentions import arms


@pytest.mark.parametrize(
    ("text", "verbs", "means", "weapon"),
    [
        ("A car bomb went off", [], [], "car bomb"),
        ("Jets dropped barrel bombs on it", [], ["Jets"], "barrel bombs"),
        ("Jets hit it", [], ["Jets"], "Jets"),
        ("Gunmen killed three", [], ["Gunmen"], None),
        ("Gunmen with assault rifles killed three", [], ["Gunmen"], "assault rifles"),
        ("The army shells the town", ["shells"], [], None),
        ("An air strike killed three", [], ["air strike"], None),
        ("The shellfish market burned", [], [], None),
        ("They used chlorine gas", [], [], "chlorine gas"),
        ("A land mine and a grenade exploded", [], [], "land mine"),
    ],
)
def test_weapon(text: str, verbs: list[str], means: list[str], weapon: str | None) -> None:
    def runs(words: list[str]) -> list[tuple[int, int]]:
        return [(text.index(w), text.index(w) + len(w)) for w in words]

    found = arms.weapon(text.lower(), (0, len(text)), runs(verbs), runs(means))
    assert (None if found is None else text[slice(*found)]) == weapon
