"""Whether an article writes the day or the month first, by its own other dates or its outlet's address."""

from __future__ import annotations

import re
from functools import cache

from articles import Article
from mentions.word_lists import read_lists

# Its first digit comes before the look back: where no digit is, the pattern is not tried.
_NUMERIC = re.compile(r"(\d(?<![\w/.-]\d)\d?)([/-])(\d\d?)\2(?:19|20)?\d\d(?![\w/-])")
_ENDING = re.compile(r"\.([a-z]{2,3})(?::\d+)?(?:[/?#]|$)")


@cache
def _endings() -> dict[str, bool]:
    lists = read_lists("date_habits", frozenset({"month_first", "day_first"}))
    return {ending: name == "day_first" for name, endings in lists.items() for ending in endings}


def writes_day_first(article: Article) -> bool | None:
    """True for 31/01/2017, False for 01/31/2017, None where nothing tells or the article does both.

    Asked only where the article holds such a date at all; its own unmistakable ones go before the outlet's.
    """
    pairs = [(int(m[1]), int(m[3])) for m in _NUMERIC.finditer(f"{article.title}\n{article.text}")]
    if not pairs:
        return None
    told = {a > 12 for a, b in pairs if 12 < max(a, b) <= 31 and min(a, b) <= 12}
    if told:
        return told.pop() if len(told) == 1 else None
    for address in (article.outlet or "", (article.url or "").partition("//")[2]):
        ending = _ENDING.search(address.lower())
        if ending is not None and ending[1] in _endings():
            return _endings()[ending[1]]
    return None
