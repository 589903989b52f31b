"""Names that begin as only places do: "Kafr Hamra", "Wadi al-Dahab". Known or not, they are toponyms."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.candidates import LARGE, prominence
from geo.lexicon import grammar, stop_names
from geo.recognizers.names import spellings
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken


def recognize_generics(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """A generic first word with a capital behind it, up to the longest known name, else two words."""
    for i in passage.marked(Marks.GENERIC):
        if not taken.free(i, i + 1) or _goes_on(passage, i, gazetteer):
            continue
        ends = [
            (end, key)
            for end, key in spellings(passage, i, len(passage.tokens))
            if end > i + 1 and not _leads_on(passage, end - 1)
        ]
        known = next((end for end, key in reversed(ends) if gazetteer.has_key(key)), None)
        if known is not None:
            yield Found(i, known, "place", marked=True)
        elif (
            ends and not passage.titled[i] and gazetteer.demonym(passage.tokens[ends[0][0] - 1].text) is None
        ):
            yield Found(i, ends[0][0], "place", marked=True)


def _leads_on(passage: Passage, i: int) -> bool:
    """Whether a word ends no name, because the next goes on: "Jabal Al-X", "Tal Abu X"."""
    word, after = passage.tokens[i].lower, passage.at(i + 1)
    more = after.named or (after.text == "-" and passage.joined(i + 1))
    return more and (word in grammar().articles or word in grammar().particles)


def _goes_on(passage: Passage, i: int, gazetteer: Gazetteer) -> bool:
    """Whether the word goes on a name that began before it: "Mazar Ain Ali"."""
    before = passage.at(i - 1)
    if before.shape != "capital" or passage.opens[i - 1] or passage.titled[i]:
        return False
    known = 0 < prominence(before.key, gazetteer) < LARGE
    return known and before.lower not in stop_names() and gazetteer.demonym(before.text) is None
