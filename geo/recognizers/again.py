"""Names that the article has called places before: "Pa Khan village ... the Pa Khan police station"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.recognizers.names import spellings, starts_name
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken


def recognize_again(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """Each further mention of a name of several words, before a shorter known name in it is taken."""
    if not notes.longer:
        return
    firsts = {key.partition(" ")[0] for key in notes.longer}
    for i in passage.marked(Marks.NAMED | Marks.ARTICLE):
        if passage.tokens[i].key in firsts and taken.free(i, i + 1) and starts_name(passage, i):
            for end, key in reversed(spellings(passage, i, len(passage.tokens))):
                if key in notes.longer:
                    yield Found(i, end, "place", marked=True)
                    break
