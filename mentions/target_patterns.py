"""The patterns that find whom or what an act hit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mentions.gated import Gated
from mentions.side_sources import BACKED, NAME, WHERE, SideSources, side_sources

_AT = r"(?:on|against|targeting|at)?"
# No part of the words for those who were hit: what comes before them is another phrase.
_NOT_INSIDE = (
    r"(?:in|on|at|by|with|when|from|after|during|near|as|for|to|and|of|who|were|was|said|says|including|mostly|than"
    r"|killed|killing|hit|struck|injured|wounded|fleeing|targeting|saying|reported|that|least|most|left|saw|via|using)"
)


@dataclass(frozen=True, slots=True)
class TargetPatterns:
    """What finds a side, people or a thing that was hit; the group `side`. Read on flattened text."""

    between: Gated
    """ "between the army and rebels" (the groups `side` and `other`)."""
    against: re.Pattern[str]
    """Behind a fight: "with rebels"."""
    victims: Gated
    """Behind the act: "at least nine villagers"."""
    victims_before: Gated
    """Before a passive: "nine villagers were killed"."""
    held_area: Gated
    """Behind the act: "on the rebel-held part of X"."""
    on_side: re.Pattern[str]
    """Behind the act: "against the Syrian army"."""
    on_thing: Gated
    """Behind the act: "on a police station"."""


@cache
def target_patterns() -> TargetPatterns:
    """The patterns, compiled on first use. Raises LexiconError where the lists are wrong."""
    s = side_sources()
    counted, victims, fighters = rf"(?:{s.some['counting']} )*", _victims(s), _fighters(s)
    held = rf"[\w.-]+-(?:held|controlled|run|occupied|besieged) (?:[\w-]+ ){{0,3}}?{s.some['areas']}"
    # "Fired three shells on a hotel": what was thrown stands before what it hit.
    thrown = rf"(?:(?:(?!{_NOT_INSIDE}\b)[\w'-]+ ){{0,3}}?{s.instruments} (?=(?:on|against|at) ))?"
    of_place = rf"(?: of {NAME}(?: {NAME}){{0,3}})?"
    return TargetPatterns(
        between=Gated(
            rf"\bbetween (?:{s.side}|{fighters})(?: {BACKED})?(?: {WHERE})?"
            rf" and (?:{s.side.replace('<side>', '<other>')}|{fighters.replace('<folk>', '<others>')})"
        ),
        against=re.compile(rf"^(?: \w+ly)? (?:with|against) {s.side}"),
        victims=Gated(rf"^[ \"']*(?:(?:on|against|targeting) )?{counted}{victims}", re.IGNORECASE),
        victims_before=Gated(
            rf"(?:^|(?<!including)(?<!mostly) ){counted}{victims}(?:, [^,]{{3,50}},)?\s*$", re.IGNORECASE
        ),
        held_area=Gated(
            rf"^[ \"'(]*{thrown}(?:on|against|targeting|at)? ?(?:the |an? )?(?P<side>{held}{of_place})\b"
        ),
        on_side=re.compile(rf"^[ \"'(]*(?:on|against|targeting|at|of)? ?{s.side}(?: {s.things})?\b"),
        on_thing=Gated(
            rf"^[ \"'(]*{thrown}{_AT} ?(?:the |an? |its |their )?"
            rf"(?P<side>(?:(?!{_NOT_INSIDE}\b)[\w'-]+ ){{0,3}}{s.things})\b",
            re.IGNORECASE,
        ),
    )


def _victims(s: SideSources) -> str:
    """Those who were hit; their words are the group `side`."""
    return (
        rf"(?P<side>(?:(?!{_NOT_INSIDE}\b)[\w'-]+ ){{0,3}}{s.some['victims']}\b(?!-)"
        rf"(?! (?:{s.things}|{s.heads})\b)(?: {s.whose})?"
        rf"(?: (?:and|or) {s.some['victims']}\b)?)"
    )


def _fighters(s: SideSources) -> str:
    """People that fight, told without the words of a side; their words are the group `folk`."""
    people = rf"(?:{s.heads}|{s.some['victims']})\b(?!-)"
    return rf"(?:the )?(?P<folk>(?:(?!{_NOT_INSIDE}\b)[\w'-]+ ){{0,3}}{people})"
