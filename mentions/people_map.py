"""Where a sentence names people."""

from __future__ import annotations

from dataclasses import dataclass

from mentions.people import may_begin
from mentions.people_lists import PeopleList, read_list
from mentions.toll_tokens import Token
from mentions.toll_words import people_words


@dataclass(frozen=True, slots=True)
class PeopleMap:
    """The lists of people of a sentence, in order and by the token they begin at."""

    lists: tuple[PeopleList, ...]
    starts: dict[int, PeopleList]


def people_map(tokens: list[Token]) -> PeopleMap:
    """Every list of people, left to right, none inside another."""
    lists: list[PeopleList] = []
    words = people_words()
    i = 0
    while i < len(tokens):
        listed = read_list(tokens, i) if may_begin(tokens[i], words) else None
        if listed is None:
            i += 1
            continue
        lists.append(listed)
        i = max(listed.end, i + 1)
    return PeopleMap(tuple(lists), {p.first: p for p in lists})
