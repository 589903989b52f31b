"""Names of several words that the gazetteer spells otherwise, where a place is told: "near Urum al-Joz"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.candidates import ONE_SPELLING
from geo.lexicon import grammar, organisations, persons, stop_names
from geo.recognizers.names import spellings, starts_name
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken

LEAST_LOOSE = 7
"""Letters: shorter names are like some place anywhere."""
LEAST_WORDS = 2
JOINTS = frozenset(["and", ",", "or"])


def recognize_respelt(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """A free run of capitals behind "in", "near", "a strike on", or behind a place in a list.

    It must be the whole run, have two words at least, and be like the name of a place by its spelling only.
    """
    for i in passage.marked(Marks.NAMED | Marks.ARTICLE):
        if passage.titled[i] or not taken.free(i, i + 1) or not starts_name(passage, i):
            continue
        if not _is_scene(passage, i, taken):
            continue
        for end, key in reversed(spellings(passage, i, len(passage.tokens))):
            whole = taken.free(i, end) and not passage.at(end).named
            if whole and _is_respelt(passage, i, end, key, gazetteer):
                yield Found(i, end, "place")
                break


def _is_scene(passage: Passage, i: int, taken: Taken) -> bool:
    before = passage.at(i - 1)
    if before.marks & Marks.PLACE_WORD or taken.role(i - 1) == "place":
        return True
    if before.lower in JOINTS:
        return taken.role(i - 2) == "place"
    return before.lower in ("on", "of") and passage.at(i - 2).lower in grammar().blows


def _is_respelt(passage: Passage, i: int, end: int, key: str, gazetteer: Gazetteer) -> bool:
    words = [token for token in passage.tokens[i:end] if token.named and token.key not in grammar().articles]
    lists = (stop_names(), persons().titles, persons().given, organisations().heads)
    if len(key) < LEAST_LOOSE or len(words) < LEAST_WORDS or any(words[0].lower in them for them in lists):
        return False
    return any(place.country not in ONE_SPELLING for place in gazetteer.lookup_loose(key))
