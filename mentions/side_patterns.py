"""The patterns that say what names a side, and what is trimmed off it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mentions.gated import Gated
from mentions.side_sources import side_sources


@dataclass(frozen=True, slots=True)
class SidePatterns:
    """What names a side, and what trims it. Read on flattened text."""

    names_a_side: re.Pattern[str]
    """Words that can act or own an act: a bare name in front of "attack" may as well be a town's."""
    state: Gated
    head_last: re.Pattern[str]
    """The words end with the noun of a side or a thing."""
    equipment_first: Gated
    equipment_last: Gated
    instrument_last: Gated
    keeps_alone: re.Pattern[str]
    """What is left without its equipment still names a side."""
    dropped_in_front: frozenset[str]
    no_side: frozenset[str]
    """A side is none where all of its words are of these, in lower case."""


@cache
def side_patterns() -> SidePatterns:
    """The patterns, compiled on first use. Raises LexiconError where the lists are wrong."""
    s = side_sources()
    return SidePatterns(
        names_a_side=re.compile(
            rf"(?:\b(?i:{s.heads}|{s.equipment})|\b{s.some['peoples']}|-(?i:{s.some['allegiance']})"
            r"|\b(?:government|regime|rebel|opposition|army|coalition|militant|insurgent|police|military|loyalist"
            r"|separatist|jihadist|security|Government|Regime|Rebel|Army|Militant)|\b(?:[A-Z]\.){2,}[A-Z]?"
            rf"|\b(?!{s.some['agencies']}$)[A-Z]{{2,6}})(?: {s.whose})?$|\b{s.some['organisations']}\b"
        ),
        state=Gated(rf"\b{s.some['states']}$"),
        head_last=re.compile(rf"\b(?:{s.heads}|{s.things})(?: {s.whose})?$", re.IGNORECASE),
        equipment_first=Gated(rf"{s.equipment}\b", re.IGNORECASE),
        equipment_last=Gated(rf"\s+{s.equipment}$"),
        instrument_last=Gated(rf"(?:^|\s+){s.instruments}$", re.IGNORECASE),
        keeps_alone=re.compile(rf"(?:\b{s.heads}|\b[A-Z]{{2,}}|\b[A-Z]\.[A-Z]\.?|-led|States)$"),
        dropped_in_front=frozenset(s.words["no_side"]) - frozenset(s.words["never_alone"]),
        no_side=frozenset(s.words["no_side"] + s.words["never_alone"]),
    )
