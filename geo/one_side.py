"""Whether two tellings can be one event by who is said to have done it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.located import LocatedMention
from mentions import camp_of

# What is fought over has two sides, and who used gas is what is fought about.
_FLOWN = "Air/drone strike"
_ONE_SIDED = frozenset(
    {_FLOWN, "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
     "Suicide bomb", "Attack"}
)  # fmt: skip


def is_answered(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    """Whether a telling names the other camp than all of the event's that name one.

    "Strikes killed nine. The army said it struck after militants fired rockets": the rockets are no strike's.
    """
    here = _camp(one)
    if here is None:
        return False
    there = {camp for t in event if (camp := _camp(t)) is not None}
    return len(there) == 1 and here not in there


def _camp(one: LocatedMention) -> str | None:
    mention = one.mention
    if mention.perpetrator is None or mention.sub_event_type not in _ONE_SIDED:
        return None
    camp = camp_of(mention.perpetrator.text)
    # Who flies is a state; a group beside an air strike is more often whom it hit.
    return None if camp == "group" and mention.sub_event_type == _FLOWN else camp
