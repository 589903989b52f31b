"""Which place is shown for a name that is left open: the smallest area that the text names around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gazetteer import LEVEL_RANK, PlaceLevel, normal_form
from geo.candidates import WELL_KNOWN
from geo.case import where
from geo.lexicon import kinds
from geo.precision import COUNTRYSIDE_KM
from geo.senses import weight
from geo.toponym import Resolution, Toponym

FALLBACK_CONFIDENCE = 0.4
SURE = 0.5
"""An area that is only named nearby must at least be more likely right than wrong."""
CITY = 5.3
"""Two hundred thousand people: a quarter whose city is not told lies in the last one named."""
HOLDS_TOWNS = 5.0
"""A hundred thousand people: only such a town can be what a village lies in."""
BESIDE = 8
"""Characters: a comma and "about"."""
LOCATED = 20
"""Characters: a comma and "located at about"."""
ADJACENT = 2
"""A blank, or a comma and one: "the Um Rakan area near X", "X, near Y"."""
CLOSE, NEARBY = 200, 600
"""Characters: about the same sentence, and the sentences around it."""
OUTSIDE_KM = 12.0
"""How far from its town a base, an airport or a camp of its name may lie."""
QUARTERS = ("neighbourhood", "facility")
OUTLYING = frozenset(["camp", "refugee camp", "suburb"])
"""Part of a town or beside it: the town is all that can be said."""
AREAS: tuple[PlaceLevel, ...] = ("district", "province")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the names of an article were taken for, by which an unknown one is put somewhere."""

    resolved: Sequence[Resolution]
    """In reading order, without those left open."""
    insides: Mapping[str, tuple[str, ...]]
    """By the key of a name, the keys of what the text puts around it, the nearest first."""
    mentions: Mapping[str, Sequence[Toponym]]
    """By the key of a name, all its mentions."""

    def container(self, toponym: Toponym, key: str) -> Resolution | None:
        """The first of the places around a name that is known and can hold it, by its nearest mention."""
        quarter = toponym.kind in QUARTERS
        for inside in self.insides.get(key, ()):
            found = [r for r in self.resolved if normal_form(r.toponym.name) == inside]
            found = [r for r in found if quarter or _can_hold(r)]
            if found:
                return min(found, key=lambda r: (_part_of_district(r), _distance(r, toponym)))
        return None

    def beside(self, key: str) -> Resolution | None:
        """The direction from a known place, or what it is near, as the text tells right behind a mention."""
        return next((spot for name in self.mentions[key] if (spot := self._behind(name))), None)

    def _behind(self, toponym: Toponym) -> Resolution | None:
        for found in self.resolved:
            told = found.toponym
            if told.span == toponym.beside and told.relation in ("offset", "near"):
                return found
            gap = told.expression.start - toponym.expression.end
            directed = BESIDE if told.bearing is not None else ADJACENT
            reach = LOCATED if told.distance_km is not None else directed
            directed = told.relation in ("offset", "near")
            if directed and told.span.field == toponym.span.field and 0 < gap <= reach:
                return found
        return None

    def city_before(self, toponym: Toponym) -> Resolution | None:
        """The last city that is named before a quarter."""
        city = None
        for found in self.resolved:
            if _before(found, toponym) and found.place is not None and found.place.level == "town":
                city = found if weight(found.place) >= CITY else city
        return city

    def area_near(self, toponym: Toponym) -> Resolution | None:
        """The narrowest division named in about the same sentence, else around it, else in the headline."""
        areas = [r for r in self.resolved if r.level in AREAS and not r.toponym.modifier]
        areas = [r for r in areas if r.confidence >= SURE]
        for reach in (CLOSE, NEARBY):
            near = [r for r in areas if _distance(r, toponym) <= reach]
            if near:
                return min(near, key=lambda r: (_rank(r), _distance(r, toponym)))
        titles = [r for r in areas if r.toponym.span.field == "title"]
        return titles[0] if len({r.place for r in titles}) == 1 else None


def left_open(toponym: Toponym, key: str, reason: str, around: Surroundings) -> Resolution:
    """The area that the text names around the name, no finer than it is; for a quarter the city; or nothing.

    A name that the text does not call a place gets only what the text puts directly around it.
    """
    beside = around.beside(key)
    if beside is None and around.container(toponym, key) is None:
        # "In the town of X, 35 km south of Y", neither of them known.
        spots = (around.beside(k) for k in around.insides.get(key, ()) if k in around.mentions)
        beside = next((spot for spot in spots if spot is not None), None)
    if beside is not None:
        return shown_as(toponym, beside, f"{reason}; shown is the spot that the text tells beside it")
    area, how = around.container(toponym, key), "in which the text puts it"
    told = area is not None
    if area is None and (toponym.kind in QUARTERS or toponym.kind_word in ("district", "districts")):
        area, how = around.city_before(toponym), "the last city named before it"
    if area is None and toponym.marked and toponym.kind not in ("province", "region", "country"):
        area, how = around.area_near(toponym), "the area that the text names around it"
    if area is None or area.place is None:
        return Resolution(toponym, None, None, None, None, None, confidence=0.0, reason=reason)
    return shown_in(toponym, area, f"{reason}; shown is {where(area.place)}, {how}", told=told)


def shown_in(toponym: Toponym, area: Resolution, reason: str, *, told: bool) -> Resolution:
    """The name at the place around it (which is known), no finer than that says; `told`: whether the text
    itself puts it there."""
    assert area.place is not None
    level, radius = area.place.level, area.place.radius_km
    if area.level in AREAS and area.toponym.relation != "near":
        level, radius = area.level, area.radius_km or radius
    elif level == "town" and toponym.kind == "facility" and toponym.kind_word not in kinds().urban:
        # An air base or a camp goes by its town and may lie well outside it.
        level, radius = "near", max(OUTSIDE_KM, radius)
    elif level == "town" and not _inside_town(toponym, area, told):
        level, radius = "district", max(COUNTRYSIDE_KM, radius)
    elif level == "town" and (toponym.kind or toponym.kind_word) and toponym.kind_word not in OUTLYING:
        # A mosque or a quarter somewhere in the town: the point and the radius are all the town's.
        level = "facility" if toponym.kind == "facility" else "neighbourhood"
    return Resolution(
        toponym,
        area.place,
        level,
        area.place.lat,
        area.place.lon,
        radius,
        FALLBACK_CONFIDENCE,
        reason,
        fallback=True,
    )


def shown_as(toponym: Toponym, spot: Resolution, reason: str) -> Resolution:
    """The name at a spot that the text tells beside it: "20 km north of X"."""
    confidence = min(FALLBACK_CONFIDENCE, spot.confidence)
    return spot._replace(
        toponym=toponym, confidence=confidence, reason=reason, alternatives=(), fallback=True
    )


def _inside_town(toponym: Toponym, area: Resolution, told: bool) -> bool:
    """Whether the name is a part of the town rather than a village or a district of its surroundings.

    `told`: whether the text itself puts it in the town.
    """
    if toponym.kind in QUARTERS or area.toponym.relation == "part":
        return True
    # "The X district" may be one of the province's, unless the town is large or called a city right there.
    far = toponym.kind == "district" and not told and area.toponym.kind_word != "city"
    least = WELL_KNOWN if far else CITY
    return toponym.kind in (None, "district") and area.place is not None and weight(area.place) >= least


def _can_hold(found: Resolution) -> bool:
    """Whether a village can lie in it: an area, or a town that heads one."""
    return found.place is not None and found.place.level not in ("facility", "neighbourhood")


def _before(found: Resolution, toponym: Toponym) -> bool:
    one, other = found.toponym.span, toponym.span
    return one.field == "title" or (one.field == other.field and one.start < other.start)


def _distance(found: Resolution, toponym: Toponym) -> int:
    one, other = found.toponym.span, toponym.span
    return abs(one.start - other.start) if one.field == other.field else 2 * NEARBY


def _rank(found: Resolution) -> tuple[int, bool]:
    """The narrowest first: a township before the district that it is a part of."""
    return LEVEL_RANK[found.level or "country"], _part_of_district(found)


def _part_of_district(found: Resolution) -> bool:
    """False, which sorts first, for a division of a district."""
    place = found.place
    return place is None or place.level != "district" or place.admin2 is None
