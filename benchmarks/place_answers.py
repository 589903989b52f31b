"""Names of the development sets whose place is known, each with every sense that it can have.

Local newspapers (lgl) give the point of every name; the sets of conflict news give the point of an event,
which is taken as the point of those names of the text that the gold's place name begins with.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.article import Article, Span
from articles.read import read_jsonl
from gazetteer.index import Gazetteer
from gazetteer.names import loose_form, normal_form
from geo.geometry import haversine_km
from geo.grouping import group
from geo.outlets import outlet_country
from geo.ranking import Choice, Ranker, settle
from geo.recognizers import read_names
from geo.toponym import Toponym

SETS = ("lgl", "records", "incidents", "wire")
NEAR_KM: Mapping[str, float] = {"country": 800.0, "province": 161.0, "region": 161.0, "district": 60.0}
OTHERWISE_KM = 25.0
"""How far from the gold's point a sense of a level may lie and be the same place."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A name of an article with its senses weighed, and where it is."""

    set: str
    article: str
    choice: Choice
    point: Point
    wide: bool | None
    """Whether a province or something wider is meant; None where the gold does not tell."""

    def right(self, rank: int) -> bool:
        """Whether the sense of that rank is the place meant."""
        place = self.choice.ranked[rank].case.place
        if self.wide is not None and (place.level in ("province", "country")) != self.wide:
            return False
        return haversine_km(place.lat, place.lon, *self.point) <= NEAR_KM.get(place.level, OTHERWISE_KM)


def labelled_names(folder: Path, gazetteer: Gazetteer) -> Iterator[Labelled]:
    """Every name of the sets in `folder` that has a known point and at least one sense."""
    for name in SETS:
        gold = {line["id"]: line for line in _lines(folder / f"{name}.gold.jsonl")}
        for article in read_jsonl(folder / f"{name}.articles.jsonl"):
            if isinstance(article, Article) and article.id in gold:
                for choice, point, wide in _choices(article, gold[article.id], gazetteer):
                    yield Labelled(name, article.id, choice, point, wide)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _choices(
    article: Article, gold: Mapping[str, Any], gazetteer: Gazetteer
) -> Iterator[tuple[Choice, Point, bool | None]]:
    asked = [Span("text", start, end) for start, end in article.asked_spans or ()]
    reading = read_names(article, None, gazetteer, asked)
    named = [t for t in reading.toponyms if not t.described]
    names = group(named, gazetteer)
    ranker = Ranker(outlet_country(article))
    context = settle(names, ranker, reading.countries)
    for toponym in named:
        told = _told_of(toponym, article, gold)
        name = names[normal_form(toponym.name)]
        if told is not None and name.senses:
            yield ranker.rank(toponym, name, context), *told


def _told_of(
    toponym: Toponym, article: Article, gold: Mapping[str, Any]
) -> tuple[Point, bool | None] | None:
    if "toponyms" in gold:
        span = toponym.span
        asked = (t for t in gold["toponyms"] if (t["start"], t["end"]) == (span.start, span.end))
        told = next(asked, None) if span.field == "text" else None
        return None if told is None else ((told["lat"], told["lon"]), None)
    events: Sequence[Mapping[str, Any]] = gold.get("events", [gold])
    for event in events:
        place = event.get("place_text") or event.get("place")
        if place and event.get("lat") is not None and _same(toponym.name, place):
            level = event.get("place_level")
            return (event["lat"], event["lon"]), None if level is None else level in ("province", "country")
    return None


def _same(name: str, place: str) -> bool:
    """Whether the gold's place is this name: "Deir-ez-Zor - Al-Qosor" is no Deir ez-Zor."""
    return normal_form(name) == normal_form(place) or (
        len(name) > 4 and loose_form(name) == loose_form(place)
    )
