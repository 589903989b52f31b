"""Who did it, from active, passive, nominal and possessive forms; nobody is guessed."""

from __future__ import annotations

import re
from typing import Protocol

from mentions.actor_patterns import actor_patterns
from mentions.side_patterns import side_patterns
from mentions.side_words import can_act, is_fight, is_passive, names_itself, side_in, trim
from mentions.target_patterns import target_patterns


class SideRule(Protocol):
    """Finds the words for one side of an event."""

    def __call__(
        self, flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
    ) -> tuple[int, int] | None: ...


# How many characters before an act can still name who did it.
_REACH = 160
# "The government put the toll at 12": who counts the dead, and did nothing to them.
_COUNTS = re.compile(r"(?:put|puts|putting|gave|gives|giving)\b", re.IGNORECASE)
# Between whom an act is blamed on and who says so: "on Monday".
_BEFORE_SPEAKER = re.compile(r"(?: (?!and\b|or\b|who\b|that\b|which\b)[\w'-]+){0,3} ?")


def perpetrator(
    flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
) -> tuple[int, int] | None:
    """Offsets of the side that did it, within the clause `start` to `end`; None where nobody is named."""
    # Most clauses hold none of these words: a plain look is a hundred times cheaper than the pattern.
    if flat.find("by ", hit[1], end) >= 0 and (side := _by(flat, hit[1], end)) is not None:
        return side
    if (side := _answerable(flat, start, end)) is not None:
        return side
    if is_fight(flat, hit[0]) and (fought := target_patterns().between.search(flat, start, end)) is not None:
        return trim(flat, *fought.span("side" if fought["side"] else "folk"))
    start = max(start, hit[0] - _REACH)
    before = flat[start : hit[0]]
    if noun:
        return _owner(flat, start, before)
    if is_passive(flat, before, hit, end):
        return _by(flat, start, hit[0])
    # "Israeli warplanes bombed": the lexicon's phrase opens with the aircraft, the side ends with it.
    opener = side_patterns().equipment_first.match(flat[hit[0] : hit[1]])
    if opener is not None:
        return _flown(flat, start, before, (hit[0], hit[0] + opener.end()))
    return None if _COUNTS.match(flat, hit[0]) is not None else _subject(flat, start, before)


def _answerable(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """Who claims the act, is blamed for it or accused of it, or denies it."""
    patterns = actor_patterns()
    if flat.find("claimed", start, end) >= 0:
        claim = patterns.claims_it.search(flat, start, end)
        claimant = None if claim is None or claim["nobody"] else side_in(flat, 0, claim)
        if claimant is not None:
            return claimant
    if any(flat.find(verb, start, end) >= 0 for verb in ("blam", "attribut", "ascrib")):
        blamed = patterns.blamed.search(flat, start, end)
        if blamed is not None and not blamed["words"]:
            return side_in(flat, 0, blamed, "side" if blamed["side"] else "for")
    if flat.find(" den", start, end) >= 0:
        denier = side_in(flat, 0, patterns.denied.search(flat, start, end))
        if denier is not None:
            return denier
    if flat.find("accus", start, end) >= 0 or flat.find("blamed for", start, end) >= 0:
        accused = patterns.accused.search(flat, start, end)
        if accused is not None:
            return side_in(flat, 0, accused, "side" if accused["side"] else "blamed")
    return None


def _by(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """The first "by" of the stretch that names who did it, and not who holds a town or says so."""
    patterns = actor_patterns()
    for found in patterns.by.finditer(flat, start, end):
        # Right behind the act "by" is the act's own: "captured by rebels".
        before = flat[max(0, found.start() - 30) : found.start()]
        own = found.start() - start <= 1 or patterns.by_no_attack.search(before) is None
        if own and not _says_whose(flat, start, found.start()):
            return side_in(flat, 0, found)
    return None


def _says_whose(flat: str, start: int, by: int) -> bool:
    """ "Blamed on the rebels by the army": this "by" names who says so."""
    told = actor_patterns().blamed.finditer(flat, start, by)
    return any(_BEFORE_SPEAKER.fullmatch(flat, blamed.end(), by) for blamed in told)


def _owner(flat: str, start: int, before: str) -> tuple[int, int] | None:
    """The side in front of a noun: "Russian airstrikes", or who launched them."""
    patterns = actor_patterns()
    # Most nouns follow another word, which is seen at once.
    last = before[before.rfind(" ", 0, -1) + 1 :]
    owner = None if patterns.modifier_last.search(last) is None else patterns.adjectives.search(before)
    side = side_in(flat, start, owner)
    if side is not None:
        words = flat[slice(*side)]
        own = before.rstrip().endswith(("'s", "'"))
        if can_act(words) and (own or not side_patterns().state.search(words)):
            return side
    launcher = side_in(flat, start, patterns.launched.search(before))
    return launcher if launcher is not None and can_act(flat[slice(*launcher)]) else None


def _flown(flat: str, start: int, before: str, craft: tuple[int, int]) -> tuple[int, int] | None:
    """Whose aircraft it was, with the aircraft; an air force needs no owner."""
    owner = actor_patterns().adjectives.search(before)
    if owner is None or side_in(flat, start, owner) is None:
        return craft if "force" in flat[slice(*craft)] else None
    return trim(flat, start + owner.start("side"), craft[1])


def _subject(flat: str, start: int, before: str) -> tuple[int, int] | None:
    """The subject of an active verb; "the army said it had" is the army."""
    patterns = actor_patterns()
    if "it" in before or "the" in before:
        speaker = side_in(flat, start, patterns.said_it.search(before))
        if speaker is not None:
            return speaker
    subject = patterns.subject.search(before)
    if subject is None or patterns.place_before.search(before[: subject.start()]):
        return None
    side = side_in(flat, start, subject)
    if side is None or not can_act(flat[slice(*side)]):
        return None
    # "Syria air raid kills 12": with its weapon taken off, a state's name is where it happened.
    cut = side[1] < start + subject.end("side")
    return None if cut and not names_itself(flat[slice(*side)]) else side
