"""How many, in words or figures: "22", "twenty-two", "at least a dozen", "between 17 and 22", "dozens"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mentions.function_words import MONTHS
from mentions.number_words import (
    AFTER_UNITS,
    BEFORE_NUMBER_OF,
    FIRST_WORDS,
    MULTIPLES,
    NONE_OF,
    NUMBERED,
    QUALIFIERS,
    SIMPLE,
    TENS,
    UNCOUNTED,
    UNITS,
    VAGUE,
    YEAR_BEFORE,
)  # fmt: skip
from mentions.toll_tokens import Token, tokenize

DIGITS = re.compile(r"\d{1,7}|\d{1,3}(?:[,\u00a0\u202f ]\d{3})+")
# "The", "his", "about": no number, unless the next word begins one.
_ALONE = (
    frozenset(
        first
        for first, entries in QUALIFIERS.items()
        if all(len(words) == 1 or words[1] in FIRST_WORDS for words, _ in entries)
    )
    - frozenset(SIMPLE) - frozenset(VAGUE) - NONE_OF - BEFORE_NUMBER_OF
)  # fmt: skip
SPAN_OF_DIGITS = re.compile(r"(\d{1,5})-(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something and the words that give it, qualifier included."""

    start: int
    end: int
    low: int | None
    high: int | None


# The clauses of an article are asked more than once, one mention after the other.
@lru_cache(maxsize=8)
def find_quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Every number of text[start:end] that could count people: no years, ages, dates, money, distances."""
    tokens = tokenize(text, start, len(text) if end is None else end)
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        read = read_quantity(tokens, i)
        if read is None:
            i += 1
            continue
        stop, low, high = read
        found.append(Quantity(tokens[i].start, tokens[stop - 1].end, low, high))
        i = stop
    return tuple(found)


def read_quantity(tokens: list[Token], i: int) -> tuple[int, int | None, int | None] | None:
    """The number that begins at token i: the token after it, low, high. Both None: an uncounted many."""
    word = tokens[i].low
    if word not in FIRST_WORDS and not word[0].isdigit() and "-" not in word:
        return None
    if word in _ALONE and i + 1 < len(tokens):
        following = tokens[i + 1].low
        if following not in FIRST_WORDS and not following[0].isdigit() and "-" not in following:
            return None
    j, bound = _skip_qualifiers(tokens, i)
    if j < len(tokens) and tokens[j].low == "between":
        return _between(tokens, j)
    core = _core(tokens, j)
    if core is None:
        return _uncounted(tokens, i)
    k, low, high = core
    if low == high and not (j and tokens[j - 1].low == "from"):
        k, low, high = _widen(tokens, k, low, high)
    if bound == "low":
        return k, low, None
    if bound == "high":
        return k, None, high
    return k, low, high


def _skip_qualifiers(tokens: list[Token], i: int) -> tuple[int, str]:
    """Past "at least", "some", "another"; which side they leave open."""
    bound = ""
    while i < len(tokens):
        for words, kind in QUALIFIERS.get(tokens[i].low, ()):
            if len(words) == 1 or tuple(t.low for t in tokens[i : i + len(words)]) == words:
                i += len(words)
                bound = kind if kind != "about" else bound
                break
        else:
            break
    return i, bound


def _core(tokens: list[Token], i: int) -> tuple[int, int | None, int | None] | None:
    if i >= len(tokens):
        return None
    word = tokens[i].low
    if word[0].isdigit():
        return _figures(tokens, i)
    if word in NONE_OF:
        follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
        return i + 1 + (word == "no" and follows == "one"), 0, 0
    if word in VAGUE or word in {"a", "half"}:
        vague = _vague(tokens, i)
        if vague is not None:
            return vague
    return _words(tokens, i)


def _figures(tokens: list[Token], i: int) -> tuple[int, int | None, int | None] | None:
    """A number in figures, unless its neighbours say that it is a year, an age, a date, a time or a name."""
    word = tokens[i].low
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    pair = SPAN_OF_DIGITS.fullmatch(word)
    if before in NUMBERED or before in MONTHS or after in MONTHS or _is_measure(tokens, i + 1):
        return None
    if pair:
        low, high = int(pair[1]), int(pair[2])
        return (i + 1, low, high) if low < high and low < 1900 else None
    if not DIGITS.fullmatch(word):
        return None
    if before == "," and after in {",", ")"} and i > 1 and not tokens[i - 2].low[0].isdigit():
        return None  # "Ali, 12, was killed"
    if before in {"(", "/", ".", "#", "-", "–", "+"} and after in {")", "/", "-", "–"}:
        return None
    value = int(re.sub(r"\D", "", word))
    if 1900 <= value <= 2099 and word.isdigit() and before in YEAR_BEFORE:
        return None
    if after in MULTIPLES and after != "score":
        return i + 2, value * MULTIPLES[after], value * MULTIPLES[after]
    if after in {"+", "plus"}:
        return i + 2, value, None
    return i + 1, value, value


def _is_measure(tokens: list[Token], i: int) -> bool:
    """Whether a unit or "local time" at token i makes the number before it a time, an age or a distance."""
    if i >= len(tokens):
        return False
    local = tokens[i].low == "local" and i + 1 < len(tokens) and tokens[i + 1].low == "time"
    return local or tokens[i].low in AFTER_UNITS


def _vague(tokens: list[Token], i: int) -> tuple[int, int | None, int | None] | None:
    """ "dozens", "several dozen", "a few", "a couple of", "half a dozen", "tens of thousands"."""
    low = [t.low for t in tokens[i : i + 4]] + ["", "", "", ""]
    if low[0] == "half":
        return (i + 3, 6, 6) if low[1:3] == ["a", "dozen"] else None
    j = 1 if low[0] == "a" else 0
    word = low[j]
    if word not in VAGUE or (j == 0 and word in {"couple", "few", "handful", "pair"}):
        return None
    k = i + j + 1
    if word in {"several", "few"} and low[j + 1] in MULTIPLES:
        step = MULTIPLES[low[j + 1]]
        return k + 1, 2 * step, 9 * step + step - 1
    if low[j + 1] == "of" and low[j + 2] in {"thousands", "hundreds"}:
        scale = 10_000 if word == "tens" else 200_000 if word == "hundreds" else 1000
        return k + 2, 2 * scale if word == "tens" else scale, None
    if word in {"couple", "handful", "pair"} and low[j + 1] != "of":
        return None
    return k, *VAGUE[word]


def _words(tokens: list[Token], i: int) -> tuple[int, int | None, int | None] | None:
    """A cardinal in words, up to hundreds of thousands; "a" and "an" count only before a multiple."""
    total = current = 0
    seen = False
    k = i
    while k < len(tokens):
        word = tokens[k].low
        parts = word.split("-") if "-" in word else (word,)
        if word in {"a", "an"} and not seen and k + 1 < len(tokens) and tokens[k + 1].low in MULTIPLES:
            current, seen = 1, True
        elif (
            word == "and"
            and seen
            and current % 100 == 0
            and k + 1 < len(tokens)
            and tokens[k + 1].low in SIMPLE
        ):
            pass
        elif word in SIMPLE or (len(parts) == 2 and parts[0] in TENS and parts[1] in UNITS):
            value = sum(SIMPLE[p] for p in parts)
            if seen and not _fits(current, value):
                break
            current, seen = current + value, True
        elif word in MULTIPLES and seen:
            if word == "thousand":
                total, current = total + current * 1000, 0
            else:
                current *= MULTIPLES[word]
        else:
            break
        k += 1
    if not seen or _is_measure(tokens, k):
        return None
    if tokens[i - 1].low in NUMBERED and i:
        return None
    return k, total + current, total + current


def _fits(current: int, value: int) -> bool:
    """Whether a second number word goes on with the first: "twenty two" does, "two three" does not."""
    return (current % 100 == 0 and current > 0) or (current % 10 == 0 and current % 100 >= 20 and value < 10)


def _widen(
    tokens: list[Token], k: int, low: int | None, high: int | None
) -> tuple[int, int | None, int | None]:
    """ "17 to 22", "three or four", "20 or more"."""
    if k + 1 >= len(tokens) or low is None:
        return k, low, high
    joint = tokens[k].low
    if joint == "or" and tokens[k + 1].low == "more":
        return k + 2, low, None
    if joint in {"to", "or", "-", "–"}:
        other = _core(tokens, k + 1)
        if (
            other
            and other[1] is not None
            and other[1] == other[2]
            and low < other[1] <= max(low * 4, low + 5)
        ):
            return other[0], low, other[1]
    return k, low, high


def _between(tokens: list[Token], i: int) -> tuple[int, int | None, int | None] | None:
    first = _core(tokens, i + 1)
    if first is None or first[0] >= len(tokens) or tokens[first[0]].low not in {"and", "to"}:
        return None
    second = _core(tokens, first[0] + 1)
    if second is None or first[1] is None or second[2] is None or first[1] >= second[2]:
        return None
    return second[0], first[1], second[2]


def _uncounted(tokens: list[Token], i: int) -> tuple[int, int | None, int | None] | None:
    """ "many", "an unknown number of": people are told of, their number is not."""
    word = tokens[i].low
    if word == "many" and i + 1 < len(tokens) and tokens[i + 1].low in {"dozens", "hundreds", "thousands"}:
        return _vague(tokens, i + 1)
    if word in UNCOUNTED and (i + 1 >= len(tokens) or tokens[i + 1].low not in {"number", "numbers", "as"}):
        return i + 1, None, None
    for k in range(i, min(i + 5, len(tokens) - 1)):
        if tokens[k].low in {"number", "numbers"} and tokens[k + 1].low == "of":
            return k + 2, None, None
        if tokens[k].low not in BEFORE_NUMBER_OF:
            return None
    return None
