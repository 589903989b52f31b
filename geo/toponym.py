"""From a name in a text to a point on the map, with the reasons."""

from __future__ import annotations

from typing import Literal, NamedTuple

from articles import Span
from gazetteer import Place, PlaceLevel

Relation = Literal["at", "near", "offset", "between", "part", "countryside", "landscape", "road"]


class Spot(NamedTuple):
    """Coordinates that a text itself gives."""

    lat: float
    lon: float
    radius_km: float
    """How far off the true point may lie by the digits that are given."""


class Toponym(NamedTuple):
    """A name in an article that could be a place's, with what the words around it say of it."""

    span: Span
    """The name itself: what `geoparse` prints."""
    name: str
    """What to look up: the span's words without articles and kind words."""
    expression: Span
    """The whole place expression around it ("10 km south of Sarmada", "Idlib province"): the `place_text`."""
    kind: PlaceLevel | None = None
    """The level that a kind word demands ("Idlib province" -> province); None without one."""
    kind_word: str | None = None
    """That word itself, lower case: a "village" is no city, a "market" lies inside its town."""
    relation: Relation = "at"
    """`at` the place, `near` it, at an `offset` from it, `between` two, a `part` of it ("northern X"), in
    the `countryside` around it ("rural X"), in a `landscape` on one side of it ("the desert east of X"), on
    the `road` to it."""
    bearing: float | None = None
    """Degrees from north, for an offset or a part."""
    distance_km: float | None = None
    """The distance that the text states."""
    inside: str | None = None
    """The name that the text puts around it: "Sarmada, Idlib", "Syria's Idlib"."""
    modifier: bool = False
    """Part of the name of a body ("Homs City Council"): where it is from, not where something happened."""
    marked: bool = False
    """The text itself calls it a place (a kind word, a region behind a comma)."""
    pointer: str | None = None
    """A description and no name: `capital:IRQ` ("the Iraqi capital"), `capital`, `city`, `town`, `village`,
    `seat of province` ("the provincial capital").
    On a name: `seat` ("the capital of Yemen"). On coordinates: `coordinates`."""
    spot: Spot | None = None
    """The coordinates that it is, or that stand right behind the name."""
    other_end: Span | None = None
    """For `between`: the name at the other end."""
    beside: Span | None = None
    """The name from which the text right behind this one tells where it lies: "X, a village 9 km off Y"."""

    @property
    def described(self) -> bool:
        """Whether it is a description ("the city") and no name."""
        return self.pointer not in (None, "seat", "coordinates")


class Resolution(NamedTuple):
    """What a toponym was taken to mean. `place` None means: left open, and `reason` says why."""

    toponym: Toponym
    place: Place | None
    level: PlaceLevel | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    confidence: float
    """0-1: the share of such answers that are right."""
    reason: str
    """One sentence: why this place and not another."""
    alternatives: tuple[tuple[Place, float], ...] = ()
    """The next best, each with its confidence."""
    fallback: bool = False
    """The name itself is not known: shown is the wider place that the text puts it in."""
