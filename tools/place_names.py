"""Which names of a place or division are kept, and what they are without their kind word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from gazetteer.names import loose_form, normal_form

LONGEST = 60
SIGNS = r"[\W\d_]"
KEPT_SCRIPTS = re.compile(
    rf"(?:{SIGNS}|[A-Za-z\u00aa-\u02ff\u1e00-\u1eff])+|(?:{SIGNS}|[\u0400-\u052f])+"
    rf"|(?:{SIGNS}|[\u0600-\u06ff\u0750-\u077f])+|(?:{SIGNS}|[\u0590-\u05ff])+"
)
"""Wholly Latin, Cyrillic, Arabic or Hebrew."""
KIND_AFTER = re.compile(
    r"^(.+?)[ -](?:Governorate|Province|Povince|State|District|Region|Oblast['’]?|Raion|Rayon|County"
    r"|Department|Prefecture|Municipality|Canton|Parish|Voivodeship|Division|City Council|Mis['’]krada|Cercle"
    r"|Krai|Territory|Republic)$",
    re.IGNORECASE,
)
KIND_BEFORE = re.compile(
    r"^(?:Muḩāfaz̧at|Muhafazat|Mintaqat|Qaḑā[’']|Cercle (?:de |du |d[’'])|Wilaya(?:t)? (?:de |d[’'])"
    r"|Provincia (?:de |del )|Départe?ment (?:de |du |d[’'])|Province (?:de |du |d[’'])"
    r"|Région (?:de |du |d[’'])?|Republic of|State of) ?(.+)$",
    re.IGNORECASE,
)
DIRECTIONS = frozenset(
    {
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper",
        "lower", "middle", "free", "capital", "coast", "coastal", "northeast", "northwest", "southeast",
        "southwest", "national", "federal", "metropolitan", "autonomous",
    }
)  # fmt: skip
"""Without its kind word, such a name says nothing: `Northern State`, `Central Region`."""
CITY_WORDS = re.compile(r"\b(?:city|town|ville|madinat)\b|مدينة", re.IGNORECASE)


def kept_names(name: str, alternates: Iterable[str]) -> list[str]:
    """The name and those alternates that add a normal form, in the scripts that we read.

    GeoNames mixes in machine transliterations, all in lower case ("hms" for Homs), and airport codes ("DAM").
    """
    kept = {normal_form(name): name}
    for other in sorted(alternates):
        latin = re.search(r"[A-Za-z]", other) is not None
        if latin and (other == other.lower() or (other == other.upper() and len(other) <= 4)):
            continue
        if len(other) > LONGEST or "|" in other or KEPT_SCRIPTS.fullmatch(other) is None:
            continue
        key = normal_form(other)
        if len(key) > 1 and not key.isdigit():
            kept.setdefault(key, other)
    return list(kept.values())


def division_names(names: list[str], kinds: list[str], chief: list[str]) -> list[str]:
    """With and without the kind word: `Idlib`, `Idlib Governorate`, `Idlib Province`."""
    bare = [bare_name(name) for name in names]
    spoken = [*names, *bare, *(f"{b} {kind}" for b in bare for kind in kinds), *chief]
    kept: dict[str, str] = {}
    for name in spoken:
        kept.setdefault(normal_form(name), name)
    return list(kept.values())


def bare_name(name: str) -> str:
    """The name without its kind word, unless only a direction would be left (`Northern State`)."""
    for pattern in (KIND_AFTER, KIND_BEFORE):
        match = pattern.match(name)
        if match and not set(normal_form(match.group(1)).split()) <= DIRECTIONS:
            return match.group(1)
    return name


def namesake(name: str, members: list[dict[str, Any]]) -> list[str]:
    """All spellings of the chief town that the division is called after: Halab, Alep and Haleb for Aleppo."""
    bare = bare_name(name)
    for city in sorted(members, key=lambda c: -c["population"])[:5]:
        keys = {normal_form(n) for n in city["kept"]} | {loose_form(city["name"])}
        if normal_form(bare) in keys or loose_form(bare) in keys:
            return [n for n in city["kept"] if not CITY_WORDS.search(n)]
    return []
