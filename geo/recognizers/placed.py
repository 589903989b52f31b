"""Names that the text itself calls a place: "the village of Hass", "Tall Tawil village", "Mount Hermon"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.candidates import AREA, LARGE, prominence
from geo.lexicon import abbreviations, calendar, directions, grammar, organisations, persons, stop_names
from geo.recognizers.capitals import is_cut_short, listed_parts, parts_of, run_end
from geo.recognizers.kind_words import Kind, kind_after, kind_of, kind_right_before, may_lead
from geo.recognizers.leftwards import BORDERS
from geo.recognizers.names import is_link, known_name, name_key, starts_name
from geo.recognizers.passage import Marks, Passage, Token
from geo.recognizers.reading import Found, Notes, Taken

OPEN_LEVELS = frozenset(["town", "neighbourhood", "district", "province"])
"""A kind word of these makes a place of a name that no gazetteer knows; "Main Hotel" stays out."""
FACILITIES = frozenset(
    ["military", "airport", "air", "airbase", "airfield", "crossing", "border", "dam", "refugee", "camp"]
)
"""Of the facilities only these, by the first word of their kind."""
LANDMARKS = frozenset(
    (
        "military", "dam", "airbase", "airfield", "crossing", "checkpoint", "refinery", "oilfield", "hills",
        "mountains", "farms", "orchards",
    )
)  # fmt: skip
"""With a capital these are part of the name of a place that something happens at: "at the Tabqa Dam"."""
LEADS_ON = frozenset(
    ("the", "of", "on", "and", "into", "hit", "hitting", "struck", "targeted", "targeting", "bombed",
     "shelled")
)
"""Before the first name of "X and Y villages", beside the words that lead to a place."""
COMMUNITIES = frozenset(["community", "communities"])
NAMELESS = frozenset(["village", "hamlet", "town", "settlement"])
"""Behind "a" and a name: a place of those people or somewhere in it, and none of that name."""
MOST_UNKNOWN = 4


def recognize_placed(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """A name behind "KIND of", or before or behind a kind word; known or not."""
    for i in passage.marked(Marks.KIND):
        if may_lead(passage, i):
            if kind := kind_of(passage, i):
                yield from _named_after(passage, kind, gazetteer)
            elif kind := kind_right_before(passage, i):
                yield from _named_right_after(passage, kind, gazetteer)
        if passage.at(i - 1).named and (kind := kind_after(passage, i)):
            yield from _named_before(passage, kind, notes, gazetteer)


def says_whose(passage: Passage, first: int, last: int) -> bool:
    """Whether a name is that of people: "a Mormon community"; "the Gedeo community" may be a village."""
    return passage.at(last).lower in COMMUNITIES and passage.at(first - 1).lower in ("a", "an")


def _named_after(passage: Passage, kind: Kind, gazetteer: Gazetteer) -> Iterator[Found]:
    """ "village of X", and of "villages of X, Y and Z" all three, with or without commas."""
    i = kind.last
    while i < len(passage.tokens):
        if passage.tokens[i].lower == "the":
            i += 1
        if not starts_name(passage, i) if i < len(passage.tokens) else True:
            return
        end = _end_after(passage, i, kind, gazetteer)
        if end is None or _is_authority(passage, kind, i):
            return
        if passage.at(end).lower not in grammar().peoples or end > i + 2:
            parts = listed_parts(passage, i, end, gazetteer) if kind.plural else [(i, end)]
            yield from (Found(*part, "place", marked=True) for part in parts)
        end = _behind_aside(passage, end)
        if not kind.plural or passage.at(end).lower not in (",", "and"):
            return
        i = end + 2 if passage.at(end + 1).lower == "and" else end + 1


def _behind_aside(passage: Passage, i: int) -> int:
    """Behind a short remark in brackets: "the settlements of X (three times), Y and Z"."""
    if passage.at(i).text != "(":
        return i
    return next((k + 1 for k in range(i + 1, i + 5) if passage.at(k).text == ")"), i)


def _is_authority(passage: Passage, kind: Kind, first: int) -> bool:
    """ "the Department of Fisheries": a body's head word, and behind it an everyday word for what it does."""
    head, matter = passage.tokens[kind.first], passage.tokens[first].lower
    everyday = matter in stop_names() or matter.removesuffix("s") in stop_names()
    return everyday and head.named and head.lower in organisations().heads


def _end_after(passage: Passage, first: int, kind: Kind, gazetteer: Gazetteer) -> int | None:
    """The end of the name behind "KIND of": known, or the whole run of capitals."""
    known = known_name(passage, first, len(passage.tokens), gazetteer)
    if kind.level not in OPEN_LEVELS:
        return known
    if known is None:
        return _unknown_end(passage, first, gazetteer)
    if kind.plural and not passage.titled[first]:
        return max(known, run_end(passage, first, len(passage.tokens), gazetteer))
    return is_cut_short(passage, first, known, gazetteer) or known


def _named_right_after(passage: Passage, kind: Kind, gazetteer: Gazetteer) -> Iterator[Found]:
    """ "Mount Hermon", where the kind is part of the name; "the village Hass", where it is not."""
    if passage.tokens[kind.first].named:
        end = known_name(passage, kind.first, len(passage.tokens), gazetteer)
        if end is not None and end > kind.last:
            yield Found(kind.first, end, "place", marked=True)
        return
    end = known_name(passage, kind.last, len(passage.tokens), gazetteer)
    if end is not None:
        end = is_cut_short(passage, kind.last, end, gazetteer) or end
        yield Found(kind.last, end, "place", marked=True)


def _unknown_end(passage: Passage, first: int, gazetteer: Gazetteer) -> int | None:
    """Behind the run of capitals from `first` on, unless it is a people's or an everyday word."""
    token = passage.tokens[first]
    if gazetteer.demonym(token.text) is not None or token.lower in stop_names():
        return None
    whole = run_end(passage, first, len(passage.tokens), gazetteer)
    # "Umm Batna": what a first word of names leads to is the rest of its name.
    behind = first + 2 if token.marks & Marks.GENERIC else first + 1
    for i in range(behind, whole):
        if passage.tokens[i].named and _well_known(passage, i, whole, gazetteer):
            return i
    return whole if whole > first else None


def _well_known(passage: Passage, first: int, end: int, gazetteer: Gazetteer) -> bool:
    return prominence(name_key(passage, first, end), gazetteer) >= LARGE


def _named_before(passage: Passage, kind: Kind, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """ "X village": all capitals before the kind word, less names that stand there for themselves."""
    if owner := _country_of_base(passage, kind, gazetteer):
        yield owner
        return
    first = _run_start(passage, kind.first, gazetteer)
    if first is None or (passage.titled[first] and passage.tokens[kind.first - 1].lower in stop_names()):
        return
    if says_whose(passage, first, kind.first) or _is_faith(passage, first, kind):
        return
    if _is_of_people(passage, first, kind, gazetteer):
        yield Found(first, kind.first, "ordinary")
        return
    for i in range(first, kind.first if notes.longer else first):
        if name_key(passage, i, kind.first) in notes.longer:
            yield _with_kind(passage, i, kind, gazetteer)
            return
    start = _own_start(passage, first, kind, gazetteer)
    known = known_name(passage, start, kind.first, gazetteer) == kind.first
    fits = not passage.tokens[kind.first].named or kind.level in ("district", "province")
    if (fits or start == first) if known else _can_be_unknown(passage, start, kind):
        yield _with_kind(passage, start, kind, gazetteer)
        if kind.plural and passage.at(start - 1).lower == "and":
            yield from _one_more(passage, start - 1, kind, gazetteer)


def _is_of_people(passage: Passage, first: int, kind: Kind, gazetteer: Gazetteer) -> bool:
    """ "A rival Dogon village", "a Claymore mine": whose it is or of what make, and not how it is called."""
    word, alone = passage.tokens[kind.first], first == kind.first - 1
    if word.lower == "mine" and word.shape == "lower":
        return alone and passage.tokens[first].lower in stop_names()
    if word.lower not in NAMELESS or known_name(passage, first, kind.first, gazetteer) == kind.first:
        return False
    i = first - 1
    stops = (*grammar().place_words, "a", "an", "on", "of")
    while i > first - 4 and passage.at(i).shape == "lower" and passage.at(i).lower not in stops:
        i -= 1
    return passage.at(i).lower in ("a", "an")


def _country_of_base(passage: Passage, kind: Kind, gazetteer: Gazetteer) -> Found | None:
    """ "A US military base": whose it is, not where."""
    name = abbreviations().anywhere.get(passage.tokens[kind.first - 1].text)
    if name is None or kind.level != "facility" or passage.tokens[kind.first].named:
        return None
    code = next((p.country for p in gazetteer.lookup(name) if p.level == "country"), None)
    return None if code is None else Found(kind.first - 1, kind.first, "country", code)


def _is_faith(passage: Passage, first: int, kind: Kind) -> bool:
    """The first word of "Christian village of X": who lives there; the name stands behind."""
    alone = first == kind.first - 1 and passage.tokens[first].lower in stop_names()
    return alone and passage.at(kind.last).lower == "of"


def _one_more(passage: Passage, stop: int, kind: Kind, gazetteer: Gazetteer) -> Iterator[Found]:
    """The X of "in X and Y villages"; both of "on X Z and Y villages", "in X, Z and Y villages"."""
    first = _run_start(passage, stop, gazetteer)
    if first is None or not _can_be_unknown(passage, first, kind):
        return
    led = passage.at(first - 1)
    if led.text == "," and (before := list(_one_more(passage, first - 1, kind, gazetteer))):
        yield from (*before, Found(first, stop, "place", marked=True))
    if led.marks & Marks.PLACE_WORD or led.lower in LEADS_ON:
        # "Ma Htaw" is one name, wherever commas would part two.
        several = "," not in passage.text
        parts = listed_parts(passage, first, stop, gazetteer) if several else [(first, stop)]
        yield from (Found(*part, "place", marked=True) for part in parts)


def _own_start(passage: Passage, first: int, kind: Kind, gazetteer: Gazetteer) -> int:
    """Where the name right before a kind word begins: "Sarmada Idlib province" is two names.

    The end of a run is a name of its own where the rest is known and lies with it, where it is a well known
    place of that kind, or where the run cannot be one name.
    """
    owner = passage.tokens[first]
    stripped = owner.key[:-1] if owner.lower.endswith("s") else ""
    if kind.first > first + 1 and prominence(stripped, gazetteer) >= LARGE:
        first += 1  # "Aleppos Ansari neighborhood", in a text that lost its apostrophes
    parts = parts_of(passage, first, kind.first, gazetteer)
    # "Shan-North state": what a hyphen holds together is one division.
    division = kind.level in ("district", "province", "region")
    division = division and passage.tokens[kind.first].lower not in BORDERS
    if len(parts) > 1 and not (division and passage.tokens[parts[-1][0] - 1].text == "-"):
        return parts[-1][0]
    if known_name(passage, first, kind.first, gazetteer) == kind.first:
        return first
    village = passage.tokens[kind.first].lower in ("village", "villages", "hamlet")
    whole = _can_be_unknown(passage, first, kind)
    for i in range(first + 1, kind.first):
        if division and passage.tokens[i - 1].text == "-":
            continue
        if not starts_name(passage, i) or known_name(passage, i, kind.first, gazetteer) != kind.first:
            continue
        weight = prominence(name_key(passage, i, kind.first), gazetteer)
        fits = weight >= AREA if kind.level in ("district", "province") else weight >= LARGE
        if not whole or (fits and not village):
            return i
    return first


def _with_kind(passage: Passage, first: int, kind: Kind, gazetteer: Gazetteer) -> Found:
    """The finding; a capitalised kind word belongs to the name of a district ("Licking County").

    So it does where only the two together name something: "the Tabqa Dam" of an unknown Tabqa.
    """
    whole = known_name(passage, first, kind.last, gazetteer) == kind.last
    word = passage.tokens[kind.first]
    landmark = word.lower in LANDMARKS and known_name(passage, first, kind.first, gazetteer) != kind.first
    own = whole or (word.named and (kind.level == "district" or landmark))
    after = passage.at(kind.last)
    civic = after.named and after.lower in organisations().civic
    return Found(first, kind.last if own else kind.first, "modifier" if civic else "place", marked=True)


def _can_be_unknown(passage: Passage, first: int, kind: Kind) -> bool:
    """Whether capitals that no gazetteer knows are a place's name before this kind word."""
    word, size = passage.tokens[kind.first], sum(t.named for t in passage.tokens[first : kind.first])
    if size > MOST_UNKNOWN or passage.titled[first]:
        return False
    if word.named:
        led = passage.at(first - (2 if passage.at(first - 1).lower == "the" else 1))
        landmark = word.lower in LANDMARKS and led.marks & Marks.PLACE_WORD
        fits = kind.level in ("district", "province") or bool(landmark)
    else:
        fits = kind.level in OPEN_LEVELS or word.lower in FACILITIES
    last = passage.tokens[kind.first - 1].lower
    return fits and not (size == 1 and (last in stop_names() or last in persons().titles))


def _is_people(token: Token, gazetteer: Gazetteer) -> bool:
    """ "Syrian", "Idlibi"; not "Baghdadi" where the gazetteer has a town of that name."""
    if gazetteer.demonym(token.text) is not None:
        return True
    return gazetteer.people_of(token.text) is not None and not gazetteer.has_key(token.key)


def _within_name(passage: Passage, i: int) -> bool:
    """Whether a month's short form is a word of a name: "Yin Mar Kan", not "On Mar 3"."""
    token, before, after = passage.tokens[i], passage.at(i - 1), passage.at(i + 1)
    return len(token.text) == 3 and before.named and after.named and before.lower not in calendar()


def _run_start(passage: Passage, stop: int, gazetteer: Gazetteer) -> int | None:
    """Where the capitals that end at `stop` begin, without compass words, peoples, a sentence's opener."""
    first, i = None, stop - 1
    while i >= 0:
        token = passage.tokens[i]
        if token.named:
            plain = token.lower in directions().adjectives or _is_people(token, gazetteer)
            ordinary = token.lower in stop_names() or token.lower in grammar().place_words
            opener = passage.opens[i] and ordinary
            if plain or opener or (token.lower in calendar() and not _within_name(passage, i)):
                break
            first = i
        elif first is not None and (is_link(passage, i) or token.lower in grammar().name_parts):
            pass
        elif starts_name(passage, i) and first is not None:
            first = i
        elif not (token.text == "-" and first is not None and passage.joined(i)):
            break
        i -= 1
    return first
