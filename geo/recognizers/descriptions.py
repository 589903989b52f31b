"""Definite descriptions of a town: "the Iraqi capital", "the capital", "the city"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.lexicon import grammar
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken

DIVISIONS = frozenset(["provincial", "regional", "governorate"])
"""What a capital that is no country's is the capital of."""


def recognize_descriptions(
    passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer
) -> Iterator[Found]:
    """ "the ADJECTIVE capital" and "the provincial capital" anywhere; "the capital", "the city", "the town"
    inside a sentence.

    A name behind it ("the Yemeni capital Sanaa", "the city of Homs") says itself which is meant; a noun
    behind it ("the city council") makes another thing of it.
    """
    for i in passage.marked(Marks.DESCRIPTION):
        token = passage.tokens[i]
        if not taken.free(i, i + 1) or _is_named(passage, i):
            continue
        before = passage.at(i - 1)
        country = gazetteer.demonym(before.text) if before.named and token.text == "capital" else None
        if country is not None and passage.at(i - 2).lower == "the":
            yield Found(i - 2, i + 1, "place", pointer=f"capital:{country}")
            continue
        if token.text == "capital" and before.lower in DIVISIONS and passage.at(i - 2).lower == "the":
            if _ends_here(passage, i + 1):
                yield Found(i - 2, i + 1, "place", pointer="seat of province")
            continue
        first = i - 1 if before.lower == "the" else i
        if before.shape == "possessive" and passage.at(i - 2).lower in ("country", "nation"):
            first = i - 3
        if first == i or passage.at(first).lower != "the":
            continue
        if not passage.opens[first] and _ends_here(passage, i + 1):
            yield Found(first, i + 1, "place", pointer=token.text)


def _is_named(passage: Passage, i: int) -> bool:
    """Whether the name itself follows: "capital Sanaa", "capital, Sanaa", "city of Homs"."""
    after = passage.at(i + 1)
    if after.lower == "city":
        after = passage.at(i + 2)
        i += 1
    if after.lower == "of":
        return True
    if passage.tokens[i].lower == "capital" and after.text in (",", "of"):
        return passage.at(i + 2).named
    return after.named and after.lower not in ("on", "in")


def _ends_here(passage: Passage, i: int) -> bool:
    """Whether what follows is no noun that the word would belong to."""
    after = passage.at(i)
    if after.shape == "mark":
        return after.text != "-"
    if after.shape == "possessive":
        return passage.at(i + 1).lower in grammar().sides
    return after.shape == "number" or after.lower in grammar().closers
