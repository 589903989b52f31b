"""Adjectives and peoples ("Syrian", "Idlibis"): evidence for a country or province, and no places."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer, Place
from geo.lexicon import grammar, persons, stop_names
from geo.recognizers.names import known_key
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken


def recognize_demonyms(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """Each capitalised word that the gazetteer knows as an adjective of a country, a province or a city."""
    for i in passage.marked(Marks.NAMED):
        token = passage.tokens[i]
        narrow = gazetteer.people_of(token.text)
        country = gazetteer.demonym(token.text)
        if country is not None and _begins_country(passage, i, gazetteer):
            continue
        if narrow is not None and (country is not None or _is_adjective(passage, i, taken, notes)):
            yield Found(i, i + 1, "country", name=_area(narrow))
        elif country is not None:
            yield Found(i, i + 1, "country", name=country)


def _begins_country(passage: Passage, i: int, gazetteer: Gazetteer) -> bool:
    """Whether the word is only the first of a longer name: the Saudi of "Saudi Arabia"."""
    if not passage.at(i + 1).named:
        return False
    end, key = known_key(passage, i, len(passage.tokens), gazetteer)
    longer = end is not None and end > i + 1
    return longer and any(place.level == "country" for place in gazetteer.lookup_key(key))


def _area(place: Place) -> str:
    """ "SYR/Idlib"; of a region, which may lie in several provinces, the country alone."""
    province = place.name if place.level == "province" else place.admin1
    return place.country if province is None or place.level == "region" else f"{place.country}/{province}"


def _is_adjective(passage: Passage, i: int, taken: Taken, notes: Notes) -> bool:
    """Whether a word is no surname here: "Homsi activists", "Gazans", never "al-Baghdadi" or "Homsi said".

    A word in -i is a surname as often as not: it must have a lower-case noun behind it, and no name before.
    """
    token, before, after = passage.tokens[i], passage.at(i - 1), passage.at(i + 1)
    if before.text == "-" or token.lower in notes.surnames:
        return False
    if not token.lower.endswith("i"):
        return True
    if before.named and before.lower not in stop_names() and taken.role(i - 1) != "country":
        return False
    verbs = persons().speech | grammar().closers | grammar().place_words
    return after.shape == "lower" and after.lower not in verbs
