"""The words around a place name: kind, relation, direction, distance, and the place that it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gazetteer.place import PlaceLevel
from geo.lexicon import directions, kinds
from geo.recognizers.kind_words import Kind, kind_after
from geo.recognizers.passage import Passage, Token
from geo.recognizers.reading import Found
from geo.toponym import Relation, Toponym

SKIPPED = frozenset(
    "the besieged rebel-held held controlled nearby neighbouring neighboring divided ancient old historic"
    " embattled war-torn strategic key capital contested war torn rebel government".split()
)
VAGUE = frozenset(["area", "areas", "axis", "front"])
NOT_A_STATE = frozenset("television tv media news agency run owned radio army troops forces of department".split())
MOST_STEPS = 10


@dataclass(slots=True)
class _Around:
    """What has been read of an expression so far."""

    first: int
    last: int
    kind: PlaceLevel | None = None
    relation: Relation = "at"
    bearing: float | None = None
    distance_km: float | None = None
    inside: str | None = None
    loose_kind: bool = False
    """Whether the kind is the word "state" behind the name, which may belong to what follows ("state media")."""
    names: Mapping[int, Found] = field(default_factory=dict)


def describe(passage: Passage, found: Found, names: Mapping[int, Found]) -> Toponym:
    """The toponym of a finding. `names` gives the place findings of the passage by their first token."""
    around = _Around(found.first, found.last, names=names)
    _read_right(passage, around)
    _read_left(passage, around)
    return Toponym(
        span=passage.span(found.first, found.last),
        name=found.name or words(passage, found.first, found.last),
        expression=passage.span(around.first, around.last),
        kind=around.kind,
        relation=around.relation,
        bearing=around.bearing,
        distance_km=around.distance_km,
        inside=around.inside,
        modifier=found.role == "modifier",
        marked=found.marked,
    )


def words(passage: Passage, first: int, last: int) -> str:
    """The text of the tokens as one name, blanks where it has blanks."""
    parts = [passage.tokens[first].text]
    for before, token in zip(passage.tokens[first:last], passage.tokens[first + 1 : last], strict=False):
        parts.append(("" if before.end == token.start else " ") + token.text)
    return "".join(parts)


def _read_right(passage: Passage, around: _Around) -> None:
    i = around.last
    if kind := _kind_inside(passage, around) or _kind_behind(passage, around):
        # "the Sarmada area" says that it is a place, not which kind.
        around.kind = None if passage.at(kind.first).lower in VAGUE else kind.level
        around.loose_kind = passage.at(kind.first).text == "state"
        around.last = i = max(i, kind.last)
    possessive = passage.at(i).shape == "possessive"
    j = i + 1 if possessive else i
    adjective = passage.at(j).lower in directions().adjectives
    if adjective and passage.at(j + 1).lower in kinds().countryside | kinds().surroundings:
        around.bearing = directions().adjectives[passage.at(j).lower]
        j += 1
    after = passage.at(j)
    if after.shape == "lower" and after.lower in kinds().countryside:
        around.relation, around.last = "countryside", j + 1
    elif after.shape == "lower" and after.lower in ("suburbs", "outskirts", "surroundings", "environs"):
        around.relation, around.last = "near", j + 1
    around.inside = _container_right(passage, around) or _container_left(passage, around)


def _kind_inside(passage: Passage, around: _Around) -> Kind | None:
    """The kind word that is the last of the name itself: "Licking County"."""
    kind = kind_after(passage, around.last - 1) if around.last - around.first > 1 else None
    fits = kind is not None and kind.level in ("district", "province") and kind.last == around.last
    return kind if fits else None


def _kind_behind(passage: Passage, around: _Around) -> Kind | None:
    """The kind word behind the name, or behind the list that it stands in: "Raqqa and Homs provinces"."""
    i = around.last
    while (found := around.names.get(_next_of_list(passage, i))) is not None:
        i = found.last
    kind = kind_after(passage, i) if i < len(passage.tokens) else None
    if kind is None or i > around.last and not kind.plural:
        kind, i = kind_after(passage, around.last) if around.last < len(passage.tokens) else None, around.last
    if kind is None or passage.at(kind.first).lower == "state" and passage.at(kind.last).lower in NOT_A_STATE:
        return None
    return kind._replace(last=around.last) if i > around.last else kind


def _next_of_list(passage: Passage, i: int) -> int:
    """Where the next name of "A, B and C" would begin."""
    step = i + 1 if passage.at(i).lower in (",", "and", "or") else i
    return step + 1 if step > i and passage.at(step).lower in ("and", "the") else step if step > i else -1


def _container_right(passage: Passage, around: _Around) -> str | None:
    i = around.last
    direct = i
    if passage.at(i).lower == "of" and around.kind is not None:
        direct = i + 2 if passage.at(i + 1).lower == "the" else i + 1
    elif passage.at(i).text == ",":
        direct = i + 1
    elif passage.at(i).shape == "lower" and passage.at(i).lower in ("in", "inside"):
        direct = i + 1
        while passage.at(direct).lower in SKIPPED | kinds().countryside or passage.at(direct).lower in directions().adjectives:
            direct += 1
        kind = kind_after(passage, direct) if direct < len(passage.tokens) else None
        if kind is not None and passage.at(kind.last).lower == "of":
            direct = kind.last + 1
    elif passage.at(i).lower in directions().adjectives or passage.at(i).lower == "rural":
        direct = i + 1
    found = around.names.get(direct)
    if found is None or found.role != "place":
        return None
    return found.name or words(passage, found.first, found.last)


def _container_left(passage: Passage, around: _Around) -> str | None:
    """ "Syria's Idlib", "Idlib's northern countryside": the place whose it is."""
    i = around.first - 1
    while passage.at(i).lower in SKIPPED or passage.at(i).lower in directions().adjectives:
        i -= 1
    stripped = False
    if passage.at(i).shape == "possessive":
        i -= 1
    else:
        stripped = True
    for found in around.names.values():
        if found.last == i + 1 and found.role == "place" and found.last <= around.first:
            written = words(passage, found.first, found.last)
            if not stripped or found.name and written == found.name + "s":
                return found.name or written
    return None


def _read_left(passage: Passage, around: _Around) -> None:
    """Outwards from the name, one known word after the other, until a word says nothing of the place."""
    i, first = around.first - 1, around.first
    for _ in range(MOST_STEPS):
        if i < 0:
            break
        taken = _step(passage, i, around)
        if taken is None:
            break
        i = taken
        if passage.at(i + 1).lower not in SKIPPED:
            first = i + 1
    around.first = min(first, around.first)


def _step(passage: Passage, i: int, around: _Around) -> int | None:
    """The index left of the words read at `i`; None where the expression ends."""
    token = passage.tokens[i]
    if token.lower == "of":
        return _before_of(passage, i, around)
    if token.lower in SKIPPED or token.lower in ("adjacent",):
        return i - 1
    if token.lower in directions().adjectives:
        if around.kind is None and around.relation == "at":
            around.relation, around.bearing = "part", directions().adjectives[token.lower]
        return i - 1
    if token.lower in kinds().countryside and (token.shape == "lower" or around.kind is None):
        around.relation = "countryside"
        return i - 1
    if token.lower == "from" and (distance := _distance(passage, i - 1)):
        around.relation, around.distance_km = "near", distance[0]
        return distance[1]
    if token.lower in kinds().surroundings and token.shape == "lower":
        if around.relation in ("at", "part"):
            around.relation = "near"
        return i - 1
    if token.lower == "between":
        around.relation = "between"
        return i - 1
    if token.lower == "and" and _between_before(passage, i):
        around.relation = "between"
        return None
    if token.shape == "lower" and token.lower in kinds().of and passage.at(i - 1).lower in SKIPPED | directions().adjectives.keys():
        around.kind = around.kind or kinds().of[token.lower][0]
        return i - 1
    return None


def _between_before(passage: Passage, i: int) -> bool:
    return any(t.lower == "between" for t in passage.tokens[max(0, i - 8) : i])


def _before_of(passage: Passage, i: int, around: _Around) -> int | None:
    """What stands before "of NAME": a kind, a direction with or without a distance, a surrounding."""
    token = passage.at(i - 1)
    for size in (3, 2, 1):
        start = i - size
        if start < 0:
            continue
        kind = kind_after(passage, start)
        if kind is not None and kind.last == i and passage.tokens[start].lower not in directions().nouns:
            if around.kind is None or around.loose_kind:
                around.kind = None if passage.at(start).lower in VAGUE else kind.level
            return start - 1
    if token.lower in kinds().surroundings:
        if around.relation == "at":
            around.relation = "near"
        return i - 2
    if token.lower in kinds().countryside:
        around.relation = "countryside"
        return i - 2
    for size in (3, 1):
        name = words(passage, i - size, i).lower() if i >= size else ""
        bearing = directions().nouns.get(name)
        if bearing is not None:
            return _offset(passage, i - size, bearing, around)
    return None


def _offset(passage: Passage, i: int, bearing: float, around: _Around) -> int:
    """ "[10 km] [to the] south of NAME"; `i` is the compass word."""
    j = i - 1
    while passage.at(j).lower in ("the", "to", "just", "due"):
        j -= 1
    distance = _distance(passage, j)
    around.bearing = bearing
    if distance is None:
        around.relation = "near"
        return j if j == i - 1 else i - 1
    around.relation, around.distance_km = "offset", distance[0]
    return distance[1]


def _distance(passage: Passage, i: int) -> tuple[float, int] | None:
    """The kilometres of "10 km", its unit at `i`, and the index left of it; "10-kilometre" too."""
    while passage.at(i).lower in ("away", "distance"):
        i -= 1
    unit, number = directions().units.get(passage.at(i).lower), i - 1
    bracket = passage.at(i).text == ")"
    if bracket:
        while number >= 0 and passage.at(number).text != "(":
            number -= 1
        return _distance(passage, number - 1) if i - number < 6 else None
    if unit is None:
        return None
    if passage.at(number).text == "-":
        number -= 1
    token: Token = passage.at(number)
    if token.shape != "number":
        value = NUMBERS.get(token.lower)
        return None if value is None else (value * unit, number - 1)
    try:
        return float(token.text.replace(",", "")) * unit, number - 1
    except ValueError:
        return None


NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
