"""The patterns that find who did it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mentions.gated import Gated
from mentions.side_sources import SHORT_NAME, side_sources

_CLAUSE_OPENS = r"(?:^|[,;]|\b(?:and|that|when|as|while|after|where)\b)"

# "Attributed by the police to": who says so may stand before the side.
_SPEAKER = r"(?: \w+ly| on \w+day)?(?: by(?: (?!on\b|to\b)[\w.'-]+){1,5}?)?"
# What is attributed to somebody who only said it.
_WORDS = r"(?:statement|message|video|post|remarks|comments?|quote|letter|recording|claim)s?"


@dataclass(frozen=True, slots=True)
class ActorPatterns:
    """What finds a side that acts; its words are the group `side`. Read on flattened text."""

    by: Gated
    """ "by rebel fighters"."""
    blamed: Gated
    """ "blamed on the rebels", "attributed by police to the rebels", "blamed the rebels for"; the group
    `words` where what is attributed to them is a statement."""
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
    accused: Gated
    """ "accused the army of", "the army was accused of" (the group `blamed`)."""
    denied: Gated
    """ "the army denied responsibility"."""
    said_it: Gated
    """Right before a verb: "the army said it had"."""
    place_before: Gated
    """The name that follows is a place's."""


@cache
def actor_patterns() -> ActorPatterns:
    """The patterns, compiled on first use. Raises LexiconError where the lists are wrong."""
    s = side_sources()
    return ActorPatterns(
        # "Killed by a tank shell" names no side, "by an Israeli tank shell" Israel's.
        by=Gated(
            rf"\bby (?:an? )?(?:suspected |alleged )?"
            rf"{s.side.replace(s.equipment, f'{s.equipment}(?! {s.instruments})')}"
        ),
        blamed=Gated(
            rf"(?P<words>\b{_WORDS} )?\b(?:blam(?:ed|es|ing)|attributed|ascribed)"
            rf"(?:{_SPEAKER} (?:on|to) {s.side}| {s.side.replace('<side>', '<for>')} for\b)"
        ),
        by_no_attack=Gated(rf"\b{s.some['by_no_attack']} $", re.IGNORECASE),
        claims_it=Gated(
            rf"(?P<nobody>\b[Nn]o(?:body|ne| one|t)?\b[^,;.]{{0,30}}?)?{s.side}{SHORT_NAME} "
            r"(?:has |have |had |later |also |on \w+day )*claimed (?:the )?(?:responsibility|credit)"
        ),
        launched=Gated(rf"{_CLAUSE_OPENS}\s*{s.side}[^,;]{{0,60}}?\b{s.some['launching']}\b[^,;]{{0,30}}$"),
        subject=re.compile(rf"{s.agent}(?:, [^,]{{3,50}},)?\s*(?:{s.some['before_verb']} )*$"),
        adjectives=re.compile(rf"(?<!\w)(?P<side>(?:{s.modifier} ){{0,5}}{s.modifier})(?:'s?)?[ -]$"),
        modifier_last=re.compile(rf"{s.modifier}(?:'s?)?[ -]$"),
        accused=Gated(
            rf"\baccus(?:ed|es|ing) {s.side} of\b|{s.side.replace('<side>', '<blamed>')} (?:was|were|is|are)"
            r" (?:also |on \w+day )*(?:accused of|blamed for)\b"
        ),
        denied=Gated(
            rf"{s.side}{SHORT_NAME} (?:has |have |had |later |also |on \w+day )*den(?:y|ies|ied|ying) "
            r"(?:any |all )?(?:responsibility|involvement|carrying|being behind|having|it was behind|a role"
            r"|the (?:attack|claim))"
        ),
        said_it=Gated(
            rf"{s.side}{SHORT_NAME} (?:has |have |had |later |also )*(?:said|says|announced|claimed|reported"
            r"|confirmed)(?: late| early| on| in a statement|,? \w+day(?: night| evening)?| that){0,4}"
            r" (?:it|they|its \w+|their \w+)(?: has| have| had| also)*\s*$"
        ),
        place_before=Gated(rf"\b{s.some['place_before']}\s+(?:the )?$", re.IGNORECASE),
    )
