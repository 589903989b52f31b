"""Names that no gazetteer knows, placed by what follows: "in Jashma Bangi, Takhar", "at Qurac (Bari)"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.candidates import AREA, prominence
from geo.lexicon import grammar, organisations, persons, stop_names
from geo.recognizers.capitals import run_end
from geo.recognizers.distances import bearing_before
from geo.recognizers.names import known_name, name_key, starts_name
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken

LONGEST_DISTANCE = 12
"""Tokens of "about 20 kilometers (12 miles) to the south-west of"."""
MOST_STEPS = 3
"""So many members of "X, Y, Z" are looked at for a province or a country."""


def recognize_located(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """An unknown run of capitals behind "in" or "near", with a known area behind a comma or a bracket.

    "in X, 20 km south of Y" counts too.
    """
    for i in passage.marked(Marks.PLACE_WORD):
        if passage.titled[i]:
            continue
        first = i + 1
        if not taken.free(first, first + 1) if first < len(passage.tokens) else True:
            continue
        end = _unknown_name(passage, first, gazetteer)
        if end is None or not taken.free(first, end) or passage.at(end).text not in (",", "("):
            continue
        if _side_follows(passage, end) or _area_follows(passage, end, gazetteer):
            yield Found(first, end, "place", marked=True)


def _unknown_name(passage: Passage, first: int, gazetteer: Gazetteer) -> int | None:
    if not starts_name(passage, first):
        return None
    token = passage.tokens[first]
    word = token.lower
    lists = (stop_names(), persons().titles, persons().given, organisations().heads)
    if any(word in words for words in lists):
        return None
    if token.shape == "caps" or gazetteer.demonym(token.text) is not None:
        return None
    end = run_end(passage, first, len(passage.tokens), gazetteer)
    known = known_name(passage, first, end, gazetteer)
    return end if end > first and known != end else None


def _side_follows(passage: Passage, mark: int) -> bool:
    """Whether ", 20 km south of" comes next, and then a name."""
    for i in range(mark + 1, min(mark + LONGEST_DISTANCE, len(passage.tokens))):
        token = passage.tokens[i]
        if token.lower == "of" and bearing_before(passage, i):
            return passage.at(i + 1).named
        if token.named or token.text in (",", "."):
            return False
    return False


def _area_follows(passage: Passage, mark: int, gazetteer: Gazetteer) -> bool:
    """Whether the names behind the mark, one comma after the other, come to a province or a country."""
    i = mark + 1
    for _ in range(MOST_STEPS):
        while passage.at(i).lower in grammar().skipped:
            i += 1
        if i >= len(passage.tokens) or not starts_name(passage, i):
            return False
        end = known_name(passage, i, len(passage.tokens), gazetteer)
        if end is not None and prominence(name_key(passage, i, end), gazetteer) >= AREA:
            return True
        end = end or run_end(passage, i, len(passage.tokens), gazetteer)
        while passage.at(end).shape == "lower" and passage.at(end).lower not in grammar().place_words:
            end += 1
        if passage.at(end).text != ",":
            return False
        i = end + 1
    return False
