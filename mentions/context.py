"""What a text is about, by the words in it: armed conflict, mishaps, courts, sport, the rest of the day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from mentions.word_lists import read_lists

TOPICS = (
    "armed", "war", "dissent", "mishap", "illness", "road", "crime", "court", "sport", "story", "trade",
    "everyday", "memory", "drill", "borrowed",
)  # fmt: skip
_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True)
class _Index:
    """The words of all topics by their letters: a word is looked up, and not compared with each of them."""

    whole: Mapping[str, tuple[str, ...]]
    """Of each whole word, its topics."""
    beginnings: Mapping[str, tuple[str, ...]]
    """Of each beginning of words, its topics."""
    phrases: Mapping[str, tuple[tuple[str, str], ...]]
    """Of each first word of a phrase, the phrases with their topics."""
    longest: int
    """Letters of the longest of these beginnings and first words."""


@cache
def _index() -> _Index:
    whole: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    beginnings: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    phrases: defaultdict[str, tuple[tuple[str, str], ...]] = defaultdict(tuple)
    for topic, words in read_lists("context", TOPICS).items():
        for word in words:
            first, _, rest = word.partition(" ")
            if rest:
                phrases[first] += ((word, topic),)
            elif word.endswith("$"):
                whole[word[:-1]] += (topic,)
            else:
                beginnings[word] += (topic,)
    return _Index(dict(whole), dict(beginnings), dict(phrases), max(map(len, (*beginnings, *phrases))))


@lru_cache(maxsize=65536)
def _signs_of(word: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]] | None:
    """The topics of a word, and the phrases, each with its topic, that can begin with it; None without any.

    A phrase is found anywhere: its first word may be the end of a longer one.
    """
    index = _index()
    topics = set(index.whole.get(word, ()))
    phrases: list[tuple[str, str]] = []
    for letters in range(1, min(len(word), index.longest) + 1):
        if told := index.beginnings.get(word[:letters]):
            topics.update(told)
        if begun := index.phrases.get(word[-letters:]):
            phrases += begun
    return (tuple(topics), tuple(phrases)) if topics or phrases else None


def topic_counts(low: str) -> dict[str, int]:
    """How many words and phrases of each topic stand in a stretch of lower-case text."""
    found = dict.fromkeys(TOPICS, 0)
    begun: set[tuple[str, str]] = set()
    for topics, phrases in filter(None, map(_signs_of, _WORD.findall(low))):
        for topic in topics:
            found[topic] += 1
        if phrases:
            begun.update(phrases)
    for phrase, topic in begun:
        if phrase in low:
            found[topic] += low.count(phrase)
    return found
