"""The sides of an event: who did it, to whom, from active, passive, nominal and possessive forms."""

from __future__ import annotations

import re
from typing import Protocol


class SideRule(Protocol):
    """Finds the words for one side of an event."""

    def __call__(
        self, flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
    ) -> tuple[int, int] | None: ...


# Nouns that head a side. Equipment is listed apart: "coalition aircraft" is the coalition.
_HEADS = (
    r"forces?|army|armies|troops|soldiers|militants?|rebels?|fighters?|gunm[ae]n|coalition|regime|government|police|policem[ae]n|"
    r"militias?|militiam[ae]n|insurgents?|terrorists?|extremists?|jihadists?|bandits?|attackers?|assailants?|"
    r"groups?|command|military|navy|guards?|brigades?|battalions?|settlers?|herders|herdsmen|separatists?|tribesmen|"
    r"mercenaries|commandos|guerrillas?|units?|mob|protesters|demonstrators|factions?|organi[sz]ations?|gangs?|men|bombers?|"
    r"paramilitar(?:y|ies)|peacekeepers|opposition|state|suspects?|kidnappers|snipers?|officers?"
)
_EQUIPMENT = (
    r"warplanes?|jets?|fighter jets?|planes?|aircrafts?|helicopters?|gunships?|drones?|bombers?|warships?|artillery|tanks?|aviation|"
    r"air force|air forces"
)
# What a side throws: "Russian missiles killed" tells of the Russian side.
_INSTRUMENT = (
    r"missiles?|rockets?|shells?|mortars?|bombs?|strikes?|airstrikes?|air strikes?|air raids?|raids?|shelling|bombing|bombardment|"
    r"attacks?|fire|barrage|snipers?"
)
_MODIFIER = (
    r"(?:[A-Z][\w.]*(?:-[\w]+)*|al-[A-Z]\w+|[\w]+-(?:led|backed|linked|affiliated|held|allied|supported|aligned|sponsored)|pro-\w+|anti-\w+|"
    r"government|regime|rebel|opposition|army|coalition|militant|terrorist|allied|suspected|unidentified|unknown|armed|masked|"
    r"local|foreign|security|military|joint|police|loyalist|insurgent|separatist|international|fighter|war|of|and|\([A-Z]+\)|Group)(?:'s?)?"
)
# What is hit is also a thing that belongs to a side.
_THINGS = (
    r"stations?|bases?|posts?|checkpoints?|headquarters|convoys?|positions|hospitals?|markets?|schools?|mosques?|churches|church|"
    r"camps?|clinics?|buildings?|homes|houses|vehicles?|buses|bus|bakery|bakeries|airports?|depots?|patrols?|civilians|areas|"
    r"neighbou?rhoods|targets|factory|warehouses?|refinery|facilities|wedding|funeral|barracks|village|town"
)
_NP = rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|\d+|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome) )?(?P<side>(?:{_MODIFIER} ){{0,6}}(?:{_HEADS}|{_EQUIPMENT}|{_INSTRUMENT}|[A-Z][\w-]{{2,}}))\b"
_BY = re.compile(rf"\bby (?:an? )?(?:suspected |alleged )?{_NP}")
_ON = re.compile(rf"^\W*(?:on|against|targeting|at|of)? ?{_NP}(?P<thing> (?:{_THINGS}))?\b")
_THING = re.compile(
    rf"^\W*(?:on|against|targeting|at)? ?(?:the |an? |its |their )?(?P<side>(?:[\w'-]+ ){{0,3}}(?:{_THINGS}))\b",
    re.IGNORECASE,
)
_CLAIMS_IT = re.compile(
    rf"{_NP}(?: ?\([^)]{{2,30}}\))? (?:has |have |had |later |also )*claimed (?:the )?(?:responsibility|credit)"
)
_LAUNCHED = re.compile(
    rf"(?:^|[,;]|\b(?:and|that|when|as|while|after|where)\b)\s*{_NP}[^,;]{{0,60}}?\b(?:launch\w*|carr(?:y|ied|ying) out|conduct\w*|fir(?:e|ed|ing)|"
    rf"stag(?:e|ed|ing)|mount\w*|respond\w*|resum\w*|continu\w*)\b[^,;]{{0,30}}$"
)
_SUBJECT = re.compile(
    rf"{_NP}(?: ?\([^)]{{2,30}}\))?\s*(?:have |has |had |also |then |reportedly |allegedly |later |again |repeatedly |on \w+day )*$"
)
_ADJECTIVES = re.compile(rf"(?P<side>(?:{_MODIFIER} ){{0,5}}{_MODIFIER})(?:'s?)? $")
_HAS_HEAD = re.compile(rf"\b(?:{_HEADS}|{_THINGS})$", re.IGNORECASE)
_EQUIPMENT_FIRST = re.compile(rf"(?:{_EQUIPMENT})\b", re.IGNORECASE)
_STRIP_INSTRUMENT = re.compile(rf"(?:^|\s+)(?:{_INSTRUMENT})$", re.IGNORECASE)
_STRIP_EQUIPMENT = re.compile(rf"\s+(?:{_EQUIPMENT})$")
_KEEPS_ALONE = re.compile(rf"(?:\b(?:{_HEADS})|\b[A-Z]{{2,}}|\b[A-Z]\.[A-Z]\.?|-led|States)$")
_DESIGNATOR = re.compile(r"\s*\b[A-Z][A-Za-z]{0,3}-\d+\w*\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|got|gets?)\s+(?:\w+ly\s+)?$")
# Capitalised, and no side: what a sentence starts with, days, months, and places by their prepositions.
_NO_SIDE = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "at", "in", "on", "after", "when", "while", "as", "if", "but", "and", "or", "for", "from", "to", "by", "at", "least", "more", "over", "some", "many", "several", "dozens", "hundreds", "thousands", "people", "civilians", "and", "of", "there", "where", "who", "which", "what", "meanwhile", "however", "also", "no", "nearly", "about", "around", "up", "dead", "killed", "wounded", "both", "all", "each", "every", "another", "other", "such", "suspected", "unknown", "unidentified", "armed", "masked", "local", "foreign", "joint", "allied", "international", "alleged", "deadly", "war", "fighter"]
)
# Part of a side's description in front of its noun, no side by themselves.
_KEPT_IN_FRONT = frozenset(
    ["suspected", "unknown", "unidentified", "armed", "masked", "local", "foreign", "joint", "allied", "international", "alleged", "fighter", "war"]
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|on|from|of|to|outside|inside|around|across|over)\s+(?:the )?$", re.IGNORECASE
)


def perpetrator(
    flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool
) -> tuple[int, int] | None:
    """Offsets of the side that did it, within the clause `start` to `end`; None where nobody is named."""
    for found in (_BY.search(flat, hit[0], end), _CLAIMS_IT.search(flat, start, end)):
        if found is not None and (side := _trim(flat, *found.span("side"))) is not None:
            return side
    before = flat[start : hit[0]]
    if noun:
        return _owner(flat, start, before)
    if _PASSIVE.search(before):
        by = _BY.search(flat, start, hit[0])
        return None if by is None else _trim(flat, *by.span("side"))
    # "Israeli warplanes bombed": the lexicon's phrase opens with the aircraft, the side ends with it.
    opener = _EQUIPMENT_FIRST.match(flat[hit[0] : hit[1]])
    if opener is not None:
        owner = _ADJECTIVES.search(before)
        return None if owner is None else _trim(flat, start + owner.start("side"), hit[0] + opener.end())
    subject = _SUBJECT.search(before)
    if subject is None or _PLACE_BEFORE.search(before[: subject.start()]):
        return None
    return _trim(flat, start + subject.start("side"), start + subject.end("side"))


def _owner(flat: str, start: int, before: str) -> tuple[int, int] | None:
    """The side in front of a noun: "Russian airstrikes", or who launched them."""
    adjectives = _ADJECTIVES.search(before)
    if adjectives is not None:
        side = _trim(flat, start + adjectives.start("side"), start + adjectives.end("side"))
        if side is not None:
            return side
    launched = _LAUNCHED.search(before)
    return (
        None
        if launched is None
        else _trim(flat, start + launched.start("side"), start + launched.end("side"))
    )


def target(flat: str, start: int, hit: tuple[int, int], end: int, *, noun: bool) -> tuple[int, int] | None:
    """Offsets of the side or group that was hit; None where none is named."""
    before = flat[start : hit[0]]
    if not noun and _PASSIVE.search(before):
        subject = _SUBJECT.search(_PASSIVE.sub("", before).rstrip() + " ")
        return (
            None
            if subject is None
            else _trim(flat, start + subject.start("side"), start + subject.end("side"))
        )
    if noun and not flat[hit[1] : end].lstrip().startswith(("on ", "against ", "targeting ", "at ")):
        return None
    rest = flat[hit[1] : end]
    after = _THING.match(rest) or _ON.match(rest)
    if after is None:
        return None
    found = _trim(flat, hit[1] + after.start("side"), hit[1] + after.end("side"))
    # "attacked Aleppo" names a place, which the linker reads; a side has a head noun, a thing is listed.
    return found if found and _HAS_HEAD.search(flat[found[0] : found[1]]) else None


def _trim(flat: str, start: int, end: int) -> tuple[int, int] | None:
    words = flat[start:end]
    while True:
        head, _, rest = words.partition(" ")
        if (head.lower() in _NO_SIDE - _KEPT_IN_FRONT or head.isdigit()) and rest:
            start += len(head) + 1
            words = rest
            continue
        break
    designator = _DESIGNATOR.search(words)
    if designator is not None:
        words = words[: designator.start()]
    words = _STRIP_INSTRUMENT.sub("", words)
    stripped = _STRIP_EQUIPMENT.sub("", words).rstrip(" '")
    if stripped and _KEEPS_ALONE.search(stripped):
        words = stripped
    words = words.rstrip()
    for tail in (" of", " and", "'s", "'"):
        words = words.removesuffix(tail)
    if len(words) < 2 or all(w.lower() in _NO_SIDE for w in words.split()):
        return None
    return start, start + len(words)
