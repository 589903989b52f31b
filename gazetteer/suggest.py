"""What a misspelt name may have meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from gazetteer.names import ARTICLE
from gazetteer.place import Place

LEAST_SIMILARITY = 75.0
LENGTH_SLACK = 2
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place with a name that is nearly the one asked for."""

    place: Place
    matched: str
    """The name of it that is nearly the same, in its normal form."""
    similarity: float
    """0-1: the share of letters that agree, in order."""


def typo_blocks(key: str) -> Iterator[tuple[str, str, int, int]]:
    """Ranges of keys to compare with (from, up to, shortest, longest): the first two letters must agree."""
    bare = key.removeprefix(f"{ARTICLE} ")
    if len(bare) < 3:
        return
    for stem in (bare, f"{ARTICLE} {bare}"):
        prefix = stem[: len(stem) - len(bare) + 2]
        yield prefix, prefix + LAST, len(stem) - LENGTH_SLACK, len(stem) + LENGTH_SLACK


def rank_keys(key: str, keys: Sequence[str], limit: int) -> list[tuple[str, float]]:
    """The keys most like this one, best first, each with its similarity (0-1)."""
    ranked = process.extract(key, keys, scorer=fuzz.ratio, limit=limit, score_cutoff=LEAST_SIMILARITY)
    return [(matched, similarity / 100) for matched, similarity, _ in ranked]
