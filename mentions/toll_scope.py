"""Whose toll it is: this event's, a whole war's or year's, or that of another event told as a reason."""

from __future__ import annotations

import re
from typing import Literal

from articles.article import Span

SPAN_OF_TIME = (
    r"(?:so far this year|this year|last year|(?:in|over|during|within|for) the (?:past|last) (?:\w+ )?(?:months?|years?|decades?)"
    r"|over the years|every (?:day|week|month|year)|annually|a year|in recent (?:months|years)|each (?:month|year)"
    r"|in total since|to date|since (?:the )?(?:start|beginning|outbreak|onset|uprising|conflict|war|revolution|invasion)"
    r"|since (?:early |late |mid-?)?(?:19|20)\d\d|since (?:early |late |mid-?)?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)|since last (?:year|month|\w+)|since (?:it|they|he|fighting|violence|clashes) \w+"
    r"|(?:months|years) of (?:conflict|war|fighting|violence)"
    r"|(?:in|during|throughout) (?:the|its|\w+'s|a \w+-(?:year|month)(?:-\w+)?) (?:[\w-]+ ){0,3}(?:war|conflict|insurgency|uprising|rebellion|crisis)"
    r"|(?:in|during) an? (?:[\w-]+ ){0,2}(?:insurgency|uprising|rebellion|civil war)"
    r"|(?:across|over) (?:the |all |both |all of the )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:of the )?(?:separate |related |similar )?(?:attacks|incidents|blasts|events|locations|assaults))"
)
CUMULATIVE = re.compile(rf"\b{SPAN_OF_TIME}\b", re.IGNORECASE)
BRINGING = re.compile(
    r"\b(?:bring|brings|bringing|brought|raising|raises|raised|taking|takes|took|pushing|pushes)\b"
    r"(?: (?:to|up)\b[^.;]{0,50}?\bthe (?:\w+ ){0,3}(?:number|total|toll)|[^.;]{0,40}?\b(?:number|total|toll|count)\b)",
    re.IGNORECASE,
)
LONG_RUN = re.compile(
    r"\b(?:war|conflict|insurgency|uprising|rebellion|campaign|crackdown|crisis)\b"
    r"[^.;]{0,60}?\b(?:has|have) (?:\w+ly |also |so far |already )*(?:left|killed|claimed|cost|taken|wounded|injured|seen)\b",
    re.IGNORECASE,
)
# "the deadliest attack since 2007", "the first in years": dates the record, not the toll.
RECORD = re.compile(
    r"\b(?:deadliest|worst|first|largest|biggest|bloodiest|heaviest|latest|attacks?|assault|bombing|most)\b[^.;,]{0,50}$",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?:(?:retaliation|revenge|retaliat\w+|aveng\w+|reprisals?|response) (?:for|to|against|over)?|anniversary of|commemorat\w+"
    r"|protest\w* against|sentenced|convicted of|in memory of)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
LATER_DEATH = re.compile(r"\b(?:died of|succumb\w*|more (?:people )?died|bodies|rubble|hospital)\b", re.IGNORECASE)
# A single event's toll above this, told with "has" or "have", is a war's.
WAR_SIZED = 5000


def scope_of(
    text: str, start: int, end: int, act: Span, toll: Span, low: int | None
) -> Literal["event", "cumulative", "background"]:
    """The scope of a toll phrase inside the sentence text[start:end]."""
    if low is not None and low >= WAR_SIZED:
        return "background"
    for m in BRINGING.finditer(text, start, end):
        inside = m.start() < toll.end and toll.end <= m.end() + 60 and m.start() >= toll.start - 30
        if inside and m.end() >= act.start - 40 and toll.end > m.start() + 8 and m.start() < act.end:
            lone = not LATER_DEATH.search(text, start, m.start()) or CUMULATIVE.search(text, m.start(), end)
            return "cumulative" if lone else "event"
    for m in CUMULATIVE.finditer(text, start, end):
        if m.start() >= toll.end and (RECORD.search(text, toll.end, m.start()) or m.start() - toll.end > 60):
            continue
        if m.end() <= toll.start and toll.start - m.end() > 60:
            continue
        return "cumulative"
    if any(m.start() < act.start <= m.end() + 20 for m in LONG_RUN.finditer(text, start, end)):
        return "background"
    if REASON.search(text, max(start, toll.start - 120), toll.start):
        return "background"
    return "event"
