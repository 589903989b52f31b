"""Where sentences end, and where a full stop ends none."""

import pytest

from mentions.sentences import abbreviations, sentence_ends


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_ends(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell. Nobody was hurt.", ["Shells fell.", "Nobody was hurt."]),
        ("Gen. Smith spoke. He left.", ["Gen. Smith spoke.", "He left."]),
        ("The U.S. Army said so.", ["The U.S. Army said so."]),
        ("J. Doe of the U.N. said so. It ended.", ["J. Doe of the U.N. said so.", "It ended."]),
        ('"It hit us." She ran.', ['"It hit us."', "She ran."]),
        ("At 3.5 km from the town.", ["At 3.5 km from the town."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("Why? Because! So.", ["Why?", "Because!", "So."]),
        ("It fell near al-Bab. al-Bab is a town.", ["It fell near al-Bab.", "al-Bab is a town."]),
        ("They met at 9 a.m. on Monday.", ["They met at 9 a.m. on Monday."]),
        (
            "It rained. - Army retakes hill - Shells fell - all day.",
            ["It rained.", "- Army retakes hill -", "Shells fell - all day."],
        ),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_stretch_of_a_text_is_cut_by_itself() -> None:
    text = "One. Two. Three."
    assert [text[a:b] for a, b in sentence_ends(text, 5, 9)] == ["Two."]


def test_abbreviations_are_lower_case_and_lost_their_last_dot() -> None:
    known = abbreviations()
    assert {"gen", "u.s", "no", "sept"} <= known
    assert [w for w in known if w != w.lower() or w.endswith(".")] == []
