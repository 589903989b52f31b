"""A pattern that is looked for at the beginning of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_LETTERS = re.compile(r"\w+")


class FromWords:
    """A pattern whose matches mostly begin where a word does; it looks inside words only where it must."""

    __slots__ = ("_anywhere", "_at_words", "_hides", "_starts")

    def __init__(self, source: str, starts: Sequence[str]) -> None:
        """`starts` are the patterns of a word that a match can begin with."""
        self._anywhere = re.compile(source)
        self._at_words = re.compile(rf"(?<!\w){source}")
        self._starts = tuple((re.compile(start), re.compile(rf"\w(?:{start})$")) for start in starts)
        self._hides = lru_cache(maxsize=1 << 14)(self._look)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        for word in text.split():
            if self._hides(word):
                return self._anywhere.search(text)
        return self._at_words.search(text)

    def _look(self, word: str) -> bool:
        """Whether a word ends as a match can begin ("paramilitary") and could not begin it as a whole."""
        return any(
            part.search(run) is not None and whole.fullmatch(run) is None
            for run in _LETTERS.findall(word)
            if not run[0].isupper()
            for whole, part in self._starts
        )
