"""The place that the text puts around a name: "X, Y", "X in rural Y", "Y's X", "X district of Y"."""

from __future__ import annotations

from collections.abc import Mapping

from geo.lexicon import directions, grammar, kinds
from geo.recognizers.kind_words import kind_after
from geo.recognizers.passage import AYNS, Passage
from geo.recognizers.reading import Found

PEOPLES_TOWNS = frozenset(["capital", "city", "town", "village", "province"])
"""Behind a people's adjective these lead to the name: "in the Syrian capital X", "in the Iraqi city of X"."""

APPOSING = frozenset(["a", "an", "the"])
LONGEST_APPOSITION = 9
"""Tokens of ", a mainly Sunni and Shiite neighbourhood of"."""
LONGEST_UNKNOWN = 5
"""Tokens in which an unknown name within brackets ends."""
Names = Mapping[int, Found]
"""The place findings of a passage, by their first token."""


def name_of(passage: Passage, found: Found) -> str:
    """What to look up for a finding: its own name, else the words of the text, blanks where it has blanks."""
    if found.name:
        return found.name
    parts = [passage.tokens[found.first].text]
    for i in range(found.first + 1, found.last):
        parts.append(("" if passage.joined(i) else " ") + passage.tokens[i].text)
    return "".join(parts)


def inside_behind(passage: Passage, last: int, has_kind: bool, names: Names) -> str | None:
    """The container that follows the tokens up to `last`; `has_kind`: whether a kind word ends them."""
    i, token = last, passage.at(last)
    if token.text == ")" or (token.text in AYNS and passage.joined(last)):  # "Al-Haba’ in Raqqa"
        i, token = last + 1, passage.at(last + 1)
    if (apposed := _behind_apposition(passage, i)) is not None:
        i = _skip(passage, apposed, names)
    elif (token.lower == "of" and has_kind) or token.text in (",", "("):
        i = _skip(passage, i + 1, names)
    elif token.shape == "lower" and token.lower in ("in", "inside", "within"):
        i = _skip(passage, i + 1, names)
        kind = kind_after(passage, i) if i < len(passage.tokens) else None
        if kind is not None and passage.at(kind.last).lower == "of":
            i = _skip(passage, kind.last + 1, names)
    elif token.lower in directions().adjectives or token.lower in kinds().countryside:
        i = last + 1
    elif has_kind and token.lower in ("is", "lies") and (at := _locative(passage, last + 1)) is not None:
        i = _skip(passage, at, names)
    found = names.get(i)
    if found is None and token.text == "(" and passage.at(i).text[:1].isupper():
        found = _next_in_brackets(passage, i, names)
    if found is None or found.role != "place":
        return None
    if passage.at(found.last).shape == "possessive":
        behind = _skip(passage, found.last + 1, names)
        kind = kind_after(passage, behind) if behind < len(passage.tokens) else None
        if kind is not None and passage.at(kind.last).lower == "of":  # "in X's southern district of Y"
            behind = _skip(passage, kind.last + 1, names)
        found = names.get(behind) or found
    return name_of(passage, found)


def _behind_apposition(passage: Passage, i: int) -> int | None:
    """Behind the "of" or "in" of ", a crowded neighbourhood of", where such words come next."""
    if passage.at(i).text != "," or passage.at(i + 1).lower not in APPOSING:
        return None
    for k in range(i + 2, min(i + LONGEST_APPOSITION, len(passage.tokens))):
        token = passage.tokens[k]
        if token.text in (",", ".", ";") or token.lower in grammar().place_words:
            return None
        kind = kind_after(passage, k) if token.shape == "lower" else None
        if kind is not None and passage.at(kind.last).lower in ("of", "in"):
            return kind.last + 1
    return None


def _locative(passage: Passage, i: int) -> int | None:
    """Behind the "in" of "X village is in Y", "X village is located in Y"."""
    i += passage.at(i).lower in ("located", "situated")
    return i + 1 if passage.at(i).lower == "in" else None


def _next_in_brackets(passage: Passage, i: int, names: Names) -> Found | None:
    """ "X (Y, Z)": Z, where no Y is known."""
    for j in range(i, min(i + LONGEST_UNKNOWN, len(passage.tokens))):
        if passage.at(j).text == ")":
            return None
        if passage.at(j).text == ",":
            return names.get(_skip(passage, j + 1, names))
    return None


def inside_before(passage: Passage, first: int, names: Names) -> str | None:
    """The owner before the name: "Syria's Idlib", "Idlib's western district of X", and "Syrias Idlib" where
    apostrophes are lost."""
    i = first - 1
    if passage.at(i).lower == "of" and passage.at(i - 1).lower in kinds().of:
        i -= 2
    while _is_filling(passage, i):
        i -= 1
    possessive = passage.at(i).shape == "possessive"
    end = i if possessive else i + 1
    if not possessive and not passage.at(end - 1).lower.endswith("s"):
        return None
    found = next((names[j] for j in range(end - 1, max(-1, end - 7), -1) if j in names), None)
    if found is None or found.last != end or found.role != "place" or found.last > first:
        return None
    return name_of(passage, found) if possessive or is_stripped(passage, found) else None


def is_stripped(passage: Passage, found: Found) -> bool:
    """Whether a name is a possessive that lost its apostrophe: "Syrias Idlib"."""
    return bool(found.name) and passage.tokens[found.last - 1].text == found.name + "s"


def _skip(passage: Passage, i: int, names: Names) -> int:
    while _is_filling(passage, i) or passage.at(i).lower in kinds().countryside:
        if i in names and names[i].last > i + 1:
            break  # "the southern West Bank": its first word belongs to the name
        i += 1
    if passage.at(i).named and i not in names and passage.at(i + 1).lower in PEOPLES_TOWNS:
        return _skip(passage, i + 1, names)
    return i


def _is_filling(passage: Passage, i: int) -> bool:
    word = passage.at(i).lower
    if word in directions().nouns:
        return passage.at(i + 1).named
    return word in grammar().skipped or word in directions().adjectives
