"""One candidate of one name in its article: what every reason for or against it is read from."""

from __future__ import annotations

from typing import NamedTuple

from gazetteer import Place
from geo.context import Name, Others
from geo.geometry import haversine_km
from geo.senses import Sense
from geo.toponym import Toponym

NEAR_CONTAINER_KM = 50.0


class Case(NamedTuple):
    """One candidate of one name, in its article."""

    toponym: Toponym
    name: Name
    sense: Sense
    others: Others
    """What the rest of the article says."""
    areas: tuple[Place, ...]
    """What the text puts the name into."""
    outlet_country: str | None

    @property
    def place(self) -> Place:
        """The candidate itself."""
        return self.sense.place


def lies_in(place: Place, container: Place) -> bool:
    """Whether a place is part of another by its country, division or distance."""
    if place.id == container.id:
        return False
    if not container.country and container.level == "region":
        return haversine_km(place.lat, place.lon, container.lat, container.lon) <= container.radius_km
    if place.country != container.country:
        return False
    if container.level == "country":
        return True
    if container.level == "province":
        return place.admin1 == container.name and place.level != "province"
    if container.level == "district" and container.admin2 is not None:
        # Of towns, only the district is known, not the division of it.
        return haversine_km(place.lat, place.lon, container.lat, container.lon) <= container.radius_km
    if container.level == "district":
        return place.admin1 == container.admin1 and place.admin2 == container.name
    return haversine_km(place.lat, place.lon, container.lat, container.lon) <= NEAR_CONTAINER_KM


def where(place: Place) -> str:
    """ "Sarmada (Idlib, Syria)"."""
    around = [part for part in (place.admin1, place.country_name) if part and part != place.name]
    return f"{place.name} ({', '.join(around)})" if around else place.name
