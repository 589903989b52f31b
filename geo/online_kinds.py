"""What OpenStreetMap's tags and GeoNames' feature codes are to us: the others are no places of a report."""

from __future__ import annotations

from collections.abc import Mapping

from gazetteer import PlaceLevel, feature_of

PLACES: Mapping[str, PlaceLevel] = {
    "city": "town", "town": "town", "village": "town", "hamlet": "town", "isolated_dwelling": "town",
    "farm": "town", "locality": "town",
    "borough": "neighbourhood", "suburb": "neighbourhood", "quarter": "neighbourhood",
    "neighbourhood": "neighbourhood", "city_block": "neighbourhood", "city_district": "neighbourhood",
    "municipality": "district", "county": "district", "district": "district", "state_district": "district",
    "subdistrict": "district",
    "province": "province", "state": "province", "region": "region", "island": "region",
    "archipelago": "region", "country": "country",
}  # fmt: skip
"""By the value of `place`, and by what Nominatim and Photon call the kind of an address."""
FACILITIES: Mapping[str, frozenset[str]] = {
    "aeroway": frozenset(("aerodrome", "airstrip", "helipad", "heliport")),
    "amenity": frozenset(
        (
            "hospital", "clinic", "school", "university", "college", "prison", "place_of_worship", "police",
            "marketplace", "bus_station", "courthouse", "townhall", "refugee_site", "monastery",
        )
    ),
    "military": frozenset(("airfield", "base", "barracks", "checkpoint", "naval_base", "office", "range")),
    "landuse": frozenset(("military", "port", "quarry", "industrial")),
    "power": frozenset(("plant", "substation")),
    "waterway": frozenset(("dam",)),
    "barrier": frozenset(("border_control",)),
    "railway": frozenset(("station",)),
    "man_made": frozenset(("bridge", "works", "petroleum_well", "water_works")),
    "historic": frozenset(("castle", "fort", "monastery", "archaeological_site", "citywalls")),
}  # fmt: skip
REGIONS: Mapping[str, frozenset[str]] = {
    "natural": frozenset(("desert", "mountain_range", "peninsula", "valley", "plateau")),
    "boundary": frozenset(("region",)),
}
GEONAMES: Mapping[str, PlaceLevel] = {
    "A.PCLI": "country", "A.PCLD": "country", "A.PCLS": "country", "A.TERR": "country", "S.SCH": "facility",
}  # fmt: skip
"""Beside the index's own table of features, which leaves out every school and has its countries elsewhere."""
WIDEST_TOWN_KM = 25.0
"""A "town" that reaches further is the district around it."""
RADIUS_KM: Mapping[PlaceLevel, float] = {
    "facility": 1.0, "neighbourhood": 2.0, "town": 3.0, "district": 25.0, "region": 50.0, "province": 80.0,
    "country": 500.0,
}  # fmt: skip
"""Where the answer has no box around the place; and no place is thought smaller than a third of it."""


def osm_level(key: str, value: str, address: str) -> PlaceLevel | None:
    """The level of what is tagged `key=value` and takes the part `address` in addresses; None: no place."""
    if key == "place":
        return PLACES.get(value) or PLACES.get(address)
    if key == "boundary" and value == "administrative":
        return PLACES.get(address)
    if value in FACILITIES.get(key, ()):
        return "facility"
    return "region" if value in REGIONS.get(key, ()) else None


def geonames_level(class_: str, code: str) -> PlaceLevel | None:
    """The level of a feature class and code of GeoNames; None: no place."""
    feature = feature_of(class_, code)
    return GEONAMES.get(f"{class_}.{code}") if feature is None else feature.level
