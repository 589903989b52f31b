"""The words left of a place name, read outwards: "in the desert some 10 km south of the Syrian town of X"."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer import Gazetteer, PlaceLevel
from geo.lexicon import directions, grammar, kinds, scripts
from geo.recognizers.distances import bearing_before, distance_before
from geo.recognizers.insides import name_of
from geo.recognizers.kind_words import MOST_WORDS, Kind, kind_after, kind_of
from geo.recognizers.passage import Passage
from geo.recognizers.reading import Found
from geo.toponym import Relation

MOST_STEPS = 10
UNCASED = "\u0590"
"""The first letter of a script that knows no capitals; of the words that come here only such lie beyond."""
PARTS = frozenset(["town", "neighbourhood", "district", "facility"])
QUARTERS = frozenset(["district", "districts", "neighbourhood", "neighbourhoods", "quarters"]) | frozenset(
    ["neighborhood", "neighborhoods"]
)
"""Nameless ones ("the western districts of X") make a city of X."""
SETTLEMENTS = frozenset(["villages", "towns", "hamlets", "settlements"])
"""Nameless ones ("villages of X") lie in the land around X."""
CLOSE = frozenset(["close", "adjacent", "next"])
BORDERS = frozenset(["border", "borders", "frontier", "boundary"])
TOWARDS = frozenset(["toward", "towards", "on"])
"""Behind "advance": who advances on a town is not in it yet."""
WITHIN = frozenset(["in", "across", "throughout", "inside"])
"""Before "the north of X": a side of it; else beyond it."""


@dataclass(slots=True)
class Around:
    """What has been read of an expression so far."""

    first: int
    last: int
    kind: PlaceLevel | None = None
    kind_word: str | None = None
    relation: Relation = "at"
    bearing: float | None = None
    distance_km: float | None = None
    inside: str | None = None
    open_kind: bool = True
    """Whether words farther left may still say the kind; "state" behind a name may belong to what follows."""
    pointer: str | None = None
    listed: bool = False
    nameless: bool = False
    """Whether a part of the place is meant that bears no name: "the western districts of X"."""
    ends: frozenset[int] = frozenset()
    """Where the passage's names end."""
    plural: str = ""
    """The plural kind word behind the name or its list, lower case: "Kent and Sussex counties"."""
    whole: Found | None = None
    """The city before a kind word with "of": "the Damascus suburb of Douma"."""


def read_left(passage: Passage, around: Around, gazetteer: Gazetteer) -> None:
    """Outwards from the name, one known word after the other, until a word says nothing of the place."""
    i, first = around.first - 1, around.first
    for _ in range(MOST_STEPS):
        if i < 0:
            break
        adjective = passage.tokens[i].named and gazetteer.demonym(passage.tokens[i].text) is not None
        taken = _behind_side(passage, i - 1) if adjective else _step(passage, i, around)
        if taken is None:
            break
        i = taken
        if not adjective and passage.at(i + 1).lower not in grammar().skipped:
            first = i + 1
    around.first = first


def _behind_side(passage: Passage, i: int) -> int:
    """Left of a people's adjective, and of the side of that country: "the northern Iraqi town of X"."""
    return i - 1 if passage.at(i).lower in directions().adjectives else i


def _step(passage: Passage, i: int, around: Around) -> int | None:
    """The index left of the words read at `i`; None where the expression ends."""
    token = passage.tokens[i]
    if token.lower == "of" and i in around.ends and passage.at(i - 1).lower in kinds().after:
        return None  # "X Local Government Area of Y": the kind word is another name's
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
        _take_side(around, directions().adjectives[token.lower])
        return i - 1
    if token.lower in kinds().countryside and (token.shape == "lower" or around.kind is None):
        around.relation = "countryside"
        return i - 1
    if token.lower == "from":
        return _from(passage, i, around)
    if token.lower in ("to", "with"):
        return _to(passage, i, around)
    if token.lower in TOWARDS and around.relation == "at" and passage.at(i - 1).lower in grammar().advances:
        around.relation = "near"
        return None
    if token.shape != "lower":
        return None
    return _relation(passage, i, around)


def _take_side(around: Around, bearing: float | None) -> None:
    """ "northern X", "the western X countryside"; "the northern X province" may be all of it."""
    if around.relation == "at" and (around.kind is None or around.nameless):
        around.relation, around.bearing = "part", bearing
    elif around.relation == "countryside" and around.bearing is None:
        around.bearing = bearing


def _from(passage: Passage, i: int, around: Around) -> int | None:
    """ "10 km from X", "a few kilometres from X"."""
    if distance := distance_before(passage, i - 1):
        around.relation, around.distance_km = "near", distance.km
        return distance.before
    j = i - 2 if passage.at(i - 1).lower == "away" else i - 1
    if passage.at(j).lower in directions().units and len(passage.at(j).text) > 2:
        around.relation = "near"
        return j - 1
    return None


def _to(passage: Passage, i: int, around: Around) -> int | None:
    """ "close to X", "the border with X", "the road leading to X", "the hills to the east of X"."""
    before = passage.at(i - 1).lower
    if around.relation == "at" and (before in CLOSE or before in BORDERS):
        around.relation = "near"
        return i - 2
    if around.relation == "near" and around.bearing is not None and before in kinds().landscapes:
        around.relation = "landscape"
    before = passage.at(i - 2).lower if before == "leading" else before
    if around.relation == "at" and before in kinds().ways:
        around.relation = "road"
    return None


def _foreign(passage: Passage, i: int, around: Around) -> int | None:
    """As `_relation`, of a script without capitals."""
    key = passage.tokens[i].key
    if key in scripts().near or key in scripts().countryside:
        around.relation = "near" if key in scripts().near else "countryside"
    elif around.kind is None and key in scripts().kinds:
        around.kind, around.kind_word = scripts().kinds[key], key
    else:
        return None
    return i - 1


def _relation(passage: Passage, i: int, around: Around) -> int | None:
    """ "near X", "the city X", "the desert east of X"."""
    word = passage.tokens[i].lower
    if word > UNCASED:
        return _foreign(passage, i, around)
    if word in kinds().surroundings:
        if around.relation in ("at", "part"):
            around.relation = "near"
        return i - 1
    if around.relation == "near" and around.bearing is not None and word in kinds().landscapes:
        around.relation = "landscape"
        return None
    before = passage.at(i - 1).lower
    if word in kinds().of and (before in grammar().skipped or before in directions().adjectives):
        if around.bearing is None or around.relation not in ("near", "offset"):
            around.kind = kinds().of[word][0] if around.kind is None and around.open_kind else around.kind
        return i - 1
    return None


def _before_of(passage: Passage, i: int, around: Around) -> int | None:
    """What stands before "of NAME": a direction with or without a distance, a surrounding, a kind."""
    if bearing := bearing_before(passage, i):
        around.bearing = bearing.degrees
        if distance := distance_before(passage, bearing.before):
            around.relation, around.distance_km = "offset", distance.km
            return distance.before
        before = passage.at(bearing.before - 1).lower
        inside = passage.at(bearing.before).lower == "the" and before in WITHIN
        around.relation = "part" if inside else "near"
        return bearing.before
    word = passage.at(i - 1).lower
    if word in kinds().surroundings or word in kinds().countryside:
        if word in kinds().countryside:
            around.relation = "countryside"
        elif around.relation == "at":
            around.relation = "near"
        return i - 2
    for start in range(max(0, i - MOST_WORDS), i):
        kind = kind_of(passage, start) or kind_after(passage, start)
        if kind is not None and kind.last in (i, i + 1):
            if start in around.ends and around.whole is None and kind.level in PARTS:
                return None
            _take_kind(passage, kind._replace(last=i), around)
            return start - 1
    return None


def _take_kind(passage: Passage, kind: Kind, around: Around) -> None:
    """What "KIND of NAME" says of the name: its kind, or that the place is only a nameless part of it."""
    word = passage.at(kind.first).lower
    if around.whole is not None and around.inside is None:
        around.inside = name_of(passage, around.whole)
    if passage.at(kind.last - 1).lower == "capital" or passage.at(kind.last - 2).lower == "capital":
        around.pointer, around.open_kind = around.pointer or "seat", False
    elif _is_nameless(passage, kind, around):
        _take_nameless(word, around)
    elif word == "area" and around.kind == "town" and around.relation == "at":
        around.relation = "near"  # "the area of the city of X"
    elif around.open_kind:
        around.kind = None if word in grammar().vague else kind.level
        around.kind_word = words_of(passage, kind)
        around.open_kind = around.kind is None


def _take_nameless(word: str, around: Around) -> None:
    """A part of the place, or the land around it, that has no name."""
    around.open_kind, around.nameless = False, True
    if word in kinds().surroundings or word + "s" in kinds().surroundings:
        around.relation = "near" if around.relation in ("at", "part") else around.relation
    elif around.kind is None and word in QUARTERS:
        around.kind, around.kind_word = "town", None if word in ("district", "districts") else word
    elif around.kind is None and word in SETTLEMENTS and around.relation == "at":
        around.relation = "countryside"


def words_of(passage: Passage, kind: Kind) -> str:
    """The kind word itself, without its "of"; empty for one that stands behind a whole list."""
    words = [token.lower for token in passage.tokens[kind.first : kind.last]]
    return " ".join(words[:-1] if words and words[-1] == "of" else words)


def _is_nameless(passage: Passage, kind: Kind, around: Around) -> bool:
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
