"""The word lists load, and hold what the recognizers rely on."""

from __future__ import annotations

from geo import lexicon


def test_every_list_loads() -> None:
    assert lexicon.kinds().after["military airport"] == ("facility",)
    assert lexicon.directions().nouns["north-east"] == 45
    assert lexicon.directions().adjectives["central"] is None
    assert lexicon.abbreviations().after_comma["ON"] == "Ontario"
    assert "sharon" in lexicon.persons().given
    assert lexicon.organisations().names["washington post"] == 2
    assert lexicon.grammar().numbers["ten"] == 10
    assert {"of", "friday", "police"} <= lexicon.stop_names()
    assert "middle east" in lexicon.wide_names()
    assert "washington" in lexicon.seats()


def test_civic_heads_keep_the_place() -> None:
    assert "police" in lexicon.organisations().civic


def test_words_are_lower_case() -> None:
    words = lexicon.stop_names() | lexicon.persons().given | lexicon.organisations().heads
    assert {word for word in words if word != word.lower()} == set()
