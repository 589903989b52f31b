"""The numbers of a report: by event type, and through time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from geo.report.choice import Properties
from geo.style import Style
from geo.wording import day_in_words

Unit = Literal["day", "week", "month"]
DAYS, WEEKS = 62, 62 * 7
"""A chart has at most some sixty columns: up to so many days by day, up to so many by week, then by month."""


@dataclass(frozen=True, slots=True)
class TypeFigures:
    """The events of one type."""

    event_type: str
    label: str
    events: int
    killed: int
    """Sum of the lower figures of those that tell one."""
    killed_told: int
    """Events that say anything of people killed."""
    injured: int
    injured_told: int


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time in the chart."""

    first: date
    label: str
    counts: Mapping[str, int]
    """Event type -> events."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events through time, by the first day that each may have happened on."""

    unit: Unit
    columns: tuple[Column, ...]
    highest: int
    """Events of the fullest column."""
    undated: int
    """Events that no column can hold."""
    vague: int
    """Events of the columns whose day is known to more than three days only."""


def by_type(events: Sequence[Properties], style: Style) -> tuple[TypeFigures, ...]:
    """Figures of each event type that there is, in the codebook's order, and of all at the end."""
    rows = [
        _figures(name, look.label, [e for e in events if e["event_type"] == name])
        for name, look in style.event_types.items()
    ]
    return (*(row for row in rows if row.events), _figures("", "All", events))


def _figures(name: str, label: str, events: Sequence[Properties]) -> TypeFigures:
    killed, injured = _told(events, "killed"), _told(events, "injured")
    return TypeFigures(
        name, label, len(events), sum(killed), len(killed), sum(injured), len(injured)
    )  # fmt: skip


def _told(events: Sequence[Properties], harm: str) -> list[int]:
    """The lower figure of each event that tells any; one that says only "up to 5" counts as told, with 0."""
    low, high = f"{harm}_low", f"{harm}_high"
    return [e[low] or 0 for e in events if e[low] is not None or e[high] is not None]


def timeline(events: Sequence[Properties]) -> Timeline:
    """Columns from the first day to the last, empty ones too: a gap is a finding."""
    dated = [(date.fromisoformat(e["date_start"]), e) for e in events if e["date_start"] is not None]
    if not dated:
        return Timeline("day", (), 0, len(events), 0)
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    span = (last - first).days + 1
    unit: Unit = "day" if span <= DAYS else "week" if span <= WEEKS else "month"
    counts: dict[date, Counter[str]] = {}
    for day, event in dated:
        counts.setdefault(_begin(day, unit), Counter())[event["event_type"]] += 1
    columns = []
    begin = _begin(first, unit)
    while begin <= last:
        columns.append(Column(begin, _label(begin, unit), counts.get(begin, Counter())))
        begin = _next(begin, unit)
    highest = max(sum(column.counts.values()) for column in columns)
    vague = sum(_days(event) > 3 for _, event in dated)
    return Timeline(unit, tuple(columns), highest, len(events) - len(dated), vague)


def _days(event: Properties) -> int:
    return (date.fromisoformat(event["date_end"]) - date.fromisoformat(event["date_start"])).days + 1


def _begin(day: date, unit: Unit) -> date:
    """The first day of the stretch that holds a day; weeks begin on Monday."""
    if unit == "day":
        return day
    return day - timedelta(days=day.weekday()) if unit == "week" else day.replace(day=1)


def _next(begin: date, unit: Unit) -> date:
    if unit == "month":
        return (begin + timedelta(days=32)).replace(day=1)
    return begin + timedelta(days=1 if unit == "day" else 7)


def _label(begin: date, unit: Unit) -> str:
    words = day_in_words(begin)
    return {"day": words, "week": f"week of {words}", "month": words.partition(" ")[2]}[unit]
