"""Where a text tells of an act of violence or one of ACLED's other events: trigger words and means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mentions.lexicon import Entry, Lexicon

WORD = re.compile(r"[a-z0-9\u00c0-\uffff]+(?:[-'][a-z0-9\u00c0-\uffff]+)*")
# "B-52", "MiG-29", "Su-24", "S-300", "TOS-1", "M4": a designator, read from the text's own case.
_DESIGNATOR = re.compile(r"\b(?:[A-Z]{1,4}|MiG|Mig|Su|Mi|Tu)-\d{1,3}[A-Z]{0,2}\b")


class Hit(NamedTuple):
    """A trigger phrase in a text: offsets into the field, and what the lexicon says of it."""

    start: int
    end: int
    entry: Entry


class Means(NamedTuple):
    """Words that say what an attack was done with."""

    start: int
    end: int
    sub_event_type: str
    rank: int


def find_triggers(low: str, start: int, end: int, lexicon: Lexicon) -> list[Hit]:
    """Trigger phrases of a stretch of flattened lower-case text, in order; none overlap, the longest wins.

    A phrase that never tells of an event wins over all at its place, and gives no hit.
    """
    hits: list[Hit] = []
    free = start
    triggers = lexicon.triggers
    for begin, word in _words(low, start, end, lexicon):
        joined = "-" in word or "'" in word
        for at, head in _heads(begin, word) if joined else ((begin, word),):
            patterns = triggers.get(head)
            if patterns is None or at < free:
                continue
            best: re.Match[str] | None = None
            entry: Entry | None = None
            for pattern, candidate in patterns:
                match = pattern.match(low, at, end)
                if match is not None and (best is None or match.end() > best.end()):
                    best, entry = match, candidate
                    if candidate is None:
                        break
            if best is not None:
                if entry is not None:
                    hits.append(Hit(best.start(), best.end(), entry))
                free = best.end()
                break
    return hits


# The triggers, means and weapons of a stretch are asked for one after the other.
@lru_cache(maxsize=4)
def _words(low: str, start: int, end: int, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """The words of a stretch that can begin a phrase, each with where it begins."""
    found: list[tuple[int, str]] = []
    heads, at = lexicon.heads, start
    for word in WORD.findall(low, start, end):
        # Between two words stand only signs: the next place of its letters is the word's.
        at = low.find(word, at)
        if word in heads or "-" in word or "'" in word:
            found.append((at, word))
        at += len(word)
    return tuple(found)


def _heads(begin: int, word: str) -> list[tuple[int, str]]:
    heads = [(begin, word)]
    # "rebel-shelling", "man's": a phrase may start inside a joined word, never end inside one.
    cut = max(word.rfind("-"), word.rfind("'"))
    if cut > 0:
        heads.append((begin + cut + 1, word[cut + 1 :]))
        if word[cut] == "'":
            heads.append((begin, word[:cut]))
    return heads


def find_means(low: str, start: int, end: int, lexicon: Lexicon) -> list[Means]:
    """What the stretch says an attack was done with, in order; at one place the longest phrase."""
    found: list[Means] = []
    free = start
    means = lexicon.means
    for at, word in _words(low, start, end, lexicon):
        if word not in means or at < free:
            continue
        best: Means | None = None
        for pattern, sub_event_type, rank in means[word]:
            match = pattern.match(low, at, end)
            if match is not None and (best is None or match.end() > best.end):
                best = Means(match.start(), match.end(), sub_event_type, rank)
        if best is not None:
            found.append(best)
            free = best.end
    return found


def find_weapon(text: str, low: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The weapon that a stretch names: a designator before all, else a word of the lexicon."""
    designator = _DESIGNATOR.search(text, start, end)
    if designator is not None:
        return designator.span()
    weapons = lexicon.weapons
    for at, word in _words(low, start, end, lexicon):
        if word not in weapons:
            continue
        for pattern in weapons[word]:
            match = pattern.match(low, at, end)
            if match is not None:
                return match.span()
    return None
