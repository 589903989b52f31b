"""How well two tellings fit by the kind of act that they tell."""

from __future__ import annotations

from collections.abc import Sequence

from geo.conventions import SUB_EVENT_TYPES
from geo.located import LocatedMention
from mentions import EventMention, compatible

TWO_ENDS = 0.2
"""Gas comes by shell or bomb, and what is shot down was fired: one incident, told from two ends."""
_OTHER_END = ("Chemical weapon", "Disrupted weapons use")
# "Six soldiers were killed" tells whom an act hit, and not what it was.
_BY_VICTIMS = ("Attack", "Armed clash")
# "Two were killed in the blast" of a bomb that went off too early.
_STOPPED = "Disrupted weapons use"
_BURNING = "Looting/property destruction"
_FIRED = ("Air/drone strike", "Shelling/artillery/missile attack")
# "The blast" after a strike is the strike's.
_BLAST = "Remote explosive/landmine/IED"
_REMOTE = SUB_EVENT_TYPES["Explosions/Remote violence"]
_PROTESTS = (*SUB_EVENT_TYPES["Protests"], "Violent demonstration")
_VIOLENT = frozenset(
    sub
    for family in ("Battles", "Explosions/Remote violence", "Violence against civilians")
    for sub in SUB_EVENT_TYPES[family]
)


def same_kind(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    """How well a telling fits an event by its kind of act, 0.2 to 1; None where they cannot be one."""
    if one.mention.telling == "outcome" and one.mention.sub_event_type in _BY_VICTIMS:
        return 0.5
    dropped = any(t.mention.sub_event_type == _FIRED[0] for t in event)
    if one.mention.telling == "outcome" and one.mention.sub_event_type == _BLAST and dropped:
        # "Two were killed by the bomb" that a drone had dropped.
        return 0.5
    vague = _unspecified(one.mention) or one.mention.points_back
    reach = _VIOLENT | {_STOPPED} if one.mention.points_back else _VIOLENT
    if vague and all(t.mention.sub_event_type in reach for t in event):
        return 0.6
    told = [t.mention for t in event if t.mention.telling != "outcome"]
    violent = one.mention.sub_event_type in _VIOLENT
    if not told:
        # The protests with which a war began killed nobody in the sentence before.
        return 0.3 if violent or _in_one_sentence(one, event) else None
    if all(_unspecified(t) for t in told) and violent:
        return 0.3
    # "The attack" of a bomber is no attack of another kind.
    if one.mention.telling == "act":
        told = [t for t in told if not _unspecified(t)] or told
    if any(t.sub_event_type == one.mention.sub_event_type for t in told):
        return 1.0
    if any(_two_ends(one.mention.sub_event_type, t.sub_event_type) for t in told):
        # What was shot down is not the gas that somebody else dropped there.
        ends = {t.sub_event_type for t in (one.mention, *told)}.intersection(_OTHER_END)
        return TWO_ENDS if len(ends) == 1 else None
    protests = [t.sub_event_type in _PROTESTS for t in (one.mention, *told)]
    if any(protests) and not all(protests) and not _in_one_sentence(one, event):
        return None
    if all(protests):
        # Those who marched, those who were dispersed and those who were shot at are one crowd.
        return 0.6
    alike = any(compatible(t.sub_event_type, one.mention.sub_event_type) for t in told)
    if alike and all(t.listed or t.mention.headline for t in event):
        # "Twin blasts in X and Y", then "in Y a suicide bomber": what sums up names the kind roughly.
        return 0.4
    generic = one.mention.telling != "act" or all(t.telling == "generic" for t in told)
    if generic and alike:
        return 0.6
    if one.mention.telling == "generic" and all(t.telling == "generic" for t in told):
        return None if _is_bombed_aside(one.mention, told) else 0.3
    blasts = [t for t in (one.mention, *told) if t.telling == "generic" and t.sub_event_type == _BLAST]
    remote = all(t.sub_event_type in _REMOTE for t in (one.mention, *told))
    return 0.4 if remote and (one.mention in blasts or len(blasts) == len(told)) else None


def same_family(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    """What two words for the act say where all else says one event: that both are violence."""
    violent = all(t.mention.sub_event_type in _VIOLENT for t in (one, *event))
    return 0.25 if violent and any(t.mention.headline for t in event) else None


def told_on_kind(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    """What two words for the act say where the second's subject is who or what did the first: violence both.

    "The assailants struck at night and burned the market" tells of the killing before it.
    """
    kinds = {t.mention.sub_event_type for t in (one, *event)}
    # A bomb inside a battle is told of its own accord: it may be the battle's, or an attack beside it.
    fought = _BY_VICTIMS[1] in kinds and bool(kinds & set(_REMOTE))
    return 0.4 if kinds <= {*_VIOLENT, _BURNING} and not fought else None


def only_headline(event: Sequence[LocatedMention]) -> bool:
    """Whether a headline alone tells it, and names no kind of act."""
    return all(t.mention.headline and t.mention.telling != "act" for t in event)


def _in_one_sentence(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    return one.mention.sentence == event[-1].mention.sentence


def _is_bombed_aside(one: EventMention, told: Sequence[EventMention]) -> bool:
    """ "On Tuesday a strike killed 18" where "they fight for the city": a day and a toll of its own."""
    counted = one.date is not None and one.toll.killed.told
    return counted and one.sub_event_type in _FIRED and all(t.sub_event_type == _BY_VICTIMS[1] for t in told)


def _two_ends(one: str, other: str) -> bool:
    return (one in _OTHER_END and other in _FIRED) or (other in _OTHER_END and one in _FIRED)


def _unspecified(mention: EventMention) -> bool:
    """ "The attack", "the massacre": a violent act whose means is told elsewhere."""
    return mention.telling == "generic" and mention.sub_event_type == "Attack"
