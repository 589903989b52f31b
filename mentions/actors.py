"""The sides of an event: who did it, to whom, from active, passive, nominal and possessive forms."""

from __future__ import annotations

import re
from typing import Protocol

from mentions.gated import Gated
from mentions.side_patterns import side_patterns


class SideRule(Protocol):
    """Finds the words for one side of an event."""

    def __call__(
        self, flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
    ) -> tuple[int, int] | None: ...


# How many characters before an act can still name who did it.
_REACH = 160
_DESIGNATOR = re.compile(r"\s*\b[A-Z][A-Za-z]{0,3}-\d+\w*\b")
_PASSIVE = Gated(r"\b(?:was|were|been|be|being|is|are|got|gets?)\s+(?:\w+ly\s+)?$")


def perpetrator(
    flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
) -> tuple[int, int] | None:
    """Offsets of the side that did it, within the clause `start` to `end`; None where nobody is named."""
    patterns = side_patterns()
    # Most clauses hold neither word: a plain look is a hundred times cheaper than the pattern.
    if flat.find("by ", hit[1], end) >= 0 and (side := _by(flat, hit[1], end)) is not None:
        return side
    if flat.find("claimed", start, end) >= 0:
        claimant = _side(flat, 0, patterns.claims_it.search(flat, start, end))
        if claimant is not None:
            return claimant
    if (
        flat.find("blam", start, end) >= 0
        and (blamed := patterns.blamed.search(flat, start, end)) is not None
    ):
        return _trim(flat, *blamed.span("side" if blamed["side"] else "for"))
    start = max(start, hit[0] - _REACH)
    before = flat[start : hit[0]]
    if noun:
        return _owner(flat, start, before)
    if _PASSIVE.search(before):
        return _by(flat, start, hit[0])
    # "Israeli warplanes bombed": the lexicon's phrase opens with the aircraft, the side ends with it.
    opener = patterns.equipment_first.match(flat[hit[0] : hit[1]])
    if opener is not None:
        owner = patterns.adjectives.search(before)
        return None if owner is None else _trim(flat, start + owner.start("side"), hit[0] + opener.end())
    subject = patterns.subject.search(before)
    if subject is None or patterns.place_before.search(before[: subject.start()]):
        return None
    return _side(flat, start, subject)


def _by(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """The first "by" of the stretch that names who did it, and not who holds a town or says so."""
    patterns = side_patterns()
    for found in patterns.by.finditer(flat, start, end):
        # Right behind the act "by" is the act's own: "captured by rebels".
        before = flat[max(0, found.start() - 30) : found.start()]
        if found.start() - start <= 1 or patterns.by_no_attack.search(before) is None:
            return _side(flat, 0, found)
    return None


def _owner(flat: str, start: int, before: str) -> tuple[int, int] | None:
    """The side in front of a noun: "Russian airstrikes", or who launched them."""
    patterns = side_patterns()
    # Most nouns follow another word, which is seen at once.
    last = before[before.rfind(" ", 0, -1) + 1 :]
    adjectives = None
    if patterns.modifier_last.search(last) is not None:
        adjectives = _side(flat, start, patterns.adjectives.search(before))
    return adjectives or _side(flat, start, patterns.launched.search(before))


def target(flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool) -> tuple[int, int] | None:
    """Offsets of the side or group that was hit; None where none is named."""
    patterns = side_patterns()
    before = flat[start : hit[0]]
    if not noun and _PASSIVE.search(before):
        return _side(flat, start, patterns.subject.search(_PASSIVE.sub("", before).rstrip() + " "))
    if noun and not flat[hit[1] : end].lstrip().startswith(("on ", "against ", "targeting ", "at ")):
        return None
    rest = flat[hit[1] : end]
    found = _side(flat, hit[1], patterns.on_thing.match(rest) or patterns.on_side.match(rest))
    # "attacked Aleppo" names a place, which the linker reads; a side has a head noun, a thing is listed.
    return found if found and patterns.head_last.search(flat[found[0] : found[1]]) else None


def _side(flat: str, offset: int, match: re.Match[str] | None) -> tuple[int, int] | None:
    """Offsets into `flat` of the side that was matched in its part from `offset` on."""
    return None if match is None else _trim(flat, offset + match.start("side"), offset + match.end("side"))


def _trim(flat: str, start: int, end: int) -> tuple[int, int] | None:
    patterns = side_patterns()
    words = flat[start:end]
    head, _, rest = words.partition(" ")
    while rest and (head.isdigit() or head.lower() in patterns.dropped_in_front):
        start += len(head) + 1
        words = rest
        head, _, rest = words.partition(" ")
    # "REUTERS/Stringer The Syrian army": a new name opens with its article.
    opens = words.rfind(" The ")
    if opens >= 0:
        start, words = start + opens + 5, words[opens + 5 :]
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
