"""When an act happened, as far as the words around it say: its day, the report's, or a count of days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentions.calendar_words import precision_of
from mentions.dates import DateMention, DateRole
from mentions.mention import DateRange, DayFromLast

_FROM_ANOTHER = re.compile(r"\b(?P<dir>after|before)$")
_SINCE = re.compile(r"\bsince(?: +(?:early|late|last|dawn|the|on))* *$")
# What follows an event's own part and tells of another time: its dates are not borrowed.
_ASIDE = re.compile(
    r"[\s,]*(?:where|in which|which|whose|(?:that )?(?:came|comes|come)(?: [\w-]+){0,4}? after)\b"
)
_OVERNIGHT = ("overnight", "last night")
_LONGEST_SINCE = 10  # days; more of them are a campaign's, as in DateRange.is_campaign


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a sentence that tells of one event. Offsets point into the field's lower-case text."""

    low: str
    sentence: tuple[int, int]
    run: tuple[int, int]
    """The event's own part of the sentence; all of it where it tells of nothing else."""
    hits: Sequence[tuple[int, int]]
    """The words that tell of the act."""
    dates: Sequence[DateMention]
    """Those of the whole sentence."""

    def holds(self, told: DateMention) -> bool:
        """Whether a date stands in the event's own part."""
        return self.run[0] <= told.span.start < self.run[1]


@dataclass(frozen=True, slots=True)
class Timing:
    """What a stretch says of when."""

    day: DateRange | None
    reported_on: DateRange | None
    from_last: DayFromLast | None
    is_open: bool
    """Whether it names its day in words that nothing here resolves ("on the first day of Ramadan")."""


def timing_of(stretch: Stretch, published: date | None) -> Timing:
    """The most exact day of the stretch, the day it was reported on, and its day as counted from another."""
    reported_on = _best(stretch, "saying")
    day = _of_the_night(stretch, _best(stretch, "plain"), reported_on) or _since(stretch, published)
    from_last = _from_last(stretch)
    if day is None and from_last is not None and (told := _before_report(from_last, reported_on)) is not None:
        day, from_last = told, None
    is_open = any(d.range is None and d.role == "plain" and stretch.holds(d) for d in stretch.dates)
    return Timing(day, reported_on, from_last, published is not None and day is None and is_open)


def _of_the_night(
    stretch: Stretch, day: DateRange | None, reported_on: DateRange | None
) -> DateRange | None:
    """ "Killed overnight, police said on Saturday": the night before that Saturday."""
    if day is None or reported_on is None or reported_on.precision > 1 or reported_on.end >= day.end:
        return day
    if not any(stretch.low.startswith(_OVERNIGHT, s.start) for s in day.spans[:1]):
        return day
    return replace(day, start=reported_on.end - timedelta(days=1), end=reported_on.end)


def _best(stretch: Stretch, role: DateRole) -> DateRange | None:
    """The most exact day of this role in the stretch; a part without one borrows from its sentence."""
    told = [d for d in stretch.dates if d.range is not None and d.role == role]
    told = [d for d in told if not _of_a_person(d, stretch)]
    inside = [d for d in told if stretch.holds(d)]
    if not inside and stretch.run != stretch.sentence:
        # "Fighting in X, where a shell hit a bus on 3 May": that is the day of the shell.
        ends = stretch.run[1] if _ASIDE.match(stretch.low, stretch.run[1]) else stretch.sentence[1]
        inside = [d for d in told if d.span.start < ends]
    best = min(inside, key=lambda d: (-d.strength, _width(d), d.span.start), default=None)
    return None if best is None else best.range


def _before_report(counted: DayFromLast, reported_on: DateRange | None) -> DateRange | None:
    """ "Said on Friday that a bomb had gone off the previous night": counted back from that Friday."""
    if reported_on is None or reported_on.precision > 1 or counted.days >= 0 or counted.from_report:
        return None
    if all(s.field == counted.span.field and s.start > counted.span.start for s in reported_on.spans):
        return None
    shift = timedelta(days=counted.days)
    return replace(
        reported_on, start=reported_on.start + shift, end=reported_on.end + shift, spans=(counted.span,)
    )


def _width(told: DateMention) -> int:
    return 0 if told.range is None or told.range.precision < 4 else (told.range.end - told.range.start).days


def _of_a_person(told: DateMention, stretch: Stretch) -> bool:
    """Whether a month or year belongs to a life and not to the act: "a monk who fled in 1959 was killed"."""
    if told.range is None or told.range.precision < 4:
        return False
    before = (stretch.sentence[0], told.span.start)
    at = max(stretch.low.rfind(" who ", *before), stretch.low.rfind(" whose ", *before))
    return at >= 0 and not any(at < start < told.span.start for start, _ in stretch.hits)


def _since(stretch: Stretch, published: date | None) -> DateRange | None:
    """ "Forty have been killed since Saturday": the days from then to the publication, if they are few."""
    for told in stretch.dates:
        if published is None or told.range is None or told.role != "since" or not stretch.holds(told):
            continue
        first, at = told.range.start, told.span.start
        told_of = any(end <= at for _, end in stretch.hits) and (published - first).days <= _LONGEST_SINCE
        if told_of and _SINCE.search(stretch.low[max(0, at - 30) : at]):
            return DateRange(first, published, precision_of(first, published), "relative", (told.span,))
    return None


def _from_last(stretch: Stretch) -> DayFromLast | None:
    for told in stretch.dates:
        if told.offset_days is None or not stretch.holds(told):
            continue
        counted = _FROM_ANOTHER.search(stretch.low[told.span.start : told.span.end])
        adverb = stretch.low.startswith(",", told.span.end)  # "Four days before, rebels struck"
        if counted is not None and not adverb and all(start >= told.span.end for start, _ in stretch.hits):
            # "It came a week after a bomber had struck": the bomber is what lies a week back.
            return DayFromLast(-told.offset_days, told.span, from_report=True)
        return DayFromLast(told.offset_days, told.span)
    return None
