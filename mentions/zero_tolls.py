"""Where a text says that nobody was hurt: "no casualties were reported", "without causing injuries"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mentions.gated import Gated
from mentions.toll_words import Act, Group

BOTH: tuple[Act, ...] = ("killed", "injured")
# Stem of the noun or verb -> what it denies.
NOUNS: dict[str, tuple[Act, ...]] = {
    "casualt": BOTH, "causalit": BOTH, "victim": BOTH, "human": BOTH, "harm": BOTH, "hurt": BOTH,
    "injur": ("injured",), "wound": ("injured",), "loss": ("killed",), "fatal": ("killed",),
    "death": ("killed",), "dead": ("killed",), "lives": ("killed",), "kill": ("killed",), "died": ("killed",),
}  # fmt: skip
NOUN = (
    r"(?:casualt(?:y|ies)|causalit(?:y|ies)|fatalit(?:y|ies)|deaths?|injur(?:y|ies)|victims?"
    r"|loss(?:es)? of (?:human )?li(?:fe|ves)"
    r"|human loss(?:es)?|lives lost|dead|wounded|injured)"
)
# Words that may stand between "no" and the noun without narrowing it to some of the people.
PLAIN = (
    r"(?:reported|known|human|confirmed|further|other|additional|material|property|physical|significant"
    r"|major|serious"
    r"|recorded|reports? of|actual|such|civilian|civilians?|military|damages?|loss(?:es)?|personal|bodily"
    r"|any|deaths?|resulting"
    r"|fatal|immediate|the)"
)
JOINT = r"(?:\s*,\s*(?:and|or|nor)?\s*|\s+(?:or|nor|and|/)\s+|\s*/\s*)"
NEGATED = (
    r"\b(?:no|zero|neither|without|(?:(?:did|do|does|was|were|is|are|has|have|had)(?:\s+not|n[’']?t)\s+"
    r"(?:(?!report|mention|specify|give|provide)\w+\s+){0,3}?any)"
    r"|(?:did|do|does)(?:\s+not|n[’']?t)\s+(?:cause|result in|lead to|suffer|leave|inflict))"
)
MEANS = (
    r"(?:\s+(?:causing|suffering|inflicting|sustaining|incurring|leaving|reporting|resulting in|recording"
    r"|claiming|any))*"
)
NO_NOUN = Gated(
    rf"{NEGATED}{MEANS}(?P<between>(?:\s+{PLAIN})*(?:{JOINT}(?:{PLAIN}\s+)*)?)\s*"
    rf"\b(?P<nouns>{NOUN}(?:{JOINT}(?:no\s+)?(?:{PLAIN}\s+)*{NOUN})*)\b",
    re.IGNORECASE,
)
NOBODY = Gated(
    r"\b(?:no[\s-]?one|nobody|none(?: of \w+(?: \w+){0,2}?)?|no (?:people|person|persons|individuals?"
    r"|civilians?|soldiers?|troops|personnel|members?|residents?))\s+"
    r"(?:else\s+)?(?:(?:was|were|is|are|has|have|had|been|got|reported|reportedly|confirmed|to|be"
    r"|believed|said|either|immediately)\s+)*"
    r"(?P<nouns>(?:killed|hurt|harmed|injured|wounded|died|dead)(?:\s+(?:or|nor"
    r"|and)\s+(?:\w+ly\s+)?(?:killed|hurt|harmed|injured|wounded))*)",
    re.IGNORECASE,
)
NIL = Gated(
    r"\b(?P<nouns>casualties|fatalities|injuries)(?:\s*:\s*|\s+(?:were|was)\s+)(?:nil|none|zero|0)\b|"
    r"\b(?P<nouns_>casualties|fatalities|injuries)\s+were\s+not\s+(?:reported|recorded|caused|sustained)\b",
    re.IGNORECASE,
)
# "Causing material damage only": nobody was hurt.
DAMAGE_ONLY = Gated(
    r"\b(?:only|just|merely) (?:\w+ )?(?:material|property) (?:damage|damages|losses)\b"
    r"|\b(?:material|property) (?:damage|damages|losses) only\b",
    re.IGNORECASE,
)
# No denial without one of these: a quick test before the patterns.
DENYING = re.compile(
    # One class first: only where one of these letters stands is anything tried.
    r"[nwz0](?:(?<=\bn)(?:o(?:ne|body|t)?|either|il)|(?<=\bw)ithout|(?<=\bz)ero|(?<=\b0)|(?<=n)[’']?t)\b"
)
UNSURE = re.compile(r"\b(?:immediate|immediately|further|other|additional|else|such)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ZeroToll:
    """Words that say nobody was killed, or injured, or both."""

    start: int
    end: int
    acts: tuple[Act, ...]
    group: Group


def find_zero_tolls(text: str, start: int, end: int) -> list[ZeroToll]:
    """The denials of any harm in text[start:end]; "no immediate reports" says nothing, nor "no other"."""
    found = [ZeroToll(m.start(), m.end(), BOTH, "all") for m in DAMAGE_ONLY.finditer(text, start, end)]
    if DENYING.search(text[start:end].lower()) is None:
        return found
    for pattern in (NO_NOUN, NOBODY, NIL):
        for m in pattern.finditer(text, start, end):
            if UNSURE.search(m.group()):
                continue
            nouns = (
                (m.group("nouns") or m.group("nouns_")).lower()
                if pattern is NIL
                else m.group("nouns").lower()
            )
            found.append(
                ZeroToll(m.start(), m.end(), _acts(nouns, m.group().lower()), _group(m.group().lower()))
            )
    return found


def _acts(nouns: str, whole: str) -> tuple[Act, ...]:
    acts = {act for stem, acts in NOUNS.items() if stem in nouns for act in acts}
    if re.search(r"\bdeaths?\s*(?:or|nor|and|,)", whole):
        acts.add("killed")
    return tuple(a for a in BOTH if a in acts)


def _group(words: str) -> Group:
    if re.search(r"\bcivilians?\b", words):
        return "civilians"
    if re.search(r"\b(?:soldiers?|troops|military)\b", words):
        return "combatants"
    return "all"
