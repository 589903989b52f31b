"""Which of ACLED's sub-event types a group of trigger words tells of, with the rules that decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mentions.triggers import Hit, Means
from mentions.word_lists import groups_of, read_lists

_SUICIDE, _CHEMICAL = "Suicide bomb", "Chemical weapon"
_REMOTE, _AIR, _SHELLING = (
    "Remote explosive/landmine/IED",
    "Air/drone strike",
    "Shelling/artillery/missile attack",
)
_PROTESTS = frozenset(("Peaceful protest", "Violent demonstration"))
_TERRITORY = frozenset(("Government regains territory", "Non-state actor overtakes territory"))

_LISTS = frozenset(
    {
        "armed_owners", "armed_posts", "armed_targets", "intervened", "excessive", "security", "violent",
        "state_side", "non_state_side", "laid", "then_killed",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Built from `words/kinds.yml`, which says what each list is for. Read on lower-case text."""

    armed_target: re.Pattern[str]
    intervened: re.Pattern[str]
    excessive: re.Pattern[str]
    security: re.Pattern[str]
    violent: re.Pattern[str]
    state_side: re.Pattern[str]
    non_state_side: re.Pattern[str]
    dropped_bombs: re.Pattern[str]
    """A state's bombs fall from the air; a group's go off."""
    then_killed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    lists = read_lists("kinds", _LISTS)
    some = groups_of(lists)
    not_laid = "".join(rf"(?<!{word} )" for word in lists["laid"])
    return _Patterns(
        armed_target=re.compile(
            rf"\b(?:{some['armed_owners']} {some['armed_posts']}|{some['armed_targets']})\b"
        ),
        intervened=re.compile(rf"\b{some['intervened']}\b"),
        excessive=re.compile(rf"\b{some['excessive']}\b"),
        security=re.compile(rf"\b{some['security']}\b"),
        violent=re.compile(rf"\b{some['violent']}\b"),
        state_side=re.compile(rf"\b{some['state_side']}\b"),
        non_state_side=re.compile(rf"\b{some['non_state_side']}\b"),
        dropped_bombs=re.compile(rf"{not_laid}\bbombs?\b"),
        then_killed=re.compile(rf"\b{some['then_killed']}\b"),
    )


def sub_event_type(
    hits: Sequence[Hit], means: Sequence[Means], clause: str, sentence: str, agent: str | None
) -> str | None:
    """ACLED's name for what the hits tell, None where they tell only of victims and no means is named.

    `clause` and `sentence` are lower-case text, `agent` the side that acted, as told.
    """
    acts = [h for h in hits if h.entry.role == "act"]
    generic = [h for h in hits if h.entry.role == "generic"]
    by_rank = sorted(means, key=lambda m: m.rank)
    first = by_rank[0].sub_event_type if by_rank else None
    if acts:
        return _of_acts([h.entry.sub_event_type for h in acts], first, clause, sentence, agent)
    if (
        first == _REMOTE
        and agent is not None
        and _patterns().state_side.search(agent.lower())
        and _patterns().dropped_bombs.search(clause)
    ):
        first = _AIR
    if generic:
        return _of_generic([h.entry.sub_event_type for h in generic], first, clause)
    return first


def _of_acts(told: list[str], means: str | None, clause: str, sentence: str, agent: str | None) -> str:
    kind = told[0]
    violent = [t for t in told if t not in _PROTESTS]
    if any(t in _PROTESTS for t in told):
        return _of_protest(kind, violent, sentence)
    if _CHEMICAL in told or (means == _CHEMICAL and kind in (_AIR, _SHELLING, _REMOTE)):
        return _CHEMICAL
    if _SUICIDE in told or (means == _SUICIDE and kind == _REMOTE):
        return _SUICIDE
    if kind in _TERRITORY:
        return _of_territory(kind, clause, agent)
    if kind == "Attack" and "Armed clash" in told:
        return "Armed clash"
    if kind == "Abduction/forced disappearance" and _patterns().then_killed.search(clause):
        return "Attack"
    return kind


def _of_protest(kind: str, violent: list[str], sentence: str) -> str:
    patterns = _patterns()
    if patterns.security.search(sentence) and patterns.excessive.search(sentence):
        return "Excessive force against protesters"
    if patterns.violent.search(sentence) or kind == "Violent demonstration":
        return "Violent demonstration"
    if patterns.intervened.search(sentence) or "Arrests" in violent:
        return "Protest with intervention"
    return kind


def _of_territory(kind: str, clause: str, agent: str | None) -> str:
    side = (agent or clause).lower()
    state, other = _patterns().state_side.search(side), _patterns().non_state_side.search(side)
    if state and (not other or state.start() < other.start()):
        return "Government regains territory"
    if other:
        return "Non-state actor overtakes territory"
    return kind


def _of_generic(told: list[str], means: str | None, clause: str) -> str:
    if means is not None and means != "Attack":
        return means
    kind = told[0]
    if kind == "Attack" and _patterns().armed_target.search(clause):
        return "Armed clash"
    return kind
