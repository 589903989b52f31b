"""A known name in its surroundings, as the rules that doubt it see it."""

from __future__ import annotations

from typing import NamedTuple

from gazetteer import Gazetteer
from geo.candidates import AREA, WELL_KNOWN, own_prominence, prominence
from geo.lexicon import grammar
from geo.recognizers.passage import Passage, Token
from geo.recognizers.reading import Notes, Taken


class Case(NamedTuple):
    """A known name in its surroundings."""

    passage: Passage
    first: int
    last: int
    taken: Taken
    notes: Notes
    key: str
    gazetteer: Gazetteer

    @property
    def word(self) -> Token:
        """Its first token."""
        return self.passage.tokens[self.first]

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return self.last - self.first == 1

    @property
    def weight(self) -> float:
        """How prominent the best known place of the name is."""
        return prominence(self.key, self.gazetteer)

    @property
    def speaks(self) -> float:
        """How prominent the best known place is that can stand for who speaks there: one of this very name,
        or a capital under another ("Kiev said")."""
        if self.weight < WELL_KNOWN or self.weight >= AREA:
            return self.weight
        places = self.gazetteer.lookup_key(self.key)
        if any(place == self.gazetteer.capital(place.country) for place in places):
            return self.weight
        return own_prominence(self.key, self.gazetteer)

    @property
    def in_place(self) -> bool:
        """Whether a word such as "in" or "near" stands before it."""
        before = self.passage.at(self.first - 1)
        plain = before.shape == "lower" or (self.first > 0 and self.passage.opens[self.first - 1])
        return before.lower in grammar().place_words and plain

    @property
    def seen(self) -> bool:
        """Whether the article writes it with a capital where a capital means a name, or calls it a place."""
        return self.word.lower in self.notes.plain or self.word.lower in self.notes.places
