"""Every date that a text tells, as the days that it can mean and the part it plays.

A weekday, "yesterday" or a day without a year counts back from the publication day; without one they stay
unresolved. No range ends after the publication day: what lies ahead is `scheduled` and has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from articles import FieldName, Span
from mentions.calendar_dates import CALENDAR_READERS
from mentions.calendar_words import Days, precision_of
from mentions.date_patterns import ANCHOR, KINDS
from mentions.date_reading import Reading, View
from mentions.date_roles import DateRole, begins_a_state, is_said_next, may_end_later, opens_text, role_of
from mentions.flatten import flatten, lower
from mentions.mention import DateBasis, DateRange
from mentions.relative_dates import RELATIVE_READERS

__all__ = ["DateMention", "DateRole", "day_counted", "find_dates"]

_KINDS = tuple(KINDS)
Hit = tuple[re.Match[str], Reading]
_READERS = {**CALENDAR_READERS, **RELATIVE_READERS}
_FROM_TO = re.compile(r" *(?:-|to|into|through|until|till) *(?:on +)?")
_AND = re.compile(r" +and +(?:on +)?")
_LONGEST_JOIN = timedelta(days=31)
# "On Monday and Tuesday, ...": what follows is of neither day alone.
_BOTH = re.compile(r" *(?:[.,;)]|$)")
# "April 7th Street", "the October 6 Bridge": the name of a thing.
_NAMES = re.compile(
    r" (?:Street|Square|Avenue|Boulevard|Bridge|Tunnel|Hospital|University|Stadium|Mosque|Martyrs"
    r"|Brigade|Battalion|Movement|Coalition|Revolution|Airport|Dam)\b"
)
_BETWEEN = re.compile(r"\bbetween +(?:early |late |the )?$")


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression of a text."""

    span: Span
    """Its words, without the preposition before them."""
    range: DateRange | None
    """The days it can mean; None where they depend on something that is not told here, or lie ahead."""
    role: DateRole
    """`plain` can be an act's day; `saying` is the day of a statement ("told reporters on Monday");
    `anaphoric` counts from a day told before; `since` bounds a state; `duration` is a length of time;
    `dateline` is the day of the report; `scheduled` lies ahead."""
    offset_days: int | None = None
    """For `anaphoric`: days to add to the day told before (0 the same day, -2 "two days earlier")."""

    @property
    def strength(self) -> float:
        """How well it can date an act: a plain day 5, some days 4, a week 3, a month 2, a year 1.

        Half of it for the day of a statement, 0 for every other role.
        """
        if self.range is None or self.role not in ("plain", "saying"):
            return 0.0
        return (6 - self.range.precision) * (1.0 if self.role == "plain" else 0.5)


def day_counted(offset_days: int, span: Span, day: DateRange, published: date | None) -> DateRange | None:
    """The range of an anaphoric date ("two days earlier"), once the day told before it is known.

    A count of weeks is rough: a sixth of it either way. None where the day would lie after publication.
    """
    shift = timedelta(days=offset_days)
    slack = timedelta(days=0 if abs(offset_days) < 7 else min(abs(offset_days) // 6, 180))
    return _range((day.start + shift - slack, day.end + shift + slack), day.basis, published, (span,))


def find_dates(
    text: str, field: FieldName, published: date | None, day_first: bool | None = None
) -> tuple[DateMention, ...]:
    """The dates of a whole title or text, in reading order, none inside another.

    `day_first` decides what 03/01/2017 means where neither number is over 12; None leaves it to the
    publication day, and to None where that cannot tell either.
    """
    flat = flatten(text)
    view = View(flat, lower(flat), published, day_first)
    found: list[Hit] = []
    at = 0
    while (anchor := ANCHOR.search(view.low, at)) is not None:
        hit = _read(anchor, view)
        if hit is None:
            at = anchor.start() + 1
            continue
        if _NAMES.match(flat, hit[1].end) is None:
            found.append(hit)
        at = max(hit[1].end, anchor.start() + 1)
    return _mentions(found, view, field, published)


def _read(anchor: re.Match[str], view: View) -> Hit | None:
    """The first kind that fits at an anchor and is a date after all."""
    for kind in _KINDS[_KINDS.index(anchor.lastgroup or _KINDS[0]) :]:
        match = KINDS[kind].match(view.low, anchor.start())
        reading = None if match is None else _READERS[kind](match, view)
        if match is not None and reading is not None:
            return match, reading
    return None


def _mentions(
    found: list[Hit], view: View, field: FieldName, published: date | None
) -> tuple[DateMention, ...]:
    out: list[DateMention] = []
    taken = False  # by the range that began with the hit before
    for hit, following in zip_longest(found, found[1:]):
        if taken:
            taken = False
            continue
        joined = None if following is None else _joined(hit, following, view)
        taken = joined is not None
        out.append(_mention(hit[0].start(), joined or hit[1], view, field, published))
    return tuple(out)


def _joined(first: Hit, second: Hit, view: View) -> Reading | None:
    """ "From Monday to Wednesday", "between January 30 and February 2": one range of two dates."""
    (match, a), (later, b) = first, second
    if a.role is not None or b.role is not None or b.days is None:
        return None
    both = _AND.fullmatch(view.low, a.end, later.start()) is not None
    between = both and _BETWEEN.search(view.left_of(match.start()))
    if both and a.days is not None and a.days[1] + timedelta(days=1) == b.days[0]:
        between = between or _BOTH.match(view.low, b.end)
    if not between and not _FROM_TO.fullmatch(view.low, a.end, later.start()):
        return None
    # The first end is the last such day not after the second: its year, its week.
    again = _read_as_of(match, view, b.days[1])
    start, end = again.days[0] if again is not None and again.days else b.days[1], b.days[1]
    if a.days is not None and a.days[0] > end and b.basis == "relative" and "m" in match.re.groupindex:
        ahead = _read_as_of(later, view, a.days[0] + _LONGEST_JOIN)  # its end lies after the publication
        if ahead is not None and ahead.days is not None and ahead.days[0] >= a.days[0]:
            start, end = a.days[0], ahead.days[1]
    return Reading(b.end, (start, end), b.basis) if start < end else None


def _read_as_of(match: re.Match[str], view: View, day: date) -> Reading | None:
    """The same words as if the text had come out on that day."""
    return _READERS[_kind_of(match)](match, View(view.flat, view.low, day, view.day_first))


def _kind_of(match: re.Match[str]) -> str:
    return next(kind for kind, pattern in KINDS.items() if pattern is match.re)


def _mention(
    start: int, reading: Reading, view: View, field: FieldName, published: date | None
) -> DateMention:
    span = Span(field, start, reading.end)
    role, days = reading.role, reading.days
    if role is None:
        role = _role(start, reading, view, field)
        if days is not None and published is not None and days[0] > published and role != "dateline":
            role = "scheduled"
        if role == "since" and reading.basis == "relative" and may_end_later(view.low, start):
            days = None
    found = None if days is None else _range(days, reading.basis, published, (span,))
    return DateMention(span, found, role, reading.offset_days)


def _role(start: int, reading: Reading, view: View, field: FieldName) -> DateRole:
    """The role that the words around a date give it."""
    role, days = role_of(view.low, start, reading.end), reading.days
    if days is None or role in ("since", "dateline"):
        return role
    if begins_a_state(view.low, start, days):
        return "since"
    if days[0] == days[1] and role == "plain":
        if reading.basis == "stated" and field == "text" and opens_text(view.flat, start, reading.end):
            return "dateline"
        if is_said_next(view.low, reading.end):
            return "saying"
    return role


def _range(days: Days, basis: DateBasis, published: date | None, spans: tuple[Span, ...]) -> DateRange | None:
    """A range that ends on the publication day at the latest; None where it begins after it."""
    first, last = days
    if published is not None:
        if first > published:
            return None
        last = min(last, published)
    return DateRange(first, last, precision_of(first, last), basis, spans)
