"""Runs of capitalised words: where one ends, and whether it is one name or several without commas."""

from __future__ import annotations

from itertools import pairwise

from gazetteer import Gazetteer, Place
from geo.candidates import AREA, LARGE, own_prominence, prominence
from geo.lexicon import abbreviations, directions, grammar, kinds, organisations, persons, stop_names
from geo.recognizers.names import is_link, known_name, name_key, spellings
from geo.recognizers.passage import Passage

Part = tuple[int, int]
"""First token and the one behind the last."""
LEAST_LOOSE = 6
"""Letters: shorter words are like some name anywhere."""
KNOWN_ANYHOW = 100_000
"""Inhabitants: such a town is meant under any spelling."""
MOST_WORDS = 5
"""No place name that a gazetteer lacks is longer."""


def run_end(passage: Passage, first: int, stop: int, gazetteer: Gazetteer) -> int:
    """Behind the capitals from `first` on that can be one name, particles and hyphens between them included.

    A people, a direction, a kind word, a title or an everyday word ends it.
    """
    end = words = 0
    for i in range(first, min(stop, len(passage.tokens))):
        token = passage.tokens[i]
        if token.named:
            if (words and _ends_run(passage, i, gazetteer)) or words == MOST_WORDS:
                break
            words, end = words + 1, i + 1
        elif not _joins(passage, i):
            break
    return max(end, first)


def _ends_run(passage: Passage, i: int, gazetteer: Gazetteer) -> bool:
    token = passage.tokens[i]
    word = token.lower
    lists = (
        stop_names(), kinds().first_words, directions().adjectives, directions().nouns, persons().titles,
        organisations().heads, kinds().roads,
    )  # fmt: skip
    if any(word in words for words in lists) or token.text in abbreviations().anywhere:
        return True
    return gazetteer.demonym(token.text) is not None or (token.shape == "caps" and len(token.text) > 1)


def _joins(passage: Passage, i: int) -> bool:
    token, after = passage.tokens[i], passage.at(i + 1)
    if token.text in ("-", "–"):
        return passage.joined(i) and passage.joined(i + 1)
    small = token.lower in grammar().articles or token.lower in grammar().name_parts or is_link(passage, i)
    return small and token.shape == "lower" and (after.named or after.text in ("-", "–"))


def parts_of(passage: Passage, first: int, end: int, gazetteer: Gazetteer) -> list[Part]:
    """The names in a run of capitals: several where all are known and lie together, else the whole run.

    A text that lost its commas reads "in Saraqib Idlib"; "Tudun Biri" is one name though a Tudun is known.
    """
    parts = known_parts(passage, first, end, gazetteer)
    if parts is None or len(parts) == 1:
        return [(first, end)]
    meant = [_meant(passage, part, gazetteer) for part in parts]
    return parts if all(_lie_together(one, other) for one, other in pairwise(meant)) else [(first, end)]


def known_parts(passage: Passage, first: int, end: int, gazetteer: Gazetteer) -> list[Part] | None:
    """The run as known names, the longest first; None where a word of it belongs to none."""
    parts, i = [], first
    while i < end:
        stop = _known_here(passage, i, end, gazetteer)
        if stop is None:
            return None
        parts.append((i, stop))
        i = stop
    return parts


def _meant(passage: Passage, part: Part, gazetteer: Gazetteer) -> tuple[Place, ...]:
    key = name_key(passage, *part)
    if gazetteer.has_key(key):
        return gazetteer.lookup_key(key)
    # A hamlet spelt like the second word of a name is no reason to cut the name in two.
    alike = gazetteer.lookup_loose(key)
    return tuple(p for p in alike if p.level in ("country", "province") or p.population >= KNOWN_ANYHOW)


def _lie_together(some: tuple[Place, ...], others: tuple[Place, ...]) -> bool:
    """Whether a sense of each lies in one province, or one is the province or country of the other."""
    provinces = {(place.country, place.admin1 or place.name) for place in some}
    countries = {place.country for place in some if place.level == "country"}
    inside = {place.country for place in some}
    return any(
        (place.country, place.admin1 or place.name) in provinces
        or place.country in countries
        or (place.level == "country" and place.country in inside)
        for place in others
    )


def listed_parts(passage: Passage, first: int, end: int, gazetteer: Gazetteer) -> list[Part]:
    """The names in a run behind a plural ("the villages of A B and C"), cut where a known one begins or ends.

    Words that belong to no known name make names of their own.
    """
    if known_name(passage, first, end, gazetteer) == end:
        return [(first, end)]
    parts: list[Part] = []
    unknown = i = first
    while i < end:
        stop = _known_here(passage, i, end, gazetteer)
        if stop is None:
            i += 1
            continue
        if unknown < i:
            parts.append((unknown, i))
        parts.append((i, stop))
        unknown = i = stop
    if unknown == end:
        return parts
    # "Harasta al-Qantra": an article goes on with the name before it.
    goes_on = bool(parts) and passage.tokens[unknown].lower in grammar().articles
    return [*parts[:-1], (parts[-1][0], end)] if goes_on else [*parts, (unknown, end)]


def _known_here(passage: Passage, i: int, end: int, gazetteer: Gazetteer) -> int | None:
    """The end of the longest name at `i` that is known in this or, of a long name, in a similar spelling."""
    for stop, key in reversed(spellings(passage, i, end)):
        if gazetteer.has_key(key) or (len(key) >= LEAST_LOOSE and gazetteer.lookup_loose(key)):
            return stop
    return None


def is_cut_short(passage: Passage, first: int, end: int, gazetteer: Gazetteer) -> int | None:
    """The end of the longer name that a known name is only the beginning of ("Tudun" in "Tudun Biri").

    None where it is the whole name, well known by itself, or followed by another name of the same area.
    """
    opener = passage.tokens[first].lower
    if passage.titled[first] or opener in stop_names() or opener in grammar().place_words:
        return None
    whole = run_end(passage, first, len(passage.tokens), gazetteer)
    if whole <= end:
        return None
    key = name_key(passage, first, end)
    # By its own name a city stands alone; "Adan" for Aden does not, before a word that no place is called by.
    if own_prominence(key, gazetteer) >= LARGE:
        return None
    if prominence(name_key(passage, end, whole), gazetteer) >= AREA:
        return None
    return whole if len(parts_of(passage, first, whole, gazetteer)) == 1 else None
