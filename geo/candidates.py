"""A name -> the places that it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from gazetteer import Gazetteer, Place, normal_form
from geo.lexicon import directions, kinds, wide_names
from geo.senses import Sense, sense, weight
from geo.toponym import Toponym

WELL_KNOWN, LARGE, MIDDLING = 6.0, 5.0, 4.0
"""A town of a million, of a hundred thousand, of ten thousand people."""
AREA = 7.0
"""From here on a name is a province's or a country's."""
DIVISIONS = ("country", "province", "region", "district")
MOST = 40
"""No more candidates are weighed: Springfield has some thirty, San Jose more, and the rest are hamlets."""
ONE_SPELLING = frozenset(["USA", "GBR", "CAN", "AUS", "NZL", "IRL"])
"""Countries whose names reach an English text as they are written at home: no other spelling means them."""
SIDED = ("province", "region", "district", "governorate", "state")
"""What may be left off behind a direction."""


@lru_cache(1 << 14)
def senses(name: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """Every place of exactly this name, most prominent first; else the country whose people it is; else
    every place of a spelling like it."""
    key = normal_form(name)
    exact = gazetteer.lookup_key(key) if gazetteer.has_key(key) else ()
    if key in wide_names():
        exact = tuple(p for p in exact if p.level == "region") or tuple(p for p in exact if p.level != "town")
    if exact:
        return tuple(sense(name, place) for place in _trimmed(_as_written(name, _without_seats(key, exact))))
    code = gazetteer.demonym(name)
    country = gazetteer.country(code) if code is not None else None
    if country is None and not key.endswith("i"):  # a word in -i is a surname or a village as often as not
        country = gazetteer.people_of(name)
    if country is not None:
        return (sense(name, country),)
    alike = (place for place in gazetteer.lookup_loose(name) if place.country not in ONE_SPELLING)
    return tuple(sense(name, place, loose=True) for place in _trimmed(tuple(alike)))


def _as_written(name: str, places: Sequence[Place]) -> Sequence[Place]:
    """Of a name with accents the places that bear these very accents, where there are any."""
    if name.isascii():
        return places
    written = name.casefold()
    return [place for place in places if place.name.casefold() == written] or places


def _without_seats(key: str, places: Sequence[Place]) -> Sequence[Place]:
    """Of "Mexico" or "Kuwait" the country, and never the capital that English tells from it by "City"."""
    if not any(place.level == "country" for place in places):
        return places
    return [place for place in places if normal_form(place.name) != f"{key} city"]


def senses_of(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """As `senses`; a kind word or a side in the name ("Licking County", "Shan-North") comes off where that
    helps, a sea's name is a province's where the text says so, and a province may be spelled otherwise.
    """
    if toponym.kind in ("province", "district") and normal_form(toponym.name) in wide_names():
        found = tuple(sense(toponym.name, place) for place in gazetteer.lookup(toponym.name))
    else:
        found = senses(toponym.name, gazetteer)
    if toponym.inside is not None and toponym.name.lower() in directions().adjectives:
        return (*found, *_divisions_of_side(toponym.name, gazetteer))
    if toponym.relation == "part" and not any(s.place.level in ("country", "province") for s in found):
        found = tuple(_named_with_side(toponym, gazetteer)) or found
    told = toponym.kind is not None or toponym.expression == toponym.span
    if toponym.marked and told and all(s.loose for s in found):
        found = (*found, *_with_other_vowel(toponym, found, gazetteer))
    if found and not found[0].loose:
        if toponym.kind != "province" or any(s.place.level in DIVISIONS for s in found):
            return found
        alike = [p for p in gazetteer.lookup_loose(toponym.name) if p.level == "province"]
        return (*found, *(sense(toponym.name, place, loose=True) for place in alike))
    first, _, rest = toponym.name.partition(" ")
    if not found and toponym.kind == "neighbourhood" and first.lower() in kinds().generics:
        return tuple(s for s in senses(rest, gazetteer) if s.place.level == "neighbourhood")
    stem, _, last = toponym.name.rpartition(" ")
    if (word := toponym.kind_word) and " " in word and toponym.name.lower().endswith(f" {word}"):
        stem, last = toponym.name[: -len(word) - 1], word
    if stem and last.lower() in kinds().after:
        return found or senses(stem, gazetteer)
    stem, _, side = toponym.name.rpartition("-")
    if toponym.kind in ("province", "region") and side.lower() in directions().nouns:
        return found or senses(stem, gazetteer)
    return found


def _with_other_vowel(toponym: Toponym, found: Sequence[Sense], gazetteer: Gazetteer) -> Iterator[Sense]:
    """The further places whose name differs in a vowel only; for a quarter the quarters, and no village."""
    known = {sense.place.id for sense in found}
    for place in _trimmed(gazetteer.lookup_other_vowel(toponym.name)):
        quarter = place.level == "neighbourhood" or toponym.kind != "neighbourhood"
        if quarter and place.id not in known:
            yield sense(toponym.name, place, loose=True)


def _named_with_side(toponym: Toponym, gazetteer: Gazetteer) -> Iterator[Sense]:
    """The province that "northern X" means where there is no X but a "North X"."""
    for side, bearing in directions().nouns.items():
        if bearing == toponym.bearing:
            for place in gazetteer.lookup(f"{side} {toponym.name}"):
                if place.level == "province":
                    yield sense(toponym.name, place)


def _divisions_of_side(side: str, gazetteer: Gazetteer) -> Iterator[Sense]:
    """The provinces that a mere direction can stand for where the text says of what: "Southern, Israel"."""
    for kind in SIDED:
        for place in gazetteer.lookup(f"{side} {kind}"):
            if place.level == "province":
                yield sense(f"{side} {kind}", place)


@lru_cache(1 << 15)
def prominence(key: str, gazetteer: Gazetteer) -> float:
    """How prominent the best known place of a key is, as a decimal logarithm; 0 for an unknown name."""
    places = gazetteer.lookup_key(key) if key and gazetteer.has_key(key) else ()
    return max(map(weight, places), default=0.0)


@lru_cache(1 << 12)
def own_prominence(key: str, gazetteer: Gazetteer) -> float:
    """As `prominence`, of the places alone that bear the name itself; 0 where it is another name of all."""
    places = gazetteer.lookup_key(key) if key and gazetteer.has_key(key) else ()
    return max((weight(place) for place in places if normal_form(place.name) == key), default=0.0)


def _trimmed(places: Sequence[Place]) -> Sequence[Place]:
    return places[:MOST]
