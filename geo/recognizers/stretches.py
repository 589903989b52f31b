"""Two names that are the ends of one stretch: "between X and Y", "the road from X to Y", "X-Y highway"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from gazetteer import Gazetteer
from geo.candidates import prominence
from geo.lexicon import directions, grammar, kinds
from geo.recognizers.leftwards import BORDERS
from geo.recognizers.names import name_key
from geo.recognizers.passage import Passage
from geo.recognizers.reading import Found
from geo.senses import COUNTRY

MOST_BETWEEN = 7
"""Tokens: "and the besieged town of"."""
MOST_BEFORE = 6
HYPHENS = frozenset("-–—")
JOINTS = frozenset(["and", "to", "with"]) | HYPHENS
TRAVELLING = frozenset(["travelling", "traveling", "driving", "heading", "route"])
"""Before "from X to Y": who was on the way was hit somewhere between them."""
LINKING = frozenset(["linking", "connecting", "joining", "links", "connects", "joins"])


def stretches(passage: Passage, names: Mapping[int, Found], gazetteer: Gazetteer) -> dict[int, Found]:
    """For each name that is an end of a stretch, by its first token, the other end."""
    ends: dict[int, Found] = {}
    for one, other in pairwise(sorted(names.values())):
        if other.first - one.last > MOST_BETWEEN or one.first in ends or one.pointer or other.pointer:
            continue
        if _is_stretch(passage, one, other, gazetteer):
            ends[one.first], ends[other.first] = other, one
    return ends


def _is_stretch(passage: Passage, one: Found, other: Found, gazetteer: Gazetteer) -> bool:
    words = [token.lower for token in passage.tokens[one.last : other.first]]
    if words[-1:] == [","] and words[-2:-1] == ["capital"]:
        words.pop()  # "from X to the capital, Y"
    if len(words) > 1 and words[-1] == "with" and words[-2] in BORDERS:
        return words[0] == "'s" or len(words) == 2
    joint = [word for word in words if word in JOINTS]
    if len(joint) != 1 or not all(word in JOINTS or _fills(word) for word in words):
        return False
    way_behind = passage.at(other.last).lower in kinds().ways | BORDERS
    if joint[0] in HYPHENS:
        return way_behind
    i = one.first - 1
    while i >= max(0, one.first - MOST_BEFORE) and _fills(passage.tokens[i].lower):
        i -= 1
    before = passage.at(i).lower
    if before == "between" and joint[0] == "and":
        return _is_place_between(passage, i, one, other, gazetteer)
    if before in LINKING:
        return True
    return joint[0] == "to" and (way_behind or (before == "from" and _names_way(passage, i)))


def _fills(word: str) -> bool:
    """Whether a word may stand beside a name without ending the expression: "the besieged town of"."""
    if word in ("the", "of") or word in grammar().skipped or word in directions().adjectives:
        return True
    return word in kinds().first_words


def _is_place_between(
    passage: Passage, i: int, one: Found, other: Found, gazetteer: Gazetteer
) -> bool:
    """Not what states or parties have between them: talks, a war, and of two countries all but a border."""
    before = [passage.at(j).lower for j in range(i - 3, i)]
    if any(word in kinds().ways or word in BORDERS for word in before):
        return True
    if any(word in grammar().abstract for word in before):
        return False
    keys = (name_key(passage, found.first, found.last) for found in (one, other))
    return not all(prominence(key, gazetteer) >= COUNTRY for key in keys)


def _names_way(passage: Passage, i: int) -> bool:
    """ "the road from", "the highway that leads from", "a bus travelling from"."""
    before = {passage.at(j).lower for j in range(i - 4, i)}
    return passage.at(i - 1).lower in TRAVELLING or not before.isdisjoint(kinds().ways)
