"""Which of ACLED's sub-event types a group of trigger words tells of, with the rules that decide."""

from __future__ import annotations

from collections.abc import Sequence

from mentions.crowds import CROWD_KINDS, STOPPED, of_crowd
from mentions.kind_words import kind_words
from mentions.triggers import Hit, Means

_ATTACK, _CLASH, _ABDUCTION, _ARRESTS = "Attack", "Armed clash", "Abduction/forced disappearance", "Arrests"
_SUICIDE, _CHEMICAL, _STOPPED_WEAPON = "Suicide bomb", "Chemical weapon", "Disrupted weapons use"
_REMOTE, _AIR, _SHELLING = (
    "Remote explosive/landmine/IED",
    "Air/drone strike",
    "Shelling/artillery/missile attack",
)
_REGAINED, _OVERTAKEN, _HANDED_OVER = (
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Non-violent transfer of territory",
)
_TERRITORY = frozenset((_REGAINED, _OVERTAKEN))
_LOOTING = "Looting/property destruction"
_MOVES = frozenset(("Change to group/activity", "Headquarters or base established"))


def sub_event_type(
    hits: Sequence[Hit], means: Sequence[Means], clause: str, sentence: str, agent: str | None
) -> str | None:
    """ACLED's name for what the hits tell, None where they tell only of victims and no means is named.

    `clause` and `sentence` are lower-case text, `agent` the side that acted, as told.
    """
    acts = [_without_riot_gas(h.entry.sub_event_type, clause) for h in hits if h.entry.role == "act"]
    if kind_words().harmed.search(clause):
        # "Five died where troops had deployed": what was done to people is the event.
        acts = [kind for kind in acts if kind not in _MOVES]
    if acts and set(acts) == {_LOOTING} and kind_words().killed.search(clause):
        # "Militiamen killed eight and looted their cattle": what was done to people is the event.
        acts = [_ATTACK]
    generic = [h.entry.sub_event_type for h in hits if h.entry.role == "generic"]
    gathered = [kind for kind in generic if kind in CROWD_KINDS]
    generic = [kind for kind in generic if kind not in CROWD_KINDS]
    by_rank = sorted(means, key=lambda m: m.rank)
    first = by_rank[0].sub_event_type if by_rank else None
    if first == _SUICIDE and not acts and kind_words().bombers_hit.search(clause):
        first = None
    if first in (None, _ATTACK) or acts:
        scene = of_crowd([*acts, *gathered] or generic or [_ATTACK], clause, sentence)
        if scene is not None:
            return scene
    if acts or gathered:
        if _LOOTING in acts and any(h.entry.role == "outcome" for h in hits):
            # "Killing residents and burning homes": the worse of the two names the event.
            acts = [_ATTACK if kind == _LOOTING else kind for kind in acts]
        return _of_acts(acts or gathered, first, clause, sentence, agent)
    if first == _REMOTE and _is_from_above(agent, clause):
        first = _AIR
    if generic:
        return _of_generic(generic, first, clause, agent)
    if first in (None, _ATTACK) and _fights_armed_side(agent, clause):
        return _CLASH
    return first


def _without_riot_gas(kind: str, clause: str) -> str:
    """ "Suffocated by tear gas" tells of a crowd that was dispersed."""
    words = kind_words()
    if kind == _CHEMICAL and words.riot_gas.search(clause) and not words.war_gas.search(clause):
        return STOPPED
    return kind


def _is_from_above(agent: str | None, clause: str) -> bool:
    """Whether its bombs fell: a state's, and any that were dropped."""
    words = kind_words()
    if words.dropped_bombs.search(clause) is None:
        return False
    by_state = agent is not None and words.state_side.search(agent.lower()) is not None
    return by_state or words.fell_from_above.search(clause) is not None


def _of_acts(told: list[str], means: str | None, clause: str, sentence: str, agent: str | None) -> str:
    kind, words = told[0], kind_words()
    if _CHEMICAL in told or (means == _CHEMICAL and kind in (_AIR, _SHELLING, _REMOTE)):
        return _CHEMICAL
    if kind == _REMOTE and _STOPPED_WEAPON in told and not words.harmed.search(clause):
        return _STOPPED_WEAPON
    if kind == _STOPPED_WEAPON and words.killed.search(clause) and words.while_clearing.search(clause):
        # "Two soldiers were killed while clearing mines": one of them went off.
        return _REMOTE
    if _SUICIDE in told or (means == _SUICIDE and kind == _REMOTE):
        return _SUICIDE
    if kind in _TERRITORY:
        kind = _of_taking(kind, clause, sentence, agent)
        if kind == _STOPPED_WEAPON and words.spoils.search(clause):
            # "At least 28 gunmen were killed and their weapons seized": the weapons were the dead's.
            return _CLASH if words.armed_victims.search(clause) else _ATTACK
        return kind
    if kind == _ATTACK and (_CLASH in told or _fights_armed_side(agent, clause)):
        return _CLASH
    if kind == _CLASH and _on_civilians_alone(clause):
        return _ATTACK
    taken = kind == _ABDUCTION or (kind == _ARRESTS and words.rounded_up.search(clause) is not None)
    if taken and words.then_killed.search(clause):
        return _ATTACK
    return kind


def _fights_armed_side(agent: str | None, clause: str) -> bool:
    """Whether what was done was done to people under arms, by a side that is not told as a lone killer's."""
    words = kind_words()
    if words.disarmed.search(clause) or words.civilians.search(clause):
        return False
    victims = words.armed_victims.search(clause)
    if victims is None:
        return False
    side = clause[: victims.start()] if agent is None else agent.lower()
    return any(p.search(side) for p in (words.state_side, words.non_state_side, words.armed_people))


def _on_civilians_alone(clause: str) -> bool:
    """Whether a fight that one side can begin alone, an ambush or an assault, hit only unarmed people."""
    words = kind_words()
    if words.one_sided.search(clause) is None or words.fought_back.search(clause):
        return False
    armed = words.armed_victims.search(clause) or words.armed_target.search(clause)
    return armed is None and words.civilians.search(clause) is not None


def _of_taking(kind: str, clause: str, sentence: str, agent: str | None) -> str:
    """What was taken: weapons, people or ground; and who took the ground, by force or not."""
    words = kind_words()
    if words.people_taken.search(clause):
        return _of_taken_people(clause, agent)
    if words.people_freed.search(clause):
        return "Agreement"
    if words.ground.search(clause) is None and words.weapons.search(clause):
        return _STOPPED_WEAPON
    # "Captured two pilots in the village": ground may be told beside them.
    if words.taken_people.search(clause):
        return _of_taken_people(clause, agent)
    if words.without_fight.search(sentence):
        rest = words.without_fight.sub(" ", sentence)
        if words.fought.search(rest) is None:
            return _HANDED_OVER
    return _side_of(agent, clause) or kind


def _of_taken_people(clause: str, agent: str | None) -> str:
    if kind_words().then_killed.search(clause):
        return _ATTACK
    return _ARRESTS if _side_of(agent, clause) == _REGAINED else _ABDUCTION


def _side_of(agent: str | None, clause: str) -> str | None:
    """Which change of control it is by the side that acted, else by the first side of the clause."""
    words = kind_words()
    for told in (agent, clause):
        if told is None:
            continue
        side = told.lower()
        state, other = words.state_side.search(side), words.non_state_side.search(side)
        first = state if state and (not other or state.start() < other.start()) else other
        if first is None:
            continue
        lost = words.driven_out.search(clause, first.end()) if told is clause else None
        by_state = (first is state) != (lost is not None)
        return _REGAINED if by_state else _OVERTAKEN
    return None


def _of_generic(told: list[str], means: str | None, clause: str, agent: str | None) -> str:
    if means is not None and means != _ATTACK:
        return means
    # "Were hit by live rounds": what a gun fires falls from no aircraft.
    kind = _ATTACK if means == _ATTACK and told[0] == _AIR else told[0]
    others = clause
    if agent is not None and kind_words().civilians.search(clause):
        # "Militants attacked workers": the side that attacks is not its own target.
        others = clause.replace(agent.lower(), " ", 1)
    if kind == _ATTACK and (kind_words().armed_target.search(others) or _fights_armed_side(agent, clause)):
        return _CLASH
    if kind == _CLASH and _on_civilians_alone(clause):
        return _ATTACK
    if kind == _AIR and "raid" in clause and "strike" not in clause:
        return _of_raid(clause, agent)
    return kind


def _of_raid(clause: str, agent: str | None) -> str:
    """Raids are flown, unless armed men fight each other in them or who did it came by land.

    Of a single raid nothing is known where no state is named.
    """
    words = kind_words()
    if _fights_armed_side(agent, clause):
        return _CLASH
    flown = "raids" in clause or words.state_side.search(clause) is not None
    return _AIR if flown and words.on_foot.search(clause) is None else _ATTACK
