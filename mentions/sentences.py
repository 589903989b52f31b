"""Where sentences end."""

from __future__ import annotations

import re
from functools import cache

from mentions.word_lists import read_lists

_LISTS = frozenset({"persons", "bodies", "references", "dates", "places"})
# One class first: only where one of these signs stands is anything tried.
_END = re.compile(r"""[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*(?:["')\]]+|'')?(?=\s|$))""")
# "... the town. - Troops kill ten - Meanwhile the army ...": a heading that was run into the text.
_CROSSHEAD = re.compile(r"- [A-Z][\w',-]+(?: [\w',-]+){1,7} - (?=[A-Z\"])")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_OPENS = re.compile(
    r"""\s*["'(\[]*[A-Z0-9\u0400-\u042f]|\s*["'(\[]*(?:al|el|ar|as|ash)-[A-Z]|\s*\n|\s*$|\s*[-*•]"""
)


@cache
def abbreviations() -> frozenset[str]:
    """The words of `words/abbreviations.yml`, in lower case and without their last dot."""
    return frozenset().union(*read_lists("abbreviations", _LISTS).values())


def sentence_ends(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open runs of the sentences between two offsets of a flattened text, white space trimmed off.

    A full stop ends a sentence unless it follows an abbreviation or a single initial, or what follows
    does not open one. A line break always ends one.
    """
    out: list[tuple[int, int]] = []
    begin = start
    for mark in _END.finditer(flat, start, end):
        if mark[0][0] == "." and not _closes(flat, begin, mark.start(), mark.end(), end):
            continue
        _append(out, flat, begin, mark.end())
        begin = mark.end()
    _append(out, flat, begin, end)
    return out


def is_crosshead(flat: str, start: int, end: int) -> bool:
    """Whether a sentence of `sentence_ends` is a heading within the text, between two dashes."""
    return flat[start] == "-" and flat[end - 1] == "-" and end - start > 1


def _closes(flat: str, begin: int, dot: int, after: int, end: int) -> bool:
    word = _WORD_BEFORE.search(flat, max(begin, dot - 24), dot)
    if word is not None:
        last = word[0].lower().strip(".")
        if last in abbreviations() and not (
            last.endswith(".m") and flat[after : after + 2].strip().isupper()
        ):
            return False
        if len(last) == 1 and last.isalpha() and word[0].isupper():
            return False
    return _OPENS.match(flat, after, min(end, after + 40)) is not None


def _append(out: list[tuple[int, int]], flat: str, begin: int, end: int) -> None:
    while begin < end and flat[begin].isspace():
        begin += 1
    while end > begin and flat[end - 1].isspace():
        end -= 1
    head = _CROSSHEAD.match(flat, begin, end) if begin < end and flat[begin] == "-" else None
    if head is not None:
        out.append((begin, head.end() - 1))
        begin = head.end()
    if begin < end:
        out.append((begin, end))
