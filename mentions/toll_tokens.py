"""The words of a sentence, as the casualty grammar reads them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(
    r"[a-zA-Z][a-z]+(?![\w‐‑'’-])"  # most tokens, read letter by letter
    r"|[^\W\d]\w+(?:[-‐‑'’]\w+)*"
    r"|</?\w{1,10}>"  # a stray tag, dropped
    r"|[$€£]\s?\d[\d.,]*"  # money
    r"|\d+(?:[/.:]\d+)+"  # dates, clock times, decimals
    r"|\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d\w])"  # 1,200 and 1 200
    r"|[A-Za-z](?:\.[A-Za-z])+\.?"  # U.S.
    r"|\w+(?:[-‐‑'’]\w+)*"
    r"|--+|[^\w\s]"
)
# Written in capitals these are names, not the small words they look like.
CAPITAL_NAMES = {"US": "u.s.", "IS": "isis", "IT": "i.t."}
QUOTES = frozenset("\"“”«»‘’*'`")
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\s*\n\s*")
ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Cpl|Pvt|Adm|Cmdr|Gov|Sen|Rep|Prof|Rev|Hon|Jr"
    r"|Sr|No|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|al|ca|Ft|Mt)|\b[A-Z]|\b[A-Z]\.[A-Z])$"
)


class Token(NamedTuple):
    """One word, number or sign: lower-case letters, offsets, whether it begins with or is all capitals."""

    low: str
    start: int
    end: int
    capital: bool
    shouted: bool


def is_modal_may(token: Token) -> bool:
    """Whether "may" is the verb and not the month, which has a capital."""
    return token.low == "may" and (token.shouted or not token.capital)


# An article's sentences are read for their tolls, then for their clauses and numbers.
@lru_cache(maxsize=128)
def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end], with offsets into the whole text. Shared: nobody changes the list."""
    tokens: list[Token] = []
    make, letters_of, find = tuple.__new__, _letters, text.find  # named tuples are slow to construct
    stop = start
    for word in TOKEN.findall(text, start, end):
        # Between two tokens stands white space alone: the next place of its letters is the token's.
        at = find(word, stop)
        stop = at + len(word)
        letters = letters_of(word)
        if letters is not None:
            low, capital, shouted = letters
            tokens.append(make(Token, (low, at, stop, capital, shouted)))
    return tokens


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> tuple[str, bool, bool] | None:
    """What a token holds of its word; None for a quote and a stray tag, which are no tokens."""
    if word in QUOTES or (word[0] == "<" and len(word) > 1):
        return None
    low = CAPITAL_NAMES.get(word) or word.lower().replace("’", "'")
    return low, word[0].isupper(), word.isupper()


def sentence_bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where sentences begin and end, for texts that come whole; initials and titles do not end one."""
    bounds: list[tuple[int, int]] = []
    begin = start
    for m in SENTENCE_END.finditer(text, start, end):
        if text[m.start()] == "." and ABBREVIATIONS.search(text, max(start, m.start() - 8), m.start()):
            continue
        bounds.append((begin, m.end()))
        begin = m.end()
    if begin < end:
        bounds.append((begin, end))
    return bounds
