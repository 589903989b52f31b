"""A place as the gazetteer knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

PlaceLevel = Literal[
    "facility", "neighbourhood", "town", "near", "district", "province", "region", "country"
]
LEVELS: tuple[PlaceLevel, ...] = (
    "facility", "neighbourhood", "town", "near", "district", "province", "region", "country",
)  # fmt: skip
"""From the most exact to the widest. No gazetteer place is `near`: that is said of a place by a text."""
LEVEL_RANK: Mapping[PlaceLevel, int] = MappingProxyType({level: rank for rank, level in enumerate(LEVELS)})
"""The place of a level in that order, from 0."""

USUAL_RADIUS_KM: Mapping[PlaceLevel, float] = MappingProxyType(
    {"facility": 1.5, "neighbourhood": 1.0, "district": 10.0, "province": 50.0, "region": 15.0}
)
"""Of a place whose source does not tell; a town's goes by its people."""
EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG)."""
KM_PER_DEGREE = 111.195
"""Of latitude, on a sphere of that radius."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry. Coordinates are WGS 84 degrees, of the centre for an area."""

    id: str
    """`geonames:172056`, `adm1:SY.12`, `country:SYR`, `supplement:sarmada-sy`."""
    name: str
    level: PlaceLevel
    lat: float
    lon: float
    radius_km: float
    """How far from the point the place reaches: the uncertainty when only the name is told."""
    country: str
    """ISO 3166-1 alpha-3; empty for places of no country (a sea)."""
    country_name: str
    admin1: str | None = None
    """Name of the first-level division; None where it is not known."""
    admin2: str | None = None
    population: int = 0
    """0 where it is not known."""
    origin: str = ""
    """Where the coordinates come from."""
