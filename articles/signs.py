"""The signs of a page's furniture, from `signs.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import yaml

WHOLE_WORDS = frozenset(("dateline_words", "headline_verbs"))
"""Keys whose entries are words of a line rather than a line."""


@dataclass(frozen=True, slots=True)
class Signs:
    """One pattern for each key of `signs.yml`, which says what they mean."""

    comments_sure: re.Pattern[str]
    comments_likely: re.Pattern[str]
    chrome: re.Pattern[str]
    section: re.Pattern[str]
    bottom: re.Pattern[str]
    pointer: re.Pattern[str]
    credit: re.Pattern[str]
    byline: re.Pattern[str]
    dateline_words: re.Pattern[str]
    headline_verbs: re.Pattern[str]


@cache
def load_signs() -> Signs:
    """The signs, compiled on first use. Raises ValueError for an unknown key or a broken pattern."""
    path = Path(__file__).with_name("signs.yml")
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    known = {f.name for f in fields(Signs)}
    if set(table) != known:
        raise ValueError(f"{path.name}: keys {sorted(set(table) ^ known)} are too many or missing")
    return Signs(**{key: _either(key, entries) for key, entries in table.items()})


def _either(key: str, entries: list[str]) -> re.Pattern[str]:
    for entry in entries:
        try:
            re.compile(entry)
        except (re.error, TypeError) as error:
            raise ValueError(f"signs.yml: {key}: {entry!r} is no pattern ({error})") from error
    edge = r"\b" if key in WHOLE_WORDS else ""
    choice = "|".join(f"(?:{entry})" for entry in entries)
    return re.compile(f"{edge}(?:{choice}){edge}", re.IGNORECASE)
