"""Whose work is shown wherever events are, as the licences ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

OUTLINES_BY = "outlines: Natural Earth"
PLACES_BY = "places: GeoNames, UCDP GED (CC BY 4.0), OCHA (CC BY-IGO), geoBoundaries"
ASKED_BY = "some places: © OpenStreetMap contributors (ODbL 1.0)"
"""Where a place was asked of a service of theirs."""


def credits_of(asked: bool, added: Iterable[str] = ()) -> tuple[str, ...]:
    """Whom to name: ever, where places were `asked` of OpenStreetMap's services, and what was `added`."""
    return (OUTLINES_BY, PLACES_BY, *([ASKED_BY] if asked else []), *added)


def asked_of_openstreetmap(properties: Mapping[str, Any]) -> bool:
    """Whether an event's place comes from a service that answers from OpenStreetMap's data."""
    return (properties["place_id"] or "").startswith(("nominatim:", "photon:"))
