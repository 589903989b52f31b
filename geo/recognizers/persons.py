"""Names of persons, which a town may share: "Mr Homs", "Sharon Stone", "Raquel A. Henry"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gazetteer import Gazetteer
from geo.lexicon import calendar, directions, grammar, kinds, organisations, persons
from geo.recognizers.names import spellings
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken

MOST_CAPITALS = 4


def recognize_persons(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """Names behind a title; a given name with a surname behind it; a middle initial between two."""
    behind = 0
    for i in passage.marked(Marks.NAMED | Marks.TITLE):
        if i < behind:
            continue
        token = passage.tokens[i]
        first: int | None = None
        start = i
        if not token.named or not taken.free(i, i + 1):
            if token.marks & Marks.TITLE and token.shape == "lower" and passage.at(i + 1).named:
                start = i + 1
                first = start if _can_be_surname(passage, start) else None
        elif token.marks & Marks.TITLE and token.lower != "general":
            first = _after_title(passage, i)
        elif (token.marks & Marks.GIVEN and _given_name(passage, i, gazetteer)) or _initialled(passage, i):
            first = i
        if first is None or (behind := _end(passage, first, taken)) <= first:
            continue
        notes.surnames.add(passage.tokens[behind - 1].lower)
        yield Found(start, behind, "person")


@cache
def _heads() -> frozenset[str]:
    """Words that end the name of a place or a body."""
    return organisations().heads | kinds().after.keys()


def _after_title(passage: Passage, i: int) -> int | None:
    first = i + 2 if passage.at(i + 1).text == "." else i + 1
    return first if passage.at(first).named and _can_be_surname(passage, first) else None


def _can_be_surname(passage: Passage, i: int) -> bool:
    """Not a word that names a kind of place or body, and not the place of "Governor Idlib province"."""
    token, after = passage.at(i), passage.at(i + 1)
    return token.lower not in _heads() and after.lower not in kinds().after


def _given_name(passage: Passage, i: int, gazetteer: Gazetteer) -> bool:
    """Followed by a surname, and the two are no place's name and no body's ("Madison County")."""
    j = i + 1
    if passage.at(j + 1).text == "." and len(passage.at(j).text) == 1:
        j += 2
    surname = passage.at(j)
    if surname.lower in grammar().articles and passage.at(j + 1).text == "-":
        return True
    if not surname.named or (passage.at(i).shape == "caps" and surname.shape == "capital"):
        return False
    if surname.lower in _heads() or surname.lower in directions().adjectives:
        return False
    # "San Francisco Saturday": a day behind a town, in the manner of American papers.
    if surname.lower in calendar() and passage.at(i - 1).named:
        return False
    if passage.at(j + 1).lower in kinds().after:
        return False
    if gazetteer.demonym(surname.text) is not None:
        return False
    longer = spellings(passage, i, j + 1)
    return surname.lower in persons().given or not gazetteer.has_key(longer[-1][1])


def _initialled(passage: Passage, i: int) -> bool:
    initial = passage.at(i + 1)
    if not initial.named or len(initial.text) != 1:
        return False
    return passage.at(i + 2).text == "." and passage.at(i + 3).named


def _end(passage: Passage, first: int, taken: Taken) -> int:
    """Behind the last token of the person's name that begins at `first`; at most four capitals."""
    words, end = 0, first
    stops = _heads()
    for i in range(first, len(passage.tokens)):
        token = passage.tokens[i]
        if not taken.free(i, i + 1) or words == MOST_CAPITALS:
            break
        if token.named and token.lower not in stops:
            words, end = words + 1, i + 1
            if words > 1 and token.lower not in persons().given and len(token.text) > 2:
                break
        elif not _inside_name(passage, i):
            break
    return end


def _inside_name(passage: Passage, i: int) -> bool:
    """A hyphen, the point of an initial or of "Jr", or a particle such as "al" or "van"."""
    token = passage.tokens[i]
    if token.text == ".":
        return len(passage.at(i - 1).text) <= 2
    return token.text == "-" or token.lower in grammar().particles
