"""`report`: a page of the events of an output folder, for a range of days and areas."""

from __future__ import annotations

import math
import re
from datetime import date
from pathlib import Path

from flows.options import WrongUsage
from flows.screen import tell, warn
from flows.settings import Settings
from geo.report import (
    Box,
    Choice,
    NoSuchArea,
    UnreadableEvents,
    chosen,
    read_events,
    read_outlines,
    report_page,
)
from geo.style import Look
from geo.writers.atomic import replacing

USAGE = 2
_NUMBERS = re.compile(r"\s*[-+.\d]+(\s*,\s*[-+.\d]+)+\s*")


def report(
    source: str | None,
    to: str | None,
    since: str | None,
    until: str | None,
    areas: tuple[str, ...],
    settings: Settings,
) -> int:
    """Write the page; 0 done, 2 nothing could be read or no such area. Raises WrongUsage."""
    choice = Choice(_day(since, "--since"), _day(until, "--until"), tuple(_area(word) for word in areas))
    if choice.since and choice.until and choice.since > choice.until:
        raise WrongUsage(f"--since {since} is after --until {until}.")
    given = Path(source) if source is not None else settings.out
    events = given / "events.geojson" if given.is_dir() or not given.suffix else given
    target = Path(to) if to is not None else events.with_name("report.html")
    if target.exists() and events.exists() and target.samefile(events):
        raise WrongUsage(f"{target} holds the events themselves: give --to another name.")
    if to is not None and not target.parent.is_dir():
        raise WrongUsage(f"--to {target}: there is no folder {target.parent}; make it first.")
    try:
        found = chosen(read_events(events), choice)
        ids = {event["id"] for event in found.events}
        outlines = read_outlines(events.with_name("areas.geojson"), ids)
    except (UnreadableEvents, NoSuchArea) as error:
        warn(f"conflictmap: {error}")
        return USAGE
    page = report_page(found, choice, outlines, Look(settings.event_style()))
    with replacing(target) as file:
        file.write(page)
    left = "".join(f", {count:,} {why}" for why, count in found.left_out.items())
    tell(f"Wrote {target}: {len(found.events):,} events{left}.")
    return 0


def _day(word: str | None, option: str) -> date | None:
    if word is None:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise WrongUsage(f"{option} {word!r} is no day; write it as 2024-01-31.") from error


def _area(word: str) -> str | Box:
    """A box where numbers are given, else a name."""
    if not word.strip():
        raise WrongUsage("--area is empty; give a name, or west,south,east,north.")
    if not _NUMBERS.fullmatch(word):
        return word.strip()
    try:
        west, south, east, north = map(float, word.split(","))
    except ValueError as error:
        raise WrongUsage(f"--area {word!r} is no box; write west,south,east,north in degrees.") from error
    numbers = (west, south, east, north)
    sound = all(map(math.isfinite, numbers)) and -180 <= west <= 180 and -180 <= east <= 180
    if not sound or not -90 <= south <= north <= 90:
        raise WrongUsage(f"--area {word!r} is no box on the globe; write west,south,east,north in degrees.")
    return Box(*numbers)
