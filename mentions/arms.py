"""The weapon of an act, as the text tells it: what went off or was thrown, else what carried it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from mentions.word_lists import groups_of, read_lists

# The rest of a group that began before the last blank: ")?" of "(?:hand |stun )?grenades?".
_OPENING = re.compile(r"^[^(\[]*[)\]]\??")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Built from `words/weapons.yml`, which says what each list is for."""

    arms: re.Pattern[str]
    no_weapon: re.Pattern[str]
    endings: re.Pattern[str]
    """The last words of the arms: none is named without one of them."""


@cache
def _patterns() -> _Patterns:
    lists = read_lists("weapons", frozenset({"arms", "no_weapon"}))
    some = groups_of(lists)
    endings = {_OPENING.sub("", words[words.rfind(" ") + 1 :]) for words in lists["arms"]}
    return _Patterns(
        arms=re.compile(rf"(?<![\w-]){some['arms']}(?![\w-])"),
        no_weapon=re.compile(some["no_weapon"]),
        endings=re.compile("|".join(sorted(endings))),
    )


@lru_cache(maxsize=1 << 14)
def _may_end(word: str) -> bool:
    return _patterns().endings.search(word) is not None


def _may_name(low: str, run: tuple[int, int]) -> bool:
    """Whether any word of the stretch can be the last of a weapon: a quick test before the pattern."""
    for word in low[slice(*run)].split():  # noqa: SIM110 - any() with a generator takes three times as long
        if _may_end(word):
            return True
    return False


def weapon(
    low: str, run: tuple[int, int], verbs: Sequence[tuple[int, int]], means: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Offsets of the first weapon named in the stretch `run` of lower-case text; None where there is none.

    A verb of the act is no weapon ("the army shells the town"). `means` are the words that told the kind of
    act, in order: a jet or a helicopter counts where nothing that it dropped is named, gunmen never do.
    """
    patterns = _patterns()
    for found in patterns.arms.finditer(low, *run) if _may_name(low, run) else ():
        if not any(found.span() == verb for verb in verbs):
            return found.span()
    return next((one for one in means if not patterns.no_weapon.fullmatch(low, *one)), None)
