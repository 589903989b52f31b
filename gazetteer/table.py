"""A plain table of places -> rows of a layer: name, lat, lon, and what else its columns tell."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.archive import text_lines
from gazetteer.errors import BadInput
from gazetteer.layer import Fields, LayerPlace, fields_of, plain
from gazetteer.matching import SAME_KM, apart_km
from gazetteer.names import fresh_normal_form
from gazetteer.place import LEVELS, USUAL_RADIUS_KM, PlaceLevel
from gazetteer.row_values import checked_name, coordinates, number, people
from gazetteer.spoken import Spoken, is_empty, kind_words, spoken
from gazetteer.whose import country_code, likeliest_country

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "place", "place_name", "toponym", "location", "asciiname", "title"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "level": ("level", "type", "kind"),
    "country": ("country", "iso3", "iso2", "iso", "country_code", "adm0_pcode", "adm0", "admin0"),
    "admin1": ("admin1", "adm1", "adm_1", "adm1_en", "province", "governorate", "state"),
    "admin2": ("admin2", "adm2", "adm_2", "adm2_en", "district"),
    "alternates": ("alternates", "alternate_names", "alternatenames", "alternate names", "aliases", "names"),
    "population": ("population", "pop"),
    "radius_km": ("radius_km", "radius"),
    "id": ("id", "pcode", "geonameid"),
}
"""What each column may be called, in lower case, the usual name first."""
NEEDED = ("name", "lat", "lon")
DELIMITERS = "\t,;|"
ALTERNATES_PARTED = re.compile(r"\s*[|;]\s*")
SAMPLE = 2_000
AROUND_KM = 100.0
FAR_OFF = 1.5
"""Radii of its country, from where a point is doubted: of 235,000 towns 12 lie so and inside when turned."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of a file, for all its rows; each None where nothing was said."""

    level: PlaceLevel | None = None
    country: str | None = None
    """A code or a name."""
    name_column: str | None = None


def table_rows(path: Path, name: str, told: Told, gazetteer: Gazetteer) -> Iterator[tuple[str, Fields]]:
    """The rows of a table. Raises BadInput for one that lacks a column, has a bad number, or no country."""
    country = _country(path, told, gazetteer)
    cache: dict[str, str | None] = {}
    places: dict[str, tuple[float, float]] = {}
    for line, row in records(path, told):
        place_country = country
        if place_country is None:
            written = row["country"]
            if written not in cache:
                cache[written] = country_code(written, gazetteer)
            place_country = cache[written]
            if place_country is None:
                raise BadInput(path, f"{written!r} is no country's name or code", line)
        try:
            place = _place(row, name, place_country, told)
            _check_turned(place, gazetteer)
            if row["id"]:
                _check_id(place, places)
        except ValueError as error:
            raise BadInput(path, str(error), line) from error
        yield place.level, fields_of(place)


def _check_turned(place: LayerPlace, gazetteer: Gazetteer) -> None:
    """ValueError for a point far off its country that would lie in it with its numbers exchanged."""
    country = gazetteer.country(place.country)
    if country is None:
        return
    middle = (country.lat, country.lon)
    off = apart_km((place.lat, place.lon), middle)
    if off <= FAR_OFF * country.radius_km or apart_km((place.lon, place.lat), middle) > country.radius_km:
        return
    near = gazetteer.towns_around(place.lat, place.lon, AROUND_KM, most=1)
    if not near or near[0][1].country != place.country:
        raise ValueError(
            f"{place.name!r} at {place.lat:g}, {place.lon:g} is {off:,.0f} km from the middle of "
            f"{country.name}; are latitude and longitude exchanged?"
        )


def _check_id(place: LayerPlace, seen: dict[str, tuple[float, float]]) -> None:
    """ValueError for two places of one id; further names of one place may stand on lines of their own."""
    first = seen.setdefault(place.id, (place.lat, place.lon))
    if apart_km(first, (place.lat, place.lon)) > SAME_KM["town"]:
        _, _, own = place.id.partition(":")
        raise ValueError(f"the id {own!r} stands at {first[0]:g}, {first[1]:g} too; give each place its own")


def records(path: Path, told: Told) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with their line numbers; keys as in COLUMNS, empty where the table has no such column."""
    lines = text_lines(path)
    header = next(lines, "")
    delimiter = max(DELIMITERS, key=lambda sign: header.count(sign))
    names = [title.strip().lower() for title in next(csv.reader([header], delimiter=delimiter), [])]
    wanted = dict(COLUMNS)
    if told.name_column is not None:
        wanted["name"] = (told.name_column.lower(),)
    where = {
        key: next((names.index(title) for title in called if title in names), None)
        for key, called in wanted.items()
    }
    for key in NEEDED:
        if where[key] is None:
            listed = ", ".join(names[:12]) or "none"
            raise BadInput(
                path, f"no column called {' or '.join(wanted[key])}; its first line has: {plain(listed)}", 1
            )
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for fields in reader:
            if not any(fields):
                continue
            cells = {k: "" if i is None or i >= len(fields) else fields[i].strip() for k, i in where.items()}
            yield reader.line_num + 1, cells
    except csv.Error as error:
        raise BadInput(path, f"not a table ({error})", reader.line_num + 1) from error


def _country(path: Path, told: Told, gazetteer: Gazetteer) -> str | None:
    """The country of all rows; None where each row says its own. Raises BadInput where nobody says it."""
    if told.country is not None:
        return told.country
    sample = list(islice(records(path, told), SAMPLE))
    if all(row["country"] for _, row in sample):
        return None
    points = []
    for line, row in sample:
        try:
            points.append(coordinates(row["lat"], row["lon"]))
        except ValueError as error:
            raise BadInput(path, _of_row(row, error), line) from error
    provinces = [row["admin1"] for _, row in sample if row["admin1"]]
    country = likeliest_country(provinces, points, gazetteer)
    if country is None:
        raise BadInput(path, "it is not clear which country its places lie in; say so with --country")
    return country


def _place(row: Mapping[str, str], layer: str, country: str, told: Told) -> LayerPlace:
    """ValueError, in words for the user, for a row that is no place."""
    name = checked_name(plain(row["name"]))
    try:
        lat, lon = coordinates(row["lat"], row["lon"])
        population = people(row["population"])
        radius = number(row["radius_km"]) if row["radius_km"] else None
    except ValueError as error:
        raise ValueError(_of_row(row, error)) from error
    if lat == 0 == lon:
        raise ValueError(_of_row(row, "0, 0 stands for a point that is not known; leave the row out"))
    if radius is not None and not 0 < radius <= 5000:
        raise ValueError(f"radius_km {row['radius_km']!r} is not a number above 0 and up to 5000")
    parts = spoken(name)
    level = _level(row["level"], parts, told)
    further = (*parts.names, *(checked_name(n) for n in _alternates(row["alternates"])))
    return LayerPlace(
        id=_id(row, layer, lat, lon),
        name=parts.name,
        level=level,
        lat=lat,
        lon=lon,
        radius_km=radius if radius is not None else USUAL_RADIUS_KM.get(level),
        country=country,
        admin1=plain(row["admin1"]),
        admin2=plain(row["admin2"]),
        population=population,
        names=tuple(name for name in further if not is_empty(name)),
        sure=bool(row["level"] or parts.level),
        rank=parts.rank or {"province": 1, "district": 2}.get(level, 0),
    )


def _level(written: str, parts: Spoken, told: Told) -> PlaceLevel:
    """From the row's own column, else the kind word of its name, else what the user says, else a town.

    ValueError for a column's word that is neither a level nor a kind word.
    """
    word = written.lower()
    if word:
        words = kind_words()
        level = next((lv for lv in LEVELS if lv == word and lv not in ("near", "country")), None)
        level = level or words.strip.get(word) or words.short.get(word) or words.plain.get(word)
        if level is None:
            raise ValueError(f"the level {written!r} is not one of {', '.join(kept_levels())}")
        return level
    return parts.level or told.level or "town"


def kept_levels() -> tuple[PlaceLevel, ...]:
    """The levels that an added place can have."""
    return tuple(level for level in LEVELS if level not in ("near", "country"))


def _alternates(cell: str) -> Iterator[str]:
    """The names in a cell; a dash or another sign that stands for none is none."""
    return (name for name in map(plain, ALTERNATES_PARTED.split(cell)) if fresh_normal_form(name))


def _id(row: Mapping[str, str], layer: str, lat: float, lon: float) -> str:
    """The table's own id, else one that the same row gives again whatever stands around it."""
    if row["id"]:
        return f"{layer}:{plain(row['id'])}"
    key = f"{row['name']}\t{lat:.5f}\t{lon:.5f}".encode()
    words = re.sub(r"[^a-z0-9]+", "-", fresh_normal_form(row["name"])).strip("-")
    return f"{layer}:{words[:40]}-{hashlib.blake2b(key, digest_size=3).hexdigest()}"


def _of_row(row: Mapping[str, str], problem: object) -> str:
    return f"{row['name'][:40]!r} at {row['lat'][:20]!r}, {row['lon'][:20]!r}: {problem}"
