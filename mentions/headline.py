"""The headline, where a page's text begins with it once more: it shortens what the body tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
# Shorter titles are sections ("World news") whose words any sentence can end in, characters.
_SHORTEST = 20
# A day, an hour and an author's name may stand before it, characters.
_LONGEST_BEFORE = 60
# What signs and doubled blanks add to the words, characters.
_SIGNS = 20


@dataclass(frozen=True, slots=True)
class Headline:
    """The words of an article's title."""

    words: str
    """In lower case, one blank between two, no signs."""

    @classmethod
    def of(cls, title: str) -> Headline:
        """The headline that a title gives; an empty title stands nowhere."""
        return cls(_words(title))

    def stands_in(self, low: str, start: int, end: int) -> bool:
        """Whether the sentence low[start:end] is the headline once more, after a day or a name at most."""
        longest = len(self.words) + _LONGEST_BEFORE
        if len(self.words) < _SHORTEST or end - start > longest + _SIGNS:
            return False
        said = _words(low[start:end])
        return said.endswith(self.words) and len(said) <= longest


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
