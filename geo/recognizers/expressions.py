"""The words around a place name: kind, relation, direction and distance -> its Toponym."""

from __future__ import annotations

from gazetteer import Gazetteer, PlaceLevel
from geo.candidates import AREA, LARGE, prominence
from geo.lexicon import directions, grammar, kinds
from geo.recognizers.coordinates import coordinates_behind
from geo.recognizers.insides import Names, inside_before, inside_behind, is_stripped, name_of
from geo.recognizers.kind_words import MOST_WORDS, Kind, kind_after, kind_of
from geo.recognizers.leftwards import PARTS, Around, read_left, words_of
from geo.recognizers.names import name_key
from geo.recognizers.passage import Passage
from geo.recognizers.reading import Found
from geo.senses import COUNTRY
from geo.toponym import Toponym

SUBDIVISIONS = frozenset(
    ["sub-district", "subdistrict", "tehsil", "taluk", "upazila", "township", "area", "lga"]
)
"""Last words of divisions that no city has: "the X tehsil of Y" is X."""


def describe(
    passage: Passage,
    found: Found,
    names: Names,
    ends: frozenset[int],
    gazetteer: Gazetteer,
    other_end: Found | None = None,
) -> Toponym:
    """The toponym of a finding, with what the words around it say.

    `names` are the passage's place findings, `ends` where they end; `other_end` is the name at the other
    end of the stretch that it bounds ("between X and Y").
    """
    around = Around(found.first, found.last, pointer=found.pointer, ends=ends)
    around.whole = _whole_before(passage, found, names, gazetteer)
    if found.pointer is None:
        _read_right(passage, around, names, gazetteer)
    spot = found.spot
    if spot is None and (behind := coordinates_behind(passage, around.last, names)):
        spot, around.last = behind
    around.listed = _is_listed(passage, found, names, ends)
    read_left(passage, around, gazetteer)
    if around.listed and around.kind is None and not around.nameless:
        around.kind = _kind_of_list(passage, found, names)
    name = _own_name(passage, found, around, gazetteer)
    if other_end is not None:
        around.relation = "between"
    return Toponym(
        span=passage.span(found.first, found.last),
        name=name,
        expression=passage.span(around.first, around.last),
        kind=around.kind,
        kind_word=around.kind_word,
        relation=around.relation,
        bearing=around.bearing,
        distance_km=around.distance_km,
        inside=around.inside,
        modifier=found.role == "modifier",
        marked=found.marked,
        pointer=around.pointer,
        spot=spot,
        other_end=None if other_end is None else passage.span(other_end.first, other_end.last),
    )


def _own_name(passage: Passage, found: Found, around: Around, gazetteer: Gazetteer) -> str:
    """What to look up: the name with its kind word where the gazetteer has that place itself, else alone.

    "Homs airport"; of "Kent and Sussex counties" both "Kent county" and "Sussex county".
    """
    name = name_of(passage, found)
    if around.kind == "district" and around.plural and not found.name:
        whole = f"{name} {_singular(around.plural)}"
        return whole if any(place.level == "district" for place in gazetteer.lookup(whole)) else name
    if around.kind != "facility" or around.kind_word is None or found.name:
        return name
    whole = f"{name} {around.kind_word}"
    known = gazetteer.lookup(whole)
    return whole if any(place.level == "facility" for place in known) else name


def _singular(plural: str) -> str:
    """ "counties" -> "county"."""
    return plural[:-3] + "y" if plural.endswith("ies") else plural[:-1]


def _whole_before(passage: Passage, found: Found, names: Names, gazetteer: Gazetteer) -> Found | None:
    """In "the Damascus suburb of Douma" Damascus; None in "the Shaar neighbourhood of Aleppo"."""
    if passage.at(found.first - 1).lower != "of" or passage.at(found.first - 2).lower in SUBDIVISIONS:
        return None
    own = kind_after(passage, found.last) if found.last < len(passage.tokens) else None
    if own is not None and own.level in ("district", "province"):  # "Salala village of Goshta district"
        return None
    earlier = (f for f in names.values() if f.last < found.first)
    before = next((f for f in earlier if _kind_fills(passage, f, found)), None)
    if before is None:
        return None
    one, other = (prominence(name_key(passage, f.first, f.last), gazetteer) for f in (before, found))
    if one >= AREA:  # "the West Bank town of Bethlehem"
        kind = kind_of(passage, before.last)
        return before if kind is not None and {"town", "neighbourhood"} & set(kind.levels) else None
    return before if one > LARGE and one > other else None


def _kind_fills(passage: Passage, one: Found, other: Found) -> bool:
    kind = kind_of(passage, one.last)
    return kind is not None and kind.last == other.first


def _is_listed(passage: Passage, found: Found, names: Names, ends: frozenset[int]) -> bool:
    """Whether another name follows or comes before it in a list: "the villages of X and Y"."""
    if found.last in names or _next_of_list(passage, found.last) in names:
        return True
    i = found.first - 1
    while passage.at(i).lower in ("and", "or", ",", "the"):
        i -= 1
    return i < found.first - 1 and i + 1 in ends


def _kind_of_list(passage: Passage, found: Found, names: Names) -> PlaceLevel | None:
    """The level that a plural before the whole list says: "the provinces of X, Y and Z"."""
    by_last = {f.last: f for f in names.values()}
    first: Found | None = found
    i = found.first - 1
    while first is not None:
        i = first.first - 1
        while passage.at(i).lower in ("and", "or", ",", "the"):
            i -= 1
        first = by_last.get(i + 1) if i < first.first - 1 else None
    if passage.at(i).lower != "of":
        return None
    kind = kind_of(passage, i - 1)
    return kind.level if kind is not None and kind.plural else None


def _is_whole(passage: Passage, kind: Kind, names: Names, found: Found, gazetteer: Gazetteer) -> bool:
    """Whether the kind word behind a name belongs to the next one: "the Damascus suburb of Douma"."""
    if passage.at(kind.last).lower != "of":
        return False
    part = names.get(kind.last + 1)
    return part is not None and _whole_before(passage, part, names, gazetteer) == found


def _read_right(passage: Passage, around: Around, names: Names, gazetteer: Gazetteer) -> None:
    kind = _kind_inside(passage, around) or _kind_behind(passage, around, names)
    if kind is not None and _is_whole(passage, kind, names, names[around.first], gazetteer):
        kind = None
    if kind is not None:
        word = passage.at(kind.first).text
        no_kind = word.lower() in grammar().vague or _is_plural_of_one(passage, kind, around, names)
        around.kind, around.kind_word = (None, None) if no_kind else (kind.level, words_of(passage, kind))
        around.open_kind = around.kind is None or word == "state"
        around.plural = passage.at(kind.first).lower if kind.plural else ""
        around.last = max(around.last, kind.last)
    i = around.last + 1 if passage.at(around.last).shape == "possessive" else around.last
    if i > around.last and passage.at(i).lower == "capital" and not passage.at(i + 1).named:
        around.pointer, around.last = "seat", i + 1
        return
    if passage.at(i).lower in directions().adjectives and _is_around(passage.at(i + 1).lower):
        around.bearing = directions().adjectives[passage.at(i).lower]
        i += 1
    after = passage.at(i)
    if after.shape == "lower" and _is_around(after.lower):
        around.relation = "countryside" if after.lower in kinds().countryside else "near"
        around.last = i + 1
    listed = _lists_country(passage, around, names, gazetteer)
    if not listed and not is_stripped(passage, names[around.first]):
        around.inside = inside_behind(passage, around.last, kind is not None, names)
        if around.inside and _is_next_unknown(passage, around, names, gazetteer):
            around.inside = None
    if around.inside is None:
        around.inside = inside_before(passage, around.first, names)


def _lists_country(passage: Passage, around: Around, names: Names, gazetteer: Gazetteer) -> bool:
    """Whether a country stands straight before another name: "Turkey Syria" is a list of tags, no address."""
    if around.last not in names:
        return False
    return prominence(name_key(passage, around.first, around.last), gazetteer) >= COUNTRY


def _is_next_unknown(passage: Passage, around: Around, names: Names, gazetteer: Gazetteer) -> bool:
    """ "At A, B and C villages": B is the next of a list, and no area around A that anybody knows."""
    found = names.get(_next_of_list(passage, around.last))
    if found is None or found.name or passage.at(found.last).lower not in (",", "and"):
        return False
    keys = (name_key(passage, f.first, f.last) for f in (names[around.first], found))
    return not any(gazetteer.has_key(key) or gazetteer.lookup_loose(key) for key in keys)


def _is_around(word: str) -> bool:
    return word in kinds().countryside or word in grammar().around_it


def _kind_inside(passage: Passage, around: Around) -> Kind | None:
    """The kind word that ends the name itself: "Licking County", "Gwoza Local Government Area"."""
    for i in range(max(around.first + 1, around.last - MOST_WORDS), around.last):
        kind = kind_after(passage, i)
        if kind is not None and kind.level in ("district", "province") and kind.last == around.last:
            return kind
    return None


def _kind_behind(passage: Passage, around: Around, names: Names) -> Kind | None:
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


def _is_plural_of_one(passage: Passage, kind: Kind, around: Around, names: Names) -> bool:
    """ "four Baghdad neighborhoods": some of the city's, none of that name."""
    here = Found(around.first, around.last, "place")
    return kind.plural and kind.level in PARTS and not _is_listed(passage, here, names, around.ends)
