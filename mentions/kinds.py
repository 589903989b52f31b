"""Which of ACLED's sub-event types a group of trigger words tells of, with the rules that decide (conventions)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mentions.triggers import Hit, Means

_SUICIDE, _CHEMICAL = "Suicide bomb", "Chemical weapon"
_REMOTE, _AIR, _SHELLING = (
    "Remote explosive/landmine/IED",
    "Air/drone strike",
    "Shelling/artillery/missile attack",
)
_PROTESTS = frozenset(("Peaceful protest", "Violent demonstration"))
_TERRITORY = frozenset(("Government regains territory", "Non-state actor overtakes territory"))

# An attack on an armed post is a clash of two armed sides, not violence against civilians.
_ARMED_TARGET = re.compile(
    r"\b(?:(?:military|army|air|naval|government|police|rebel|militia|border) (?:base|post|posts|positions?|camp|convoy|patrol|checkpoint|barracks|outpost)|"
    r"checkpoints?|barracks|soldiers|troops|militants|positions of|army convoy|garrison)\b"
)
_INTERVENED = re.compile(
    r"\b(?:tear gas|teargas|water cannons?|rubber bullets|dispers\w+|arrest\w*|detain\w*|pepper spray|batons?|riot police|break up|broke up)\b"
)
_EXCESSIVE = re.compile(
    r"\b(?:live (?:rounds?|ammunition|fire|bullets)|opened fire|shot (?:dead|at)|killed|brutally|violently|beat|beaten|gunfire|fired on|suppress\w*)\b"
)
_VIOLENT = re.compile(
    r"\b(?:torch\w*|set (?:fire|on fire|ablaze)|burn(?:ed|t|ing)|smash\w*|loot\w*|petrol bombs?|molotov\w*|stones?|rocks|hurl\w*|"
    r"threw|throwing|vandali\w+|riot\w*|violent|clash\w*|stormed|broke into|unrest|barricades?)\b"
)
_SECURITY = re.compile(r"\b(?:police|security forces|forces|troops|soldiers|officers|army|authorities)\b")
_STATE_SIDE = re.compile(
    r"\b(?:army|government|regime|state|troops|police|security forces|military|iraqi forces|syrian forces|national|loyalists?|assad|"
    r"federal|ministry|marines|navy|soldiers|amisom|syrian arab|pro-government|coalition-backed)\b"
)
_NON_STATE_SIDE = re.compile(
    r"\b(?:rebels?|militants?|isis|isil|islamic state|is|daesh|jihadists?|fighters|insurgents?|opposition|taliban|houthis?|kurdish|ypg|sdf|"
    r"democratic forces|shabaab|shabab|boko haram|militias?|separatists?|front|nusra|hezbollah|rsf|rapid support|turkish-backed|factions?)\b"
)
# A state's bombs fall from the air; a group's go off.
_PLAIN_BOMBS = re.compile(r"(?<!car )(?<!roadside )(?<!planted )\bbombs?\b")
_ABDUCTED_AND_KILLED = re.compile(r"\b(?:shot dead|killed|executed|beheaded|bodies|found dead|murdered)\b")


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
        and _STATE_SIDE.search(agent.lower())
        and _PLAIN_BOMBS.search(clause)
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
    if kind == "Abduction/forced disappearance" and _ABDUCTED_AND_KILLED.search(clause):
        return "Attack"
    return kind


def _of_protest(kind: str, violent: list[str], sentence: str) -> str:
    if _SECURITY.search(sentence) and _EXCESSIVE.search(sentence):
        return "Excessive force against protesters"
    if _VIOLENT.search(sentence) or kind == "Violent demonstration":
        return "Violent demonstration"
    if _INTERVENED.search(sentence) or "Arrests" in violent:
        return "Protest with intervention"
    return kind


def _of_territory(kind: str, clause: str, agent: str | None) -> str:
    side = (agent or clause).lower()
    state, other = _STATE_SIDE.search(side), _NON_STATE_SIDE.search(side)
    if state and (not other or state.start() < other.start()):
        return "Government regains territory"
    if other:
        return "Non-state actor overtakes territory"
    return kind


def _of_generic(told: list[str], means: str | None, clause: str) -> str:
    if means is not None and means != "Attack":
        return means
    kind = told[0]
    if kind == "Attack" and _ARMED_TARGET.search(clause):
        return "Armed clash"
    return kind
