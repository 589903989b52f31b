"""What a text is about, by the words in it: armed conflict, mishaps, courts, sport, the rest of the day."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from mentions.word_lists import read_lists

TOPICS = (
    "armed", "war", "dissent", "mishap", "road", "crime", "court", "sport", "story", "trade", "everyday",
    "memory", "drill", "borrowed",
)  # fmt: skip
_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words of one topic, by how they are looked for."""

    name: str
    whole: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: tuple[str, ...]


@cache
def _topics() -> tuple[_Topic, ...]:
    out = []
    for name, words in read_lists("context", TOPICS).items():
        single = [w for w in words if " " not in w]
        out.append(
            _Topic(
                name,
                frozenset(w.removesuffix("$") for w in single if w.endswith("$")),
                tuple(w for w in single if not w.endswith("$")),
                tuple(w for w in words if " " in w),
            )
        )
    return tuple(out)


@lru_cache(maxsize=65536)
def _signs_of(word: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The topics of a word, and the phrases, each with its topic, that can begin with it.

    A phrase is found anywhere: its first word may be the end of a longer one.
    """
    topics = tuple(t.name for t in _topics() if word in t.whole or word.startswith(t.beginnings))
    return topics, tuple((phrase, topic) for phrase, topic in _phrases() if word.endswith(phrase.split(" ")[0]))


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Every phrase with its topic."""
    return tuple((phrase, topic.name) for topic in _topics() for phrase in topic.phrases)


def topic_counts(low: str) -> dict[str, int]:
    """How many words and phrases of each topic stand in a stretch of lower-case text."""
    found = dict.fromkeys(TOPICS, 0)
    begun: set[tuple[str, str]] = set()
    for word in _WORD.findall(low):
        topics, phrases = _signs_of(word)
        for topic in topics:
            found[topic] += 1
        if phrases:
            begun.update(phrases)
    for phrase, topic in begun:
        if phrase in low:
            found[topic] += low.count(phrase)
    return found
