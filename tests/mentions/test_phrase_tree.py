import re

import pytest

from mentions.phrase_tree import pattern_of_phrases

PHRASES = ("raid", "raided", "raiding", "air raid", "air strike", "rebel", "ied", "c++")


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_is_found_whole(phrase: str) -> None:
    found = re.match(pattern_of_phrases(PHRASES), phrase + " x")
    assert found is not None and found[0] == phrase


@pytest.mark.parametrize("text", ["rai", "air", "rebe", "c+", "xraid"])
def test_nothing_else_is_found(text: str) -> None:
    assert re.match(pattern_of_phrases(PHRASES), text) is None


def test_phrases_that_begin_alike_share_their_beginning() -> None:
    assert pattern_of_phrases(["raid", "raided"]) == "raid(?:ed)?"
