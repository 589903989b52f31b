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


# How many characters before an act can still name who did it.
_REACH = 160
_DESIGNATOR = re.compile(r"\s*\b[A-Z][A-Za-z]{0,3}-\d+\w*\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|got|gets?)\s+(?:\w+ly\s+)?$")
# "Three soldiers killed in a blast": headlines leave "were" out.
_CLIPPED = re.compile(
    r"(?:killed|wounded|injured|executed|kidnapped|abducted|beheaded|massacred|slain|shot dead|dead|hurt)$", re.IGNORECASE
)
_NO_OBJECT = re.compile(r"\s*(?:(?:in|when|as(?! many)|by|after|during|while|near|at(?! least| most)|on \w+day)\b|[.;]|,(?! \w+ed\b)|$)")
_LAST_NUMBER = re.compile(r".*\b\d+ ")
_FIGHT = re.compile(r"(?:clash|fight|fought|battl|skirmish|firefight|exchange|combat|gun)\w*", re.IGNORECASE)
# "The raid by the army on the town": whose it is may stand before what it hit.
_WHOSE_BEFORE = re.compile(r"(?: carried out| launched| conducted)? by (?:[\w.'()-]+ ){1,7}?(?=(?:on|against|targeting) )")


def perpetrator(
    flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
) -> tuple[int, int] | None:
    """Offsets of the side that did it, within the clause `start` to `end`; None where nobody is named."""
    patterns = side_patterns()
    # Most clauses hold neither word: a plain look is a hundred times cheaper than the pattern.
    if flat.find("by ", hit[1], end) >= 0 and (side := _by(flat, hit[1], end)) is not None:
        return side
    if flat.find("claimed", start, end) >= 0:
        claim = patterns.claims_it.search(flat, start, end)
        claimant = None if claim is None or claim["nobody"] else _side(flat, 0, claim)
        if claimant is not None:
            return claimant
    if (
        flat.find("blam", start, end) >= 0
        and (blamed := patterns.blamed.search(flat, start, end)) is not None
    ):
        return _trim(flat, *blamed.span("side" if blamed["side"] else "for"))
    if flat.find(" den", start, end) >= 0:
        denier = _side(flat, 0, patterns.denied.search(flat, start, end))
        if denier is not None:
            return denier
    if flat.find("accus", start, end) >= 0 or flat.find("blamed for", start, end) >= 0:
        accused = patterns.accused.search(flat, start, end)
        if accused is not None:
            return _trim(flat, *accused.span("side" if accused["side"] else "blamed"))
    if _FIGHT.match(flat, hit[0]) and (fought := patterns.between.search(flat, start, end)) is not None:
        return _trim(flat, *fought.span("side"))
    start = max(start, hit[0] - _REACH)
    before = flat[start : hit[0]]
    if noun:
        return _owner(flat, start, before)
    if _is_passive(flat, before, hit, end):
        return _by(flat, start, hit[0])
    # "Israeli warplanes bombed": the lexicon's phrase opens with the aircraft, the side ends with it.
    opener = patterns.equipment_first.match(flat[hit[0] : hit[1]])
    if opener is not None:
        owner = patterns.adjectives.search(before)
        if owner is None or _trim(flat, start + owner.start("side"), start + owner.end("side")) is None:
            return (hit[0], hit[0] + opener.end()) if "force" in opener[0] else None
        return _trim(flat, start + owner.start("side"), hit[0] + opener.end())
    if "it" in before or "the" in before:
        speaker = _side(flat, start, patterns.said_it.search(before))
        if speaker is not None:
            return speaker
    subject = patterns.subject.search(before)
    if subject is None or patterns.place_before.search(before[: subject.start()]):
        return None
    side = _side(flat, start, subject)
    if side is None or not _can_act(flat[slice(*side)]):
        return None
    # "Syria air raid kills 12": with its weapon taken off, a state's name is where it happened.
    where = side[1] < start + subject.end("side") and patterns.names_a_side.search(flat[slice(*side)]) is None
    return None if where else side


def _is_passive(flat: str, before: str, hit: tuple[int, int], end: int) -> bool:
    """Whether a verb tells what was done to its subject."""
    clipped = _CLIPPED.search(flat, *hit) is not None and _NO_OBJECT.match(flat, hit[1], end) is not None
    return clipped or _PASSIVE.search(before) is not None


def _can_act(words: str) -> bool:
    """Whether words name a side; a bare name before an act ("Aleppo blast") may as well be a town's."""
    patterns = side_patterns()
    return patterns.names_a_side.search(words) is not None or patterns.state.search(words) is not None


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
    owner = patterns.adjectives.search(before)
    side = _side(flat, start, owner)
    if side is not None and owner is not None:
        words = flat[slice(*side)]
        own = before.rstrip().endswith(("'s", "'"))
        if _can_act(words) and words != "terrorist" and (own or not patterns.state.search(words)):
            return side
    return _side(flat, start, patterns.launched.search(before))


def target(flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool) -> tuple[int, int] | None:
    """Offsets of the side or group that was hit; None where none is named."""
    patterns = side_patterns()
    before = flat[start : hit[0]]
    if not noun and _is_passive(flat, before, hit, end):
        subject = _PASSIVE.sub("", before).rstrip() + " "
        hurt = patterns.victims_before.search(subject)
        if hurt is not None:
            return _victims(flat, start, hurt)
        return _if_hit(flat, _side(flat, start, patterns.subject.search(subject)))
    if _FIGHT.match(flat, hit[0]):
        return _opponent(flat, start, hit, end)
    at = hit[1]
    if noun:
        whose = _WHOSE_BEFORE.match(flat, at, end)
        at = at if whose is None else whose.end() - 1
        if not flat[at:end].lstrip().startswith(("on ", "against ", "targeting ", "at ")):
            return None
    rest = flat[at:end]
    if not noun and (hurt := patterns.victims.match(rest)) is not None:
        return _victims(flat, at, hurt)
    area = patterns.held_area.match(rest)
    if area is not None:
        return _side(flat, at, area)
    return _if_hit(flat, _side(flat, at, patterns.on_thing.match(rest) or patterns.on_side.match(rest)))


def _if_hit(flat: str, found: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "Attacked Aleppo" names a place, which the linker reads; a side has a head noun, a thing is listed."""
    patterns = side_patterns()
    words = "" if found is None else flat[slice(*found)]
    return found if patterns.head_last.search(words) or patterns.names_a_side.search(words) else None


def _opponent(flat: str, start: int, hit: tuple[int, int], end: int) -> tuple[int, int] | None:
    """The other side of a fight: "between the army and rebels", "clashed with rebels"."""
    patterns = side_patterns()
    fought = patterns.between.search(flat, start, end)
    if fought is not None:
        return _trim(flat, *fought.span("other"))
    return _side(flat, hit[1], patterns.against.match(flat[hit[1] : end]))


def _victims(flat: str, offset: int, match: re.Match[str]) -> tuple[int, int] | None:
    """Those who were hit, behind the last number in front of them: "saw 25 fighters" are "fighters"."""
    start, end = offset + match.start("side"), offset + match.end("side")
    number = _LAST_NUMBER.match(flat, start, end)
    return _trim(flat, start if number is None else number.end(), end)


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
