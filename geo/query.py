"""A name with what it lies in, "Springfield, Ohio, US" -> the places that it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from articles import Span
from gazetteer import Gazetteer, Place, iso3, normal_form
from geo.candidates import senses
from geo.case import lies_in, where
from geo.resolve import resolve
from geo.toponym import Resolution, Toponym

Match = Literal["exact", "spelling", "fuzzy", "nearest"]
SUGGESTIONS = 20
"""So many near spellings are looked at before those in other areas are left out."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a query may mean, and how it was come by."""

    place: Place
    match: Match
    """By a name as it is written, by one that is spelt like it, by one that is misspelt so; by a point."""
    reason: str
    confidence: float | None = None
    """As `Resolution.confidence`; None where the resolver did not choose between this place and others."""
    similarity: float | None = None
    """0-1, of a misspelt name."""
    distance_km: float | None = None
    """From the point that was asked for."""


def places_called(
    parts: Sequence[str], countries: frozenset[str], gazetteer: Gazetteer, least_similarity: float
) -> list[Hit]:
    """The places that the first part may mean inside all other parts and one of the countries, best first.

    No `countries` (alpha-3) means any. A part that the index does not know is passed over, and the reason of
    each place says so; where it knows it, a place elsewhere is none.
    """
    name, *around = parts
    areas = {part: _areas(part, gazetteer) for part in around}
    unknown = [part for part in around if not areas[part]]
    fits = [area for area in areas.values() if area]
    found: list[Hit] = []
    for named in (_known(name, gazetteer), _misspelt(name, gazetteer, least_similarity)):
        if not found:
            hits = (hit for hit in named if not countries or hit.place.country in countries)
            found = [hit for hit in hits if all(_lies_in_one(hit.place, area) for area in fits)]
    told = [name, *(_written(part, areas[part]) for part in around if areas[part])]
    found = _chosen_first(found, resolve(_toponyms([*told, *_only(countries, gazetteer)]), gazetteer)[0])
    note = f"; {' and '.join(map(repr, unknown))} is not known and was passed over" if unknown else ""
    return [replace(hit, reason=hit.reason + note) for hit in found]


def _known(name: str, gazetteer: Gazetteer) -> Iterator[Hit]:
    """Every place of a name as it is written; where there is none, of the spellings like it."""
    for sense in senses(name, gazetteer):
        how = "spelt like it" if sense.loose else "of this name"
        yield Hit(sense.place, "spelling" if sense.loose else "exact", f"{where(sense.place)}, {how}")


def _misspelt(name: str, gazetteer: Gazetteer, least_similarity: float) -> Iterator[Hit]:
    """Every place of a name that it may misspell; none where a place bears it as it is written."""
    if gazetteer.has_key(normal_form(name)):
        return
    for like in gazetteer.find(name, SUGGESTIONS):
        if like.similarity >= least_similarity:
            told = f"{where(like.place)}, {like.matched!r} is nearly it"
            yield Hit(like.place, "fuzzy", told, similarity=round(like.similarity, 3))


def _areas(part: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """What may lie around a place: a country's code or name, a division, a town for its surroundings."""
    code = iso3(part)
    country = gazetteer.country(code) if code is not None and part.isupper() else None
    if country is not None:
        return (country, *(p for p in gazetteer.lookup(part) if p.level in ("province", "district")))
    return tuple(s.place for s in senses(part, gazetteer) if not s.loose or s.place.level == "province")


def _lies_in_one(place: Place, areas: Sequence[Place]) -> bool:
    return any(lies_in(place, area) for area in areas)


def _written(part: str, area: Sequence[Place]) -> str:
    """The part as a text has it: a country by its name."""
    return area[0].name if area[0].level == "country" else part


def _only(countries: frozenset[str], gazetteer: Gazetteer) -> list[str]:
    """The name of the country, where only one is asked for."""
    country = gazetteer.country(next(iter(countries))) if len(countries) == 1 else None
    return [] if country is None else [country.name]


def _toponyms(parts: Sequence[str]) -> list[Toponym]:
    """The parts as a text would have them: "Sarmada, Idlib, Syria"."""
    toponyms, start = [], 0
    for part, around in zip(parts, [*parts[1:], None], strict=True):
        span = Span("text", start, start + len(part))
        toponyms.append(Toponym(span, part, span, inside=around, marked=around is not None))
        start = span.end + len(", ")
    return toponyms


def _chosen_first(found: Sequence[Hit], answer: Resolution) -> list[Hit]:
    """What the resolver takes the name for in front, with its confidence; the others as they were."""
    shares = {place.id: share for place, share in answer.alternatives}
    shown = [replace(hit, confidence=shares.get(hit.place.id)) for hit in found]
    chosen = None if answer.place is None or answer.fallback else answer.place.id
    first = [
        replace(hit, confidence=answer.confidence, reason=answer.reason)
        for hit in shown
        if hit.place.id == chosen
    ]
    return first + [hit for hit in shown if hit.place.id != chosen]
