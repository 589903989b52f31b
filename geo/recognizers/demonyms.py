"""Adjectives and peoples ("Syrian", "Iraqis"): evidence for a country, never a place of their own."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken


def recognize_demonyms(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """Each capitalised word that the gazetteer knows as a country's adjective."""
    for i in passage.marked(Marks.NAMED):
        if (country := gazetteer.demonym(passage.tokens[i].text)) is not None:
            yield Found(i, i + 1, "country", name=country)
