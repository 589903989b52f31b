"""Which events a report is of: a range of days and areas. What is left out is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gazetteer import normal_form

Properties = Mapping[str, Any]
AREA_KEYS = ("country_name", "country", "admin1", "admin2", "place_name")
"""Where the name of an area is looked for."""
SUGGESTED = 12


class NoSuchArea(ValueError):
    """No event lies in an area of that name; the line names some areas that there are."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in degrees; west may be greater than east, over the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it, edges included."""
        across = self.west <= lon <= self.east
        if self.west > self.east:
            across = lon >= self.west or lon <= self.east
        return across and self.south <= lat <= self.north

    def __str__(self) -> str:
        return f"{self.west:g}, {self.south:g} to {self.east:g}, {self.north:g} (lon, lat)"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; nothing given is everything."""

    since: date | None = None
    """The first day."""
    until: date | None = None
    """The last day."""
    areas: tuple[str | Box, ...] = ()
    """Names of countries (or ISO 3166-1 alpha-3 codes), provinces, districts, places; boxes. Any of them."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The events of a report, and how many are left out, by why."""

    events: tuple[Properties, ...]
    """Newest first; those without a day at the end."""
    left_out: Mapping[str, int]
    """"outside the days" and so on, each with a number above 0."""


def chosen(events: Iterable[Properties], choice: Choice) -> Chosen:
    """The events that may have happened in the days and lie in an area of the choice.

    An event belongs to the days if its interval touches them. A wide event belongs to a named area if the
    area holds its place as a whole, and to a box if its middle does. Raises NoSuchArea for a name that no
    event bears.
    """
    named = {area: normal_form(area) for area in choice.areas if isinstance(area, str)}
    boxes = [area for area in choice.areas if isinstance(area, Box)]
    met: set[str] = set()
    kept: list[Properties] = []
    left: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for event in events:
        bears = {normal_form(event[key]) for key in AREA_KEYS if event[key]}
        met |= bears
        names.update(event[key] for key in ("country_name", "admin1") if event[key])
        if why := _outside(event, choice, bears, frozenset(named.values()), boxes):
            left[why] += 1
        else:
            kept.append(event)
    for area, form in named.items():
        if form not in met:
            known = ", ".join(name for name, _ in names.most_common(SUGGESTED)) or "none"
            raise NoSuchArea(f"no event lies in {area!r}; areas of these events: {known}")
    kept.sort(key=lambda e: (e["date_end"] or "", e["date_start"] or ""), reverse=True)
    return Chosen(tuple(kept), dict(left.most_common()))


def _outside(
    event: Properties, choice: Choice, bears: set[str], named: frozenset[str], boxes: list[Box]
) -> str | None:
    """Why an event is not of the choice; None if it is."""
    if choice.since is not None or choice.until is not None:
        if event["date_start"] is None:
            return "without a known day"
        start, end = date.fromisoformat(event["date_start"]), date.fromisoformat(event["date_end"])
        if (choice.since and end < choice.since) or (choice.until and start > choice.until):
            return "outside the days"
    if not named and not boxes:
        return None
    if bears & named:
        return None
    if event["lat"] is None:
        return "without a known place"
    return None if any(box.holds(event["lat"], event["lon"]) for box in boxes) else "outside the area"
