"""Distances and compass words before a name: "10 km (six miles) to the south-east of"."""

from __future__ import annotations

from typing import NamedTuple

from geo.lexicon import directions, grammar
from geo.recognizers.passage import Passage

FILLING = frozenset(["the", "to", "just", "due"])
MOST_IN_BRACKETS = 6


class Distance(NamedTuple):
    """Kilometres, and the index of the token left of the words that tell them."""

    km: float
    before: int


class Bearing(NamedTuple):
    """Degrees from north, and the index of the token left of the compass word."""

    degrees: float
    before: int


def bearing_before(passage: Passage, i: int) -> Bearing | None:
    """The compass word that ends before `i`: "south", "north-east"."""
    nouns = directions().nouns
    if passage.at(i - 2).text == "-" and (degrees := nouns.get(_joined(passage, i))) is not None:
        return Bearing(degrees, i - 4)
    degrees = nouns.get(passage.at(i - 1).lower)
    return None if degrees is None else Bearing(degrees, i - 2)


def _joined(passage: Passage, i: int) -> str:
    return passage.at(i - 3).lower + "-" + passage.at(i - 1).lower


def distance_before(passage: Passage, i: int) -> Distance | None:
    """The distance that ends at `i`: "10 km", "ten kilometres away", "10 km (six miles)"."""
    while passage.at(i).lower in FILLING or passage.at(i).lower == "away":
        i -= 1
    if passage.at(i).text == ")":
        opening = next(
            (j for j in range(i, max(0, i - MOST_IN_BRACKETS), -1) if passage.at(j).text == "("), None
        )
        return None if opening is None else distance_before(passage, opening - 1)
    unit = directions().units.get(passage.at(i).lower)
    if unit is None:
        return None
    j = i - 2 if passage.at(i - 1).text == "-" else i - 1
    number = _number(passage, j)
    return None if number is None else Distance(number * unit, j - 1)


def _number(passage: Passage, i: int) -> float | None:
    token = passage.at(i)
    if token.shape == "number":
        plain = token.text.replace(",", "")
        return float(plain) if plain.count(".") <= 1 else None
    return grammar().numbers.get(token.lower)
