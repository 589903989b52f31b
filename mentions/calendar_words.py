"""The words of English dates as numbers, and the day arithmetic that dates need. No text is read here."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Days = tuple[date, date]
"""First and last day, both inclusive."""

MONTHS: dict[str, int] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""By the first three letters, lower case."""

WEEKDAYS: dict[str, int] = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
"""By the first three letters, lower case; Monday is 0 as in datetime."""

# Exact where the word is; a vague word is the span that news writers use it for.
NUMBERS: dict[str, tuple[int, int]] = {
    "a": (1, 1), "an": (1, 1), "one": (1, 1), "two": (2, 2), "three": (3, 3), "four": (4, 4), "five": (5, 5),
    "six": (6, 6), "seven": (7, 7), "eight": (8, 8), "nine": (9, 9), "ten": (10, 10), "eleven": (11, 11),
    "twelve": (12, 12), "thirteen": (13, 13), "fourteen": (14, 14), "fifteen": (15, 15), "sixteen": (16, 16),
    "seventeen": (17, 17), "eighteen": (18, 18), "nineteen": (19, 19), "twenty": (20, 20), "thirty": (30, 30),
    "forty": (40, 40), "fifty": (50, 50), "sixty": (60, 60), "forty-eight": (48, 48), "twenty-four": (24, 24),
    "seventy-two": (72, 72), "couple": (2, 3), "few": (2, 5), "some": (2, 7), "several": (3, 7),
    "many": (3, 30),
}  # fmt: skip

UNIT_DAYS: dict[str, int] = {"minute": 0, "hour": 0, "day": 1, "night": 1, "morning": 1, "afternoon": 1,
                             "evening": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}  # fmt: skip
"""About how many days one of them is; the parts of a day count as the day itself."""

# Which share of a month or a year a word narrows it to: sixths, from and to.
PARTS: dict[str, tuple[int, int]] = {
    "early": (0, 2), "start": (0, 2), "beginning": (0, 2), "first": (0, 3),
    "mid": (2, 4), "middle": (2, 4), "second": (3, 6), "late": (4, 6), "end": (4, 6),
}  # fmt: skip


def count_of(words: str) -> tuple[int, int]:
    """The least and the most that "24", "two", "a few" or "couple of" can mean, lower case."""
    if words[:1].isdigit():
        return int(words), int(words)
    known = [w for w in words.split() if w in NUMBERS]
    return NUMBERS[known[-1]]


def precision_of(first: date, last: date) -> int:
    """UCDP's date_prec of an interval: 1 a day, 2 up to six, 3 a week, 4 up to a month, 5 longer."""
    width = (last - first).days + 1
    limits = (1, 6, 8, 31)
    return next((i for i, limit in enumerate(limits, start=1) if width <= limit), 5)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def last_such_day(month: int, day: int, reference: date) -> date | None:
    """The last day of this name not after the reference (29 February: up to eight years back)."""
    for year in range(reference.year, reference.year - 9, -1):
        found = day_or_none(year, month, day)
        if found is not None and found <= reference:
            return found
    return None


def month_days(year: int, month: int) -> Days:
    """The whole month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_days(year: int) -> Days:
    """The whole year."""
    return date(year, 1, 1), date(year, 12, 31)


def months_before(reference: date, months: int) -> Days:
    """The whole calendar month that lies so many months before the reference's own."""
    index = reference.year * 12 + reference.month - 1 - months
    return month_days(index // 12, index % 12 + 1)


def part_of(days: Days, word: str) -> Days:
    """The early, middle or late part: of a month in days ("early March": 1 to 10), of a year in months."""
    low, high = PARTS[word]
    first, last = days
    if (last - first).days > 31:
        return date(first.year, low * 2 + 1, 1), month_days(first.year, high * 2)[1]
    total = last.day
    return first + timedelta(days=round(total * low / 6)), first + timedelta(days=round(total * high / 6) - 1)


def last_weekday(weekday: int, reference: date) -> date:
    """The last such weekday not after the reference; the reference itself where it is one."""
    return reference - timedelta(days=(reference.weekday() - weekday) % 7)
