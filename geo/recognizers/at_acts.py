"""Names that no gazetteer knows, where a sentence tells of an act: "killed in Zorbat", "stormed Zorba Hill".

Only there a preposition before a capital is enough: elsewhere "in" leads to months, firms and books as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.candidates import AREA, prominence
from geo.lexicon import directions, grammar, organisations, persons, stop_names
from geo.recognizers.capitals import run_end
from geo.recognizers.kind_words import SETTLEMENTS, kind_after
from geo.recognizers.names import known_name, starts_name
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken

MOST_WORDS = 3
"""Capitals of a name of which nothing else is known."""
LONGEST_SITE = 6
"""Tokens of "the Upper Zorba International Conference Center" before its last word."""
LONGEST_CALLED = 9
"""Tokens of ", the last rebel-held town"."""


def recognize_at_acts(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """Unknown runs of capitals behind "in", "at", "near" and the like, with the lists that they open.

    So are those behind a verb that only a place can be the object of, and behind one of taking where a town
    is what they are called: "retook Zorbat", "captured Zorbat, a key town".
    """
    for i in _told(passage, Marks.PLACE_WORD | Marks.NAMED | Marks.ARTICLE, notes):
        token, before = passage.tokens[i], passage.at(i - 1)
        if before.lower in grammar().takes and before.shape == "lower" and _is_object(passage, i, gazetteer):
            yield from _names_behind(passage, i, taken, notes, gazetteer)
        if token.lower in grammar().settings and (token.shape == "lower" or passage.opens[i]):
            yield from _names_behind(passage, i + 1, taken, notes, gazetteer)


def _is_object(passage: Passage, i: int, gazetteer: Gazetteer) -> bool:
    """Whether what a verb takes at `i` is a place: by the verb, or because the text calls it a town."""
    if passage.at(i - 1).lower in grammar().storms:
        return True
    end = run_end(passage, i, len(passage.tokens), gazetteer)
    if passage.at(end).text != "," or passage.at(end + 1).lower not in ("a", "an", "the"):
        return False
    for k in range(end + 2, min(end + LONGEST_CALLED, len(passage.tokens))):
        kind = kind_after(passage, k) if passage.tokens[k].shape == "lower" else None
        if kind is not None:
            return kind.level in SETTLEMENTS
    return False


def recognize_sites(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """Names whose last word says what they are ("Zorba Bridge"), behind a preposition or a verb of taking."""
    for i in _told(passage, Marks.NAMED, notes):
        if passage.tokens[i].lower in grammar().sites and not passage.opens[i]:
            yield from _site(passage, i, taken)


def _told(passage: Passage, marks: int, notes: Notes) -> list[int]:
    """The tokens with one of these marks in the sentences that tell of an act; none of a headline's."""
    runs = [(s.start, s.end) for s in notes.told if s.field == passage.field]
    if not runs or passage.headline:
        return []
    found = [i for i in passage.marked(marks) if not passage.titled[i]]
    starts = ((i, passage.matches[i].start()) for i in found)
    return [i for i, at in starts if any(start <= at < end for start, end in runs)]


def _names_behind(
    passage: Passage, first: int, taken: Taken, notes: Notes, gazetteer: Gazetteer
) -> Iterator[Found]:
    """The name that begins at `first`, a side before it left out, and those listed with it."""
    while passage.at(first).shape == "lower" and _is_side(passage, first):
        first += 1
    while first < len(passage.tokens):
        end = _behind_place(first, taken)
        if end is None:
            end = _unknown(passage, first, taken, notes, gazetteer)
            if end is None:
                return
            yield Found(first, end, "place", marked=True)
        if passage.at(end).lower not in (",", "and"):
            return
        first = end + 2 if passage.at(end + 1).lower == "and" else end + 1


def _behind_place(first: int, taken: Taken) -> int | None:
    """Behind the place that an earlier recognizer found at `first`; None where there is none."""
    end = first
    while taken.role(end) == "place":
        end += 1
    return end if end > first else None


def _is_side(passage: Passage, i: int) -> bool:
    word = passage.at(i).lower
    return word in directions().adjectives or word in ("rural", "suburban", "downtown")


def _unknown(passage: Passage, first: int, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> int | None:
    """Behind the unknown name at `first`; None where it is known, taken, a person's, a body's or no name."""
    if not starts_name(passage, first) or not taken.free(first, first + 1):
        return None
    token = passage.tokens[first]
    lists = (stop_names(), persons().titles, persons().given, organisations().heads, directions().adjectives)
    if token.shape == "caps" or any(token.lower in words for words in lists):
        return None
    end = run_end(passage, first, len(passage.tokens), gazetteer)
    if end <= first or not taken.free(first, end) or _known(passage, first, end, notes, gazetteer):
        return None
    named = [t for t in passage.tokens[first:end] if t.named]
    if len(named) > MOST_WORDS or gazetteer.demonym(token.text) is not None:
        return None
    if any(t.lower in organisations().heads or t.lower in organisations().civic for t in named):
        return None
    return end if _may_end(passage, end) else None


def _known(passage: Passage, first: int, end: int, notes: Notes, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has it or its beginning, or the article uses the word for a person or a thing."""
    words = [t.lower for t in passage.tokens[first:end] if t.named]
    other = words[-1] in notes.surnames or (len(words) == 1 and words[0] in notes.lower)
    # "Syrias", in a text that lost its apostrophes.
    other = other or prominence(passage.tokens[first].key[:-1], gazetteer) >= AREA
    return other or known_name(passage, first, end, gazetteer) is not None


def _may_end(passage: Passage, end: int) -> bool:
    """Whether no noun follows that the name would belong to: "in Zorbat on Friday", not "in Zorbat gear"."""
    after = passage.at(end)
    if after.shape in ("mark", "number"):
        return after.text not in ("-", "–", "/", "&")
    small = after.lower in grammar().closers or after.lower in grammar().place_words
    return after.shape == "lower" and (small or after.lower in stop_names())


def _site(passage: Passage, last: int, taken: Taken) -> Iterator[Found]:
    """The capitals up to the word at `last`, which says what they are; led to as a place is."""
    first = last
    while first > max(0, last - LONGEST_SITE) and _is_of_name(passage, first - 1):
        first -= 1
    end = last + 1
    if first == last or passage.at(end).named or not taken.free(first, end):
        return
    led = first - 1
    while passage.at(led).lower in grammar().skipped:
        led -= 1
    before = passage.at(led).lower
    if before in grammar().place_words or before in grammar().settings or before in grammar().takes:
        yield Found(first, end, "place", marked=True)


def _is_of_name(passage: Passage, i: int) -> bool:
    token = passage.tokens[i]
    if token.text == "-":
        return passage.joined(i) and passage.joined(i + 1)
    return token.named or (token.shape == "number" and passage.joined(i)) or _is_article(passage, i)


def _is_article(passage: Passage, i: int) -> bool:
    token = passage.tokens[i]
    return token.shape == "lower" and bool(token.marks & Marks.ARTICLE) and passage.at(i + 1).text == "-"
