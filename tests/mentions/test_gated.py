import re

import pytest

from mentions.gated import Gated, Signs

SOURCES = (
    (r"\b(?:planned|plots?|threat(?:en(?:ed|s)?)?)\b(?: +\w+){0,5}$", 0),
    (r"\b(?:May|might|could)\b", re.IGNORECASE),
    (r"(?<!not )\bkill(?:ed|s)?\b|\bdead\b", 0),
    (r"(?:\w+ )?by (?:an? )?(?P<side>rebels|the army)", 0),
)
TEXTS = (
    "they planned to attack", "a threat of war", "nothing at all", "It MIGHT be", "may", "not killed",
    "killed", "dead men", "held by the army", "by a rebels", "",
)  # fmt: skip


@pytest.mark.parametrize(("source", "flags"), SOURCES)
@pytest.mark.parametrize("text", TEXTS)
def test_answers_as_the_pattern_itself(source: str, flags: int, text: str) -> None:
    plain, gated = re.compile(source, flags), Gated(source, flags)
    assert str(gated.search(text)) == str(plain.search(text))
    assert str(gated.match(text, 5)) == str(plain.match(text, 5))
    assert [str(m) for m in gated.finditer(text)] == [str(m) for m in plain.finditer(text)]
    assert gated.count(text) == len(plain.findall(text))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("nothing at all", 0b100),
        ("he put the toll at nine", 0b101),
        ("a plotter was wounded", 0b110),
        ("the toll, put off, of the wounded", 0b111),
    ],
)
def test_sees_by_the_words_which_patterns_may_match(text: str, may: int) -> None:
    put, plot, wound, any_word = (Gated(s) for s in (r"\bput (?:the toll|off)\b", r"\bplot", "wound", r"\w+"))
    assert Signs([(put,), (plot, wound), (any_word,)]).of(text) == may
