"""The field's tables: ACLED's event types and the precision codes that follow from a place level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gazetteer import PlaceLevel

SUB_EVENT_TYPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Battles": (
            "Government regains territory",
            "Non-state actor overtakes territory",
            "Armed clash",
        ),
        "Explosions/Remote violence": (
            "Chemical weapon",
            "Air/drone strike",
            "Suicide bomb",
            "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED",
            "Grenade",
        ),
        "Violence against civilians": (
            "Sexual violence",
            "Attack",
            "Abduction/forced disappearance",
        ),
        "Protests": (
            "Peaceful protest",
            "Protest with intervention",
            "Excessive force against protesters",
        ),
        "Riots": ("Violent demonstration", "Mob violence"),
        "Strategic developments": (
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        ),
    }
)
"""ACLED's event types, each with its sub-event types; names exact, in the codebook's order."""

EVENT_TYPES: tuple[str, ...] = tuple(SUB_EVENT_TYPES)
EVENT_TYPE_OF: Mapping[str, str] = MappingProxyType(
    {sub: event_type for event_type, subs in SUB_EVENT_TYPES.items() for sub in subs}
)
"""Sub-event type -> event type, all 25."""


def event_type_of(sub_event_type: str) -> str:
    """The event type of a sub-event type; ValueError, naming the known ones, for any other name."""
    event_type = EVENT_TYPE_OF.get(sub_event_type)
    if event_type is None:
        known = "; ".join(EVENT_TYPE_OF)
        raise ValueError(f"no sub-event type of ACLED's: {sub_event_type!r}; the known ones: {known}")
    return event_type


@dataclass(frozen=True, slots=True)
class Precision:
    """How exact a place is, in the codes of three datasets."""

    ucdp_where_prec: int | None
    """UCDP GED, 1 exact to 7 sea or air; None for an unlocated event, which UCDP does not code."""
    acled_geo_precision: int | None
    """ACLED, 1 exact to 3 province or wider; None for an unlocated event."""
    gtd_specificity: int
    """GTD, 1 exact to 5 unknown."""
    gtd_vicinity: int = 0
    """GTD, 1 where the event is only near the place."""


PRECISION: Mapping[PlaceLevel, Precision] = MappingProxyType(
    {
        "facility": Precision(1, 1, 1),
        "neighbourhood": Precision(1, 1, 1),
        "town": Precision(1, 1, 1),
        "near": Precision(2, 2, 1, gtd_vicinity=1),
        "district": Precision(3, 2, 3),
        "province": Precision(4, 3, 4),
        "region": Precision(5, 3, 4),  # GTD has 3 or 4 for these: the wider claims less
        "country": Precision(6, 3, 5),
    }
)
SEA_OR_AIRSPACE = Precision(7, 3, 5)
"""For a place of no country; no place level of its own."""
UNLOCATED = Precision(None, None, 5)

POINT_LEVELS: frozenset[str] = frozenset({"facility", "neighbourhood", "town", "near"})
"""The levels that may be drawn as a point; anything wider is drawn as an area."""


def precision_of(level: PlaceLevel | None, *, at_sea: bool = False) -> Precision:
    """The codes of a place level; None is an unlocated event."""
    if level is None:
        return UNLOCATED
    return SEA_OR_AIRSPACE if at_sea else PRECISION[level]
