"""The patterns that find a side's words, built on first use from `words/sides.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mentions.gated import Gated
from mentions.word_lists import groups_of, read_lists

_LISTS = frozenset(
    {
        "heads", "equipment", "instruments", "allegiance", "modifiers", "things", "launching", "before_verb",
        "place_before", "no_side", "never_alone", "by_no_attack",
    }
)  # fmt: skip
_COUNTED = r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|\d+|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome) )?"
# "(SDF)" behind a side's name.
_SHORT_NAME = r"(?: ?\([^)]{2,30}\))?"
_CLAUSE_OPENS = r"(?:^|[,;]|\b(?:and|that|when|as|while|after|where)\b)"
_AT = r"(?:on|against|targeting|at)?"


@dataclass(frozen=True, slots=True)
class SidePatterns:
    """What finds a side (its words are the group `side`), and what trims it. Read on flattened text."""

    by: Gated
    """ "by rebel fighters"."""
    blamed: Gated
    """ "blamed on the rebels", "blamed the rebels for"."""
    by_no_attack: Gated
    """What stands before a "by" that names no perpetrator: "a town held"."""
    claims_it: Gated
    """ "the Taliban claimed responsibility"."""
    launched: Gated
    """Before a noun: "regime forces responded by launching"."""
    subject: re.Pattern[str]
    """Right before a verb."""
    adjectives: re.Pattern[str]
    """Right before a noun: "Russian" of "Russian airstrikes"."""
    modifier_last: re.Pattern[str]
    """The end of what `adjectives` finds."""
    on_side: re.Pattern[str]
    """Behind the act: "against the Syrian army"."""
    on_thing: Gated
    """Behind the act: "on a police station"."""
    head_last: re.Pattern[str]
    """The words end with the noun of a side or a thing."""
    equipment_first: Gated
    equipment_last: Gated
    instrument_last: Gated
    keeps_alone: re.Pattern[str]
    """What is left without its equipment still names a side."""
    place_before: Gated
    """The name that follows is a place's."""
    dropped_in_front: frozenset[str]
    no_side: frozenset[str]
    """A side is none where all of its words are of these, in lower case."""


@cache
def side_patterns() -> SidePatterns:
    """The patterns, compiled on first use. Raises LexiconError where the lists are wrong."""
    words = read_lists("sides", _LISTS)
    some = groups_of(words)
    modifier = _modifier(some)
    heads, equipment, instruments, things = (
        some[name] for name in ("heads", "equipment", "instruments", "things")
    )
    noun = rf"(?:{heads}|{equipment}|{instruments}|[A-Z][\w-]{{2,}})"
    side = rf"{_COUNTED}(?P<side>(?:{modifier} ){{0,6}}{noun})\b"
    return SidePatterns(
        by=Gated(rf"\bby (?:an? )?(?:suspected |alleged )?{side}"),
        blamed=Gated(rf"\bblam(?:ed|es|ing) (?:on {side}|{side.replace('<side>', '<for>')} for\b)"),
        by_no_attack=Gated(rf"\b{some['by_no_attack']} $", re.IGNORECASE),
        claims_it=Gated(
            rf"{side}{_SHORT_NAME} (?:has |have |had |later |also )*"
            r"claimed (?:the )?(?:responsibility|credit)"
        ),
        launched=Gated(rf"{_CLAUSE_OPENS}\s*{side}[^,;]{{0,60}}?\b{some['launching']}\b[^,;]{{0,30}}$"),
        subject=re.compile(rf"{side}{_SHORT_NAME}(?:, [^,]{{3,50}},)?\s*(?:{some['before_verb']} )*$"),
        adjectives=re.compile(rf"(?P<side>(?:{modifier} ){{0,5}}{modifier})(?:'s?)? $"),
        modifier_last=re.compile(rf"{modifier}(?:'s?)? $"),
        on_side=re.compile(rf"^\W*(?:on|against|targeting|at|of)? ?{side}(?: {things})?\b"),
        on_thing=Gated(
            rf"^\W*{_AT} ?(?:the |an? |its |their )?(?P<side>(?:[\w'-]+ ){{0,3}}{things})\b", re.IGNORECASE
        ),
        head_last=re.compile(rf"\b(?:{heads}|{things})$", re.IGNORECASE),
        equipment_first=Gated(rf"{equipment}\b", re.IGNORECASE),
        equipment_last=Gated(rf"\s+{equipment}$"),
        instrument_last=Gated(rf"(?:^|\s+){instruments}$", re.IGNORECASE),
        keeps_alone=re.compile(rf"(?:\b{heads}|\b[A-Z]{{2,}}|\b[A-Z]\.[A-Z]\.?|-led|States)$"),
        place_before=Gated(rf"\b{some['place_before']}\s+(?:the )?$", re.IGNORECASE),
        dropped_in_front=frozenset(words["no_side"]) - frozenset(words["never_alone"]),
        no_side=frozenset(words["no_side"] + words["never_alone"]),
    )


def _modifier(some: dict[str, str]) -> str:
    """One word in front of a side's noun: a name, an adjective, a short name; it may be possessive."""
    return (
        rf"(?:[A-Z][\w.]*(?:-[\w]+)*|al-[A-Z]\w+|[\w]+-{some['allegiance']}|pro-\w+|anti-\w+|"
        rf"{some['modifiers']}|\([A-Z]+\))(?:'s?)?"
    )
