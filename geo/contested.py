"""What is disputed about a place, in the reason that is shown with it."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer import Gazetteer
from geo.toponym import Resolution


def with_claims(resolutions: Iterable[Resolution], gazetteer: Gazetteer) -> tuple[Resolution, ...]:
    """The same answers; where a place is or lies in a disputed territory, its reason says so at the end."""
    return tuple(_told(resolution, gazetteer) for resolution in resolutions)


def _told(resolution: Resolution, gazetteer: Gazetteer) -> Resolution:
    territory = None if resolution.place is None else gazetteer.contested(resolution.place)
    if territory is None:
        return resolution
    return resolution._replace(reason=f"{resolution.reason} ({territory.brief})")
