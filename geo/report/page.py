"""The page of a report: what the template says, with everything that it shows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from geo.areas import Geometry
from geo.borders import countries, disputed_lines
from geo.conventions import POINT_LEVELS
from geo.credits import asked_of_openstreetmap, credits_of
from geo.merge import web_url
from geo.plain_text import plain_text
from geo.report.chart import chart_of
from geo.report.choice import Choice, Chosen, Properties
from geo.report.figures import by_type, timeline
from geo.report.glyphs import glyph
from geo.report.sketch import sketch_of
from geo.style import Look
from geo.wording import count_in_words, date_in_words, day_in_words, place_in_words, toll_beside_quote

ROWS = 3000
"""Events in the table, the newest; a page with more is no reading any more. What is left out is said."""
SOURCES = 500


@dataclass(frozen=True, slots=True)
class Source:
    """An article that tells of events of the report."""

    outlet: str | None
    url: str | None
    title: str | None
    day: str | None
    events: int


def report_page(chosen: Chosen, choice: Choice, outlines: Mapping[str, Geometry], look: Look) -> str:
    """One HTML page without a script, which asks for nothing; the same events give the same bytes.

    `outlines`: the geometry of wide events, by id, where it is not a circle.
    """
    # autoescape: nothing that an article says is ever HTML.
    jinja = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    jinja.filters |= {"n": lambda number: f"{number:,}", "count": count_in_words}
    events = chosen.events
    line = timeline(events)
    sources, source_count = _sources(events)
    folder = files("geo") / "report"
    page = jinja.from_string((folder / "page.html.j2").read_text("utf-8")).render(
        css=Markup((folder / "page.css").read_text("utf-8")),  # a file of ours
        style=look.style, choice=choice, scope=_scope(choice), chosen=chosen, total=len(events),
        figures=by_type(events, look.style), precision=_precision(events), glyph=glyph,
        sketch=sketch_of(events, outlines, countries(), look.style, disputed_lines()), timeline=line,
        chart=chart_of(line, look.style), rows=[_row(event) for event in events[:ROWS]],
        sources=sources, source_count=source_count,
        credits=credits_of(any(map(asked_of_openstreetmap, events))), added=look.added,
        data_of=max((event["updated"] for event in events if event["updated"]), default=None),
        mean=_mean_confidence(events),
    )  # fmt: skip
    return plain_text(page)


def _scope(choice: Choice) -> tuple[str, str]:
    """Days and areas in words."""
    since, until = choice.since and day_in_words(choice.since), choice.until and day_in_words(choice.until)
    days = "all days"
    if since and until:
        days = since if since == until else f"{since} to {until}"
    elif since or until:
        days = f"from {since} on" if since else f"up to {until}"
    return days, "; ".join(str(area) for area in choice.areas) or "everywhere"


def _precision(events: Sequence[Properties]) -> Mapping[str, int]:
    """How exactly the events are placed."""
    counts = Counter(_exactness(event) for event in events)
    return {name: counts[name] for name in ("exact", "near", "wide", "none") if counts[name]}


def _exactness(event: Properties) -> str:
    if event["lat"] is None:
        return "none"
    if event["place_level"] not in POINT_LEVELS:
        return "wide"
    return "near" if event["place_level"] == "near" else "exact"


def _mean_confidence(events: Sequence[Properties]) -> float | None:
    return sum(event["confidence"] for event in events) / len(events) if events else None


def _row(event: Properties) -> dict[str, Any]:
    """One event as the table shows it."""
    by = event["perpetrator"]
    claims = json.loads(event["claims"])
    return {
        "event": event,
        "date": date_in_words(event),
        "place": place_in_words(event),
        "place_told": _place_told(event),
        "killed": count_in_words(event["killed_low"], event["killed_high"]),
        "injured": count_in_words(event["injured_low"], event["injured_high"]),
        "toll_beside": toll_beside_quote(event),
        "by": None if by is None else f"{by} ({event['perpetrator_status'] or 'reported'})",
        "sources": [(claim["source"], web_url(claim["url"]), claim["title"]) for claim in claims],
        "claims": claims if len(claims) > 1 else [],
    }


def _place_told(event: Properties) -> str | None:
    """The article's own words for the place, where the name of the place shown says something else."""
    told = event["place_text"]
    return None if event["lat"] is None or told == event["place_name"] else told


def _sources(events: Sequence[Properties]) -> tuple[list[Source], int]:
    """The articles with most events, and how many there are."""
    counts: Counter[tuple[str | None, ...]] = Counter()
    for event in events:
        told = ((c["source"], c["url"], c["title"], c["published"]) for c in json.loads(event["claims"]))
        counts.update(dict.fromkeys(told).keys())
    ordered = sorted(counts.items(), key=lambda item: (-item[1], *(part or "" for part in item[0])))
    listed = [
        Source(outlet, web_url(url), title, day and day_in_words(date.fromisoformat(day)), count)
        for (outlet, url, title, day), count in ordered[:SOURCES]
    ]
    return listed, len(ordered)
