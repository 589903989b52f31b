"""Whose toll it is: this event's, a whole war's or year's, or that of another event told as a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from articles import Span
from mentions.function_words import VERBS
from mentions.gated import Gated
from mentions.toll_words import act_words

Scope = Literal["event", "cumulative", "background"]

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
WAR = r"(?:war|conflict|insurgency|uprising|rebellion|crisis)"
FIGHTING = r"(?:fighting|violence|hostilities|confrontations?|unrest|bloodshed|offensive)"
SPAN_OF_TIME = (
    r"(?:so far this year|(?:this|last|the past) (?:week|month) alone|this year|last year|over the years"
    r"|every (?:day|week|month|year)|annually"
    r"|a year|to date"
    r"|(?:in|over|during|within|for) the (?:past|last) (?:\w+ )?(?:months?|years?|decades?)"
    rf"|in {MONTH} alone|(?:for|in|during) the first (?:\w+ )?(?:months|half) of"
    r"|in recent (?:months|years)|each (?:month|year)|in total since|(?:months|years) of (?:fighting"
    r"|violence|war|conflict)"
    r"|since (?:the )?(?:start|beginning|outbreak|onset|uprising|conflict|war|revolution|invasion)"
    rf"|since (?:early |late |mid-?)?(?:(?:19|20)\d\d|{MONTH})|since last \w+|since (?:it|they|he|fighting"
    rf"|violence|clashes) \w+"
    rf"|(?:in|during|throughout) (?:the|its|\w+'s|a \w+-(?:year|month)(?:-\w+)?) (?:[\w-]+ ){{0,3}}{WAR}"
    r"|(?:in|during) an? (?:[\w-]+ ){0,2}(?:insurgency|uprising|rebellion|civil war))"
)
CUMULATIVE = Gated(rf"\b{SPAN_OF_TIME}\b", re.IGNORECASE)
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
_OF_THEM = r"(?:(?:people|persons|others|more|killed|dead) )?"
# "54 were killed, including nine in one quarter and eight in another".
PER_PLACE = Gated(
    rf"\b(?:including|among them|of (?:them|whom)) {_COUNT} {_OF_THEM}(?:in|at)\b[^.;]{{2,60}}? {_COUNT} "
    rf"{_OF_THEM}(?:in|at)\b",
    re.IGNORECASE,
)
# "Strikes on towns across the country killed 44": of no one place.
COUNTRYWIDE = Gated(
    r"\b(?:towns|villages|cities|areas|districts|parts|places|positions)\b[^.;]{0,30}?"
    r"\b(?:across|throughout|around|all over) the (?:[\w-]+ )?(?:country|nation)\b",
    re.IGNORECASE,
)
# One toll of several events: no single one's.
SEVERAL = Gated(
    r"\b(?:across|over|split (?:between|across|over|among)) (?:(?:the|all|both|all of the) )?"
    r"(?:(?:two|three|four|five|six|seven|eight|nine"
    r"|ten|\d+) )?"
    r"(?:of the )?(?:separate |related |similar )?(?:attacks|incidents|blasts|events|locations|assaults)\b"
    r"|\b(?:in|at|across|from|by) "
    r"(?:both(?: of)?(?: the)?|(?:all )?the (?:two|three|four|five)|all (?:two|three|four|five)) "
    r"(?:towns|villages|cities|places|areas|districts|neighbou?rhoods|provinces|attacks|blasts|strikes|raids|bombings"
    r"|incidents|explosions)\b",
    re.IGNORECASE,
)
BRINGING = Gated(
    r"\b(?:bring(?:s|ing)?|brought|rais(?:es|ing|ed)|tak(?:es|ing)|took|push(?:es|ing))\b"
    r"(?: (?:to|up)\b[^.;]{0,50}?\bthe (?:\w+ ){0,3}(?:number|total|toll)"
    r"|[^.;]{0,40}?\b(?:number|total|toll|count)\b)",
    re.IGNORECASE,
)
LONG_RUN = Gated(
    rf"\b(?:{WAR}|campaign|crackdown)\b[^.;]{{0,60}}?"
    r"\b(?:has|have) (?:\w+ly |also |so far |already )*(?:left|killed|claimed|cost|taken|wounded|injured"
    r"|seen)\b",
    re.IGNORECASE,
)
# "The fighting has killed 426", "violence between herders and farmers has left 212 dead": all of it by now.
RUNNING = Gated(
    r"(?<!\bin )(?<!\bduring )(?<!\bin the )"
    rf"(?:\b(?:the|this|these|their|ongoing|continuing) (?:[\w-]+ ){{0,2}}{FIGHTING}"
    r"(?: (?:in|on|along|across|around|over|with)\b[^.;,]{2,60}?)?"
    rf"|\b(?:{FIGHTING}|clashes) between\b[^.;,]{{2,70}}?)(?:,? (?:which|that))?"
    r" (?:has|have) (?:\w+ly |also |so far |already |now )*"
    r"(?:left|killed|claimed|cost|taken|wounded|injured)\b",
    re.IGNORECASE,
)
# What has killed is then the battle just told, or the fighting of a day.
JUST_TOLD = Gated(
    r"\b(?:clash\w*|fought|fighting|battl\w+|gun ?battles?|gunfights?|firefights?|skirmish\w*|riot\w*|unrest"
    r"|violence|offensive|protest\w*|storm(?:ed|ing)|ambush\w*|overr[au]n|shoot-?outs?|siege)\b",
    re.IGNORECASE,
)
OF_A_DAY = Gated(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|overnight)\b", re.IGNORECASE
)
# "the deadliest attack since 2007", "the first in years": dates the record, not the toll.
RECORD = Gated(
    r"\b(?:deadliest|worst|first|largest|biggest|bloodiest|heaviest|latest|attacks?|assault|bombing"
    r"|most)\b[^.;,]{0,50}$",
    re.IGNORECASE,
)
REASON = Gated(
    r"\b(?:(?:retaliation|revenge|retaliat\w+|aveng\w+|reprisals?|response) (?:for|to|against|over)?"
    r"|anniversary of|involvement in|in connection with"
    r"|commemorat\w+"
    r"|protest\w* against|sentenced|convicted of|in memory of)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
# "Shortly after an operation killed four": what came before this event.
AFTERMATH = Gated(
    r"\b(?:(?:days?|hours?|weeks?|months?|minutes?|shortly|soon|just) after|came after)\b"
    r"(?: (?:an?|the|another|two|three)\b)[^.;,]{3,80}$",
    re.IGNORECASE,
)
FINITE_ACT = frozenset({"killed", "wounded", "injured", "left"})
LATER_DEATH = Gated(
    r"\b(?:died of|succumb\w*|more (?:people )?died|bodies|rubble|hospital)\b", re.IGNORECASE
)
# A single event's toll above this, told with "has" or "have", is a war's.
WAR_SIZED = 3000
# A span of time that opens the sentence is said of all of it, characters from its start.
OPENING = 6
# Where the battle just told stands, characters before the sentence.
JUST_BEFORE = 300
# "20 were killed and an unknown number injured across three of the attacks", characters.
LONGEST_TO_SEVERAL = 140


@dataclass(frozen=True, slots=True)
class SentenceScopes:
    """Where a sentence text[start:end] speaks of more than one event."""

    text: str
    start: int
    end: int
    spans_of_time: tuple[re.Match[str], ...]
    several: tuple[re.Match[str], ...]
    countrywide: bool
    bringing: tuple[re.Match[str], ...]
    long_runs: tuple[re.Match[str], ...]
    running: tuple[re.Match[str], ...]

    def scope(self, act: Span, toll: Span, low: int | None) -> Scope:
        """The scope of one toll phrase of the sentence."""
        if low is not None and low >= WAR_SIZED:
            return "background"
        for m in self.bringing:
            near = toll.start - 40 <= m.start() < toll.end and toll.start <= m.end() + 60
            if near and act.start <= m.end() + 40:
                later = LATER_DEATH.search(self.text, self.start, m.start())
                return "event" if later and not self.spans_of_time else "cumulative"
        if self.countrywide:
            return "cumulative"
        jointly = any(toll.end <= m.start() <= toll.end + LONGEST_TO_SEVERAL for m in self.several)
        if jointly or any(self._governs(m, toll) for m in self.spans_of_time):
            return "cumulative"
        if any(m.start() < act.start <= m.end() + 20 for m in self.long_runs):
            return "background"
        if any(m.start() < act.start <= m.end() for m in self.running):
            return "cumulative"
        before = self.text[max(self.start, toll.start - 110) : toll.start]
        if self.text[act.start : act.end].lower() in FINITE_ACT and act.start == toll.start:
            # Only where something was told ahead of it.
            aftermath = AFTERMATH.search(before)
            ahead = self.text[self.start : toll.start].lower()
            if aftermath and act_words().anywhere.search(ahead[: len(ahead) - len(aftermath.group())]):
                return "background"
        reason = REASON.search(self.text, max(self.start, toll.start - 120), toll.start)
        told_anew = reason and any(w in VERBS for w in reason.group().lower().split())
        return "background" if reason and not told_anew else "event"

    def _governs(self, m: re.Match[str], toll: Span) -> bool:
        """Whether a span of time is the toll's own: near it, no act between, not the date of a record."""
        first, last = (toll.end, m.start()) if m.start() >= toll.end else (m.end(), toll.start)
        if m.start() - self.start <= OPENING and last == toll.start:
            return last - first <= LONGEST_TO_SEVERAL and not RECORD.search(self.text, self.start, m.start())
        since = self.start if last == toll.start else first
        if last - first > 60 or RECORD.search(self.text, since, m.start()):
            return False
        return act_words().anywhere.search(self.text, first, max(first, last)) is None


def sentence_scopes(text: str, start: int, end: int) -> SentenceScopes:
    """What a sentence says of spans of time, running totals and long wars."""
    times, several, per_place, bringing, runs = (
        tuple(pattern.finditer(text, start, end))
        for pattern in (CUMULATIVE, SEVERAL, PER_PLACE, BRINGING, LONG_RUN)
    )
    several += per_place
    countrywide = COUNTRYWIDE.search(text, start, end) is not None
    running = tuple(m for m in RUNNING.finditer(text, start, end) if _of_all_of_it(m))
    return SentenceScopes(text, start, end, times, several, countrywide, bringing, runs, running)


def _of_all_of_it(fighting: re.Match[str]) -> bool:
    """Whether fighting that "has killed" is not the news: no lead's, no day's, no battle just told."""
    text, start = fighting.string, fighting.start()
    return (
        bool(text[:start].strip())
        and not OF_A_DAY.search(text, start, fighting.end())
        and not JUST_TOLD.search(text, max(0, start - JUST_BEFORE), start)
    )
