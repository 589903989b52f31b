"""What a text is about, by the words in it: armed conflict, mishaps, crime, or the rest of the day."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

TOPICS = ("war", "accident", "crime", "everyday")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = yaml.safe_load((files("mentions") / "words" / "context.yml").read_text(encoding="utf-8"))
    if set(data) != set(TOPICS):
        raise ValueError(f"context.yml has the lists {sorted(data)}, not {sorted(TOPICS)}")
    out: dict[str, re.Pattern[str]] = {}
    for topic, lines in data.items():
        words = [w.strip() for line in lines for w in line.split(",")]
        # Beginnings of words; the longest first, so that each place in a text counts once.
        either = "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))
        out[topic] = re.compile(rf"(?<![\w-])(?:{either})")
    return out


def topic_counts(low: str, start: int = 0, end: int | None = None) -> dict[str, int]:
    """How many words of each topic stand in a stretch of lower-case text."""
    stop = len(low) if end is None else end
    return {
        topic: sum(1 for _ in pattern.finditer(low, start, stop)) for topic, pattern in _patterns().items()
    }
