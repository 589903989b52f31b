"""An article -> its toponyms on the map, as `geoparse` prints them and as the event linker wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles import Article, Region, Span
from gazetteer import Gazetteer, Place
from geo.contested import with_claims
from geo.elsewhere import Elsewhere, ask, tell_origin
from geo.outlets import outlet_country
from geo.recognizers import read_names
from geo.resolve import resolve
from geo.toponym import Resolution

DECIMALS = 6


def analyse(
    article: Article,
    regions: Sequence[Region] | None,
    gazetteer: Gazetteer,
    elsewhere: Elsewhere | None = None,
    told: Sequence[Span] = (),
) -> tuple[Resolution, ...]:
    """Every toponym of title and text, resolved, in reading order. With asked spans, those and the others.

    `elsewhere` is asked for the names that the index lacks; then all are weighed anew with what it knows.
    `told` are the sentences that tell of an act: in them names count that no list has.
    """
    asked = [Span("text", start, end) for start, end in article.asked_spans or ()]
    reading = read_names(article, regions, gazetteer, asked, told)
    names = reading.toponyms, gazetteer, reading.countries, outlet_country(article)
    answers = resolve(*names)
    found = ask(answers, reading.countries, gazetteer, elsewhere) if elsewhere is not None else {}
    answers = tell_origin(resolve(*names, found), found) if found else answers
    return with_claims(answers, gazetteer)


def geoparse(
    article: Article,
    gazetteer: Gazetteer,
    regions: Sequence[Region] | None = None,
    elsewhere: Elsewhere | None = None,
) -> list[dict[str, Any]]:
    """The toponyms of the text as the contract's records, by their start.

    With asked spans exactly those are answered, one record each, unresolved ones with null coordinates;
    without, every toponym that was found. The title counts as evidence and is not printed, nor are
    descriptions ("the capital"), which are no names.
    """
    results = [
        r
        for r in analyse(article, regions, gazetteer, elsewhere)
        if r.toponym.span.field == "text" and not r.toponym.described
    ]
    if article.asked_spans is not None:
        by_span = {(r.toponym.span.start, r.toponym.span.end): r for r in results}
        return [_record(article, by_span[span]) for span in sorted(set(article.asked_spans))]
    return [_record(article, r) for r in sorted(results, key=_start)]


def _start(resolution: Resolution) -> tuple[int, int]:
    span = resolution.toponym.span
    return span.start, span.end


def _record(article: Article, resolution: Resolution) -> dict[str, Any]:
    span, place = resolution.toponym.span, resolution.place
    return {
        "start": span.start,
        "end": span.end,
        "text": article.words(span),
        "place_id": place.id if place else None,
        "name": place.name if place else None,
        "level": resolution.level,
        "lat": _rounded(resolution.lat),
        "lon": _rounded(resolution.lon),
        "radius_km": None if resolution.radius_km is None else round(resolution.radius_km, 1),
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place else None,
        "population": place.population or None if place else None,
        "confidence": resolution.confidence,
        "reason": resolution.reason,
        "alternatives": [_alternative(other, share) for other, share in resolution.alternatives],
    }


def _alternative(place: Place, confidence: float) -> dict[str, Any]:
    return {
        "id": place.id, "name": place.name, "lat": _rounded(place.lat), "lon": _rounded(place.lon),
        "confidence": confidence,
    }  # fmt: skip


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DECIMALS)
