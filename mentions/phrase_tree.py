"""Many phrases as one pattern that looks at each character once, however many phrases there are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def pattern_of_phrases(phrases: Iterable[str]) -> str:
    """The source of a pattern for the longest of some plain phrases: "raid", "raided" -> "raid(?:ed)?".

    An alternation tries phrase after phrase; here those that begin alike share their beginning.
    """
    return _branch(sorted(set(phrases)))


def _branch(phrases: list[str]) -> str:
    ends_here = phrases[0] == ""
    rest = phrases[1:] if ends_here else phrases
    if not rest:
        return ""
    stems = [_stem(list(alike)) for _, alike in groupby(rest, key=lambda phrase: phrase[0])]
    if len(stems) == 1 and not ends_here:
        return stems[0]
    return f"(?:{'|'.join(stems)})" + ("?" if ends_here else "")


def _stem(alike: list[str]) -> str:
    """The phrases of one first character, which go on together as far as they can."""
    shared = 1
    while len(alike[0]) > shared and all(phrase[: shared + 1] == alike[0][: shared + 1] for phrase in alike):
        shared += 1
    return re.escape(alike[0][:shared]) + _branch([phrase[shared:] for phrase in alike])
