"""Where a sentence names people."""

from __future__ import annotations

from dataclasses import dataclass

from mentions.function_words import word_set
from mentions.noun_run import beginnings
from mentions.people_lists import PeopleList, read_list
from mentions.toll_tokens import Token

LEFT_OUT = word_set("besides excluding except")
PLACED_BY = word_set("in near at from around outside inside on across to into towards toward for")


@dataclass(frozen=True, slots=True)
class PeopleMap:
    """The lists of people of a sentence, in order and by the token they begin at."""

    lists: tuple[PeopleList, ...]
    starts: dict[int, PeopleList]


def _places_before(tokens: list[Token], listed: PeopleList) -> int:
    """How many items at the list's head are no part of it: places with a preposition, and who is left out."""
    names = next((n for n, p in enumerate(listed.items) if p.told_as != "name"), 0)
    before = tokens[listed.first - 1].low if listed.first > 0 else ""
    if before in LEFT_OUT and len(listed.items) > 1 and tokens[listed.items[0].end].low == ",":
        # "26 died, besides the bomber, and 27 were hurt": who is left out of a number ends at the comma.
        return 1
    return names if before in PLACED_BY else 0


def people_map(tokens: list[Token]) -> PeopleMap:
    """Every list of people, left to right, none inside another."""
    lists: list[PeopleList] = []
    free = 0
    for i in beginnings(tokens):
        listed = read_list(tokens, i) if i >= free else None
        if listed is None:
            continue
        places = _places_before(tokens, listed)
        if places:
            # "Near Oldport, and 41 soldiers died": the list of people begins behind the place.
            lists.append(PeopleList(listed.items[:places], (), listed.first, listed.items[places - 1].end))
            free = listed.items[places].first
            continue
        lists.append(listed)
        free = listed.end
    return PeopleMap(tuple(lists), {p.first: p for p in lists})
