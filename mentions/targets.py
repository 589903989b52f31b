"""Whom or what an act hit: behind it, before a passive, or on the other side of a fight."""

from __future__ import annotations

import re

from mentions.actor_patterns import actor_patterns
from mentions.side_patterns import side_patterns
from mentions.side_words import is_fight, is_passive, names_itself, side_in, trim, without_passive
from mentions.target_patterns import target_patterns

# "The raid by the army on the town": whose it is may stand before what it hit.
_WHOSE_BEFORE = re.compile(
    r"(?: carried out| launched| conducted)? by (?:[\w.'()-]+ ){1,7}?(?=(?:on|against|targeting) )"
)
# "Eleven people including six children were killed": a part of those who were hit.
_PART = re.compile(r"\b(?:including|mostly|among them)(?: [\w'-]+){0,3} $")
_LAST_NUMBER = re.compile(r".*\b\d+ ")


def target(flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool) -> tuple[int, int] | None:
    """Offsets of the side, the people or the thing that was hit; None where none is named."""
    patterns = target_patterns()
    before = flat[start : hit[0]]
    if not noun and is_passive(flat, before, hit, end):
        subject = without_passive(before)
        hurt = patterns.victims_before.search(subject)
        if hurt is not None:
            return _victims(flat, start, hurt)
        return _if_hit(flat, side_in(flat, start, actor_patterns().subject.search(subject)))
    if is_fight(flat, hit[0]):
        return _opponent(flat, start, hit, end)
    at = hit[1]
    if noun:
        whose = _WHOSE_BEFORE.match(flat, at, end)
        at = at if whose is None else whose.end() - 1
        if not flat[at:end].lstrip().startswith(("on ", "against ", "targeting ", "at ")):
            return None
    rest = flat[at:end]
    if (hurt := patterns.victims.match(rest)) is not None:
        return _victims(flat, at, hurt)
    area = patterns.held_area.match(rest)
    if area is not None:
        return side_in(flat, at, area)
    return _if_hit(flat, side_in(flat, at, patterns.on_thing.match(rest) or patterns.on_side.match(rest)))


def _if_hit(flat: str, found: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "Attacked Aleppo" names a place, which the linker reads; a side has a head noun, a thing is listed."""
    words = "" if found is None else flat[slice(*found)]
    return found if side_patterns().head_last.search(words) or names_itself(words) else None


def _opponent(flat: str, start: int, hit: tuple[int, int], end: int) -> tuple[int, int] | None:
    """The other side of a fight: "between the army and rebels", "clashed with rebels"."""
    patterns = target_patterns()
    fought = patterns.between.search(flat, start, end)
    if fought is not None:
        return trim(flat, *fought.span("other" if fought["other"] else "others"))
    return side_in(flat, hit[1], patterns.against.match(flat[hit[1] : end]))


def _victims(flat: str, offset: int, match: re.Match[str]) -> tuple[int, int] | None:
    """Those who were hit, behind the last number in front of them: "saw 25 fighters" are "fighters"."""
    start, end = offset + match.start("side"), offset + match.end("side")
    if _PART.search(flat, offset, start):
        return None
    number = _LAST_NUMBER.match(flat, start, end)
    return trim(flat, start if number is None else number.end(), end)
