"""Crowds in the street: peaceful, broken up, shot at, violent, or set upon each other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from mentions.gated import Gated
from mentions.word_lists import gapped_groups_of, read_lists

PEACEFUL, STOPPED, EXCESSIVE = (
    "Peaceful protest",
    "Protest with intervention",
    "Excessive force against protesters",
)
VIOLENT, MOB = "Violent demonstration", "Mob violence"
CROWD_KINDS = frozenset((PEACEFUL, STOPPED, EXCESSIVE, VIOLENT, MOB))
# What a crowd's scene is often told by; beside other acts ("a bomb at a rally") the crowd is only the target.
_SCENE_KINDS = CROWD_KINDS | {"Attack", "Armed clash", "Arrests", "Looting/property destruction"}

# How many words tell at most what a protest is about: "against the president and all of his policies".
_ABOUT = 8

_LISTS = frozenset(
    {
        "crowd", "cause", "about", "about_ends", "violent", "done_by_crowd", "unruly", "rivals", "assailants",
        "set_upon", "mob", "intervened", "excessive", "crowd_killed", "security", "gunmen",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Built from `words/crowds.yml`, which says what each list is for. Read on lower-case text."""

    crowd: Gated
    cause: Gated
    about: Gated
    """What a protest is about, from its first word to the end of its phrase."""
    violent: Gated
    """By the crowd's weapons, or by what follows its name."""
    unruly: Gated
    rivals: Gated
    assailants: Gated
    set_upon: Gated
    """ "attacked a peaceful rally"."""
    mob: Gated
    intervened: Gated
    excessive: Gated
    crowd_killed: Gated
    security: Gated
    gunmen: Gated


@cache
def _patterns() -> _Patterns:
    some = gapped_groups_of(read_lists("crowds", _LISTS))
    plain = {name: Gated(rf"\b{group}\b") for name, group in some.items()}
    return _Patterns(
        about=Gated(
            rf"\b{some['about']}\b(?!(?: [\w-]+){{0,3}}? {some['crowd']}\b)"
            rf"(?:(?! {some['about_ends']}\b) [^\s,;:.\"]+){{0,{_ABOUT}}}"
        ),
        violent=Gated(
            rf"\b{some['violent']}\b|\b{some['crowd']}\b[^,;.]{{0,60}}?\b{some['done_by_crowd']}\b"
        ),
        set_upon=Gated(rf"\b{some['set_upon']} (?:[\w'-]+ ){{0,4}}?{some['crowd']}\b"),
        **{
            name: plain[name]
            for name in (
                "crowd", "cause", "unruly", "rivals", "assailants", "mob", "intervened", "excessive",
                "crowd_killed", "security", "gunmen",
            )
        },
    )  # fmt: skip


def is_idle(kind: str, role: str, sentence: str) -> bool:
    """Whether a word of a crowd ("gathered", "rallied") tells of no protest: the sentence names no cause."""
    return kind == PEACEFUL and role == "generic" and _patterns().cause.search(sentence) is None


def of_crowd(told: Collection[str], clause: str, sentence: str) -> str | None:
    """The kind of a crowd's scene, from the kinds that its words tell; None where there is no such scene.

    What a protest is about ("against the killing of") is left aside. Violence by a crowd decides before what
    was done to it, as in ACLED.
    """
    patterns = _patterns()
    if not _SCENE_KINDS.issuperset(told):
        return None
    by_word = not CROWD_KINDS.isdisjoint(told)
    scene = patterns.about.sub(" ", sentence if by_word else clause)
    if MOB in told or patterns.rivals.search(scene):
        return MOB
    if not by_word and patterns.crowd.search(scene) is None:
        return None
    guarded = patterns.security.search(scene) is not None
    armed = patterns.gunmen.search(scene) is not None
    set_upon = patterns.set_upon.search(scene)
    if set_upon and not guarded and patterns.assailants.search(scene, 0, set_upon.start()):
        return "Attack" if armed else MOB
    if patterns.violent.search(scene):
        return MOB if patterns.mob.search(scene) else VIOLENT
    shot_at = EXCESSIVE in told or (guarded and patterns.excessive.search(scene) is not None)
    if shot_at or patterns.crowd_killed.search(scene) or (set_upon and "kill" in scene):
        return "Attack" if armed and not guarded else EXCESSIVE
    if VIOLENT in told or patterns.unruly.search(scene):
        return VIOLENT
    if STOPPED in told or patterns.intervened.search(scene):
        return STOPPED
    return PEACEFUL if by_word else None
