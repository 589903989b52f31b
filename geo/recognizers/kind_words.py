"""Kind words around a name: where one stands, and which levels it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gazetteer import PlaceLevel
from geo.lexicon import kinds
from geo.recognizers.passage import Marks, Passage

MOST_WORDS = 3
FARTHEST = 2 * MOST_WORDS + 1
"""Tokens from the first of a kind word to the last that can follow it: words, hyphens, a point."""
SETTLEMENTS = frozenset(["town", "neighbourhood"])


class Kind(NamedTuple):
    """A kind word, as the tokens `first` to `last` (not included; with its "of" where it has one)."""

    first: int
    last: int
    levels: tuple[PlaceLevel, ...]
    plural: bool

    @property
    def level(self) -> PlaceLevel:
        """What it usually means."""
        return self.levels[0]


def kind_after(passage: Passage, i: int) -> Kind | None:
    """The kind word that begins at `i`, the longest ("military airport" before "military")."""
    return _longest(passage, i, kinds().after)


def kind_of(passage: Passage, i: int) -> Kind | None:
    """The kind word that begins at `i` and is followed by "of"."""
    if not any(passage.at(j).lower == "of" for j in range(i + 1, i + FARTHEST)):
        return None
    found = _longest(passage, i, kinds().of)
    if found is None or passage.at(found.last).lower != "of":
        return None
    return found._replace(last=found.last + 1)


def kind_right_before(passage: Passage, i: int) -> Kind | None:
    """The kind word at `i` that stands directly before a name: "Mount Hermon", "the village Hass"."""
    if not any(passage.at(j).named for j in range(i + 1, i + FARTHEST)):
        return None
    token = passage.tokens[i]
    found = _longest(passage, i, kinds().before if token.named else kinds().of)
    if found is None or (token.shape == "lower" and (found.level not in SETTLEMENTS or found.plural)):
        return None
    if passage.at(found.last).text == ".":
        found = found._replace(last=found.last + 1)
    return found if passage.at(found.last).named else None


def _longest(passage: Passage, i: int, words: Mapping[str, tuple[PlaceLevel, ...]]) -> Kind | None:
    if not passage.at(i).marks & Marks.KIND:
        return None
    text, found, end = "", None, i
    for _ in range(MOST_WORDS):
        token = passage.at(end)
        if token.text == "-" and text:
            text, end = text + "-", end + 1
            token = passage.at(end)
        elif text:
            text += " "
        text, end = text + token.lower, end + 1
        levels = words.get(text)
        if levels is not None:
            plural = (text.endswith("s") and text[:-1] in words) or text.endswith("ies")
            found = Kind(i, end, levels, plural)
    return found
