"""Adjectives and peoples of provinces, regions and cities ("Idlibi", "Darfuris")."""

from __future__ import annotations

from pathlib import Path

from gazetteer.errors import BadSource
from gazetteer.names import normal_form
from gazetteer.yaml_rows import read_rows

SHAPE = "a row is a list of the id of a place and its words, like [adm1:SY.12, Idlibi, Idlibis]"


def read_demonyms(path: Path) -> dict[str, tuple[str, int]]:
    """Normal form of each word -> the id of its place and the line of its row. Raises BadSource."""
    places: dict[str, tuple[str, int]] = {}
    for line, row in read_rows(path):
        texts = isinstance(row, list) and all(isinstance(part, str) and part for part in row)
        if not texts or len(row) < 2:
            raise BadSource(path.name, line, SHAPE)
        place, *words = row
        for word in words:
            key = normal_form(word)
            if key in places:
                raise BadSource(path.name, line, f"{word!r} stands on line {places[key][1]} too")
            places[key] = place, line
    return places
