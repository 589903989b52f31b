"""Dates that count from the publication or from another day: "on Monday", "two days ago", "the next day"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from mentions.calendar_words import (
    UNIT_DAYS,
    WEEKDAYS,
    Days,
    count_of,
    last_weekday,
    months_before,
    part_of,
    year_days,
)
from mentions.date_patterns import WAR
from mentions.date_reading import Match, Reader, Reading, View
from mentions.date_roles import DateRole, lies_ahead

_DAY = timedelta(days=1)
_NAMED_DAY = re.compile(
    r" +(?:times|telegraph|mirror|express|herald|independent|school|mosque|sermon mosque|league)\b"
)
_NAMED_BEFORE = re.compile(r"\b(?:black|good|bloody|ash|palm|easter|every|each|daily) +$")
_LASTING = re.compile(
    r"\b(?:for|within|in|over|across|lasted|lasting|after)(?: +(?:(?:more|less) than|at least|up to|about"
    r"|around|almost|nearly|over|another|the))? +$"
)
_OF_WAR = re.compile(rf" +(?:of|into) +(?:[a-z-]+ +){{0,2}}{WAR}\b")
_BEFORE_THAT = re.compile(r" +before(?= *(?:[.,;]|$))")
_HABIT = re.compile(r"\b(?:on|every|most|all|usually) +$")


def _weekday(m: Match, view: View) -> Reading | None:
    left = view.left_of(m.start())
    bare = m["poss"] == "s"
    if len(m["wd"]) < 6 and not view.flat[m.start("wd")].isupper():  # "on Sat." is a day, "on sat" none
        return None
    if _NAMED_DAY.match(view.low, m.end()) or _NAMED_BEFORE.search(left) or (bare and _HABIT.search(left)):
        return None
    if m["which"] in ("next", "coming") or (m["which"] != "last" and lies_ahead(view.low, m.start())):
        return Reading(m.end(), None, role="scheduled")
    if m["which"] in ("following", "previous") or _BEFORE_THAT.match(view.low, m.end()):
        return Reading(m.end(), None, role="anaphoric")
    if view.reference is None:
        return Reading(m.end(), None)
    weekday = WEEKDAYS[m["wd"][:3]]
    day = last_weekday(weekday, view.reference)
    if m["week"]:
        monday = last_weekday(0, view.reference) - (7 * _DAY if m["week"] == "last" else 0 * _DAY)
        day = monday + weekday * _DAY
    elif m["which"] is not None and m["which"] != "this" and day == view.reference:
        day -= 7 * _DAY
    if m["over"]:
        first = day - _DAY if m["into"] or "into" in m["over"] else day
        return Reading(m.end(), (first, first + _DAY))
    return Reading(m.end(), (day, day))


def _before_last(m: Match, view: View) -> Reading | None:
    """ "The week before last", "the Sunday before last": one further back than the last."""
    if view.reference is None:
        return Reading(m.end(), None)
    unit = m["unit"]
    if unit is None:
        day = last_weekday(WEEKDAYS[m["wd"][:3]], view.reference - _DAY) - 7 * _DAY
        return Reading(m.end(), (day, day))
    if unit == "night":
        return Reading(m.end(), (view.reference - 2 * _DAY, view.reference - _DAY))
    first = _period_days(unit, "last", view.reference)[0]
    return Reading(m.end(), _period_days(unit, "last", first))


def _today(m: Match, view: View) -> Reading | None:
    word = " ".join(m["word"].split())
    if word == "today" and _is_outlet(view.flat, m.start("word")):
        return None
    if word == "tomorrow" or word.endswith("after tomorrow"):
        return Reading(m.end(), None, role="scheduled")
    if view.reference is None:
        return Reading(m.end(), None)
    if word in ("overnight", "last night", "last evening"):
        # The night belongs to two days, and nothing says which side of midnight: both.
        return Reading(m.end(), (view.reference - _DAY, view.reference))
    back = {"yesterday": 1}.get(word, 2 if word.endswith("before yesterday") else 0)
    day = view.reference - back * _DAY
    return Reading(m.end(), (day, day))


def _is_outlet(flat: str, at: int) -> bool:
    """ "Russia Today", "USA TODAY": a capital after a capitalised word."""
    before = flat[max(0, at - 25) : at].split()
    return (
        flat[at].isupper()
        and at > 0
        and bool(before)
        and before[-1][0].isupper()
        and before[-1][-1].isalpha()
    )


def _duration(m: Match, view: View) -> Reading | None:
    """A length of time: "five-year", "for five years", "five years of war"; else only a number and a unit."""
    if "-" not in m[0]:
        left, right = view.left_of(m.start()), view.low[m.end() : m.end() + 30]
        if not _LASTING.search(left) and not _OF_WAR.match(right):
            return None
    return Reading(m.end(), None, role="duration")


def _ago(m: Match, view: View) -> Reading | None:
    unit = m["unit"]
    if m["n"] is None and unit in ("year", "month"):
        return None
    if view.reference is None:
        return Reading(m.end(), None)
    low, high = count_of(m["n"]) if m["n"] else (2, 6)
    return Reading(m.end(), _back(view.reference, unit, low, high))


def _back(reference: date, unit: str, low: int, high: int) -> Days | None:
    """The days that lie `low` to `high` units back; months and years are whole ones, a week has slack."""
    if unit == "year":
        return (
            (date(reference.year - high, 1, 1), date(reference.year - low, 12, 31)) if high < 1900 else None
        )
    if unit == "month":
        return months_before(reference, high)[0], months_before(reference, low)[1]
    if unit == "hour":
        return reference - timedelta(days=(high + 23) // 24), reference - timedelta(days=low // 24)
    size = UNIT_DAYS[unit]
    slack = 0 if unit == "day" else 1 if high * size <= UNIT_DAYS["week"] else 3
    return reference - timedelta(days=high * size + slack), reference - timedelta(days=low * size - slack)


def _shift(m: Match, view: View) -> Reading | None:
    unit, number = m["unit"], m["n"]
    if number is None and not unit.endswith("s") and not view.low[: m.start()].endswith("the "):
        return None
    if number is None and m["dir"] in ("prior", "previously", "after") and not unit.endswith("s"):
        sign = -1 if m["dir"] != "after" else 1
        return Reading(m.end(), None, role="anaphoric", offset_days=sign * UNIT_DAYS[unit])
    low, _ = count_of(number) if number else ((1, 1) if not unit.endswith("s") else (0, 0))
    if unit.startswith("hour"):
        low //= 24
    sign = 1 if m["dir"].startswith(("after", "later")) else -1
    exact = number is not None or not unit.endswith("s") or unit.startswith(("hour", "minute"))
    size = 1 if unit.startswith("hour") else UNIT_DAYS[unit.removesuffix("s")]
    return Reading(m.end(), None, role="anaphoric", offset_days=sign * low * size if exact else None)


def _same_day(m: Match, view: View) -> Reading | None:
    which, unit = m["which"], m["unit"]
    if which == "next" and unit in ("week", "month", "year") and not view.low[: m.start()].endswith("the "):
        return Reading(m.end(), None, role="scheduled")
    if which.endswith(" the") and not m[0].startswith(("earlier", "later")):
        return None
    if which == "previous" and unit == "year":
        return Reading(m.end(), None, role="anaphoric", offset_days=-365)
    sign = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(which, 0)
    return Reading(m.end(), None, role="anaphoric", offset_days=sign * UNIT_DAYS[unit])


def _window(m: Match, view: View) -> Reading | None:
    which, unit, number = m["which"], m["unit"], m["n"]
    if which in ("coming", "next"):
        return Reading(m.end(), None, role="scheduled")
    if number is None and which != "recent":
        return None
    running = view.left_of(m.start()).endswith(("for the ", "since the ", "for "))
    role: DateRole | None = "duration" if unit in ("month", "year") or running else None
    if view.reference is None:
        return Reading(m.end(), None, role=role)
    high = count_of(number)[1] if number else 5
    days = _back(view.reference, unit, 0, high)
    return None if days is None else Reading(m.end(), (days[0], view.reference), role=role)


def _period(m: Match, view: View) -> Reading | None:
    which, unit, part = m["which"], m["unit"], m["part"]
    if which == "the" and unit != "weekend":
        return None
    if (
        which in ("next", "coming")
        or part == "later"
        or (which == "this" and lies_ahead(view.low, m.start()))
    ):
        return Reading(m.end(), None, role="scheduled")
    if view.reference is None:
        return Reading(m.end(), None)
    rolling = which in ("past", "previous") or (
        which == "last" and view.left_of(m.start()).endswith(("over the ", "in the ", "within the "))
    )
    days = _period_days(unit, "rolling" if rolling and unit != "weekend" else which, view.reference)
    if part in ("early", "late"):
        days = part_of(days, part) if which == "last" and unit in ("month", "year") else days
    return Reading(m.end(), days, role="duration" if rolling and unit == "year" else None)


def _period_days(unit: str, which: str, reference: date) -> Days:
    """A week from Monday, a month, a year: the last whole one, the running one, or so many days back."""
    if which == "rolling" or unit == "fortnight":
        return reference - timedelta(days=UNIT_DAYS[unit]), reference
    last = which == "last"
    if unit == "year":
        return year_days(reference.year - last)
    if unit == "month":
        return months_before(reference, int(last))
    if unit == "weekend":
        saturday = last_weekday(5, reference - _DAY if last else reference)
        return saturday, min(saturday + _DAY, reference)
    monday = last_weekday(0, reference)
    if last:
        return monday - 7 * _DAY, monday - _DAY
    # On a Monday "this week" still looks back on the week-end's news.
    return min(monday, reference - _DAY), reference


RELATIVE_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "before_last": _before_last, "weekday": _weekday, "today": _today, "duration": _duration, "ago": _ago,
        "shift": _shift, "same_day": _same_day, "window": _window, "period": _period,
    }
)  # fmt: skip
"""By the kind's name in `date_patterns.GRAMMAR`."""
