"""The weapon of an act, as the text tells it: what went off or was thrown, else what carried it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mentions.word_lists import groups_of, read_lists


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Built from `words/weapons.yml`, which says what each list is for."""

    arms: re.Pattern[str]
    no_weapon: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    some = groups_of(read_lists("weapons", frozenset({"arms", "no_weapon"})))
    return _Patterns(
        arms=re.compile(rf"(?<![\w-]){some['arms']}(?![\w-])", re.IGNORECASE),
        no_weapon=re.compile(some["no_weapon"], re.IGNORECASE),
    )


def weapon(
    flat: str, run: tuple[int, int], verbs: Sequence[tuple[int, int]], means: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Offsets of the first weapon named in the stretch `run`; None where there is none.

    A verb of the act is no weapon ("the army shells the town"). `means` are the words that told the kind of
    act, in order: a jet or a helicopter counts where nothing that it dropped is named, gunmen never do.
    """
    patterns = _patterns()
    for found in patterns.arms.finditer(flat, *run):
        if not any(found.span() == verb for verb in verbs):
            return found.span()
    return next((one for one in means if not patterns.no_weapon.fullmatch(flat, *one)), None)
