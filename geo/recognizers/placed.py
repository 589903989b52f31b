"""Names that the text itself calls a place: "the village of Hass", "Tall Tawil village", "Mount Hermon"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.index import Gazetteer
from geo.lexicon import directions, kinds, organisations, persons, stop_names
from geo.recognizers.kind_words import Kind, kind_after, kind_of, kind_right_before
from geo.recognizers.names import known_name, spellings, starts_name
from geo.recognizers.passage import Passage
from geo.recognizers.reading import Found, Notes, Taken

OPEN_LEVELS = frozenset(["town", "neighbourhood", "district", "province"])
"""A kind word of these makes a place of a name that no gazetteer knows; "Main Hotel" stays out."""
FACILITIES = frozenset(
    ["military", "airport", "air", "airbase", "airfield", "crossing", "border", "dam", "refugee", "camp"]
)
"""Of the facilities only these, by the first word of their kind."""
MOST_UNKNOWN = 3


def recognize_placed(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """A name behind "KIND of", or before or behind a kind word; known or not."""
    for i, token in enumerate(passage.tokens):
        if token.lower not in kinds().first_words:
            continue
        if kind := kind_of(passage, i):
            yield from _named_after(passage, kind, gazetteer)
        elif kind := kind_right_before(passage, i):
            yield from _named_right_after(passage, kind, gazetteer)
        if kind := kind_after(passage, i):
            yield from _named_before(passage, kind, gazetteer)


def _named_after(passage: Passage, kind: Kind, gazetteer: Gazetteer) -> Iterator[Found]:
    """ "village of X", and of "villages of X, Y and Z" all three."""
    i = kind.last
    while i < len(passage.tokens):
        if passage.tokens[i].lower == "the":
            i += 1
        if not starts_name(passage, i) if i < len(passage.tokens) else True:
            return
        end = known_name(passage, i, len(passage.tokens), gazetteer)
        if end is None:
            end = _unknown_end(passage, i, gazetteer) if kind.level in OPEN_LEVELS else None
        if end is None:
            return
        yield Found(i, end, "place", marked=True)
        if not kind.plural or passage.at(end).lower not in (",", "and"):
            return
        i = end + 2 if passage.at(end + 1).lower == "and" else end + 1


def _named_right_after(passage: Passage, kind: Kind, gazetteer: Gazetteer) -> Iterator[Found]:
    """ "Mount Hermon", where the kind is part of the name; "the village Hass", where it is not."""
    if passage.tokens[kind.first].named:
        end = known_name(passage, kind.first, len(passage.tokens), gazetteer)
        if end is not None and end > kind.last:
            yield Found(kind.first, end, "place", marked=True)
        return
    end = known_name(passage, kind.last, len(passage.tokens), gazetteer)
    if end is not None:
        yield Found(kind.last, end, "place", marked=True)


def _unknown_end(passage: Passage, first: int, gazetteer: Gazetteer) -> int | None:
    """Behind the run of capitals from `first` on, unless it is long, a person's or a people's."""
    end = None
    for words, (i, _) in enumerate(spellings(passage, first, len(passage.tokens)), start=1):
        last = passage.tokens[i - 1]
        if passage.at(i - 2).lower in ("and", "of") and i - 2 > first:
            break
        if words > MOST_UNKNOWN or gazetteer.demonym(last.text) is not None or last.lower in stop_names():
            break
        if i - 1 > first and gazetteer.has_key(last.key):
            break
        end = i
    return end


def _named_before(passage: Passage, kind: Kind, gazetteer: Gazetteer) -> Iterator[Found]:
    """ "X village". Of the capitals before the kind word the longest known name, else all of them."""
    first = _run_start(passage, kind.first, gazetteer)
    if first is None:
        return
    capital_kind = passage.tokens[kind.first].named
    for i in range(first, kind.first):
        if starts_name(passage, i) and known_name(passage, i, kind.first, gazetteer) == kind.first:
            if i == first or not capital_kind or kind.level in ("district", "province"):
                yield _with_kind(passage, i, kind, gazetteer)
            return
    if _can_be_unknown(passage, first, kind):
        yield _with_kind(passage, first, kind, gazetteer)


def _with_kind(passage: Passage, first: int, kind: Kind, gazetteer: Gazetteer) -> Found:
    """The finding; a capitalised kind word belongs to the name of a district ("Licking County")."""
    whole = known_name(passage, first, kind.last, gazetteer) == kind.last
    own = whole or (kind.level == "district" and passage.tokens[kind.first].named)
    after = passage.at(kind.last)
    civic = after.named and after.lower in organisations().civic
    return Found(first, kind.last if own else kind.first, "modifier" if civic else "place", marked=True)


def _can_be_unknown(passage: Passage, first: int, kind: Kind) -> bool:
    """Whether capitals that no gazetteer knows are a place's name before this kind word."""
    word, size = passage.tokens[kind.first], sum(t.named for t in passage.tokens[first : kind.first])
    if size > MOST_UNKNOWN or passage.titled[first]:
        return False
    if word.named:
        fits = kind.level in ("district", "province")
    else:
        fits = kind.level in OPEN_LEVELS or word.lower in FACILITIES
    last = passage.tokens[kind.first - 1].lower
    return fits and not (size == 1 and last in stop_names() | persons().titles)


def _run_start(passage: Passage, stop: int, gazetteer: Gazetteer) -> int | None:
    """Where the capitals that end at `stop` begin, without compass words, peoples, a sentence's opener."""
    first, i = None, stop - 1
    while i >= 0:
        token = passage.tokens[i]
        if token.named:
            plain = token.lower in directions().adjectives or gazetteer.demonym(token.text) is not None
            if plain or (passage.opens[i] and token.lower in stop_names()):
                break
            first = i
        elif starts_name(passage, i) and first is not None:
            first = i
        elif not (token.text == "-" and first is not None and passage.at(i - 1).end == token.start):
            break
        i -= 1
    return first
