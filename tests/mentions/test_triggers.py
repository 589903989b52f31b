"""Trigger phrases: the longest at a place wins, and the text's own case tells designators."""

import pytest

from mentions.flatten import lower
from mentions.lexicon import english
from mentions.triggers import find_means, find_triggers, find_weapon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air strikes hit the town", ["Air strikes", "hit"]),
        ("Terrorists fired four rockets on homes", ["fired four rockets"]),
        ("A suicide bomber blew himself up", ["suicide bomber blew"]),
        ("It was shot down over the sea", ["shot down"]),
        ("Turkish-backed forces re-captured it", ["re-captured"]),
        ("The baker sells bread", []),
    ],
)
def test_triggers(text: str, expected: list[str]) -> None:
    low = lower(text)
    found = [text[h.start : h.end] for h in find_triggers(low, 0, len(low), english())]
    assert [w for w in found if w in expected or not expected] == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a mortar round hit", "Shelling/artillery/missile attack"),
        ("warplanes were seen", "Air/drone strike"),
        ("canisters of chlorine", "Chemical weapon"),
        ("by gunmen on motorcycles", "Attack"),
    ],
)
def test_means_point_to_a_type(text: str, first: str) -> None:
    assert find_means(text, 0, len(text), english())[0].sub_event_type == first


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("a B-52 bomber flew", "B-52"),
        ("two Su-24 jets flew", "Su-24"),
        ("armed with a kalashnikov", "kalashnikov"),
        ("the G-20 summit", "G-20"),
        ("they walked home", None),
    ],
)
def test_weapons(text: str, weapon: str | None) -> None:
    run = find_weapon(text, lower(text), 0, len(text), english())
    assert (None if run is None else text[slice(*run)]) == weapon
