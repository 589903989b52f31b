"""The words around a place name: kind, relation, direction and distance -> its Toponym."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer import Gazetteer, PlaceLevel
from geo.candidates import LARGE, prominence
from geo.lexicon import directions, grammar, kinds
from geo.recognizers.distances import bearing_before, distance_before
from geo.recognizers.insides import Names, inside_before, inside_behind, name_of
from geo.recognizers.kind_words import MOST_WORDS, Kind, kind_after, kind_of
from geo.recognizers.names import name_key
from geo.recognizers.passage import Passage
from geo.recognizers.reading import Found
from geo.toponym import Relation, Toponym

MOST_STEPS = 10
PARTS = frozenset(["town", "neighbourhood", "district", "facility"])
BETWEEN_REACH = 8
"""So many tokens before the "and" of "between X and Y" the "between" is looked for."""


@dataclass(slots=True)
class _Around:
    """What has been read of an expression so far."""

    first: int
    last: int
    ends: frozenset[int]
    """Where the passage's names end."""
    kind: PlaceLevel | None = None
    relation: Relation = "at"
    bearing: float | None = None
    distance_km: float | None = None
    inside: str | None = None
    open_kind: bool = True
    """Whether words farther left may still say the kind; "state" behind a name may belong to what follows."""
    pointer: str | None = None
    listed: bool = False
    whole: Found | None = None
    """The city before a kind word with "of": "the Damascus suburb of Douma"."""


def describe(
    passage: Passage, found: Found, names: Names, ends: frozenset[int], gazetteer: Gazetteer
) -> Toponym:
    """The toponym of a finding, with what the words around it say.

    `names` are the passage's place findings, `ends` where they end.
    """
    around = _Around(found.first, found.last, ends, pointer=found.pointer)
    around.whole = _whole_before(passage, found, names, gazetteer)
    if found.pointer is None:
        _read_right(passage, around, names, gazetteer)
    name = _own_name(passage, found, around, gazetteer)
    around.listed = _is_listed(passage, found, names, ends)
    _read_left(passage, around)
    return Toponym(
        span=passage.span(found.first, found.last),
        name=name,
        expression=passage.span(around.first, around.last),
        kind=around.kind,
        relation=around.relation,
        bearing=around.bearing,
        distance_km=around.distance_km,
        inside=around.inside,
        modifier=found.role == "modifier",
        marked=found.marked,
        pointer=around.pointer,
    )


def _own_name(passage: Passage, found: Found, around: _Around, gazetteer: Gazetteer) -> str:
    """What to look up: "Homs airport" where the gazetteer has the airport itself, else the name alone."""
    name = name_of(passage, found)
    if around.kind != "facility" or around.last <= found.last or found.name:
        return name
    whole = name_of(passage, found._replace(last=around.last))
    known = gazetteer.lookup(whole)
    return whole if any(place.level == "facility" for place in known) else name


def _whole_before(passage: Passage, found: Found, names: Names, gazetteer: Gazetteer) -> Found | None:
    """In "the Damascus suburb of Douma" Damascus; None in "the Shaar neighbourhood of Aleppo"."""
    if passage.at(found.first - 1).lower != "of":
        return None
    earlier = (f for f in names.values() if f.last < found.first)
    before = next((f for f in earlier if _kind_fills(passage, f, found)), None)
    if before is None:
        return None
    one, other = (prominence(name_key(passage, f.first, f.last), gazetteer) for f in (before, found))
    return before if one > LARGE and one > other else None


def _kind_fills(passage: Passage, one: Found, other: Found) -> bool:
    kind = kind_of(passage, one.last)
    return kind is not None and kind.last == other.first


def _is_listed(passage: Passage, found: Found, names: Names, ends: frozenset[int]) -> bool:
    """Whether another name follows or comes before it in a list: "the villages of X and Y"."""
    if _next_of_list(passage, found.last) in names:
        return True
    i = found.first - 1
    while passage.at(i).lower in ("and", "or", ",", "the"):
        i -= 1
    return i < found.first - 1 and i + 1 in ends


def _is_whole(passage: Passage, kind: Kind, names: Names, found: Found, gazetteer: Gazetteer) -> bool:
    """Whether the kind word behind a name belongs to the next one: "the Damascus suburb of Douma"."""
    if passage.at(kind.last).lower != "of":
        return False
    part = names.get(kind.last + 1)
    return part is not None and _whole_before(passage, part, names, gazetteer) == found


def _read_right(passage: Passage, around: _Around, names: Names, gazetteer: Gazetteer) -> None:
    kind = _kind_inside(passage, around) or _kind_behind(passage, around, names)
    if kind is not None and _is_whole(passage, kind, names, names[around.first], gazetteer):
        kind = None
    if kind is not None:
        word = passage.at(kind.first).text
        no_kind = word.lower() in grammar().vague or _is_plural_of_one(passage, kind, around, names)
        around.kind = None if no_kind else kind.level
        around.open_kind = around.kind is None or word == "state"
        around.last = max(around.last, kind.last)
    i = around.last + 1 if passage.at(around.last).shape == "possessive" else around.last
    if i > around.last and passage.at(i).lower == "capital" and not passage.at(i + 1).named:
        around.pointer, around.last = "seat", i + 1
        return
    around_words = kinds().countryside | grammar().around_it
    if passage.at(i).lower in directions().adjectives and passage.at(i + 1).lower in around_words:
        around.bearing = directions().adjectives[passage.at(i).lower]
        i += 1
    after = passage.at(i)
    if after.shape == "lower" and after.lower in around_words:
        around.relation = "countryside" if after.lower in kinds().countryside else "near"
        around.last = i + 1
    around.inside = inside_behind(passage, around.last, kind is not None, names)
    if around.inside is None:
        around.inside = inside_before(passage, around.first, names)


def _kind_inside(passage: Passage, around: _Around) -> Kind | None:
    """The kind word that is the last of the name itself: "Licking County"."""
    kind = kind_after(passage, around.last - 1) if around.last - around.first > 1 else None
    fits = kind is not None and kind.level in ("district", "province") and kind.last == around.last
    return kind if fits else None


def _kind_behind(passage: Passage, around: _Around, names: Names) -> Kind | None:
    """The kind word behind the name, or behind the list that it stands in: "Raqqa and Homs provinces"."""
    kind = kind_after(passage, around.last) if around.last < len(passage.tokens) else None
    if kind is not None:
        state = passage.at(kind.first).lower == "state"
        return None if state and passage.at(kind.last).lower in grammar().state_bodies else kind
    i = around.last
    while (found := names.get(_next_of_list(passage, i))) is not None:
        i = found.last
    kind = kind_after(passage, i) if around.last < i < len(passage.tokens) else None
    return kind._replace(last=around.last) if kind is not None and kind.plural else None


def _next_of_list(passage: Passage, i: int) -> int:
    """Where the next name of "A, B and C" begins; -1 where no list goes on at `i`."""
    if passage.at(i).lower not in (",", "and", "or"):
        return -1
    return i + 2 if passage.at(i + 1).lower in ("and", "or", "the") else i + 1


def _is_plural_of_one(passage: Passage, kind: Kind, around: _Around, names: Names) -> bool:
    """ "four Baghdad neighborhoods": some of the city's, none of that name."""
    here = Found(around.first, around.last, "place")
    return kind.plural and kind.level in PARTS and not _is_listed(passage, here, names, around.ends)


def _read_left(passage: Passage, around: _Around) -> None:
    """Outwards from the name, one known word after the other, until a word says nothing of the place."""
    i, first = around.first - 1, around.first
    for _ in range(MOST_STEPS):
        taken = _step(passage, i, around) if i >= 0 else None
        if taken is None:
            break
        i = taken
        if passage.at(i + 1).lower not in grammar().skipped:
            first = i + 1
    around.first = first


def _step(passage: Passage, i: int, around: _Around) -> int | None:
    """The index left of the words read at `i`; None where the expression ends."""
    token = passage.tokens[i]
    if token.lower == "of":
        return _before_of(passage, i, around)
    if token.lower in grammar().skipped:
        return i - 1
    if token.text == "," and passage.at(i - 1).lower == "capital" and around.kind is None:
        around.kind, around.open_kind = "town", False
        return None
    side = directions().nouns.get(token.lower) if i == around.first - 1 and token.shape == "lower" else None
    if side is not None and around.kind is None and around.relation == "at":
        around.relation, around.bearing = "part", side
        return i - 1
    if token.lower in directions().adjectives:
        if around.kind is None and around.relation == "at":
            around.relation, around.bearing = "part", directions().adjectives[token.lower]
        return i - 1
    if token.lower in kinds().countryside and (token.shape == "lower" or around.kind is None):
        around.relation = "countryside"
        return i - 1
    if token.lower == "from" and (distance := distance_before(passage, i - 1)):
        around.relation, around.distance_km = "near", distance.km
        return distance.before
    if token.shape != "lower":
        return None
    return _relation(passage, i, around)


def _relation(passage: Passage, i: int, around: _Around) -> int | None:
    """ "near X", "between X and Y", "the city X"."""
    word = passage.tokens[i].lower
    if word in kinds().surroundings:
        if around.relation in ("at", "part"):
            around.relation = "near"
        return i - 1
    if word == "between":
        around.relation = "between"
        return i - 1
    if word == "and":
        if any(token.lower == "between" for token in passage.tokens[max(0, i - BETWEEN_REACH) : i]):
            around.relation = "between"
        return None
    before = passage.at(i - 1).lower
    if word in kinds().of and (before in grammar().skipped or before in directions().adjectives):
        around.kind = kinds().of[word][0] if around.kind is None and around.open_kind else around.kind
        return i - 1
    return None


def _before_of(passage: Passage, i: int, around: _Around) -> int | None:
    """What stands before "of NAME": a direction with or without a distance, a surrounding, a kind."""
    if bearing := bearing_before(passage, i):
        around.bearing = bearing.degrees
        if distance := distance_before(passage, bearing.before):
            around.relation, around.distance_km = "offset", distance.km
            return distance.before
        around.relation = "near"
        return bearing.before
    word = passage.at(i - 1).lower
    if word in kinds().surroundings or word in kinds().countryside:
        if word in kinds().countryside:
            around.relation = "countryside"
        elif around.relation == "at":
            around.relation = "near"
        return i - 2
    for start in range(max(0, i - MOST_WORDS), i):
        kind = kind_after(passage, start)
        if kind is not None and kind.last == i:
            if start in around.ends and around.whole is None and kind.level in PARTS:
                return None
            _take_kind(passage, kind, around)
            return start - 1
    return None


def _take_kind(passage: Passage, kind: Kind, around: _Around) -> None:
    """What "KIND of NAME" says of the name: its kind, or that the place is only a nameless part of it."""
    word = passage.at(kind.first).lower
    if around.whole is not None and around.inside is None:
        around.inside = name_of(passage, around.whole)
    if passage.at(kind.last - 1).lower == "capital" or passage.at(kind.last - 2).lower == "capital":
        around.pointer, around.open_kind = around.pointer or "seat", False
    elif _is_nameless(passage, kind, around):
        if word in kinds().surroundings or word + "s" in kinds().surroundings:
            around.relation = "near" if around.relation in ("at", "part") else around.relation
        around.open_kind = False
    elif around.open_kind:
        around.kind = None if word in grammar().vague else kind.level
        around.open_kind = around.kind is None


def _is_nameless(passage: Passage, kind: Kind, around: _Around) -> bool:
    """ "an upscale neighbourhood of X", "several villages of X", "neighbourhoods of X" without a list."""
    if kind.level not in PARTS or (around.kind is not None and not kind.plural):
        return around.kind is not None and _is_indefinite(passage, kind.first)
    return _is_indefinite(passage, kind.first) or (kind.plural and not around.listed)


def _is_indefinite(passage: Passage, i: int) -> bool:
    """Whether "a", "several" or a number stands before the kind word at `i`, few adjectives between."""
    for j in range(i - 1, i - 6, -1):
        token = passage.at(j)
        word = token.lower
        if word in grammar().indefinite or token.shape == "number" or word in grammar().numbers:
            return True
        if token.text != "-" and (token.shape != "lower" or word in ("the", "of", "in", "and")):
            return False
    return False
