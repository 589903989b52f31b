"""Feasts and seasons: "on the first day of Ramadan", "on Christmas Day", "last summer", "Ramadan 2014"."""

from __future__ import annotations

import re
from datetime import date

from mentions.calendar_words import year_days
from mentions.date_reading import Match, Reading, View

_SEASONS = frozenset(("spring", "summer", "autumn", "winter"))
# Between which days a feast of the sun's calendar can fall, western and eastern: month and day.
_FEAST_SEASONS = {
    "christmas": ((12, 18), (1, 14)), "new": ((12, 26), (1, 10)), "easter": ((3, 20), (5, 14)),
    "good": ((3, 18), (5, 10)), "palm": ((3, 12), (5, 6)), "thanksgiving": ((10, 8), (12, 2)),
}  # fmt: skip
_FEAST_LEFT = re.compile(r"\b(?:on|in|during|at|over|throughout)(?: +the)?(?: +(?:holy|muslim))? +$")


def feast(m: Match, view: View) -> Reading | None:
    """A feast or a season: its year where one is told, else open. Only behind what makes it a time.

    A feast that may be the one of these days tells no more than the publication day does, and is no date.
    """
    year = _year_beside(m, view)
    season = m["feast"] in _SEASONS
    named = m.start() != m.start("feast") or _FEAST_LEFT.search(view.left_of(m.start())) is not None
    if not view.flat[m.start("feast")].isupper() and not season:
        return None
    if not named or (season and year is None and m["which"] is None):
        return None
    if year is None and m["which"] != "last" and _may_be_now(m["feast"], view.reference):
        return None
    days = None if year is None else year_days(year)
    return Reading(m.end(), days, "stated" if m["y"] else "relative")


def _may_be_now(feast: str, today: date | None) -> bool:
    """Whether a report of that day can speak of this very feast; of the moon's one cannot tell."""
    season = next((days for word, days in _FEAST_SEASONS.items() if feast.startswith(word)), None)
    if today is None or season is None:
        return True
    first, last, now = *season, (today.month, today.day)
    return first <= now <= last if first <= last else now >= first or now <= last


def _year_beside(m: Match, view: View) -> int | None:
    if m["y"]:
        return int(m["y"])
    told = m["yrel"] or (m["which"] if "year's" in m[0] else None)
    return None if told is None or view.reference is None else view.reference.year - (told == "last")
