"""Bodies that hold a place name without being a place: "Washington Post", "Homs Media Center"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.lexicon import kinds, organisations, wide_names
from geo.recognizers.names import name_key, spellings, starts_name
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken, runs

MOST_IN_HEADLINE = 3
"""Words: in a headline a longer run of capitals is no name but a part of the sentence."""
LONGEST = 8
"""Words of "Islamic State of Iraq and al-Sham", and one more."""


def recognize_organisations(
    passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer
) -> Iterator[Found]:
    """Names on the lists; then runs of capitals that end in a body's head word.

    Before a civic head ("Springfield Police", "Homs City Council") the place is left for a modifier.
    """
    bodies = organisations()
    for i in passage.marked(Marks.BODY):
        if starts_name(passage, i):
            if (listed := _listed(passage, i)) is not None:
                yield Found(i, listed, "organisation")
                continue
            for end, key in reversed(spellings(passage, i, len(passage.tokens), LONGEST)):
                if key in wide_names() and not _goes_on(passage, i, key, gazetteer):
                    # "a Mediterranean island" is no sea.
                    nameless = passage.at(end).shape == "lower" and passage.at(end).lower in kinds().after
                    known = gazetteer.lookup_key(key)
                    is_region = not nameless and any(place.level == "region" for place in known)
                    yield Found(i, end, "place" if is_region else "ordinary", marked=is_region)
                    break
    for first, last in runs(passage):
        if passage.titled[first] and last - first > MOST_IN_HEADLINE:
            continue
        for i in range(last - 1, first, -1):
            token = passage.tokens[i]
            # "Kurram Agency": what the gazetteer calls so is a place, whatever its last word.
            if token.lower in bodies.heads and not gazetteer.has_key(name_key(passage, first, i + 1)):
                words = {t.lower for t in passage.tokens[first + 1 : i + 1]}
                if words & bodies.heads - bodies.civic:
                    yield Found(first, i + 1, "organisation")
                break


def _listed(passage: Passage, first: int) -> int | None:
    """Where the longest listed name that begins at `first` ends: "al-Qaeda in Iraq", whatever it holds."""
    found, key, names = None, "", organisations().names
    for i in range(first, min(first + 2 * LONGEST, len(passage.tokens))):
        token = passage.tokens[i]
        if token.text == "-":
            continue
        if not token.key:
            break
        key = f"{key} {token.key}" if key else token.key
        if token.named and key in names:
            found = i + 1
    return found


def _goes_on(passage: Passage, i: int, key: str, gazetteer: Gazetteer) -> bool:
    """Whether the name began before: the Africa of "South Africa"."""
    before = passage.at(i - 1)
    return before.named and gazetteer.has_key(f"{before.key} {key}")
