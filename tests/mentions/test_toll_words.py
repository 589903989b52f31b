"""The casualty lexicons load, and say one thing of each word."""

from __future__ import annotations

import pytest

from mentions.toll_words import act_words, people_words, plural_of


@pytest.mark.parametrize(
    ("one", "many"),
    [("soldier", "soldiers"), ("baby", "babies"), ("gunman", "gunmen"), ("witness", "witnesses")],
)
def test_regular_plurals(one: str, many: str) -> None:
    assert plural_of(one) == many


@pytest.mark.parametrize(
    ("word", "side", "plural"),
    [
        ("civilians", "civilians", True),
        ("child", "civilians", False),
        ("women", "civilians", True),
        ("rebel", "combatants", False),
        ("bombers", "combatants", True),
        ("people", "unknown", True),
    ],
)
def test_sides(word: str, side: str, plural: bool) -> None:
    noun = people_words().nouns[word]
    assert (noun.side, noun.plural) == (side, plural)


def test_no_word_is_both_people_and_a_thing() -> None:
    words = people_words()
    assert not words.things & words.nouns.keys()


@pytest.mark.parametrize("text", ["20 were killed", "the death toll", "claimed nine lives", "no casualties"])
def test_the_quick_test_sees_every_act(text: str) -> None:
    assert act_words().anywhere.search(text)


def test_the_quick_test_passes_peaceful_text_by() -> None:
    assert not act_words().anywhere.search("the council opened a school for 300 pupils in spring")


def test_every_act_phrase_is_seen_by_the_quick_test() -> None:
    words = act_words()
    phrases = [" ".join(w for w in p.words if w != "...") for found in words.by_first.values() for p in found]
    assert [p for p in phrases if not words.anywhere.search(p)] == []
