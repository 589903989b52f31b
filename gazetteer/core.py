"""The places that come with the program: the compiled table, the supplement, country names, spellings."""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from gazetteer.demonyms import read_demonyms
from gazetteer.errors import BadSource
from gazetteer.names import normal_form
from gazetteer.place import Place
from gazetteer.supplement import Entry, Spelling, read_spellings, read_supplement
from gazetteer.territories import Row, read_territories, territory_entries
from gazetteer.territory import Territory

GEONAMES = "GeoNames"
DIVISION = "GeoNames and Natural Earth (computed from the places in it and the land around them)"
PLACES = "GeoNames (centre and radius of the places in it)"
ORIGINS = {"town": GEONAMES, "province": DIVISION, "district": PLACES}
COUNTRY = "general reference or Natural Earth, rounded; radius from GeoNames' area"


# "Province of Sulu", "Commune of Banikoara": said and looked up without what it is.
_DIVISION_OF = re.compile(
    r"(?:Province of|Province du|Province de|Commune of|Da\u00efra de|Arrondissement de) (?=\w)"
)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the embedded places are read from."""

    table: Path
    """places.tsv.xz, written by tools/compile_places.py."""
    supplement: Path | None
    """Further places, written by hand."""
    countries: Path
    """Names, demonyms and capitals of countries."""
    spellings: Path
    """Further spellings of these places, and names that GeoNames gives them by mistake."""
    demonyms: Path | None = None
    """Adjectives and peoples of provinces and cities."""
    territories: Path | None = None
    """Disputed territories and former names."""
    districts: tuple[Path, ...] = ()
    """Of tools/compile_districts.py: a row with an id of `table` tells the reach of that one."""

    def files(self) -> tuple[Path, ...]:
        """All of them that there are."""
        named = (
            self.table, self.supplement, self.countries, self.spellings, self.demonyms, self.territories,
            *self.districts,
        )  # fmt: skip
        return tuple(path for path in named if path is not None)


def embedded_sources() -> Sources:
    """The files beside this module."""
    here = Path(__file__).parent
    return Sources(
        table=here / "places.tsv.xz",
        supplement=here / "supplement.csv",
        countries=here / "countries.yml",
        spellings=here / "spellings.csv",
        demonyms=here / "demonyms.yml",
        territories=here / "territories.yml",
        districts=tuple(here / name for name in ("districts.tsv.xz", "districts_odbl.tsv.xz")),
    )


def read_header(table: Path) -> dict[str, str]:
    """The comment lines that open the table: source, licence, changes, day, rows."""
    header = {}
    with lzma.open(table, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if not line.startswith("# "):
                break
            key, _, value = line[2:].rstrip("\n").partition(": ")
            header[key] = value
    return header


@dataclass(frozen=True, slots=True)
class CountryWords:
    """What the sources tell beside places and their names."""

    demonyms: dict[str, str]
    """Normal form of every adjective and people's name -> ISO3 of its country."""
    capitals: dict[str, str]
    """ISO3 -> id of the capital; without the countries that have no undoubted one."""
    adjectives: Mapping[str, str] = field(default_factory=dict)
    """Normal form of every adjective and people's name of a narrower place -> id of the place."""
    territories: Sequence[Territory] = ()
    """Who claims which place."""


def read_words(sources: Sources) -> CountryWords:
    """All words of the sources that are no names of places. Raises BadSource."""
    facts = _country_facts(sources.countries)
    adjectives = read_demonyms(sources.demonyms) if sources.demonyms is not None else {}
    return replace(
        _words_of(facts),
        adjectives={word: place for word, (place, _) in adjectives.items()},
        territories=[row.territory for row in _territories(sources, facts)],
    )


def _words_of(told: Mapping[str, dict[str, Any]]) -> CountryWords:
    return CountryWords(
        {normal_form(word): iso3 for iso3, facts in told.items() for word in facts.get("demonyms", [])},
        {iso3: f"geonames:{facts['capital']}" for iso3, facts in told.items() if "capital" in facts},
    )


def _territories(sources: Sources, countries: Collection[str]) -> list[Row]:
    return [] if sources.territories is None else read_territories(sources.territories, countries)


def _country_facts(countries: Path) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = yaml.safe_load(countries.read_text(encoding="utf-8"))
    return facts


def read_entries(sources: Sources) -> Iterator[Entry]:
    """Every place with its names: countries first, then divisions, towns, the supplement, territories.

    Raises BadSource for a bad row of a hand-written file, and for one that speaks of a place that is nowhere.
    """
    facts = _country_facts(sources.countries)
    spellings = read_spellings(sources.spellings)
    rows = _territories(sources, facts)
    further: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.place is None:
            further[row.territory.place_id].append(row)
    peoples = dict(read_demonyms(sources.demonyms).values()) if sources.demonyms is not None else {}
    told_of = {*spellings, *further, *peoples}
    for place, names in _all_entries(sources, facts, rows):
        if place.id in told_of:
            peoples.pop(place.id, None)
            more = (name for row in further.pop(place.id, ()) for name in row.names)
            names = (*spelt(names, spellings.pop(place.id, ())), *more)
        yield place, names
    strangers = [("spellings.csv", id_, left[0].line) for id_, left in spellings.items()]
    strangers += [("territories.yml", id_, left[0].line) for id_, left in further.items()]
    strangers += [("demonyms.yml", id_, line) for id_, line in peoples.items()]
    for source, id_, line in strangers:
        raise BadSource(source, line, f"there is no place {id_!r}")


def _all_entries(
    sources: Sources, facts: Mapping[str, dict[str, Any]], rows: Sequence[Row]
) -> Iterator[Entry]:
    country_names: dict[str, str] = {}
    outlined = read_districts(sources.districts)
    for place, names in _table_entries(sources, facts, country_names):
        found = outlined.pop(place.id, None)
        yield (place, names) if found is None else _outlined(place, names, found)
    for place, names in outlined.values():
        yield replace(place, country_name=country_names[place.country]), names
    if sources.supplement is not None:
        yield from read_supplement(sources.supplement, country_names)
    for place, names in territory_entries(rows):
        yield replace(place, country_name=country_names.get(place.country, "")), names


def spelt(names: tuple[str, ...], spellings: Sequence[Spelling]) -> tuple[str, ...]:
    """The names with further spellings added, and without those that the place is not to be found by."""
    if not spellings:
        return names
    wrong = {normal_form(s.text) for s in spellings if s.wrong}
    kept = [name for name in names if normal_form(name) not in wrong] if wrong else names
    return (*kept, *(s.text for s in spellings if not s.wrong))


def _table_entries(
    sources: Sources, facts: Mapping[str, dict[str, Any]], country_names: dict[str, str]
) -> Iterator[Entry]:
    """The rows of the compiled table; fills `country_names`, for its countries come first."""
    with lzma.open(sources.table, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.startswith(("# ", "id\t")):
                continue
            place, names = _table_entry(line.rstrip("\n").split("\t"), country_names)
            if place.level == "country":
                told = facts[place.country]
                names = (*names, *told.get("names", []))
                place = replace(place, origin=COUNTRY if "centre" in told else PLACES)
            yield place, names


def read_districts(tables: Iterable[Path]) -> dict[str, Entry]:
    """The rows of the tables of districts by id, without their country's name; headers tell their origin."""
    found: dict[str, Entry] = {}
    for table in tables:
        header = read_header(table)
        with lzma.open(table, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                if not line.startswith(("# ", "id\t")):
                    fields = line.rstrip("\n").split("\t")
                    place, names = _table_entry(fields, defaultdict(str))
                    found[place.id] = replace(place, origin=header[place.country]), names
    return found


def _outlined(place: Place, names: tuple[str, ...], found: Entry) -> Entry:
    """A district of the compiled table, with the reach of its outline and both sources' names."""
    outlined, others = found
    origin = f"{place.origin}; {outlined.origin}"
    return replace(place, radius_km=outlined.radius_km, origin=origin), (*names, *others)


def _table_entry(fields: list[str], country_names: dict[str, str]) -> Entry:
    id_, level, name, lat, lon, radius, country, admin1, admin2, population, alternates = fields
    people = int(population or 0)
    if level == "country":
        country_names[country] = name
    place = Place(
        id=id_,
        name=name,
        level=level,  # type: ignore[arg-type]  # our own table: tests check that it has no other levels
        lat=float(lat),
        lon=float(lon),
        radius_km=float(radius) if radius else town_radius_km(people),
        country=country,
        country_name=country_names[country],
        admin1=admin1 or None,
        admin2=admin2 or None,
        population=people,
        origin=ORIGINS.get(level, PLACES),
    )
    names = (name, *(alternates.split("|") if alternates else ()))
    division = _DIVISION_OF.match(name)
    return place, names if division is None else (*names, name[division.end() :])


def town_radius_km(population: int) -> float:
    """1 km below 20,000 people and where the number is not known, 3 below 300,000, 10 above."""
    if population < 20_000:
        return 1.0
    return 3.0 if population < 300_000 else 10.0
