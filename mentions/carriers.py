"""Verbs that carry an act told by a noun: "launched an attack", "the blast occurred"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mentions.triggers import Hit
from mentions.word_lists import groups_of, read_lists

_LISTS = frozenset({"before", "behind", "filling", "closing"})
# Characters of such a verb with the words between it and its noun.
_REACH = 70


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Built from `words/carriers.yml`; the group `verb` is the carrier."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    some = groups_of(read_lists("carriers", _LISTS))
    return _Patterns(
        before=re.compile(
            rf"\b(?P<verb>{some['before']})(?: (?!{some['closing']} )[\w'-]+){{0,5}} (?:[\w'-]+-)?$"
        ),
        behind=re.compile(rf"(?: {some['filling']})* (?P<verb>{some['behind']})\b"),
    )


def carriers(low: str, run: tuple[int, int], hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Where the verbs stand that say of an act's nouns that it happened, none of them a trigger itself.

    `run` is the stretch of the lower-case text that is about the act.
    """
    patterns = _patterns()
    found: list[tuple[int, int]] = []
    for hit in hits:
        if hit.entry.form != "noun":
            continue
        start = max(run[0], hit.start - _REACH)
        for match in (
            patterns.before.search(low[start : hit.start]),
            patterns.behind.match(low[hit.end : run[1]]),
        ):
            if match is not None:
                at = start if match.re is patterns.before else hit.end
                found.append((at + match.start("verb"), at + match.end("verb")))
    taken = [(h.start, h.end) for h in hits]
    return sorted({s for s in found if not any(s[0] < b and a < s[1] for a, b in taken)})
