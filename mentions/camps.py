"""Which camp the words for a side put it in."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from mentions.side_sources import side_sources
from mentions.word_lists import groups_of, read_lists

Camp = Literal["state", "group"]
# An article names a handful of sides, again and again.
_KEPT = 4096


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = groups_of(read_lists("camps", {"state", "group", "open"}))
    found = {name: re.compile(rf"(?<![\w-]){words}(?![\w-])") for name, words in lists.items()}
    return found | {"people": re.compile(side_sources().some["peoples"])}


@lru_cache(maxsize=_KEPT)
def camp_of(side: str) -> Camp | None:
    """Whether a side is a state's forces or an armed group; None where its words say neither, or both."""
    patterns = _patterns()
    if patterns["people"].fullmatch(side):
        return "state"  # "Israeli" air strikes
    words = patterns["open"].sub("", side.lower())
    state, group = (patterns[name].search(words) is not None for name in ("state", "group"))
    if state == group:
        return None
    return "state" if state else "group"
