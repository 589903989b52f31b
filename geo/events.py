"""From an article to its events: read, place, tell apart, and say how sure."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from articles import Article, Region, Span, publication_day
from articles import regions as regions_of
from gazetteer import Gazetteer
from geo.confidence import Weighed, held, weigh
from geo.conventions import event_type_of, precision_of
from geo.elsewhere import Elsewhere
from geo.event import Event, EvidenceSpans
from geo.geoparse import analyse
from geo.link import link
from geo.located import LocatedMention
from geo.parts import parted, without_lent
from geo.prospects import may_tell_event
from geo.retelling import group_tellings
from geo.telling import Told, best_of
from geo.toponym import Resolution
from mentions import CountRange, DateRange, Extractor, Reading, Toll, extract


def publication_day_of(article: Article) -> date | None:
    """The day the article appeared: its metadata's, else the one that its own head gives."""
    return publication_day(article, regions_of(article))[0]


def as_told(article: Article) -> Article:
    """The article with the publication day and the headline of its own head, where the input gave none.

    For showing only: offsets of events point into the title and text as they were read.
    """
    regions = regions_of(article)
    published = publication_day(article, regions)[0]
    headline = next((article.words(r.span) for r in regions if r.kind == "headline"), "")
    return replace(article, published=published, title=article.title or headline.strip())


_A_MONTH, _A_YEAR = 4, 5
_CAPITALS = re.compile(r"(?: [A-Z][\w-]*)+")


@dataclass(frozen=True, slots=True)
class Findings:
    """What an article gave: its events, and what was left out and why."""

    events: tuple[Event, ...]
    dropped: tuple[tuple[str, int], ...]
    """Reason and number: blocks that are not the article's own, words of violence that tell of no event."""
    published: date | None = None
    """The day the article appeared, as `publication_day_of` has it."""


def read_events(article: Article, gazetteer: Gazetteer) -> tuple[Event, ...]:
    """Every event of an article, its principal event first.

    Needs no network and no state but the gazetteer; the same article gives the same events and ids.
    """
    return find_events(article, gazetteer).events


def find_events(
    article: Article,
    gazetteer: Gazetteer,
    elsewhere: Elsewhere | None = None,
    extractor: Extractor = extract,
) -> Findings:
    """The events of an article as `read_events` gives them, with an account of what was left out.

    `elsewhere` is asked for the names of places that the gazetteer lacks; `extractor` says what happened.
    """
    regions = regions_of(article)
    left_out = Counter(f"not the article's own: {r.reason}" for r in regions if r.kind == "furniture")
    published = publication_day(article, regions)[0]
    reading = extractor(article, regions, published)
    if not reading.mentions or may_tell_event(article, reading.mentions):
        told = _candidates(article, regions, published, gazetteer, reading, elsewhere)
    else:
        told = ()
        left_out["no event: too unsure"] = len(reading.mentions)
    left_out.update(f"no event: {d.reason}" for d in reading.dropped)
    left_out.update(f"refused: {reason}" for reason in reading.refused)
    kept = [c for c, is_held in zip(told, held([c.weighed for c in told]), strict=True) if is_held]
    if len(kept) < len(told):
        left_out["no event: too unsure"] = len(told) - len(kept)
    alone = len(kept) == 1
    # "Clashes there in 2013" explains beside other events, and is no one event.
    dated = [c for c in kept if alone or c.told.date is None or c.told.date.precision < _A_YEAR]
    if len(dated) < len(kept):
        left_out["no event: told of a year"] = len(kept) - len(dated)
    alike: Counter[str] = Counter()
    events: list[Event] = []
    for one in _principal_first(dated):
        parts = _natural_parts(one.told)
        events.append(event_of(article, one.told, alike[parts], one.weighed.sure))
        alike[parts] += 1
    return Findings(tuple(events), tuple(sorted(left_out.items())), published)


def candidates(article: Article, gazetteer: Gazetteer) -> tuple[Told, ...]:
    """Everything that could be an event, in reading order, before any is held too unsure to print."""
    regions = regions_of(article)
    published = publication_day(article, regions)[0]
    reading = extract(article, regions, published)
    return tuple(c.told for c in _candidates(article, regions, published, gazetteer, reading))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What could be an event, and how sure it is."""

    told: Told
    weighed: Weighed


def _candidates(
    article: Article,
    regions: tuple[Region, ...],
    published: date | None,
    gazetteer: Gazetteer,
    reading: Reading,
    elsewhere: Elsewhere | None = None,
) -> tuple[_Candidate, ...]:
    if not reading.mentions:
        return ()
    sentences = tuple(dict.fromkeys(m.sentence for m in reading.mentions))
    places = analyse(article, regions, gazetteer, elsewhere, sentences)
    located = link(article, reading.mentions, places)
    out: list[_Candidate] = []
    days: list[DateRange] = []
    for tellings in parted(without_lent(group_tellings(located, published))):
        before = next((d for d in reversed(days) if _is_told_by(d, tellings[0])), None)
        one = best_of(tellings, published, before)
        out.append(_Candidate(one, weigh(article, one)))
        # A month or a year that one event is told of holds on for no other.
        if out[-1].weighed.is_event and one.date is not None and one.date.precision < _A_MONTH:
            days.append(one.date)
    return tuple(out)


def _is_told_by(day: DateRange, telling: LocatedMention) -> bool:
    """Whether the words for a day stand in a title, or before the end of a telling's sentence."""
    here = telling.mention.sentence
    return all(s.field != here.field or s.start < here.end for s in day.spans[:1])


def _principal_first(told: Sequence[_Candidate]) -> list[_Candidate]:
    """Events in the order of their first telling in the article's body or headline; background ones later."""
    return sorted(told, key=lambda c: (c.told.background, c.told.first_at))


def event_of(article: Article, told: Told, number: int, sure: float) -> Event:
    """The contract's record of one event; `number` tells apart those alike in kind, place and day."""
    when = told.date
    return Event(
        id=_event_id(article, told, number),
        event_type=event_type_of(told.sub_event_type),
        sub_event_type=told.sub_event_type,
        date_start=when.start.isoformat() if when else None,
        date_end=when.end.isoformat() if when else None,
        date_precision=when.precision if when else None,
        date_basis=when.basis if when else None,
        **_place_fields(article, told),
        **_toll_fields(article, told.toll),
        perpetrator=told.perpetrator.text if told.perpetrator else None,
        target=told.target.text if told.target else None,
        weapon=told.weapon.text if told.weapon else None,
        perpetrator_status=told.status if told.perpetrator else None,
        attribution=told.attribution.text if told.attribution else None,
        quote=article.words(told.quote),
        spans=_spans(article, told, told.place, when),
        confidence=round(sure, 3),
    )


def _place_fields(article: Article, told: Told) -> dict[str, Any]:
    place = told.place
    known = place.place if place is not None else None
    level = place.level if place is not None and place.lat is not None else None
    # A region of no country is a sea.
    codes = precision_of(level, at_sea=level == "region" and known is not None and not known.country)
    sure = told.place_confidence
    return {
        "place_text": article.words(place.toponym.expression) if place else None,
        "place_name": known.name if known else None,
        "place_id": known.id if known else None,
        "place_level": level,
        "lat": _degrees(place.lat) if place else None,
        "lon": _degrees(place.lon) if place else None,
        "radius_km": round(place.radius_km, 3) if place and place.radius_km is not None else None,
        "ucdp_where_prec": codes.ucdp_where_prec,
        "acled_geo_precision": codes.acled_geo_precision,
        "admin1": known.admin1 if known else None,
        "admin2": known.admin2 if known else None,
        "country_name": known.country_name or None if known else None,
        "country": known.country or None if known else None,
        "place_confidence": None if sure is None else round(sure, 3),
        "place_reason": told.place_reason,
    }


def _toll_fields(article: Article, toll: Toll) -> dict[str, Any]:
    return {
        "killed_low": toll.killed.low,
        "killed_high": toll.killed.high,
        "injured_low": toll.injured.low,
        "injured_high": toll.injured.high,
        "civilians_killed_low": toll.civilians_killed.low,
        "civilians_killed_high": toll.civilians_killed.high,
        "children_killed_low": toll.children_killed,
        "women_killed_low": toll.women_killed,
        "victims": toll.victims,
        "toll_text": _toll_text(article, toll.killed, toll.injured),
    }


def _degrees(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _toll_text(article: Article, *counts: CountRange) -> str | None:
    words = [article.words(s) for count in counts for s in count.spans]
    return "; ".join(dict.fromkeys(w for w in words if w)) or None


def _names_of(article: Article, place: Resolution) -> list[Span]:
    """The words of the name, with a kind word behind it that is written as a part of it: "Zorba Airport".

    Of a place between two both names.
    """
    span, end = place.toponym.span, place.toponym.expression.end
    behind = _CAPITALS.match(article.field_text(span.field), span.end, max(span.end, end))
    name = span if behind is None else replace(span, end=behind.end())
    return [name] if place.toponym.other_end is None else [name, place.toponym.other_end]


def _spans(article: Article, told: Told, place: Resolution | None, when: DateRange | None) -> EvidenceSpans:
    return {
        "trigger": _triples(told.tied or told.triggers),
        "place": _triples(_names_of(article, place) if place else []),
        "date": _triples(when.spans if when else ()),
        "killed": _triples(told.toll.killed.spans),
        "injured": _triples(told.toll.injured.spans),
    }


def _triples(spans: Sequence[Span]) -> list[tuple[str, int, int]]:
    return [(s.field, s.start, s.end) for s in sorted(set(spans))]


def _event_id(article: Article, told: Told, number: int) -> str:
    """The same article gives the same id again: a hash of the article's id and the event's natural parts."""
    parts = "\0".join((article.id, _natural_parts(told), str(number)))
    # A half surrogate in an article's id is somebody else's mistake, and no reason to stop.
    return "e" + hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:15]


def _natural_parts(told: Told) -> str:
    place = told.place.toponym.name if told.place else ""
    day = told.date.start.isoformat() if told.date else ""
    return "\0".join((told.sub_event_type, place, day))
