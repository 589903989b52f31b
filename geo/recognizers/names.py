"""Longest known names: n-grams of tokens that the gazetteer has."""

from __future__ import annotations

from gazetteer import Gazetteer
from geo.lexicon import grammar
from geo.recognizers.passage import Marks, Passage

MOST_TOKENS = 6
SHORT = frozenset(["saint", "mt", "ft", "ste", "pt"])
"""Keys of words that keep their point inside a name: St. Louis."""


def starts_name(passage: Passage, i: int) -> bool:
    """Whether a place name can begin here: a capital, or an article before one ("al-Bab", "ez Zor")."""
    token = passage.tokens[i]
    if token.named:
        return True
    if not token.marks & Marks.ARTICLE:
        return False
    after = passage.at(i + 1)
    return after.named or (after.text == "-" and passage.at(i + 2).named)


def known_name(passage: Passage, first: int, stop: int, gazetteer: Gazetteer) -> int | None:
    """The end of the longest name that begins at `first` and ends by `stop`; None where none is known."""
    ends = spellings(passage, first, stop)
    for end, key in reversed(ends):
        if gazetteer.has_key(key):
            return end
    return None


def spellings(passage: Passage, first: int, stop: int, most: int = MOST_TOKENS) -> list[tuple[int, str]]:
    """Ends and keys of the n-grams from `first` on that can be a name, the shortest first."""
    tokens, found, key, i = passage.tokens, [], "", first
    stop = min(stop, first + 2 * most)
    words = 0
    while i < stop and words < most:
        token = tokens[i]
        named = token.named
        if named or (
            token.shape == "lower" and (token.lower in grammar().inner or is_link(passage, i))
        ):
            key = f"{key} {token.key}" if key else token.key
            words += 1
            bare = not named or key in grammar().articles or key == "the"
            if not bare and (words > 1 or not _generic(passage, i)):
                found.append((i + 1, key))
        elif token.shape == "possessive" and passage.at(i + 1).named:
            key += "s"
        elif not _joins(passage, i):
            break
        i += 1
    return found


def is_link(passage: Passage, i: int) -> bool:
    """The Persian link between two words of a name: the e of "Mazar-e Sharif"."""
    token, before = passage.at(i), passage.at(i - 1)
    return token.lower in grammar().links and before.text in ("-", "–") and before.end == token.start


def _generic(passage: Passage, i: int) -> bool:
    """Whether the word is only the first of a name: the Kafr of "Kafr Hamra"."""
    return bool(passage.tokens[i].marks & Marks.GENERIC) and (
        passage.at(i + 1).named or (passage.at(i + 1).shape == "lower" and starts_name(passage, i + 1))
    )


def _joins(passage: Passage, i: int) -> bool:
    """Whether a mark stands inside a name: the hyphen of "al-Bab", the point of "St. Louis"."""
    token, before = passage.tokens[i], passage.at(i - 1)
    if token.text in "-–" and token.shape == "mark":
        return token.start == before.end and passage.at(i + 1).start == token.end
    return token.text == "." and before.key in SHORT and passage.at(i + 1).named


def name_key(passage: Passage, first: int, last: int) -> str:
    """The gazetteer's key of the name that these tokens make."""
    return next((key for end, key in reversed(spellings(passage, first, last)) if end == last), "")
