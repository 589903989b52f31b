from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from gazetteer import Gazetteer
from gazetteer.core import embedded_sources, read_entries
from gazetteer.errors import BadSource
from gazetteer.territories import read_territories
from tests.gazetteer.test_core import sources

PLACE = """
- id: territory:northland
  name: Northland
  names: [Norland]
  level: region
  lat: 36
  lon: 37
  radius_km: 20
  country: SYR
  brief: part of Syria, held by nobody
  claims: [{by: Syria, as: sovereign}, {by: Southland, as: claims, note: since long}]
  since: 2014-03
  source: a test
"""
ADDED = """
- is: adm1:SY.12
  names: [Wilayat Idlib]
  brief: a name of it
  claims: []
  since: 2014
  until: 2017
  source: a test
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "territories.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_place_of_its_own_and_names_for_another(tmp_path: Path) -> None:
    world = replace(sources(tmp_path), territories=written(tmp_path, PLACE + ADDED))
    entries = {place.id: (place, names) for place, names in read_entries(world)}
    place, names = entries["territory:northland"]
    assert (place.country_name, place.level, names) == ("Syria", "region", ("Northland", "Norland"))
    assert "Wilayat Idlib" in entries["adm1:SY.12"][1]
    gazetteer = Gazetteer.open(tmp_path / "places.sqlite", sources=world)
    assert [p.id for p in gazetteer.lookup("Wilayat Idlib")] == ["adm1:SY.12"]
    (told,) = gazetteer.territories("territory:northland")
    assert [(c.by, c.role, c.note) for c in told.claims] == [
        ("Syria", "sovereign", ""), ("Southland", "claims", "since long"),
    ]  # fmt: skip
    assert (told.since, told.until, told.source) == ("2014-03", None, "a test")
    assert gazetteer.contested(place) == told
    idlib = gazetteer.lookup("Idlib")[0]
    assert len(gazetteer.territories(idlib.id)) == 1
    assert gazetteer.contested(idlib) is None, "a claim of the past is no dispute of today"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: b", 1, "is not a list"),
        ("- [", 1, "no YAML"),
        ("- is: x\n  id: y", 1, "either 'is'"),
        ("- 5", 1, "either 'is'"),
        (PLACE.replace("  source: a test\n", ""), 2, "source is missing"),
        (PLACE + "  colour: red\n", 2, "'colour' is no key"),
        (PLACE + PLACE, 15, "stands on line 2 too"),
        (PLACE.replace("territory:northland", "Northland"), 2, "is not like"),
        (PLACE.replace("level: region", "level: planet"), 2, "the level 'planet'"),
        (PLACE.replace("country: SYR", "country: XXX"), 2, "the country 'XXX'"),
        (PLACE.replace("level: region", "level: town").replace("SYR", "''"), 2, "the country ''"),
        (PLACE.replace("lat: 36", "lat: 136"), 2, "lat 136 is not a number"),
        (PLACE.replace("2014-03", "soon"), 2, "since 'soon'"),
        (PLACE.replace("as: claims", "as: owner"), 2, "as 'owner'"),
        (PLACE.replace("by: Syria, ", ""), 2, "a claim has 'by' and 'as'"),
        (PLACE.replace("[Norland]", "Norland"), 2, "names is not a list"),
        (PLACE.replace("brief: part of Syria, held by nobody", "brief: ''"), 2, "brief is empty"),
    ],
)
def test_a_wrong_row_is_pointed_at(tmp_path: Path, text: str, line: int, problem: str) -> None:
    with pytest.raises(BadSource, match=problem) as caught:
        read_territories(written(tmp_path, text), {"SYR"})
    assert (caught.value.source, caught.value.line) == ("territories.yml", line)


def test_a_row_of_no_place_is_pointed_at(tmp_path: Path) -> None:
    world = replace(sources(tmp_path), territories=written(tmp_path, ADDED.replace("SY.12", "SY.99")))
    with pytest.raises(BadSource, match=r"territories\.yml, line 2: there is no place 'adm1:SY\.99'"):
        list(read_entries(world))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "id_", "country"),
    [
        ("Golan Heights", "supplement:golan-heights-sy", "SYR"), ("Crimea", "adm1:UA.11", "UKR"),
        ("Donetsk People's Republic", "adm1:UA.05", "UKR"),
        ("Lugansk People's Republic", "adm1:UA.14", "UKR"), ("West Bank", "adm1:PS.WE", "PSE"),
        ("Gaza Strip", "adm1:PS.GZ", "PSE"), ("East Jerusalem", "geonames:7303419", "PSE"),
        ("Rojava", "territory:rojava", "SYR"), ("AANES", "territory:rojava", "SYR"),
        ("Western Sahara", "country:ESH", "ESH"), ("Kashmir", "territory:kashmir", ""),
        ("Azad Kashmir", "adm1:PK.06", "PAK"), ("Indian-administered Kashmir", "adm1:IN.12", "IND"),
        ("Line of Control", "territory:line-of-control", ""),
        ("Nagorno-Karabakh", "territory:nagorno-karabakh", "AZE"),
        ("Artsakh", "territory:nagorno-karabakh", "AZE"), ("Abkhazia", "adm1:GE.02", "GEO"),
        ("South Ossetia", "territory:south-ossetia", "GEO"), ("Transnistria", "adm1:MD.58", "MDA"),
        ("Northern Cyprus", "territory:northern-cyprus", "CYP"),
        ("Somaliland", "territory:somaliland", "SOM"), ("Puntland", "territory:puntland", "SOM"),
        ("Kurdistan Region", "supplement:kurdistan-region-of-iraq-iq", "IRQ"),
        ("Taiwan", "country:TWN", "TWN"), ("Kosovo", "country:XKX", "XKX"),
        ("Abyei Area", "territory:abyei-area", "SDN"),
        ("Hala'ib Triangle", "territory:halaib-triangle", "EGY"),
        ("Ilemi Triangle", "territory:ilemi-triangle", "KEN"),
        ("Sinai Peninsula", "supplement:sinai-peninsula-eg", "EGY"),
        ("Wilayat al-Furat", "territory:wilayat-al-furat", ""), ("Wilayat al-Khayr", "adm1:SY.07", "SYR"),
        ("Wilayat al-Baraka", "adm1:SY.01", "SYR"), ("Wilayat Halab", "adm1:SY.09", "SYR"),
        ("Wilayah Hims", "adm1:SY.11", "SYR"), ("Wilayat Dimashq", "adm1:SY.08", "SYR"),
        ("Wilayat Ninawa", "adm1:IQ.15", "IRQ"), ("Wilayat Diyala", "adm1:IQ.10", "IRQ"),
        ("Wilayat al-Janub", "territory:wilayat-al-janub", "IRQ"),
        ("Wilayat Shamal Baghdad", "territory:wilayat-shamal-baghdad", "IRQ"),
        ("Wilayat Sinai", "territory:wilayat-sinai", "EGY"),
        ("Wilayat Khorasan", "territory:wilayat-khorasan", ""),
        ("West Africa Province", "territory:west-africa-province", ""),
        ("Central Africa Province", "territory:central-africa-province", ""),
        ("Biafra", "territory:biafra", "NGA"), ("Zaire", "country:COD", "COD"),
        ("Burma", "country:MMR", "MMR"), ("Upper Volta", "country:BFA", "BFA"),
        ("Siam", "country:THA", "THA"),
    ],
)  # fmt: skip
def test_names_of_territories_resolve(real_gazetteer: Gazetteer, name: str, id_: str, country: str) -> None:
    first = real_gazetteer.lookup(name)[0]
    assert (first.id, first.country) == (id_, country)
    assert real_gazetteer.territories(id_)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "id_"), [("Stalingrad", "geonames:472757"), ("Artemivsk", "geonames:713174")]
)
def test_former_names_of_towns_resolve(real_gazetteer: Gazetteer, name: str, id_: str) -> None:
    assert id_ in {place.id for place in real_gazetteer.lookup(name)}


@pytest.mark.slow
def test_a_place_in_a_disputed_territory_is_disputed(real_gazetteer: Gazetteer) -> None:
    simferopol = real_gazetteer.lookup("Simferopol")[0]
    told = real_gazetteer.contested(simferopol)
    assert told is not None and told.brief == "part of Ukraine, held and claimed by Russia since 2014"
    assert real_gazetteer.contested(real_gazetteer.lookup("Raqqa")[0]) is None


def test_there_are_enough_of_them() -> None:
    world = embedded_sources()
    assert world.territories is not None
    countries = set(yaml.safe_load(world.countries.read_text(encoding="utf-8")))
    rows = read_territories(world.territories, countries)
    assert len(rows) >= 80
    assert sum(row.place is not None for row in rows) >= 30
