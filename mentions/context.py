"""What a text is about, by the words in it: armed conflict, mishaps, crime, or the rest of the day."""

from __future__ import annotations

import re
from functools import cache

from mentions.word_lists import read_lists

TOPICS = ("war", "accident", "crime", "everyday")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    out: dict[str, re.Pattern[str]] = {}
    for topic, words in read_lists("context", TOPICS).items():
        # Beginnings of words; the longest first, so that each place in a text counts once.
        either = "|".join(sorted(words, key=len, reverse=True))
        out[topic] = re.compile(rf"(?<![\w-])(?:{either})")
    return out


def topic_counts(low: str, start: int = 0, end: int | None = None) -> dict[str, int]:
    """How many words of each topic stand in a stretch of lower-case text."""
    stop = len(low) if end is None else end
    return {
        topic: sum(1 for _ in pattern.finditer(low, start, stop)) for topic, pattern in _patterns().items()
    }
