"""The trigger lexicon is data: what it may say, and what is refused."""

import pytest

from mentions.lexicon import LexiconError, compile_lexicon, english
from mentions.triggers import find_triggers


def one(phrase: str) -> dict[str, object]:
    return {
        "never": [],
        "triggers": [{"type": "Attack", "role": "act", "form": "verb", "phrases": [phrase]}],
        "means": [],
        "weapons": [],
    }


def matches(phrase: str, text: str) -> bool:
    lexicon = compile_lexicon(one(phrase))
    return any(p.match(text) for found in lexicon.triggers.values() for p, _ in found)


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("storm*", "stormed a village", True),
        ("ambush*", "ambushes", True),
        ("execute*", "executing", True),
        ("raid~", "raids", True),
        ("body~", "bodies", True),
        ("shot|gunned dead|down", "gunned down", True),
        ("shot dead", "shot down", False),
        ("set up ... base|post", "set up a new military base", True),
        ("set up ... base|post", "set up a stall. The base", False),
        ("raid", "raider", False),
    ],
)
def test_the_small_language_of_phrases(phrase: str, text: str, expected: bool) -> None:
    assert matches(phrase, text) is expected


@pytest.mark.parametrize("phrase", ["... base", "set up ...", "what?"])
def test_a_phrase_that_cannot_be_meant_is_refused(phrase: str) -> None:
    with pytest.raises(LexiconError):
        compile_lexicon(one(phrase))


def test_an_unknown_role_is_refused() -> None:
    data = one("raid")
    data["triggers"][0]["role"] = "maybe"  # type: ignore[index]
    with pytest.raises(LexiconError, match="maybe"):
        compile_lexicon(data)


def test_every_type_of_the_english_lexicon_is_acleds() -> None:
    from geo.conventions import EVENT_TYPE_OF

    lexicon = english()
    told = {entry.sub_event_type for found in lexicon.triggers.values() for _, entry in found if entry}
    told |= {kind for found in lexicon.means.values() for _, kind, _ in found}
    assert told <= set(EVENT_TYPE_OF)


def test_a_phrase_that_never_tells_of_an_event_wins_over_longer_ones() -> None:
    data = one("threw ... stones")
    data["never"] = ["threw away"]
    lexicon = compile_lexicon(data)
    text = "they threw away stones and threw stones"
    assert [text[h.start : h.end] for h in find_triggers(text, 0, len(text), lexicon)] == ["threw stones"]
