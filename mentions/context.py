"""What a text is about, by the words in it: armed conflict, mishaps, crime, or the rest of the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mentions.phrase_tree import pattern_of_phrases
from mentions.word_lists import LexiconError, read_lists

TOPICS = ("war", "accident", "crime", "everyday")
_PLAIN = re.compile(r"[a-z][a-z -]*")


@dataclass(frozen=True, slots=True)
class _Beginnings:
    """Where a word of any topic begins: one pass over a text finds them all."""

    pattern: re.Pattern[str]
    """Its group 1 is the longest beginning that stands there."""
    topics: dict[str, tuple[tuple[str, int], ...]]
    """A beginning -> the topics that it or its own beginning belongs to, each with how far it reaches."""


@cache
def _beginnings() -> _Beginnings:
    lists = read_lists("context", TOPICS)
    every = sorted({word for words in lists.values() for word in words}, key=len)
    if odd := [word for word in every if not _PLAIN.fullmatch(word)]:
        raise LexiconError(f"context.yml: no plain beginning of a word: {odd[0]!r}")
    topics: dict[str, tuple[tuple[str, int], ...]] = {}
    for told in every:
        reach = {
            topic: max((len(word) for word in words if told.startswith(word)), default=0)
            for topic, words in lists.items()
        }
        topics[told] = tuple((topic, length) for topic, length in reach.items() if length)
    return _Beginnings(re.compile(rf"(?<![\w-])(?=({pattern_of_phrases(every)}))"), topics)


def topic_counts(low: str, start: int = 0, end: int | None = None) -> dict[str, int]:
    """How many words of each topic stand in a stretch of lower-case text; each place counts once a topic."""
    beginnings = _beginnings()
    counts, free = dict.fromkeys(TOPICS, 0), dict.fromkeys(TOPICS, 0)
    for found in beginnings.pattern.finditer(low, start, len(low) if end is None else end):
        at = found.start()
        for topic, length in beginnings.topics[found[1]]:
            if at >= free[topic]:
                counts[topic] += 1
                free[topic] = at + length
    return counts
