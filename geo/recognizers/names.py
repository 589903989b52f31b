"""Longest known names: n-grams of tokens that the gazetteer has."""

from __future__ import annotations

from gazetteer import Gazetteer
from geo.lexicon import grammar
from geo.recognizers.passage import Marks, Passage, Token

MOST_TOKENS = 6
ENGLISH = frozenset(["at", "as", "an", "en"])
"""Forms of the Arabic article that are also everyday words: articles only before a hyphen."""
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
    if after.named:
        return token.lower not in ENGLISH
    return after.text == "-" and passage.at(i + 2).named


def known_name(passage: Passage, first: int, stop: int, gazetteer: Gazetteer) -> int | None:
    """The end of the longest name that begins at `first` and ends by `stop`; None where none is known."""
    return known_key(passage, first, stop, gazetteer)[0]


def known_key(passage: Passage, first: int, stop: int, gazetteer: Gazetteer) -> tuple[int | None, str]:
    """The end of the longest known name and its key; None and an empty one where none is known."""
    has_key = gazetteer.has_key
    if not passage.at(first + 1).marks & Marks.WITHIN:
        # Nine of ten names are one word.
        token = passage.tokens[first]
        if first < stop and _is_name(token) and has_key(token.key):
            return first + 1, token.key
        return None, ""
    for end, key in reversed(spellings(passage, first, stop)):
        if has_key(key):
            return end, key
    return None, ""


def spellings(passage: Passage, first: int, stop: int, most: int = MOST_TOKENS) -> list[tuple[int, str]]:
    """Ends and keys of the n-grams from `first` on that can be a name, the shortest first."""
    tokens, found, key, i = passage.tokens, [], "", first
    if not passage.at(first + 1).marks & Marks.WITHIN:
        return [(first + 1, tokens[first].key)] if first < stop and _is_name(tokens[first]) else []
    stop = min(stop, first + 2 * most)
    words = 0
    while i < stop and words < most:
        token = tokens[i]
        named = token.named
        if named or (token.shape == "lower" and (token.lower in grammar().inner or is_link(passage, i))):
            key = f"{key} {token.key}" if key else token.key
            words += 1
            bare = not named or key in grammar().articles or key == "the" or _leads_on(passage, i)
            if not bare and (words > 1 or not _generic(passage, i)):
                found.append((i + 1, key))
        elif token.shape == "possessive" and passage.at(i + 1).named:
            key += "s"
        elif not _joins(passage, i):
            break
        i += 1
    return found


def _is_name(token: Token) -> bool:
    return token.named and token.key not in grammar().articles and token.key != "the"


def is_link(passage: Passage, i: int) -> bool:
    """The Persian link between two words of a name: the e of "Mazar-e Sharif"."""
    linked = passage.at(i).lower in grammar().links and passage.at(i - 1).text in ("-", "–")
    return linked and passage.joined(i)


def _leads_on(passage: Passage, i: int) -> bool:
    """Whether it is the article of the name behind it, in a text that lost its commas: "Mesraba Al-Hazza"."""
    return passage.tokens[i].key in grammar().articles and passage.at(i + 1).text == "-"


def _generic(passage: Passage, i: int) -> bool:
    """Whether the word is only the first of a name: the Kafr of "Kafr Hamra"."""
    return bool(passage.tokens[i].marks & Marks.GENERIC) and (
        passage.at(i + 1).named or (passage.at(i + 1).shape == "lower" and starts_name(passage, i + 1))
    )


def _joins(passage: Passage, i: int) -> bool:
    """Whether a mark stands inside a name: the hyphen of "al-Bab", the point of "St. Louis"."""
    token, before = passage.tokens[i], passage.at(i - 1)
    if token.text in "-–" and token.shape == "mark":
        spaced = not passage.joined(i) and not passage.joined(i + 1)  # tables write "Omar - Oil Fields"
        return (passage.joined(i) and passage.joined(i + 1)) or (spaced and passage.at(i + 1).named)
    return token.text == "." and before.key in SHORT and passage.at(i + 1).named


def name_key(passage: Passage, first: int, last: int) -> str:
    """The gazetteer's key of the name that these tokens make."""
    return next((key for end, key in reversed(spellings(passage, first, last)) if end == last), "")
