"""Whether a trigger tells of something that happened: each rule that says no has a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from mentions.gated import Gated, Signs
from mentions.word_lists import groups_of, read_lists

# How many characters of the clause before a trigger can still govern it.
_REACH = 90
# How the words of a rule begin. "Since they took the city", "the recently captured X": no taking of now.
_TAKING = ("took", "seized", "captured", "overran", "take", "withdr", "liberat", "recaptur", "retak")
# "Killed 18 rebels fighting the group": who they are; "where the army is fighting": what lasts there.
_FIGHTING = ("fighting", "battling")
# "Rebels backed by air strikes took the town": the strikes belong to that fight.
_FIRE = ("air", "drone", "artillery", "shelling", "bomb", "strike", "raid")
# What is done in drills too.
_DRILLED = ("fire", "firing", "launch", "shell", "sank", "sink", "storm", "captur", "seiz", "test")

_LISTS = frozenset(
    {
        "modal", "expected", "modal_after", "planned", "sworn", "negated", "denied", "stopped", "remembered",
        "carried_on", "foiled_after", "played", "drilled_after", "tried_out", "compound",
        "idiom", "likened", "asked_after", "aimed_at", "since_when", "going_on_where", "going_on_is",
        "going_on_still", "who_fight", "helped_by", "habit", "of_what", "just",
    }
)  # fmt: skip

Reason = Literal[
    "hypothetical", "planned", "negated", "denied", "stopped", "purpose", "remembered", "played",
    "compound",
    "figure of speech",
    "going on",
]


class _Rule(NamedTuple):
    """One reason to say no."""

    patterns: tuple[Gated, ...]
    """One of them at least must match for it."""
    says_no: Callable[[str, str, str], bool]
    """From the words before a trigger in its clause, the trigger's own, those after it."""


@cache
def _rules() -> tuple[tuple[Reason, _Rule], ...]:
    """The rules in the order in which they are asked, built from `words/status.yml`."""
    lists = read_lists("status", _LISTS)
    some = groups_of(lists)
    word = r"(?:[\w'\"-]+|(?:\w\.)+)"
    passed = rf"(?:,? +(?!(?:after|following|since|when|which|who|that|over)\b){word}){{0,10}} *\"?$"
    quoted = rf"(?: +{word}){{0,5}} *\"?$"
    negated = rf"\b(?:{some['negated']}\b(?: +[\w'-]+){{0,3}}|without\b(?: +[\w'-]+)?) *$"
    modal = rf"\b(?:{some['modal']}|(?:is|are|was|were) {some['expected']} to)\b(?:\W+[\w'-]+){{0,4}}\W*$"
    after = (
        rf"^\W*(?:(?:on|in|against|at|near|of|by|to)\s+(?:[\w'-]+\s+){{1,6}}?)?{some['modal_after']}\b"
        rf"|^ {some['asked_after']}\b"
    )
    foiled = rf"^\W*(?:(?:on|in|against|at|near|of|by)\s+(?:[\w'-]+\s+){{1,6}}?)?{some['foiled_after']}\b"
    infinitive = "".join(rf"(?<!{word} )" for word in lists["carried_on"]) + r"\bto (?:\w+ly )?$"
    return (
        ("denied", _before(rf"\b{some['denied']}\b(?:,? +[\w'\"-]+){{0,13}} *$")),
        ("negated", _before(negated)),
        ("planned", _before(rf"\b{some['planned']}\b{quoted}")),
        ("planned", _before(rf"\b{some['sworn']}\b{passed}")),
        ("hypothetical", _hypothetical(modal, after)),
        ("purpose", _purpose(infinitive)),
        ("stopped", _stopped(rf"\b{some['stopped']}\b{quoted}", foiled)),
        ("remembered", _before(rf"\b{some['remembered']}\b")),
        ("remembered", _of_words(_TAKING, rf"\b{some['since_when']}(?: [\w'-]+){{1,4}} $")),
        ("played", _before(rf"\b{some['tried_out']} ?$")),
        ("played", _drilled(rf"^(?:[\w' -]){{0,60}}?\b{some['drilled_after']}\b")),
        ("compound", _aimed_at(rf"\b{some['aimed_at']} $")),
        ("compound", _compound(rf"[ -]{some['compound']}\b")),
        ("compound", _of_words(_TAKING, rf"\b(?:{some['of_what']} )(?:{some['just']}) $")),
        ("compound", _of_words(_FIGHTING, rf"(?<!\bwith )(?<!\bsaw )\b{some['who_fight']} $")),
        ("compound", _of_words(_FIRE, rf"\b{some['helped_by']}(?: [\w'-]+){{0,2}} $")),
        ("going on", _before(rf"\b(?:is|are|has|have|been) {some['habit']}(?: [\w'-]+){{0,5}} $")),
        ("figure of speech", _before(rf"\b{some['likened']} (?:\w+ )?$")),
        ("going on", _of_words(
            _FIGHTING,
            rf"\b{some['going_on_where']}(?: [\w'-]+){{1,12}} {some['going_on_is']}"
            rf" (?:{some['going_on_still']} )?$"
        )),
        ("figure of speech", _idiom(rf"{some['idiom']}(?![\w-])")),
    )


def _before(governing: str) -> _Rule:
    pattern = Gated(governing)
    return _Rule((pattern,), lambda before, hit, after: pattern.search(before) is not None)


def _hypothetical(governing: str, following: str) -> _Rule:
    pattern, next_words = Gated(governing), Gated(following)
    return _Rule(
        (pattern, next_words),
        lambda before, hit, after: (
            pattern.search(before) is not None or next_words.match(after) is not None
        ),
    )


def _purpose(governing: str) -> _Rule:
    pattern = Gated(governing)
    return _Rule(
        (pattern,),
        lambda before, hit, after: not hit.endswith(("ed", "ing")) and pattern.search(before) is not None,
    )


def _of_words(words: tuple[str, ...], governing: str) -> _Rule:
    """What words that begin so tell behind `governing`, and not everywhere."""
    pattern = Gated(governing)
    return _Rule(
        (pattern,),
        lambda before, hit, after: hit.startswith(words) and pattern.search(before) is not None,
    )


def _stopped(governing: str, following: str) -> _Rule:
    """ "Stopped the shelling", "the attack was foiled", but "stopped cars and shot the drivers"."""
    pattern, foiled = Gated(governing), Gated(following)
    return _Rule(
        (pattern, foiled),
        lambda before, hit, after: (
            not hit.split()[0].endswith("ed")
            and (pattern.search(before) is not None or foiled.match(after) is not None)
        ),
    )


def _drilled(following: str) -> _Rule:
    """ "Fired missiles in a joint drill", "sank a ship in an exercise"; soldiers killed in one are dead."""
    pattern = Gated(following)
    return _Rule(
        (pattern,),
        lambda before, hit, after: hit.startswith(_DRILLED) and pattern.match(after) is not None,
    )


def _compound(following: str) -> _Rule:
    """ "Attack helicopters": a noun in front of another; a verb ("attacked police") has an object."""
    pattern = Gated(following)
    return _Rule(
        (pattern,),
        lambda before, hit, after: (
            not hit.endswith(("ed", "struck", "hit")) and " " not in hit and pattern.match(after) is not None
        ),
    )


def _aimed_at(governing: str) -> _Rule:
    """ "Hit its target": a noun; "rebels target convoys" is none."""
    pattern = Gated(governing)
    return _Rule(
        (pattern,),
        lambda before, hit, after: hit in ("target", "targets") and pattern.search(before) is not None,
    )


def _idiom(following: str) -> _Rule:
    pattern = Gated(following)
    return _Rule((pattern,), lambda before, hit, after: pattern.match(hit + after) is not None)


@cache
def _signs() -> Signs:
    return Signs([rule.patterns for _, rule in _rules()])


@cache
def _played() -> Gated:
    return Gated(rf"\b{groups_of(read_lists('status', _LISTS))['played']}\b")


def is_played(low: str, sentence_start: int, start: int) -> bool:
    """Whether the words of the sentence before `start` say that what follows is invented or drilled."""
    return _played().search(low, sentence_start, start) is not None


def why_not(low: str, clause_start: int, start: int, end: int, sentence_end: int) -> Reason | None:
    """The first rule that says the trigger at `start` to `end` did not happen, or None where it did.

    `low` is flattened lower-case text. Only the words before the trigger in its own clause govern it.
    """
    first, last = max(clause_start, start - _REACH), min(sentence_end, end + 70)
    before, hit, after = low[first:start], low[start:end], low[end:last]
    may = _signs().of(low[first:last])
    for n, (reason, rule) in enumerate(_rules()):
        if may >> n & 1 and rule.says_no(before, hit, after):
            return reason
    return None
