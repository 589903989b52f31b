"""A place as one sense of a name, with all that can be said of it before an article is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import cos, floor, log10, radians

from gazetteer import Place, loose_form, normal_form
from geo.weights import weights

COUNTRY, PROVINCE, DISTRICT = 8.5, 7.0, 5.0
"""What an area counts as, on the scale of a town's inhabitants (decimal logarithm)."""
SUBDISTRICT = 4.0
"""The same for a division of a district: no better known than a town of ten thousand."""
UNKNOWN_SIZE = 2.7
"""A town without a figure: half a thousand people, the smallest that the embedded list holds."""
CELL_DEGREES = 1.0
"""About 110 km: names in the same or a touching cell are neighbours."""
Cell = tuple[int, int]



@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """One place that a name can mean, and how it came to be considered."""

    place: Place
    loose: bool
    """Found only by a spelling like it."""
    main: bool
    """Whether the place bears the name itself or a spelling of it, not only among its other names."""
    weight: float
    """Its `weight`."""
    province: tuple[str, str] | None
    """Country and name of the first-level division that it is or lies in."""
    cell: Cell
    """The square of the globe that its point lies in."""
    wide: bool
    """A country or a province, which lies in many squares."""
    priors: tuple[float, ...] = field(init=False)
    """What each of PRIORS, weighted, says for it before any article is read."""
    prior: float = field(init=False)
    """Their sum."""

    def __post_init__(self) -> None:
        weight_of = weights().reasons
        priors = tuple([weight_of[name] * value(self) for name, value in PRIORS])
        object.__setattr__(self, "priors", priors)
        object.__setattr__(self, "prior", sum(priors))


def town_size(sense: Sense) -> float:
    """Where nothing else is known, a name means its best known place: decimal logarithm of its people."""
    return 0.0 if sense.wide else sense.weight


def is_country(sense: Sense) -> float:
    """Stands for the size of a country."""
    return float(sense.place.level == "country")


def is_province(sense: Sense) -> float:
    """Stands for the size of a province."""
    return float(sense.place.level == "province")


def loose(sense: Sense) -> float:
    """Only a name like it."""
    return float(sense.loose)


def other_name(sense: Sense) -> float:
    """Bears the name only among its other names."""
    return float(not sense.loose and not sense.main)


PRIORS: tuple[tuple[str, Callable[[Sense], float]], ...] = (
    ("town size", town_size),
    ("a country", is_country),
    ("a province", is_province),
    ("similar spelling", loose),
    ("other name", other_name),
)
"""Each under the name that it has in weights.yml."""


def sense(name: str, place: Place, loose: bool = False) -> Sense:
    """A place as one sense of a name."""
    province = place.name if place.level == "province" else place.admin1
    return Sense(
        place,
        loose,
        is_main_name(name, place),
        weight(place),
        None if province is None else (place.country, province),
        cell_of(place.lat, place.lon),
        place.level in ("country", "province"),
    )


def cell_of(lat: float, lon: float) -> Cell:
    """The square of the globe around a point, in rows and columns; a column is narrower in degrees towards
    the equator, so that all are about as wide."""
    return floor(lat / CELL_DEGREES), floor(lon * max(0.1, cos(radians(lat))) / CELL_DEGREES)


def weight(place: Place) -> float:
    """Decimal logarithm of a town's inhabitants; countries and provinces stand above every town."""
    if place.level == "country":
        return COUNTRY
    if place.level == "province":
        return PROVINCE
    if place.level == "district":
        return DISTRICT if place.admin2 is None else SUBDISTRICT
    return max(UNKNOWN_SIZE, log10(place.population)) if place.population else UNKNOWN_SIZE


def is_main_name(name: str, place: Place) -> bool:
    """Whether the place bears the name itself or a spelling of it, not only among its other names."""
    key, own = normal_form(name), normal_form(place.name)
    if place.level == "province" and key.startswith(f"{own} de "):  # an official name: "Coahuila de Zaragoza"
        return True
    return key == own or loose_form(name) == loose_form(place.name)
