"""Names in scripts that know no capitals: Arabic and Hebrew letters, matched as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.candidates import LARGE, prominence
from geo.lexicon import scripts
from geo.recognizers.passage import Passage
from geo.recognizers.reading import Found, Notes, Taken

UNCASED = re.compile("[\u0590-\u06ff]")
MOST_WORDS = 4


def recognize_scripts(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """The longest known name behind a word such as "in" or "city of"; elsewhere only a well-known one.

    Without capitals any word may be some hamlet's name.
    """
    if UNCASED.search(passage.text) is None:
        return
    i, size = 0, len(passage.tokens)
    while i < size:
        token = passage.tokens[i]
        if not UNCASED.match(token.text) or token.key in scripts().stops or not taken.free(i, i + 1):
            i += 1
            continue
        end = _known(passage, i, gazetteer, located=passage.at(i - 1).key in scripts().before)
        if end is not None:
            yield Found(i, end, "place")
        i = end or i + 1


def _known(passage: Passage, first: int, gazetteer: Gazetteer, *, located: bool) -> int | None:
    """The end of the longest name at `first`; of a lone word only a city's or an area's, unless `located`."""
    key, ends = "", []
    for i in range(first, min(first + MOST_WORDS, len(passage.tokens))):
        token = passage.tokens[i]
        if not UNCASED.match(token.text):
            break
        key = f"{key} {token.key}" if key else token.key
        ends.append((i + 1, key))
    for end, key in reversed(ends):
        if gazetteer.has_key(key) and (located or prominence(key, gazetteer) >= LARGE):
            return end
    return None
