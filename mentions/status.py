"""Whether a trigger tells of something that happened: each rule that says no has a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

# How many characters of the clause before a trigger can still govern it.
_REACH = 70

_MODAL = re.compile(
    r"\b(?:would|could|might|may|should|can|cannot|must|will|shall|if|unless|whether|in case of|in the event of|"
    r"(?:is|are|was|were) (?:about|going|set|due|expected|scheduled|ready|able) to)\b(?:\W+[\w'-]+){0,4}\W*$"
)
_PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intention|threat(?:s|en|ens|ened|ening)?|warn(?:s|ed|ing|ings)?|"
    r"prepar(?:e|es|ed|ing|ations?)|vow(?:s|ed|ing)?|promis(?:e|es|ed|ing)|call(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|"
    r"want(?:s|ed)?|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?|authori[sz](?:e|es|ed|ing|ation)|consider(?:s|ed|ing)?|"
    r"attempt(?:s|ed|ing)?|tri(?:ed|es)|try|trying|in order|order(?:s|ed)?|willing(?:ness)?|potential|possible|propos(?:e|ed|al|als)|"
    r"fear(?:s|ed|ing)?(?: of)?|risk(?:s|ed)?(?: of)?|punish|imminent|capable|approv(?:e|es|ed|al)|designed|plot(?:s|ted|ting)?|"
    r"pledg(?:e|ed|es)|hop(?:e|ed|ing)|instead of|rather than|accuse of planning)\b(?: +[\w'\"-]+){0,5} *\"?$"
)
_NEGATED = re.compile(
    r"\b(?:(?:no|not|never|neither|nor|none|didn't|hasn't|haven't|wasn't|weren't|hadn't)\b(?: +[\w'-]+){0,3}|"
    r"without\b(?: +[\w'-]+)?) *$"
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial|ials)|refut(?:e|es|ed)|no truth)\b(?:,? +[\w'\"-]+){0,9} *$"
)
_STOPPED = re.compile(
    r"\b(?:prevent(?:s|ed|ing)?|avert(?:s|ed|ing)?|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|end|ends|ended|"
    r"ending|cessation|suspen(?:d|ded|sion)|pause[sd]?|condemn(?:s|ed|ing|ation)?(?: of)? (?:any|all))\b(?: +[\w'\"-]+){0,5} *\"?$"
)
_REMEMBERED = re.compile(
    r"\b(?:anniversar(?:y|ies)|commemorat\w+|memorial|remembrance|trial|on trial|court|sentenced|convicted|charged|"
    r"film|movie|documentary|novel|exhibition|drill|drills|exercise|exercises|simulat\w+|mock|training|"
    r"investigat\w+|inspectors?|probe|inquiry)\b"
)
# "continued to bomb" happened; "to bomb" alone is a purpose.
_INFINITIVE = re.compile(
    r"(?<!continued )(?<!began )(?<!begun )(?<!started )(?<!managed )(?<!went on )(?<!used )\bto (?:\w+ly )?$"
)
_FUTURE_AFTER = re.compile(
    r"^\W*(?:(?:on|in|against|at|near|of|by)\s+(?:[\w'-]+\s+){1,6}?)?(?:will|would|could|might|may|can|should)\b"
)

Reason = Literal["hypothetical", "planned", "negated", "denied", "stopped", "purpose", "remembered"]


def _before(pattern: re.Pattern[str]) -> Callable[[str, str, str], bool]:
    def told(before: str, hit: str, after: str) -> bool:
        del hit, after
        return pattern.search(before) is not None

    return told


def _purpose(before: str, hit: str, after: str) -> bool:
    del after
    return not hit.endswith(("ed", "ing")) and _INFINITIVE.search(before) is not None


def _stopped(before: str, hit: str, after: str) -> bool:
    del after
    # "stopped the shelling", but "stopped cars and shot the drivers".
    return not hit.split()[0].endswith("ed") and _STOPPED.search(before) is not None


def _hypothetical(before: str, hit: str, after: str) -> bool:
    del hit
    return _MODAL.search(before) is not None or _FUTURE_AFTER.match(after) is not None


_RULES: tuple[tuple[Reason, Callable[[str, str, str], bool]], ...] = (
    ("denied", _before(_DENIED)),
    ("negated", _before(_NEGATED)),
    ("planned", _before(_PLAN)),
    ("hypothetical", _hypothetical),
    ("purpose", _purpose),
    ("stopped", _stopped),
    ("remembered", _before(_REMEMBERED)),
)


def why_not(low: str, clause_start: int, start: int, end: int, clause_end: int) -> Reason | None:
    """The first rule that says the trigger at `start` to `end` did not happen, or None where it did.

    `low` is flattened lower-case text. Only the words before the trigger in its own clause govern it.
    """
    before = low[max(clause_start, start - _REACH) : start]
    hit, after = low[start:end], low[end : min(clause_end, end + 70)]
    for reason, rule in _RULES:
        if rule(before, hit, after):
            return reason
    return None
