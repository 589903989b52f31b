"""A report in words that a reader cannot take for more than the article says."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

Report = Mapping[str, Any]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

_KIND_WORDS = re.compile(
    r"\b(province|governorate|oblast|krai|state|region|district|county|division|department|prefecture|"
    r"republic|territory|sub-?district|raion|muhafazah?|area|countryside)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_HARMS = (re.compile(r"kill|dead|death|die[ds]?\b"), re.compile(r"wound|injur|hurt"))
_BASIS_NOTES = {
    "relative": "counted from the day of publication",
    "publication": "the day of publication: no date is told",
}
_VICTIMS = {"civilians": "civilians", "combatants": "combatants", "mixed": "civilians and combatants"}
# A site or quarter that no list knows is shown at its town: the point is not said to be the very one.
_POINT_NOUNS = {"facility": "a site", "neighbourhood": "a neighbourhood", "town": "this place"}


def date_in_words(report: Report) -> str:
    """ "3 January 2017", "some day in September 2016", "some day from 2 to 8 January 2017", "not known"."""
    if report["date_start"] is None or report["date_end"] is None:
        return "not known"
    start, end = date.fromisoformat(report["date_start"]), date.fromisoformat(report["date_end"])
    words = _days_in_words(start, end)
    note = _BASIS_NOTES.get(report["date_basis"] or "")
    return words if note is None else f"{words} ({note})"


def _days_in_words(start: date, end: date) -> str:
    if start == end:
        return day_in_words(start)
    if start == date(start.year, 1, 1) and end == date(start.year, 12, 31):
        return f"some day in {start.year}"
    same_month = (start.year, start.month) == (end.year, end.month)
    if same_month and start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return f"some day in {_MONTHS[start.month - 1]} {start.year}"
    if same_month:
        return f"some day from {start.day} to {day_in_words(end)}"
    if start.year == end.year:
        return f"some day from {start.day} {_MONTHS[start.month - 1]} to {day_in_words(end)}"
    return f"some day from {day_in_words(start)} to {day_in_words(end)}"


def day_in_words(day: date) -> str:
    """ "3 January 2017", in English whatever the machine's language is."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def count_in_words(low: int | None, high: int | None) -> str:
    """ "at least 20", "up to 22", "17 to 22", "20"; "not told" for two nulls, "none" for 0 and 0."""
    if low is None and high is None:
        return "not told"
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}" if low else "no number told"
    if low == high:
        return "none" if low == 0 else str(low)
    return f"{low} to {high}"


def toll_in_words(report: Report) -> str:
    """ "Killed: at least 20 (of these children: at least 3). Injured: not told. Those hit: civilians." """
    parts = []
    civilians = count_in_words(report["civilians_killed_low"], report["civilians_killed_high"])
    if civilians != "not told":
        parts.append(f"civilians: {civilians}")
    for key, noun in (("women_killed_low", "women"), ("children_killed_low", "children")):
        if report[key] is not None:
            parts.append(f"{noun}: at least {report[key]}" if report[key] else f"{noun}: none")
    among = f" (of these {', '.join(parts)})" if parts else ""
    killed = _sentence("killed", report["killed_low"], report["killed_high"], among)
    injured = _sentence("injured", report["injured_low"], report["injured_high"])
    victims = "" if report["victims"] == "unknown" else f" Those hit: {_VICTIMS[report['victims']]}."
    return f"{killed} {injured}{victims}"


def toll_beside_quote(report: Report) -> str | None:
    """The words for the toll that the quote does not hold: "“at least 10 were killed”; “19 wounded”".

    The same figures of the same harm in the quote ("killed 140 people" for a title's "kills 140") hold them.
    """
    told, quote = (report["toll_text"] or "").split("; "), report["quote"].lower()
    beside = [f"“{words}”" for words in told if not _holds(quote, words.lower())]
    return "; ".join(beside) or None


def _holds(quote: str, words: str) -> bool:
    if words in quote:
        return True
    figures = _FIGURE.findall(words)
    same_harm = any(harm.search(words) and harm.search(quote) for harm in _HARMS)
    return bool(figures) and same_harm and set(figures) <= set(_FIGURE.findall(quote))


def _sentence(harm: str, low: int | None, high: int | None, more: str = "") -> str:
    if low == high == 0:
        return f"None reported {harm}{more}."
    return f"{harm.capitalize()}: {count_in_words(low, high)}{more}."


def place_in_words(report: Report) -> str:
    """Where, with how far off it may be: "in Sarmada, Idlib, Syria (within 1 km of the point)"."""
    if report["lat"] is None:
        told = report["place_text"]
        return "place not known" if told is None else f"not on the map; the article says “{told}”"
    level, radius = report["place_level"], kilometres(report["radius_km"])
    name, inside = report["place_name"] or report["place_text"] or "an unnamed place", _inside(report)
    if level == "near":
        return f"near {name}{inside}: within {radius} of the point"
    if level in _POINT_NOUNS:
        return f"{name}{inside}: {_POINT_NOUNS[level]}, within {radius} of the point"
    return f"{area_in_words(report)}{inside}: no exact place is told, it may be anywhere within {radius}"


def area_in_words(report: Report) -> str:
    """ "somewhere in Idlib province": the name of an area for its label."""
    level, name = report["place_level"], report["place_name"] or report["place_text"] or "an unnamed area"
    if level == "region":
        return f"somewhere in the region “{report['place_text'] or name}”"
    if level == "country" or _KIND_WORDS.search(name):
        return f"somewhere in {name}"
    return f"somewhere in {name} {level}"


def kilometres(km: float) -> str:
    """ "1.5 km", "8 km", "250 km": no more digits than an estimate has."""
    if km < 1:
        return f"{round(km * 1000, -2):.0f} m"
    return f"{km:.1f}".rstrip("0").rstrip(".") + " km" if km < 10 else f"{km:.0f} km"


def _inside(report: Report) -> str:
    """ ", Idlib, Syria": the province and the country, where they are not the place itself."""
    names = [report["admin1"], report["country_name"]]
    if report["place_level"] == "country":
        return ""
    if report["place_level"] == "province":
        names = names[1:]
    return "".join(f", {name}" for name in names if name and name != report["place_name"])
