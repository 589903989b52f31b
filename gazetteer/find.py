"""What a name may mean, in three steps: exactly so called, spelt otherwise, nearly so called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from gazetteer.names import ARTICLE, loose_key, normal_form
from gazetteer.place import Place
from gazetteer.romanised import WITHOUT_VOWELS, is_read_as, latin, readings, skeleton

Step = Literal["exact", "spelling", "fuzzy"]
LEAST_SIMILARITY = 75.0
"""Two letters of eight may differ, one of four."""
LENGTH_SLACK = 2
MOST_KEYS = 60_000
"""So many names are compared with one in the fuzzy step, at most; two first letters have 24,000 (`ka`)."""
MOST_READ = 200
"""So many places are looked at whose consonants are those of an Arabic name."""
LEAST_LOOSE, LEAST_ARABIC = 3, 2
"""A loose form of fewer letters says nothing; Arabic leaves vowels out."""
LEAST_BONES = 2
LEAST_WITH_OTHER_VOWEL, LEAST_WITH_OTHER_END = 4, 5
"""Letters of loose forms that are taken for one although they differ in a vowel, or in the last one."""
LEAST_IN_TEXT = 6
"""The same for a name in an article, where a wrong village does more harm than in a list of answers."""
VOWEL_END = re.compile(r"[aeiouy]h?$")
"""Aden and Adana have one loose form: it has no weak ending."""
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
FUSED = re.compile(r" [ae]([dnrstz])(?=\1)")
"""The article in one word with the name behind it."""
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean, and how it was found."""

    place: Place
    step: Step
    """`exact`: bears this name, whatever its case, accents or hyphens. `spelling`: bears a spelling of it, in
    this script or another. `fuzzy`: bears a name that differs by a letter or two."""
    matched: str
    """The name of the place that matched, as its source writes it; in the fuzzy step its normal form."""
    similarity: float
    """0-1: the share of letters that agree, in order, between the two normal forms in Latin letters."""


class Index(Protocol):
    """What the steps ask of a gazetteer."""

    def lookup_key(self, key: str, /) -> tuple[Place, ...]:
        """The places of a normal form."""

    def lookup_loose(self, name: str, /) -> tuple[Place, ...]:
        """The places of a loose form."""

    def lookup_skeleton(self, consonants: str, /) -> tuple[Place, ...]:
        """The places of a skeleton."""

    def names_of(self, place: Place, /) -> tuple[str, ...]:
        """All names of a place, the printed one first."""

    def keys_between(self, low: str, high: str, shortest: int, longest: int, most: int, /) -> list[str]:
        """Normal forms from `low` up to `high`."""


def find(index: Index, name: str, limit: int) -> list[Match]:
    """The places of exactly this name; where there is none, other spellings first, then like names.

    At most `limit`. Exact matches come most prominent first, the others by similarity. A place stands once.
    """
    exact = [_told(index, "exact", name, place) for place in index.lookup_key(normal_form(name))]
    if exact:
        return exact[:limit]
    best: dict[str, Match] = {}
    spelt = (m for m in _spelt_otherwise(index, name) if not name.isascii() or _end_alike(name, m.matched))
    for match in sorted(spelt, key=lambda m: -m.similarity):
        best.setdefault(match.place.id, match)
    if len(best) < limit:
        for match in nearly(index, name, limit):
            best.setdefault(match.place.id, match)
    return list(best.values())[:limit]


def _spelt_otherwise(index: Index, name: str) -> Iterator[Match]:
    key = normal_form(name)
    for other in (*_rewritten(key), *(() if key.isascii() else readings(key))):
        yield from (_told(index, "spelling", other, place) for place in index.lookup_key(other))
    for form in dict.fromkeys((key, *_rewritten(key)) if key.isascii() else (key, *readings(key))):
        loose = loose_key(form)
        if len(loose) >= (LEAST_LOOSE if loose.isascii() else LEAST_ARABIC):
            yield from (_told(index, "spelling", form, place) for place in index.lookup_loose(form))
        if loose.isascii() and len(skeleton(loose)) >= LEAST_BONES:
            yield from _with_bones(index, form, loose, _differ_by_a_vowel if key.isascii() else is_read_as)


def with_other_vowel(index: Index, name: str) -> list[Place]:
    """The places whose name differs from this one by nothing but a vowel inside it: Hamadaniya, Hamdaniya."""
    key = normal_form(name)
    loose = loose_key(key)
    if not key.isascii() or len(loose) < LEAST_IN_TEXT or len(skeleton(loose)) < LEAST_LOOSE:
        return []
    return [match.place for match in _with_bones(index, key, loose, _differ_inside)]


def _with_bones(index: Index, form: str, loose: str, fits: Callable[[str, str], bool]) -> Iterator[Match]:
    """The places with the same consonants that bear a name whose loose form fits."""
    bones = skeleton(loose)
    for place in index.lookup_skeleton(bones)[:MOST_READ]:
        others = [(name, loose_key(normal_form(name))) for name in index.names_of(place)]
        latin_ones = ((name, other) for name, other in others if other.isascii() and skeleton(other) == bones)
        if named := [name for name, other in latin_ones if fits(loose, other)]:
            yield _told(index, "spelling", form, place, named)


def _differ_by_a_vowel(one: str, other: str) -> bool:
    """Nabk and Nabek, Suwayda and Sweida, Yunis and Yunus, Sana and Sanaa; not Gaza and Gazi."""
    if one[0] != other[0] or Levenshtein.distance(one, other) > 1:
        return False
    short, long = sorted((one, other), key=len)
    if long == f"{short}a":
        return len(short) >= LEAST_LOOSE
    if one[-1] == other[-1]:
        return len(short) >= LEAST_WITH_OTHER_VOWEL
    return len(short) >= LEAST_WITH_OTHER_END


def _differ_inside(one: str, other: str) -> bool:
    return one[-1] == other[-1] and _differ_by_a_vowel(one, other)


def _end_alike(one: str, other: str) -> bool:
    """Whether both names end in a vowel or neither does."""
    first, second = (VOWEL_END.search(latin(normal_form(name))) for name in (one, other))
    return (first is None) == (second is None)


def _rewritten(key: str) -> list[str]:
    """Duesseldorf is Düsseldorf, and Deir Ezzor is Deir ez-Zor."""
    plain = key
    for written, vowel in UMLAUTS:
        plain = plain.replace(written, vowel)
    return [other for other in (plain, FUSED.sub(f" {ARTICLE} \\1", key)) if other != key]


def nearly(index: Index, name: str, limit: int) -> list[Match]:
    """Places whose name differs from this one by a letter or two, best first; equals by prominence."""
    key = normal_form(name)
    found = [m for m in _of_same_consonants(index, name) if m.similarity * 100 >= LEAST_SIMILARITY]
    # Arabic in Latin letters lacks its short vowels: no like name would be like it.
    read = () if key.isascii() or WITHOUT_VOWELS.search(key) else readings(key)
    for asked in (key, *read):
        for low, high, shortest, longest in typo_blocks(asked):
            keys = index.keys_between(low, high, shortest, longest, MOST_KEYS)
            for matched, similarity in rank_keys(asked, keys, limit):
                found += [Match(place, "fuzzy", matched, similarity) for place in index.lookup_key(matched)]
    best: dict[str, Match] = {}
    # The sort is stable: of equals the more prominent place stays in front.
    for match in sorted(found, key=lambda m: -m.similarity):
        best.setdefault(match.place.id, match)
    return list(best.values())[:limit]


def _of_same_consonants(index: Index, name: str) -> Iterator[Match]:
    """Kfar Nbel has the consonants of Kafr Nabl, though their first letters differ."""
    loose = loose_key(normal_form(name))
    if not loose.isascii() or len(bones := skeleton(loose)) < LEAST_LOOSE:
        return
    for place in index.lookup_skeleton(bones)[:MOST_READ]:
        yield _told(index, "fuzzy", name, place)


def _told(index: Index, step: Step, name: str, place: Place, among: Sequence[str] = ()) -> Match:
    """The match with the name of the place that is most like the one asked for."""
    scored = _scored(normal_form(name), among or index.names_of(place))
    *_, similarity, matched = max(scored, key=lambda s: s[:3])
    return Match(place, step, matched, similarity)


def _scored(asked: str, names: Iterable[str]) -> Iterator[tuple[bool, bool, float, str]]:
    loose, read = loose_key(asked), latin(asked)
    for name in names:
        key = normal_form(name)
        alike = loose_key(key) == loose and key.isascii() == asked.isascii()
        yield key == asked, alike, fuzz.ratio(read, latin(key)) / 100, name


def typo_blocks(key: str) -> Iterator[tuple[str, str, int, int]]:
    """Ranges of keys to compare with (from, up to, shortest, longest): the first two letters must agree.

    They may be swapped. The Arabic article counts for nothing.
    """
    bare = key.removeprefix(f"{ARTICLE} ")
    if len(bare) < 3:
        return
    for start in dict.fromkeys((bare[:2], bare[1::-1])):
        for article in ("", f"{ARTICLE} "):
            prefix, length = article + start, len(article) + len(bare)
            yield prefix, prefix + LAST, length - LENGTH_SLACK, length + LENGTH_SLACK


def rank_keys(key: str, keys: Sequence[str], limit: int) -> list[tuple[str, float]]:
    """The keys most like this one, best first, each with its similarity (0-1), the article left out."""
    bare = key.removeprefix(f"{ARTICLE} ")
    ranked = process.extract(
        bare, keys, scorer=fuzz.ratio, processor=_bare, limit=limit, score_cutoff=LEAST_SIMILARITY
    )
    return [(matched, similarity / 100) for matched, similarity, _ in ranked]


def _bare(key: str) -> str:
    return key.removeprefix(f"{ARTICLE} ")
