"""The answers of geocoding services, read with suspicion: what is odd in a row costs the row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from gazetteer import LEVELS, PlaceLevel
from geo.geometry import haversine_km
from geo.online_kinds import RADIUS_KM, WIDEST_TOWN_KM, geonames_level, osm_level

LONGEST = 120
"""Characters of a name or a division; no place on earth has more."""
MOST_NAMES = 60
WIDEST_KM = 5_000.0
OSM_TYPES = {"n": "node", "w": "way", "r": "relation"}
PHOTON_TYPES = {"district": "city_district", "locality": "neighbourhood"}
"""What Photon means by words that mean something else to Nominatim."""
SAFE = re.compile(r"[^<>{}\\\x00-\x1f\x7f-\x9f\u2028\u2029]+")
Row = Mapping[str, Any]


class Odd(ValueError):
    """A row that is not as the service promises."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One place that a service knows, checked."""

    id: str
    """`nominatim:relation/123`, `photon:node/123`, `geonames:123`."""
    names: tuple[str, ...]
    """The one to print first."""
    level: PlaceLevel
    lat: float
    lon: float
    radius_km: float
    country: str
    """ISO 3166-1 alpha-2, in capitals."""
    state: str | None
    """The first-level division, as the service calls it."""
    population: int = 0
    """0 where it is not told."""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Answer:
        """From what `asdict` gave."""
        return cls(**{**kept, "names": tuple(kept["names"])})


def read_nominatim(row: Row) -> Answer:
    """One row of Nominatim's search, asked for with address, names and further tags."""
    address = _mapping(row.get("address"))
    level = osm_level(_word(row.get("class")), _word(row.get("type")), _word(row.get("addresstype")))
    lat, lon = _point(row.get("lat"), row.get("lon"))
    south, north, west, east = _four(row.get("boundingbox"))
    others = _mapping(row.get("namedetails")).values()
    first = [row.get("name"), str(row.get("display_name", "")).partition(",")[0]]
    return _answer(
        f"nominatim:{_osm_id(row.get('osm_type'), row.get('osm_id'))}",
        [*first, *others],
        level,
        (lat, lon),
        (south, north, west, east),
        address.get("country_code"),
        address.get("state") or address.get("province") or address.get("region"),
        _mapping(row.get("extratags")).get("population"),
    )


def read_photon(row: Row) -> Answer:
    """One feature of Photon's collection."""
    told = _mapping(row.get("properties"))
    kind = _word(told.get("type"))
    level = osm_level(_word(told.get("osm_key")), _word(told.get("osm_value")), PHOTON_TYPES.get(kind, kind))
    coordinates = _mapping(row.get("geometry")).get("coordinates")
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        raise Odd("no point")
    west, north, east, south = _four(told.get("extent"))
    return _answer(
        f"photon:{_osm_id(told.get('osm_type'), told.get('osm_id'))}",
        [told.get("name")],
        level,
        _point(coordinates[1], coordinates[0]),
        (south, north, west, east),
        told.get("countrycode"),
        told.get("state"),
        None,
    )


def read_geonames(row: Row) -> Answer:
    """One row of GeoNames' search."""
    number = row.get("geonameId")
    if not isinstance(number, int) or number <= 0:
        raise Odd("no id")
    return _answer(
        f"geonames:{number}",
        [row.get("name"), row.get("toponymName")],
        geonames_level(_word(row.get("fcl")), _word(row.get("fcode"))),
        _point(row.get("lat"), row.get("lng")),
        (None, None, None, None),
        row.get("countryCode"),
        row.get("adminName1"),
        row.get("population"),
    )


def read_rows(rows: object, read: Callable[[Row], Answer], most: int) -> list[Answer]:
    """The rows that can be used, the first `most`; Odd where there is no list of rows at all."""
    if not isinstance(rows, list):
        raise Odd("no list of answers")
    return list(_readable(rows[:most], read))


def _readable(rows: Iterable[object], read: Callable[[Row], Answer]) -> Iterable[Answer]:
    for row in rows:
        try:
            yield read(_mapping(row))
        except Odd:
            continue


Box = tuple[float | None, float | None, float | None, float | None]
"""South, north, west, east."""


def _answer(
    id_: str,
    names: Iterable[object],
    level: PlaceLevel | None,
    point: tuple[float, float],
    box: Box,
    country: object,
    state: object,
    population: object,
) -> Answer:
    if level is None or level not in LEVELS:
        raise Odd("no place of a report")
    readable = tuple(dict.fromkeys(name for name in map(_name, names) if name is not None))[:MOST_NAMES]
    code = _word(country).upper()
    if not readable or not re.fullmatch("[A-Z]{2}", code):
        raise Odd("no name or no country")
    radius = max(_radius(point, box) or RADIUS_KM[level], RADIUS_KM[level] / 3)
    answer = Answer(id_, readable, level, *point, round(radius, 1), code, _name(state), _people(population))
    return replace(answer, level="district") if level == "town" and radius > WIDEST_TOWN_KM else answer


def _radius(point: tuple[float, float], box: Box) -> float | None:
    """From the point to the farthest corner of the box; None without a box that holds the point."""
    south, north, west, east = box
    if south is None or north is None or west is None or east is None:
        return None
    if not (south <= point[0] <= north and west <= point[1] <= east):
        return None
    radius = max(haversine_km(*point, lat, lon) for lat in (south, north) for lon in (west, east))
    return min(radius, WIDEST_KM)


def _point(lat: object, lon: object) -> tuple[float, float]:
    """Degrees on the globe; 0, 0 is what a service says that has none."""
    north, east = _number(lat), _number(lon)
    if north is None or east is None or abs(north) > 90.0 or abs(east) > 180.0 or north == east == 0.0:
        raise Odd("no point on the globe")
    return north, east


def _four(value: object) -> Box:
    if not isinstance(value, list) or len(value) != 4:
        return None, None, None, None
    one, two, three, four = map(_number, value)
    return one, two, three, four


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)) or len(str(value)) > 40:
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) else None


def _people(value: object) -> int:
    number = _number(value)
    return int(number) if number is not None and 0 < number < 1e9 else 0


def _osm_id(type_: object, number: object) -> str:
    kind = OSM_TYPES.get(_word(type_).lower()[:1])
    if kind is None or isinstance(number, bool) or not isinstance(number, int) or number <= 0:
        raise Odd("no id")
    return f"{kind}/{number}"


def _name(value: object) -> str | None:
    """One line of plain text; None for markup, control characters and what is too long to be a name."""
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    name = " ".join(value.split())
    return name if SAFE.fullmatch(name) else None


def _word(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= LONGEST else ""


def _mapping(value: object) -> Row:
    return value if isinstance(value, dict) else {}
