"""What a text says right behind a name of where it lies: "X, a village less than 10 km south of Y"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from geo.lexicon import directions, grammar, kinds
from geo.recognizers.passage import Passage, Token
from geo.recognizers.reading import Found

MOST_BETWEEN = 16
"""Tokens: ", a village located less than 10 km (6 miles) southwest of the town of"."""
FILLING = frozenset(
    ("located", "situated", "lying", "lies", "which", "is", "that", "about", "some", "around", "roughly",
     "nearly", "almost", "less", "more", "just", "only", "than", "approximately", "at", "a", "an", "the",
     "small", "remote", "of", "from", "to", "away", "(", ")", "-")
)  # fmt: skip


def apposed(passage: Passage, names: Mapping[int, Found]) -> dict[int, Found]:
    """For each name behind which stands how far it is from another, by its first token, that other."""
    spots: dict[int, Found] = {}
    for one, other in pairwise(sorted(names.values())):
        between = passage.tokens[one.last : other.first]
        comma = 0 < len(between) < MOST_BETWEEN and between[0].text == ","
        if comma and _tells_how_far(between[1:]):
            spots[one.first] = other
    return spots


def _tells_how_far(words: Sequence[Token]) -> bool:
    """Whether the words hold a unit of length, and nothing that could tell of another place or act."""
    units = directions().units
    return any(w.lower in units for w in words) and all(
        w.shape == "number"
        or w.lower in FILLING
        or w.lower in units
        or w.lower in directions().nouns
        or w.lower in kinds().first_words
        or w.lower in grammar().numbers
        for w in words
    )
