"""Kind words around a name: where one stands, and which levels it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gazetteer import PlaceLevel
from geo.lexicon import kinds
from geo.recognizers.passage import Marks, Passage

MOST_WORDS = 3
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


def may_lead(passage: Passage, i: int) -> bool:
    """A quick look: whether a name can stand behind the kind word that begins at `i`."""
    after = passage.at(i + 1)
    if after.named or after.lower == "of" or after.text == ".":
        return True
    return passage.tokens[i].lower in kinds().beginnings


def kind_of(passage: Passage, i: int) -> Kind | None:
    """The kind word that begins at `i` and is followed by "of"."""
    found = _longest(passage, i, kinds().of)
    if found is None or passage.at(found.last).lower != "of":
        return None
    return found._replace(last=found.last + 1)


def kind_right_before(passage: Passage, i: int) -> Kind | None:
    """The kind word at `i` that stands directly before a name: "Mount Hermon", "the village Hass"."""
    token = passage.tokens[i]
    found = _longest(passage, i, kinds().before if token.named else kinds().of)
    if found is None or (token.shape == "lower" and (found.level not in SETTLEMENTS or found.plural)):
        return None
    if token.named and passage.at(found.last).text == ".":  # "Mt. Hermon", not "the city. Hermon said"
        found = found._replace(last=found.last + 1)
    return found if passage.at(found.last).named else None


def _longest(passage: Passage, i: int, words: Mapping[str, tuple[PlaceLevel, ...]]) -> Kind | None:
    token = passage.at(i)
    if not token.marks & Marks.KIND:
        return None
    text, end = token.lower, i + 1
    found = _kind(i, end, text, words)
    if text not in kinds().beginnings:
        return found
    for _ in range(MOST_WORDS - 1):
        token = passage.at(end)
        if token.text == "-":
            text, end = text + "-", end + 1
            token = passage.at(end)
        else:
            text += " "
        text, end = text + token.lower, end + 1
        found = _kind(i, end, text, words) or found
    return found


def _kind(first: int, last: int, text: str, words: Mapping[str, tuple[PlaceLevel, ...]]) -> Kind | None:
    levels = words.get(text)
    if levels is None:
        return None
    return Kind(first, last, levels, (text.endswith("s") and text[:-1] in words) or text.endswith("ies"))
