"""The toponyms of an article by name, with what each may mean and what the text puts around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from gazetteer import Gazetteer, Place, normal_form
from geo.candidates import senses, senses_of
from geo.context import Name
from geo.fallback import HOLDS_TOWNS
from geo.senses import Sense, weight
from geo.toponym import Toponym

LONGEST_CHAIN = 4
"""Of containers around containers: village, district, province, country."""
KnownElsewhere = Mapping[str, tuple[Sense, ...]]
"""By the key of a name that the index lacks, the senses that somebody else knows."""
NOTHING: KnownElsewhere = MappingProxyType({})


def group(
    toponyms: Sequence[Toponym], gazetteer: Gazetteer, elsewhere: KnownElsewhere = NOTHING
) -> dict[str, Name]:
    """The toponyms by the normal form of their name; `elsewhere` holds senses that the index lacks."""
    mentions: dict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        mentions[normal_form(toponym.name)].append(toponym)
    inside_of = {key: _insides(key, same) for key, same in mentions.items()}
    names = {}
    for key, same in mentions.items():
        containers = []
        chain = _chain(key, inside_of) if inside_of[key] else ()
        quarter = any(t.kind in ("facility", "neighbourhood") for t in same) if chain else False
        for inside in chain:
            of_text = mentions.get(inside)
            found = elsewhere.get(inside, ())
            if not found:
                found = senses_of(of_text[0], gazetteer) if of_text else senses(inside, gazetteer)
            known = (s.place for s in found if not s.loose or s.place.level == "province")
            area = quarter or any(t.kind in ("district", "province") for t in of_text or ())
            fitting = tuple(place for place in known if area or _holds_towns(place))
            containers.append((inside, fitting))
        meant = elsewhere.get(key) or senses_of(same[0], gazetteer)
        countries = {p.country for _, places in containers for p in places if p.level == "country"}
        names[key] = Name(key, tuple(same), meant, tuple(containers), divided=len(countries) > 1)
    return names


def _insides(key: str, same: Sequence[Toponym]) -> list[str]:
    """The keys of what the text puts directly around a name."""
    told = [t.inside for t in same if t.inside]
    return [inside for inside in dict.fromkeys(map(normal_form, told)) if inside != key] if told else []


def _chain(key: str, inside_of: Mapping[str, Sequence[str]]) -> list[str]:
    """What the text puts around a name, and around that in turn ("X, Y, Z province"), nearest first."""
    chain, wave = [], list(inside_of.get(key, ()))
    for _ in range(LONGEST_CHAIN):
        if not wave:
            break
        chain += wave
        further = dict.fromkeys(outer for inside in wave for outer in inside_of.get(inside, ()))
        wave = [outer for outer in further if outer != key and outer not in chain]
    return chain


def _holds_towns(place: Place) -> bool:
    """Only a city or an area can be what a town lies in; a facility or a quarter may lie in any town."""
    return place.level != "town" or weight(place) >= HOLDS_TOWNS
