"""Small builders for tellings and places, each field with a default that a test overrides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from articles import Span
from gazetteer import Place, PlaceLevel
from geo.located import LocatedMention, Tie
from geo.toponym import Resolution, Toponym
from mentions import CountRange, DateRange, EventMention, Toll, TollMention

AT = Span("text", 0, 10)


def mention(**changes: Any) -> EventMention:
    """An air strike told by a verb in the first sentence, with no day, toll or side."""
    plain = EventMention(
        sub_event_type="Air/drone strike", triggers=(AT,), telling="act", by_verb=True,
        clause=Span("text", 0, 80), sentence=Span("text", 0, 80), region=0, headline=False,
    )  # fmt: skip
    return replace(plain, **changes)


def day(text: str, precision: int = 1) -> DateRange:
    """One day, as a relative date of the text."""
    on = date.fromisoformat(text)
    return DateRange(on, on, precision, "relative", (Span("text", 20, 30),))


def killed(low: int | None, high: int | None = None) -> Toll:
    """A toll of deaths alone."""
    return Toll(killed=CountRange(low, high, (Span("text", 40, 50),)))


def deaths(low: int | None, high: int | None = None, at: int = 40) -> dict[str, Any]:
    """The fields of a mention that counts the dead with a verb of its own."""
    span = Span("text", at, at + 10)
    count = TollMention(span, "killed", span, low, high, "unknown", "all", False, "event", "people")
    return {"counts": (count,), "toll": killed(low, high)}


def place(
    name: str, level: PlaceLevel = "town", lat: float = 35.0, lon: float = 37.0, **changes: Any
) -> Resolution:
    """A resolved toponym of this name, in province Qamar of Syria."""
    known = Place(f"t:{name}", name, level, lat, lon, 1.0, "SYR", "Syria", changes.pop("admin1", "Qamar"))
    toponym = Toponym(Span("text", 60, 70), name, Span("text", 60, 70))
    radius = changes.pop("radius_km", 1.0)
    return Resolution(toponym, known, level, lat, lon, radius, 0.9, "known")._replace(**changes)


def located(told: EventMention, where: Resolution | None = None, tie: Tie = "clause") -> LocatedMention:
    """A mention at a place."""
    return LocatedMention(told, where, tie if where is not None else "none")
