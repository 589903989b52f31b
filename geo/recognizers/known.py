"""Names that the gazetteer knows, where nothing in the text speaks against a place."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.candidates import AREA, prominence
from geo.lexicon import abbreviations, directions, grammar, kinds, organisations
from geo.recognizers.capitals import is_cut_short
from geo.recognizers.case import Case
from geo.recognizers.doubts import AGED, TAIL, doubt
from geo.recognizers.names import MOST_TOKENS, known_key, known_name, name_key, starts_name
from geo.recognizers.passage import Marks, Passage, Token
from geo.recognizers.reading import Found, Notes, Taken

SHORTEST_PLURAL = 5
AREAS = ("district", "province", "region", "country")


def recognize_known(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """The longest known name at each capital that is still free; short forms of states and countries."""
    behind = 0
    for i in passage.marked(Marks.NAMED | Marks.ARTICLE):
        if i < behind or not taken.free(i, i + 1) or not starts_name(passage, i):
            continue
        short = passage.tokens[i].marks & Marks.SHORT_FORM
        found = _abbreviation(passage, i) if short else None
        found = found or _gazetteer_name(passage, i, taken, notes, gazetteer)
        if found is not None:
            yield _with_side(passage, found, taken, gazetteer)
            behind = found.last


def _with_side(passage: Passage, found: Found, taken: Taken, gazetteer: Gazetteer) -> Found:
    """The name with the word beside it where both are one area: "eastern Ghouta", "rural Damascus"."""
    i = found.first - 1
    before, after = passage.at(i), passage.at(found.last)
    if found.role != "place":
        return found
    sided = before.lower in directions().adjectives or before.lower in kinds().countryside
    if before.shape == "lower" and sided and taken.free(i, i + 1):
        key = f"{before.key} {name_key(passage, found.first, found.last)}"
        return found._replace(first=i) if _is_area(key, gazetteer) else found
    if after.lower in kinds().countryside and taken.free(found.last, found.last + 1):
        key = f"{name_key(passage, found.first, found.last)} {after.key}"
        return found._replace(last=found.last + 1) if _is_area(key, gazetteer) else found
    return found


def _is_area(key: str, gazetteer: Gazetteer) -> bool:
    return gazetteer.has_key(key) and any(place.level in AREAS for place in gazetteer.lookup_key(key))


def _abbreviation(passage: Passage, i: int) -> Found | None:
    token, point = passage.tokens[i], passage.at(i + 1)
    comma = passage.at(i - 1).text == ","
    known = abbreviations().after_comma if comma else abbreviations().anywhere
    if point.text == "." and passage.joined(i + 1) and (name := known.get(token.text + ".")):
        return Found(i, i + 2, "place", name, marked=comma)
    if point.text == "-" and passage.at(i + 2).lower in grammar().allegiance:
        return None
    if name := known.get(token.text):
        return Found(i, i + 1, "place", name, marked=comma)
    return None


def full_name(passage: Passage, first: int, last: int) -> str:
    """What a short form stands for ("Ind." -> Indiana); empty for any other words."""
    written = "".join(token.text for token in passage.tokens[first:last])
    known = abbreviations().after_comma
    return known.get(written) or known.get(written + ".", "")


def _gazetteer_name(
    passage: Passage, i: int, taken: Taken, notes: Notes, gazetteer: Gazetteer
) -> Found | None:
    stop, name = i + 1, ""
    farthest = i + 2 * MOST_TOKENS
    while passage.at(stop).marks & Marks.WITHIN and stop < farthest and taken.free(stop, stop + 1):
        stop += 1
    end, key = known_key(passage, i, stop, gazetteer)
    if end is None:
        end, name = i + 1, _without_stripped_possessive(passage.tokens[i], gazetteer)
        if not name:
            return None
    marked = _region_follows(passage, end, gazetteer)
    longer = None if name or marked else is_cut_short(passage, i, end, gazetteer)
    if longer is not None and longer <= stop:
        located = passage.at(i - 1).lower in grammar().place_words and passage.at(i - 1).shape == "lower"
        return Found(i, longer, "place" if located else "ordinary", "" if located else TAIL)
    key = name.lower() if name else key
    reason = doubt(Case(passage, i, end, taken, notes, key, gazetteer))
    if reason == AGED or (reason == TAIL and _like_surname(passage, i, end)):
        notes.surnames.add(passage.tokens[i].lower)
    if reason and not (marked and reason != TAIL):
        return Found(i, end, "ordinary", reason)
    if marked:
        notes.places.add(passage.tokens[i].lower)
    after = passage.at(end)
    civic = after.named and after.lower in organisations().civic
    return Found(i, end, "modifier" if civic else "place", name, marked)


def _like_surname(passage: Passage, first: int, last: int) -> bool:
    """Whether it ends a run of two or three plain capitals, as a person's last name does."""
    start = first
    while passage.at(start - 1).shape == "capital" and start > first - 3:
        start -= 1
    return last - first == 1 and 1 <= first - start <= 2 and not passage.at(last).named


def _without_stripped_possessive(token: Token, gazetteer: Gazetteer) -> str:
    """ "Syrias" in a text that lost its apostrophes: the name, if it is a country's or a province's."""
    if not token.lower.endswith("s") or len(token.text) < SHORTEST_PLURAL or not token.named:
        return ""
    return token.text[:-1] if prominence(token.key[:-1], gazetteer) >= AREA else ""


def _region_follows(passage: Passage, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a comma and a state, province or country come next: "Hope, Arkansas", not "North, South"."""
    after = passage.at(end + 1)
    if passage.at(end).text != "," or not after.named or after.lower in directions().nouns:
        return False
    point = passage.at(end + 2)
    known = abbreviations().after_comma
    if after.text in known or after.text + point.text in known:
        return True
    region = known_name(passage, end + 1, len(passage.tokens), gazetteer)
    return region is not None and prominence(name_key(passage, end + 1, region), gazetteer) >= AREA
