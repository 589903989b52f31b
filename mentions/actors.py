"""The sides of an event: who did it, to whom, from active, passive, nominal and possessive forms."""

from __future__ import annotations

import re
from typing import Protocol

from mentions.side_patterns import side_patterns


class SideRule(Protocol):
    """Finds the words for one side of an event."""

    def __call__(
        self, flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
    ) -> tuple[int, int] | None: ...


_DESIGNATOR = re.compile(r"\s*\b[A-Z][A-Za-z]{0,3}-\d+\w*\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|got|gets?)\s+(?:\w+ly\s+)?$")


def perpetrator(
    flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
) -> tuple[int, int] | None:
    """Offsets of the side that did it, within the clause `start` to `end`; None where nobody is named."""
    patterns = side_patterns()
    for found in (patterns.by.search(flat, hit[0], end), patterns.claims_it.search(flat, start, end)):
        if found is not None and (side := _trim(flat, *found.span("side"))) is not None:
            return side
    before = flat[start : hit[0]]
    if noun:
        return _owner(flat, start, before)
    if _PASSIVE.search(before):
        by = patterns.by.search(flat, start, hit[0])
        return None if by is None else _trim(flat, *by.span("side"))
    # "Israeli warplanes bombed": the lexicon's phrase opens with the aircraft, the side ends with it.
    opener = patterns.equipment_first.match(flat[hit[0] : hit[1]])
    if opener is not None:
        owner = patterns.adjectives.search(before)
        return None if owner is None else _trim(flat, start + owner.start("side"), hit[0] + opener.end())
    subject = patterns.subject.search(before)
    if subject is None or patterns.place_before.search(before[: subject.start()]):
        return None
    return _trim(flat, start + subject.start("side"), start + subject.end("side"))


def _owner(flat: str, start: int, before: str) -> tuple[int, int] | None:
    """The side in front of a noun: "Russian airstrikes", or who launched them."""
    patterns = side_patterns()
    adjectives = patterns.adjectives.search(before)
    if adjectives is not None:
        side = _trim(flat, start + adjectives.start("side"), start + adjectives.end("side"))
        if side is not None:
            return side
    launched = patterns.launched.search(before)
    return (
        None
        if launched is None
        else _trim(flat, start + launched.start("side"), start + launched.end("side"))
    )


def target(flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool) -> tuple[int, int] | None:
    """Offsets of the side or group that was hit; None where none is named."""
    patterns = side_patterns()
    before = flat[start : hit[0]]
    if not noun and _PASSIVE.search(before):
        subject = patterns.subject.search(_PASSIVE.sub("", before).rstrip() + " ")
        return (
            None
            if subject is None
            else _trim(flat, start + subject.start("side"), start + subject.end("side"))
        )
    if noun and not flat[hit[1] : end].lstrip().startswith(("on ", "against ", "targeting ", "at ")):
        return None
    rest = flat[hit[1] : end]
    after = patterns.on_thing.match(rest) or patterns.on_side.match(rest)
    if after is None:
        return None
    found = _trim(flat, hit[1] + after.start("side"), hit[1] + after.end("side"))
    # "attacked Aleppo" names a place, which the linker reads; a side has a head noun, a thing is listed.
    return found if found and patterns.head_last.search(flat[found[0] : found[1]]) else None


def _trim(flat: str, start: int, end: int) -> tuple[int, int] | None:
    patterns = side_patterns()
    words = flat[start:end]
    while True:
        head, _, rest = words.partition(" ")
        if (head.lower() in patterns.dropped_in_front or head.isdigit()) and rest:
            start += len(head) + 1
            words = rest
            continue
        break
    designator = _DESIGNATOR.search(words)
    if designator is not None:
        words = words[: designator.start()]
    words = patterns.instrument_last.sub("", words)
    stripped = patterns.equipment_last.sub("", words).rstrip(" '")
    if stripped and patterns.keeps_alone.search(stripped):
        words = stripped
    words = words.rstrip()
    for tail in (" of", " and", "'s", "'"):
        words = words.removesuffix(tail)
    if len(words) < 2 or all(w.lower() in patterns.no_side for w in words.split()):
        return None
    return start, start + len(words)
