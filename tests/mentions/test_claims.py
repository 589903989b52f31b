"""Who says so, and how far the text stands behind it."""

import pytest

from mentions import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb killed two, the Russian General Staff said.", "the Russian General Staff"),
        ("According to the Gaza health ministry, two died.", "the Gaza health ministry"),
        (
            "The Syrian Observatory for Human Rights reported clashes.",
            "The Syrian Observatory for Human Rights",
        ),
        ("Two died, said the governor.", "the governor"),
        ("He said so.", None),
        ("Two died in the blast.", None),
    ],
)
def test_attribution(text: str, expected: str | None) -> None:
    run = claims.attribution(text, 0, len(text))
    assert (None if run is None else text[slice(*run)]) == expected


@pytest.mark.parametrize(
    ("text", "side", "speaker", "expected"),
    [
        ("Jets bombed the town", None, None, None),
        ("Russian jets bombed the town", "Russian jets", None, "reported"),
        ("Russian jets bombed it, the Ukrainian army said", "Russian jets", "the Ukrainian army", "alleged"),
        ("Russian jets bombed it, the Russian army said", "Russian jets", "the Russian army", "claimed"),
        ("Russian jets bombed it, a rights monitor said", "Russian jets", "a rights monitor", "reported"),
        ("suspected Boko Haram fighters attacked", "Boko Haram", None, "alleged"),
        ("The Taliban claimed responsibility for the blast", "Taliban", None, "claimed"),
        ("The Taliban denied involvement in the blast", "Taliban", None, "denied"),
    ],
)
def test_status(text: str, side: str | None, speaker: str | None, expected: str | None) -> None:
    assert claims.status(text, 0, len(text), side, speaker) == expected
