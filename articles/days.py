"""Days written out with their year, wherever they stand in a text; what they mean is said elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"

_PATTERNS = (
    # "GMT +324 March 2017": a page that lost the blank between the zone's offset and the day.
    rf"(?:gmt|utc)\s?[+-](?P<glued>\d{{2,4}})\s+{_MONTH.format('m0')}\s+{_YEAR.format('y0')}",
    rf"(?<!\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH.format('m1')},?[\s-]+{_YEAR.format('y1')}",
    # "Feb 092015" is "Feb 09, 2015" without its comma and blank.
    rf"{_MONTH.format('m2')}\s+(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)|(?P<d3>\d\d)){_YEAR.format('y2')}",
    r"(?<!\d)(?P<y3>(?:19|20)\d\d)[-/](?P<n3>\d\d)[-/](?P<d4>\d\d)(?!\d)",
    rf"(?<![\d./-])(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep){_YEAR.format('y4')}",
)
_DAY = re.compile(rf"(?<!\w){_WEEKDAY}(?:{'|'.join(_PATTERNS)})", re.IGNORECASE)
_YEARLESS = re.compile(
    rf"{_MONTH.format('m0')}\s+(?P<d0>\d{{1,2}})|(?P<d1>\d{{1,2}})\s+{_MONTH.format('m1')}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day, and the characters `start` to `end` that tell it, the weekday before it included."""

    day: date
    start: int
    end: int


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDay]:
    """Every day of `text[start:end]` that is told with its year. Ambiguous or impossible ones are passed."""
    for match in _DAY.finditer(text, start, len(text) if end is None else end):
        day = _day_of(match)
        if day is not None:
            yield WrittenDay(day, match.start(), match.end())


def find_yearless(text: str, start: int, end: int, latest: date) -> WrittenDay | None:
    """The day and month that `text[start:end]` is ("Aug. 3", "3 August"), the last one not after `latest`."""
    match = _YEARLESS.fullmatch(text, start, end)
    if match is None:
        return None
    month, day = _month(match["m0"] or match["m1"]), int(match["d0"] or match["d1"])
    days = (_date(year, month, day) for year in (latest.year, latest.year - 1))
    found = next((d for d in days if d is not None and d <= latest), None)
    return None if found is None else WrittenDay(found, start, end)


def parse_day(value: str) -> date | None:
    """The day of a metadata value: ISO day or instant, else the one written day in it, clock time or not."""
    value = value.strip()
    if re.match(r"\d{4}-\d\d-\d\d(?!\d)", value):
        try:
            return datetime.fromisoformat(value).date()
        except ValueError:
            return None
    days = {found.day for found in find_days(value)} if len(value) <= 80 else set()
    return days.pop() if len(days) == 1 else None


def _day_of(match: re.Match[str]) -> date | None:
    g = match.groupdict()
    if g["glued"]:
        return _unglue(g["glued"], int(g["y0"]), _month(g["m0"]))
    if g["m1"]:
        return _date(int(g["y1"]), _month(g["m1"]), int(g["d1"]))
    if g["m2"]:
        return _date(int(g["y2"]), _month(g["m2"]), int(g["d2"] or g["d3"]))
    if g["y3"]:
        return _date(int(g["y3"]), int(g["n3"]), int(g["d4"]))
    return _numeric(int(g["a"]), int(g["b"]), g["sep"], int(g["y4"]))


def _numeric(a: int, b: int, separator: str, year: int) -> date | None:
    """Dots and hyphens put the day first; of slashes nobody can tell, unless one number is above 12."""
    if b > 12:
        return _date(year, a, b)
    if separator == "/" and a <= 12 and a != b:
        return None
    return _date(year, b, a)


def _unglue(digits: str, year: int, month: int) -> date | None:
    """Split "324" into an offset of 0-14 hours and a day; None where two splits are possible ("111")."""
    splits = [(int(digits[:i]), int(digits[i:])) for i in (1, 2) if len(digits) - i in (1, 2)]
    days = {_date(year, month, day) for offset, day in splits if offset <= 14}
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
