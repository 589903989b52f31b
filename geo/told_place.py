"""The place of one event out of its tellings: the most exact that fits what the others say."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import LEVEL_RANK, Place, normal_form
from geo.conventions import POINT_LEVELS
from geo.geometry import is_within_km
from geo.located import LocatedMention
from geo.one_scene import is_within, named_like_its_province
from geo.toponym import Resolution

_TIE_SURE = {
    "clause": 1.0, "sentence": 0.9, "nearby": 0.7, "headline": 0.75, "opening": 0.6, "dateline": 0.4,
    "none": 0.0,
}  # fmt: skip
# The act's own telling names its scene; "the attack" and the toll are told in other connections too.
_TELLING_COST = {"act": 0.0, "generic": 0.2, "outcome": 0.4}
# Beyond this from a town's point, a place is not the town's, km.
_TOWN_KM = 20.0
_AMID_KM = 60.0


def placed(body: Sequence[LocatedMention], tellings: Sequence[LocatedMention]) -> LocatedMention | None:
    """The telling whose place is the event's: one that names it itself, the most exact of those that fit.

    `body` are the tellings of the text; a headline's place stands back where it is another's or a wider one.
    """
    own = [t for t in tellings if t.own_place is not None]
    # "Raids in Idlib" above "in Idlib province": the headline names the province, not its city.
    provinces = [place.name for t in body if (place := _known(t)) is not None and place.level == "province"]
    own = [t for t in own if t in body or not _is_short_for(t, provinces)]
    own = [t for t in own if not _stands_for_province(t, own)] or own
    told = [p for t in body if (p := t.own_place) is not None and p.lat is not None]
    around = {normal_form(p.toponym.inside) for p in told if p.toponym.inside}
    own = [t for t in own if t in body or (_fits_any(t, told) and _name_of(t) not in around)] or own
    own = [t for t in own if not _is_measured(t, own)] or own
    pool = own or [t for t in tellings if t.place is not None]
    return min(pool, key=_place_cost, default=None)


def _known(one: LocatedMention) -> Place | None:
    return None if one.own_place is None else one.own_place.place


def _is_short_for(one: LocatedMention, provinces: Sequence[str]) -> bool:
    """Whether the place bears the name of one of these provinces, in which it lies."""
    place = _known(one)
    return one.own_place is not None and named_like_its_province(one.own_place) and (
        place is not None and place.admin1 in provinces
    )


def _is_measured(one: LocatedMention, others: Sequence[LocatedMention]) -> bool:
    """Whether another telling says how far: "55 km east of X" beside "east of X"."""
    here = one.own_place
    if here is None or here.toponym.relation != "near" or here.toponym.distance_km is not None:
        return False
    offsets = [p for t in others if (p := t.own_place) is not None and p.toponym.relation == "offset"]
    return any(p.place == here.place for p in offsets)


def _name_of(one: LocatedMention) -> str:
    """The key of the name of its place: a headline's "X" is what the body puts its place into ("in Y, X")."""
    return "" if one.own_place is None else normal_form(one.own_place.toponym.name)


def _fits_any(one: LocatedMention, told: Sequence[Resolution]) -> bool:
    """Whether a headline's place fits one that the body tells; where the body tells none, any does."""
    here = one.own_place
    return here is None or not told or any(is_within(here, place) for place in told)


def _stands_for_province(one: LocatedMention, others: Sequence[LocatedMention]) -> bool:
    """Whether a bare name is the province's: what tells on names a place in it well away from the town."""
    here = one.own_place
    if here is None or here.lat is None or here.lon is None or not named_like_its_province(here):
        return False
    for other in others:
        place, known = other.own_place, _known(other)
        if place is None or known is None or place.lat is None or place.lon is None:
            continue
        exact = place.level in POINT_LEVELS or place.level == "district"
        within = known.admin1 == here.place.admin1 if here.place is not None else False
        if exact and within and not is_within_km(here.lat, here.lon, place.lat, place.lon, _TOWN_KM):
            return True
    return False


def _place_cost(one: LocatedMention) -> float:
    place = one.place
    if place is None:
        return 99.0
    open_ = 3.0 if place.lat is None else 0.0
    either = 1.5 if named_like_its_province(place) else 0.0
    # Between two towns or districts that lie close is no wider than a district.
    amid = place.toponym.relation == "between" and (place.radius_km or 0.0) <= _AMID_KM
    return (
        LEVEL_RANK["district" if amid and place.level == "region" else place.level or "country"]
        + open_
        + either
        + (0 if one.tie == "clause" else 0.5)
        + (0.3 if one.mention.headline else 0)
        + _TELLING_COST[one.mention.telling]
        # Of two places of one level the smaller says more: "near the airport", not "near the town".
        + min(0.4, (place.radius_km or 0.0) / 250)
    )


def sureness(placed: LocatedMention | None) -> float | None:
    """How sure the place is, 0 to 1, by the name and by how it is tied to the act; None for none."""
    if placed is None or placed.place is None or placed.place.lat is None:
        return None
    return placed.place.confidence * _TIE_SURE[placed.tie]


_TIE_WORDS = {
    "clause": "",
    "sentence": ". Named elsewhere in the same sentence.",
    "nearby": ". Its own sentence names no place: taken from the sentences before it.",
    "headline": ". The text names no place for it: taken from the headline.",
    "opening": ". The text names no place for it: taken from the article's opening.",
    "dateline": ". The article names no place for it: this is where the report was filed.",
    "none": "",
}


def why_there(placed: LocatedMention | None, tellings: Sequence[LocatedMention]) -> str | None:
    """One sentence: why this place, or why none."""
    if placed is None or placed.place is None:
        if any(t.mention.place is not None for t in tellings):
            return "The words said to name its place are not read as one."
        return "The article names no place for it."
    return placed.place.reason + _TIE_WORDS[placed.tie]
