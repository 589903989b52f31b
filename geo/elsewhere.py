"""Names that the index lacks, asked of somebody else; what is answered goes through the same evidence.

Knows no service and no network: `geo.online` is one `Elsewhere`, a test's dictionary another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from gazetteer import Gazetteer, Place, normal_form
from geo.senses import Sense, sense
from geo.toponym import Resolution

LONGEST_NAME = 60
"""Characters: longer ones are half a sentence."""
MOST_FOR_ADJECTIVE = 3
"""However often an article says "Syrian": it counts as three names at most."""
LEADING = 0.6
"""The share of all that an article says of countries that makes one of them the one to ask in."""
MOST_CONFIDENCE = 0.8
"""Nobody has counted how often these answers are right, and their namesakes elsewhere were not asked for."""


class Attempt(NamedTuple):
    """One way to ask for a name."""

    text: str
    """The name, with the area behind a comma that the text puts it in: "Zorbat, Idlib"."""
    country: str
    """Only places there (alpha-3)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A name that the index does not know under any spelling."""

    name: str
    attempts: tuple[Attempt, ...]
    """The most exact first; the next one is for when it finds nothing."""


class Found(NamedTuple):
    """A place that somebody else knows under the name; `Place.origin` says who, and when they were asked."""

    place: Place
    loose: bool
    """Only by a spelling like it."""


class Elsewhere(Protocol):
    """Somebody who knows places that the index lacks."""

    def places(self, question: Question) -> Sequence[Found]:
        """What the name may mean, best known first; empty where nobody knows, or nobody can be asked."""
        ...


def ask(
    answers: Sequence[Resolution], adjectives: Sequence[str], gazetteer: Gazetteer, elsewhere: Elsewhere
) -> dict[str, tuple[Sense, ...]]:
    """By the key of each name that was left open for want of a place, what is known of it elsewhere."""
    senses = {}
    for key, question in questions(answers, adjectives, gazetteer).items():
        found = elsewhere.places(question)
        if found:
            senses[key] = tuple(sense(question.name, place, loose) for place, loose in found)
    return senses


def questions(
    answers: Sequence[Resolution], adjectives: Sequence[str], gazetteer: Gazetteer
) -> dict[str, Question]:
    """What to ask, by the key of the name: for names that stand as a place and that the index lacks.

    Only where the article tells a country: a name alone would find a namesake somewhere on earth.
    """
    placed = {normal_form(a.toponym.name): a.place for a in answers if a.place is not None and not a.fallback}
    leading = _leading_country(answers, adjectives)
    asked: dict[str, Question] = {}
    for answer in answers:
        name, key = answer.toponym.name, normal_form(answer.toponym.name)
        if key in asked or not _is_lacking(answer, key, gazetteer):
            continue
        around = (normal_form(a.toponym.inside) for a in answers if a.toponym.inside and _is(a, key))
        areas = [area for inside in around if (area := placed.get(inside)) is not None]
        country = areas[0].country if areas else leading
        if country:
            asked[key] = Question(name, _attempts(name, areas, country))
    return asked


def tell_origin(
    answers: Sequence[Resolution], found: Mapping[str, Sequence[Sense]]
) -> tuple[Resolution, ...]:
    """The answers; where a place is not the index's own its reason says whose it is, and is less sure."""
    theirs = {sense.place for senses in found.values() for sense in senses}
    return tuple(
        answer
        if answer.place is None or answer.place not in theirs
        else replace(
            answer,
            confidence=min(answer.confidence, MOST_CONFIDENCE),
            reason=f"{answer.reason}; {answer.place.origin}",
        )
        for answer in answers
    )


def _is(answer: Resolution, key: str) -> bool:
    return normal_form(answer.toponym.name) == key


def _is_lacking(answer: Resolution, key: str, gazetteer: Gazetteer) -> bool:
    """A name, no description and no part of a body's name, left open, and no place bears it."""
    toponym = answer.toponym
    if toponym.described or toponym.modifier or not (answer.lat is None or answer.fallback):
        return False
    if not any(c.isalpha() for c in key) or len(toponym.name) > LONGEST_NAME or toponym.name.islower():
        return False
    return not gazetteer.has_key(key) and gazetteer.demonym(toponym.name) is None


def _leading_country(answers: Sequence[Resolution], adjectives: Sequence[str]) -> str | None:
    """The country that the article speaks of most, if that is most of all that it says of countries."""
    named = {a.place.id: (a.place, a.confidence) for a in answers if a.place is not None and a.place.country}
    shares = {code: float(min(count, MOST_FOR_ADJECTIVE)) for code, count in Counter(adjectives).items()}
    for place, confidence in named.values():
        shares[place.country] = shares.get(place.country, 0.0) + confidence
    if not shares:
        return None
    leading = max(shares, key=lambda code: shares[code])
    return leading if shares[leading] >= LEADING * sum(shares.values()) else None


def _attempts(name: str, areas: Sequence[Place], country: str) -> tuple[Attempt, ...]:
    """Within the nearest area that the text names, then anywhere in the country."""
    area = next((area for area in areas if area.level != "country"), None)
    anywhere = Attempt(name, country)
    return (anywhere,) if area is None else (Attempt(f"{name}, {area.name}", area.country), anywhere)
