"""Patterns that are asked only where a text holds what they cannot do without.

A pattern of many words tries each of them at each place of a text; whether any of its words is there at all
is known a hundred times sooner. What a pattern needs is read off the pattern itself (`pattern_pieces`), so
that a rule may change without a word about it here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mentions.pattern_pieces import pieces_of


class Gated:
    """A pattern that first looks for its pieces. Answers as the pattern itself would."""

    __slots__ = ("_flags", "_fold", "_pattern", "_pieces", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source, self._flags = source, flags
        self._fold = bool(flags & re.IGNORECASE)
        # Both on first use: importing does nothing, and of many patterns no text holds a piece.
        self._pieces: tuple[str, ...] | None = None
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, compiled."""
        if self._pattern is None:
            self._pattern = re.compile(self._source, self._flags)
        return self._pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in text[start:end]."""
        if not self._may_match(text, start, end):
            return None
        return (self._pattern or self.pattern).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at `start`."""
        return self.pattern.match(text, start, end) if self._may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in text[start:end], none over another."""
        return self.pattern.finditer(text, start, end) if self._may_match(text, start, end) else iter(())

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that is all of text[start:end]."""
        return self.pattern.fullmatch(text, start, end) if self._may_match(text, start, end) else None

    def sub(self, by: str, text: str) -> str:
        """The text with each match replaced."""
        return self.pattern.sub(by, text) if self._may_match(text, 0, sys.maxsize) else text

    def count(self, text: str) -> int:
        """How many matches there are, none over another."""
        return len(self.pattern.findall(text)) if self._may_match(text, 0, sys.maxsize) else 0

    @property
    def pieces(self) -> tuple[str, ...]:
        """What it cannot do without, one of them at least; empty where that is not known."""
        if self._pieces is None:
            self._pieces = pieces_of(self._source, self._flags)
        return self._pieces

    def _may_match(self, text: str, start: int, end: int) -> bool:
        pieces = self._pieces
        if pieces is None:
            pieces = self.pieces
        if not pieces:
            return True
        stretch = text[start:end].lower() if self._fold else text[start:end]
        for piece in pieces:  # noqa: SIM110 - any() with a generator takes three times as long
            if piece in stretch:
                return True
        return False


class Signs:
    """Which of several patterns a lower-case text may match, seen by its words alone, each looked at once."""

    __slots__ = ("_any", "_of_word", "_open", "_signs")

    def __init__(self, patterns: Sequence[Sequence[Gated]]) -> None:
        # Of a piece of several words ("put the"), the longest stands inside a word of the text.
        self._signs = tuple(
            tuple(max(piece.split(), key=len) for pattern in alike for piece in pattern.pieces)
            for alike in patterns
        )
        self._open = sum(
            1 << n for n, alike in enumerate(patterns) if not all(pattern.pieces for pattern in alike)
        )
        alike = sorted({sign for signs in self._signs for sign in signs})
        # Most words hold none of them, which one look tells.
        self._any = re.compile("|".join(map(re.escape, alike)) if alike else r"(?!)")
        self._of_word = lru_cache(maxsize=1 << 14)(self._look)

    def of(self, text: str) -> int:
        """A bit for each set of patterns, 1 << its index, that may match in the text or a part of it."""
        found, of_word = self._open, self._of_word
        for word in text.split():
            found |= of_word(word)
        return found

    def _look(self, word: str) -> int:
        if self._any.search(word) is None:
            return 0
        return sum(1 << n for n, signs in enumerate(self._signs) if any(sign in word for sign in signs))
