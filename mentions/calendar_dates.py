"""Dates that name a day, a month or a year: "3 January 2017", "01/16/2023", "mid-July", "in 2014"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from mentions.calendar_words import (
    MONTHS,
    Days,
    day_or_none,
    last_such_day,
    month_days,
    months_before,
    part_of,
    year_days,
)
from mentions.date_patterns import MONTH, PEOPLE
from mentions.date_reading import Match, Reader, Reading, View
from mentions.date_roles import is_appointed, lies_ahead, names_a_thing
from mentions.feasts import feast
from mentions.mention import DateBasis

_COUNTED = re.compile(
    r" +(?:people|persons|civilians|men|women|children|soldiers|fighters|militants|refugees)\b(?!-)"
)
_PEOPLE = re.compile(r" +" + PEOPLE)
_TOLL = re.compile(
    r" +(?:[a-z-]+ +)?(?:deaths?|casualties|killed|wounded|injured|injuries|arrests|victims)\b"
)
_BETWEEN = re.compile(r"\bbetween +(?:the +)?$")
_IN_MONTH = re.compile(r"\b(?:in|during|of|since)(?: +the)? +$")
_MONTH_LEFT = re.compile(
    rf"\b(?:in|of|since|during|until|till|through|throughout|between|from"
    rf"|{MONTH} *(?:-|to|and|until|through))(?: +the)? *$"
)
_PLAIN_MONTH_LEFT = re.compile(r"\b(?:by|to|after|before|the|an?|around|for|and)(?: +the)? +$|'s +$")
_YEAR_LEFT = re.compile(
    r"\b(?:in|since|during|of|until|till|by|before|after|from|between|through|throughout|as early as|back to)"
    r"(?: +the +year)? +$|\b(?:between|from) +(?:19|20)\d\d *(?:to|and|-|until|through) +$"
)
# Days: a date that lies farther back is nearer to the next year's.
_HALF_A_YEAR = 182
_VERB_AFTER_MAY = re.compile(r" +(?:have|be|not|also|yet|soon|face|never|well|only|still|'s)\b|'s\b")


def _ymd(m: Match, view: View) -> Reading | None:
    day = day_or_none(int(m["y"]), int(m["m"]), int(m["d"]))
    return None if day is None else Reading(m.end(), (day, day), "stated")


def _numeric(m: Match, view: View) -> Reading | None:
    if m["s1"] != m["s2"] or (len(m["y"]) == 2 and m["s1"] != "/"):
        return None
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    if b == 0 and 1 <= a <= 12:  # "01/00/2013": incident lists write 00 for a day that is not known
        return Reading(m.end(), month_days(year, a), "stated")
    day_first, month_first = day_or_none(year, b, a), day_or_none(year, a, b)
    if day_first is None and month_first is None:
        return None
    day = _choose(day_first, month_first, m, view)
    return Reading(m.end(), None if day is None else (day, day), "stated")


def _choose(day_first: date | None, month_first: date | None, m: Match, view: View) -> date | None:
    """One of the two readings of 03/01/2017; None where nothing decides."""
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if view.day_first is not None:
        return day_first if view.day_first else month_first
    if m["s1"] == ".":  # dots are written where the day comes first
        return day_first
    if m.start() == 0 and view.flat[m.end() : m.end() + 1] == ":":  # "06/07/2020:", as incident lists begin
        return month_first
    if view.reference is None:
        return None
    fits = [d for d in (day_first, month_first) if d <= view.reference]
    near = [d for d in fits if (view.reference - d).days <= 14]
    if len(near) == 1 or len(fits) == 1:
        return near[0] if len(near) == 1 else fits[0]
    return None


def _day_month(m: Match, view: View) -> Reading | None:
    if not _is_month(m, view):
        return None
    return _calendar_day(m, view, int(re.sub(r"\D", "", m["d"])), m.end())


def _month_day(m: Match, view: View) -> Reading | None:
    if not _is_month(m, view):
        return None
    left = view.left_of(m.start())
    if m["y"] is None and _IN_MONTH.search(left) and _PEOPLE.match(view.low, m.end("d")):
        return _whole_month(m, view, m.end("m"))  # "in March 15 civilians were killed"
    return _calendar_day(m, view, int(re.sub(r"\D", "", m["d"])), m.end())


def _calendar_day(m: Match, view: View, day: int, end: int) -> Reading | None:
    """A day, or two of one month, with or without a year; the span may lose its tail to a toll."""
    month, year, second = MONTHS[m["m"][:3]], m["y"], m["d2"]
    if year is None and m.re.groupindex.get("yy") and m["yy"]:  # "09-Aug-16"
        year = f"20{m['yy']}"
    if year is not None and _COUNTED.match(view.flat, end):  # "on January 3 2000 people fled"
        end, year = max(m.end("d"), m.end("m"), m.end("d2")), None
    if second is not None and m.re.groupindex.get("join") and "and" in m["join"] and year is None:
        left = view.left_of(m.start())
        if not _BETWEEN.search(left):  # "on January 3 and 17 people"
            second, end = None, m.end("d")
    if year is None and names_a_thing(view.low, end):
        return None
    end += view.flat[end : end + 1] in ("]", ")") and ("[" in m[0] or "(" in m[0])
    last = int(re.sub(r"\D", "", second)) if second else day
    days = _days_of(month, day, last, int(year) if year else None, view)
    basis: DateBasis = "stated" if year else "relative"
    if days is None:
        return Reading(end, None) if year is None and view.reference is None else None
    ahead = lies_ahead(view.low, m.start()) or _is_rather_ahead(view, days[0], end)
    if year is None and ahead:
        return Reading(end, None, role="scheduled")
    return Reading(end, days, basis)


def _is_rather_ahead(view: View, day: date, end: int) -> bool:
    """ "For his re-election in a June 3 poll", told in May: that of this year, and not of the last."""
    back = None if view.reference is None else view.reference - day
    return back is not None and back.days > _HALF_A_YEAR and is_appointed(view.low, end)


def _days_of(month: int, first: int, last: int, year: int | None, view: View) -> Days | None:
    if year is not None:
        start, end = day_or_none(year, month, first), day_or_none(year, month, last)
    elif view.reference is not None:
        start = last_such_day(month, first, view.reference)
        end = None if start is None else day_or_none(start.year, month, last)
    else:
        return None
    return None if start is None or end is None or start > end else (start, end)


def _day_of(m: Match, view: View) -> Reading | None:
    if view.reference is None:
        return Reading(m.end(), None)
    month = months_before(view.reference, 1 if m["which"] == "last" else 0)[0]
    day = day_or_none(month.year, month.month, int(m["d"]))
    return None if day is None else Reading(m.end(), (day, day))


def _week_of(m: Match, view: View) -> Reading | None:
    """ "The first week of August", "the last days of July 2015"; a week-end in a month stays the month."""
    if not _is_month(m, view) or (m["y"] is None and view.reference is None):
        return None
    month = MONTHS[m["m"][:3]]
    first, last = month_days(int(m["y"]) if m["y"] else _year_of(month, None, None, view), month)
    size = 7 if m["unit"] == "week" else {"two": 2, "three": 3}.get(m["n"] or "few", 5)
    if m["unit"] == "day" and view.low[m.end("unit")] == " ":
        size = 1
    if m["unit"] == "weekend" or (m["unit"] == "week" and m["n"]):
        pass
    elif m["nth"] in ("last", "final"):
        first = last - timedelta(days=size - 1)
    else:
        first += timedelta(days=size * ("first", "second", "third", "fourth").index(m["nth"]))
        last = min(last, first + timedelta(days=size - 1))
    return Reading(m.end(), (first, last), "stated" if m["y"] else "relative")


def _is_month(m: Match, view: View) -> bool:
    """Whether a month word beside a number is a month: "20 may have died" and "3 march" are none."""
    word, at = m["m"], m.start("m")
    if word[:3] == "may":
        return view.flat[at].isupper() and not _VERB_AFTER_MAY.match(view.low, m.end("m"))
    return word != "march" or view.flat[at].isupper()


def _month(m: Match, view: View) -> Reading | None:
    at = m.start("m")
    if not view.flat[at].isupper() or (view.flat[at - 1 : at] == "-" and not m["part"]):
        return None
    left = view.left_of(m.start())
    told = m["y"] or m["yrel"] or m["part"] or m["which"] or _MONTH_LEFT.search(left)
    unclear = m["m"] in ("may", "march", "mar", "mar.") or len(m["m"]) < 4
    if not told and (unclear or not _PLAIN_MONTH_LEFT.search(left)):
        return None
    if not (m["y"] or m["yrel"]) and unclear and (m["poss"] or _VERB_AFTER_MAY.match(view.low, m.end("m"))):
        return None
    if m["y"] and not m["part"] and _TOLL.match(view.low, m.end()):
        return _whole_month(m, view, m.end("m"))
    return _whole_month(m, view, m.end())


def _whole_month(m: Match, view: View, end: int) -> Reading | None:
    """A month, or its early, middle or late part; without a year the last one that has begun."""
    month, parts = MONTHS[m["m"][:3]], m.re.groupindex
    year = m["y"] if "yrel" in parts and end >= m.end("y") else None
    which = m["which"] if "which" in parts else None
    relative = m["yrel"] if "yrel" in parts else None
    if which in ("next", "coming") or relative == "next":
        return Reading(end, None, role="scheduled")
    if relative == "that":
        return Reading(end, None, role="anaphoric")
    if year is None and view.reference is None:
        return Reading(end, None)
    days = month_days(int(year) if year else _year_of(month, which, relative, view), month)
    if "part" in parts and m["part"]:
        days = part_of(days, m["part"].split()[0])
    if year is None and which is None and lies_ahead(view.low, m.start()):
        return Reading(end, None, role="scheduled")
    return Reading(end, days, "stated" if year else "relative")


def _year_of(month: int, which: str | None, relative: str | None, view: View) -> int:
    """The year of a month that is told without one."""
    assert view.reference is not None
    this = view.reference.year
    if relative in ("last", "this"):
        return this - (relative == "last")
    if month > view.reference.month or (which in ("last", "past") and month == view.reference.month):
        return this - 1
    return this


def _year(m: Match, view: View) -> Reading | None:
    left = view.left_of(m.start())
    if not m["part"] and not _YEAR_LEFT.search(left):
        return None
    if _TOLL.match(view.low, m.end()) or (not left.endswith("in ") and _PEOPLE.match(view.low, m.end())):
        return None
    first, end = int(m["y"]), m.end()
    days = year_days(first)
    if m["part"]:
        days, end = part_of(days, m["part"].split()[0]), m.end("y")
    elif m["y2"]:
        last = int(m["y2"]) if len(m["y2"]) == 4 else first // 100 * 100 + int(m["y2"])
        if not first < last <= first + 30:
            return None
        days = (days[0], date(last, 12, 31))
    return Reading(end, days, "stated")


CALENDAR_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "ymd": _ymd, "numeric": _numeric, "day_month": _day_month, "month_day": _month_day, "day_of": _day_of,
        "month": _month, "year": _year, "week_of": _week_of, "feast": feast,
    }
)  # fmt: skip
"""By the kind's name in `date_patterns.GRAMMAR`."""
