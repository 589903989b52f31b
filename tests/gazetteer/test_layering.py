"""What the embedded sources tell beside places stays true when layers are joined with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from gazetteer.add import add_files
from gazetteer.core import Sources, embedded_sources, read_entries
from gazetteer.layering import PARTS

from .test_territories import PLACE
from .world import dump_row, world, write

OF_GHOUTA = """
- is: supplement:ghouta-sy
  names: [The Orchards]
  brief: besieged
  claims: []
  since: 2013
  source: a test
"""
REGIONS = [
    dump_row(50, "Northland", 36.01, 37.01, "L.RGN"),
    dump_row(51, "Eastern Ghouta", 33.5, 36.44, "L.RGN", admin1="08"),
]


def disputed_world(folder: Path) -> Sources:
    territories = write(folder / "territories.yml", PLACE + OF_GHOUTA)
    demonyms = write(folder / "demonyms.yml", "- [supplement:ghouta-sy, Ghoutan, Ghoutans]\n")
    return replace(world(folder), territories=territories, demonyms=demonyms)


def with_dump(folder: Path) -> Gazetteer:
    index, sources = folder / "index" / "places.sqlite", disputed_world(folder)
    add_files([write(folder / "SY.txt", REGIONS)], index, sources=sources)
    return Gazetteer.open(index, sources=sources)


def test_a_territory_of_its_own_stays_one_beside_a_namesake_of_a_layer(tmp_path: Path) -> None:
    known = with_dump(tmp_path)
    assert {place.id for place in known.lookup("Northland")} == {"territory:northland", "geonames:50"}
    place = known.place("territory:northland")
    assert place is not None and place.country_name == "Syria"
    told = known.contested(place)
    assert told is not None and told.brief == "part of Syria, held by nobody"


def test_what_is_told_of_a_joined_place_is_told_of_what_it_was_joined_with(tmp_path: Path) -> None:
    known = with_dump(tmp_path)
    (place,) = known.lookup("Eastern Ghouta")
    assert place.id == "geonames:51"
    assert known.place("supplement:ghouta-sy") == place
    told = known.contested(place)
    assert told is not None and told.brief == "besieged"
    assert known.people_of("Ghoutans") == place
    assert known.lookup("The Orchards") == (place,)


@pytest.mark.slow
def test_every_embedded_entry_is_of_a_known_part() -> None:
    schemes = {place.id.partition(":")[0] for place, _ in read_entries(embedded_sources())}
    assert schemes == PARTS.keys()
