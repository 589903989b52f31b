from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
import shapely

from gazetteer import Gazetteer
from gazetteer.add import add_files, remove_layers
from gazetteer.build import layers_folder, stored_digest
from gazetteer.errors import BadInput, UnknownLayer

from .world import dump_row, features, square, world, write, zipped

DUMP = [
    dump_row(1, "Idleb", 35.9305, 36.6339, "P.PPLA", others="Idlib City", population=165_000),
    dump_row(10, "Ḩāss", 35.61, 36.61, others="Hass", population=900),
    dump_row(11, "Qamar", 36.20, 36.55, "P.PPL", admin2="555"),
    dump_row(12, "Qamar Airport", 36.30, 36.55, "S.AIRP"),
    dump_row(13, "Hilal Airport", 36.40, 36.55, "S.AIRP"),
    dump_row(20, "Idlib Governorate", 35.8, 36.7, "A.ADM1", others="Muhafazat Idlib"),
    dump_row(21, "Harim District", 36.2, 36.6, "A.ADM2", admin2="555", others="Harem"),
    dump_row(30, "Some Stream", 36.2, 36.6, "H.STM"),
]
NAMES = "1\t11\tar\tقمر\t\t\t\t\n2\t20\ten\tIdleb Province\t\t\t\t\n3\t999\ten\tNowhere\t\t\t\t\n"
CODES = "SY.12.555\tHarim District\tHarim District\t21\n"
TABLE = (
    "name,lat,lon,adm1\nHass village,35.601,36.601,Idlib Governorate\nBara town,35.68,36.54,Idlib\n"
    "Nujum village,35.10,36.30,Idlib Governorate\nIdlib Governorate,35.8,36.7,\n"
    "Eastern Ghouta,33.5,36.44,Rif Dimashq\nSyria,35,38,\nEastern Idlib Governorate,35.8,36.9,\n"
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index" / "places.sqlite"


def added(index: Path, folder: Path, *paths: Path) -> Gazetteer:
    sources = world(folder)
    add_files(paths, index, sources=sources)
    return Gazetteer.open(index, sources=sources)


TERRITORIES = """
- id: territory:northland
  name: Northland
  names: [Norland]
  level: region
  lat: 36.4
  lon: 36.9
  radius_km: 20
  country: SYR
  brief: held by nobody
  claims: [{by: Syria, as: sovereign}]
  since: 2014
  source: a test
- is: supplement:hass-sy
  names: [Old Hass]
  brief: a name of it
  claims: []
  since: 2014
  until: 2017
  source: a test
"""


def test_territories_stand_beside_what_is_added_and_follow_a_place_that_was_joined(
    index: Path, tmp_path: Path
) -> None:
    sources = replace(
        world(tmp_path),
        territories=write(tmp_path / "territories.yml", TERRITORIES),
        demonyms=write(tmp_path / "demonyms.yml", "- [supplement:hass-sy, Hassi]\n"),
    )
    add_files([zipped(tmp_path / "SY.zip", {"SY.txt": "".join(DUMP)})], index, sources=sources)
    known = Gazetteer.open(index, sources=sources)
    assert ids(known, "Norland") == ["territory:northland"]
    assert len(known.territories("territory:northland")) == 1
    assert ids(known, "Old Hass") == ["geonames:10"], "the row of the supplement was joined with the dump's"
    assert [told.until for told in known.territories("geonames:10")] == ["2017"]
    people = known.people_of("hassi")
    assert people is not None
    assert people.id == "geonames:10"


def test_what_a_killed_addition_left_is_removed_a_day_later(index: Path, tmp_path: Path) -> None:
    old, young = (layers_folder(index) / f"incoming-{name}" for name in ("old", "young"))
    for folder in (old, young):
        folder.mkdir(parents=True)
    os.utime(old, (1_600_000_000,) * 2)
    added(index, tmp_path, write(tmp_path / "mine.csv", "name,lat,lon,country\nQamar,35,36,SY\n"))
    assert not old.exists()
    assert young.exists(), "it may be somebody's who is adding just now"


def test_two_files_of_one_name_do_not_push_each_other_out(index: Path, tmp_path: Path) -> None:
    first = write(tmp_path / "a" / "mine.csv", "name,lat,lon,country\nQamar,35,36,SY\n")
    second = write(tmp_path / "b" / "mine.csv", "name,lat,lon,country\nHilal,35,36,SY\n")
    with pytest.raises(BadInput, match="both are called 'mine'; rename one"):
        add_files([first, second], index, sources=world(tmp_path))
    with pytest.raises(BadInput, match="give the files in it"):
        add_files([tmp_path / "a"], index, sources=world(tmp_path))
    assert Gazetteer.open(index, sources=world(tmp_path)).info().layers == ()


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [place.id for place in gazetteer.lookup(name)]


def test_a_dump_takes_the_place_of_the_embedded_row_and_keeps_its_names(index: Path, tmp_path: Path) -> None:
    known = added(index, tmp_path, zipped(tmp_path / "SY.zip", {"SY.txt": "".join(DUMP)}))
    town = known.place("geonames:1")
    assert town is not None
    (use,) = known.info().layers
    assert use.same == 3, "Idlib, its province and the district"
    assert (town.name, town.population) == ("Idleb", 165_000)
    assert (town.country_name, town.admin1) == ("Syria", "Idlib")
    for name in ("Edlib", "ادلب", "Idlib City", "Idleb"):
        assert "geonames:1" in ids(known, name), name


def test_divisions_of_a_dump_are_those_of_the_program(index: Path, tmp_path: Path) -> None:
    known = added(index, tmp_path, write(tmp_path / "SY.txt", DUMP))
    assert ids(known, "Muhafazat Idlib") == ["adm1:SY.12"]
    assert ids(known, "Harem") == ["adm2:SY.12.harim"]
    assert [p.level for p in known.lookup("Idlib") if p.level == "province"] == ["province"]
    qamar = known.place("geonames:11")
    assert qamar is not None
    assert (qamar.admin1, qamar.admin2) == ("Idlib", "Harim District")
    same = known.place("geonames:21")
    assert same is not None
    assert same.id == "adm2:SY.12.harim"


def test_a_row_of_the_supplement_is_joined_and_its_id_goes_on_working(index: Path, tmp_path: Path) -> None:
    known = added(index, tmp_path, write(tmp_path / "SY.txt", DUMP))
    assert ids(known, "Hass") == ids(known, "Haas") == ["geonames:10"]
    place = known.place("supplement:hass-sy")
    assert place is not None
    assert (place.id, place.lat, place.lon) == ("geonames:10", 35.61, 36.61)


def test_the_short_form_of_a_facility_gives_way_to_a_town(index: Path, tmp_path: Path) -> None:
    known = added(index, tmp_path, write(tmp_path / "SY.txt", DUMP))
    assert ids(known, "Qamar") == ["geonames:11"]
    assert ids(known, "Qamar Airport") == ["geonames:12"]
    assert ids(known, "Hilal") == ["geonames:13"]


def test_alternate_names_codes_and_hierarchy_come_with_a_dump(index: Path, tmp_path: Path) -> None:
    dump = write(tmp_path / "SY.txt", [dump_row(11, "Qamar", 36.2, 36.55), *DUMP[-3:-1]])
    names = write(tmp_path / "alternatenames" / "SY.txt", NAMES)
    links = write(tmp_path / "hierarchy.txt", "21\t11\tADM\n")
    codes = write(tmp_path / "admin2Codes.txt", CODES)
    known = added(index, tmp_path, dump, names, links, codes)
    assert ids(known, "قمر") == ["geonames:11"]
    assert ids(known, "Nowhere") == []
    qamar = known.place("geonames:11")
    assert qamar is not None
    assert qamar.admin2 == "Harim District"
    uses = {use.layer.name: (use.layer.kind, use.same) for use in known.info().layers}
    assert uses == {
        "SY": ("dump", 2), "SY-names": ("names", 1), "hierarchy": ("hierarchy", 0),
        "admin2Codes": ("codes", 0),
    }  # fmt: skip


def test_a_table_is_joined_with_what_is_there(index: Path, tmp_path: Path) -> None:
    known = added(index, tmp_path, write(tmp_path / "mine.csv", TABLE))
    assert ids(known, "Hass") == ["supplement:hass-sy"]
    hass, bara = known.place("supplement:hass-sy"), known.place("supplement:bara-sy")
    assert hass is not None
    assert bara is not None
    assert (hass.lat, hass.lon) == (35.601, 36.601), "a row placed by hand gives way"
    assert (bara.lat, bara.lon) == (35.66, 36.53), "a row from a source stays"
    assert [p.level for p in known.lookup("Eastern Ghouta")] == ["region"]
    assert ids(known, "Syria") == ["country:SYR"]
    assert ids(known, "Eastern Idlib") == []
    (new,) = known.lookup("Nujum village")
    assert (new.level, new.admin1, new.country_name) == ("town", "Idlib", "Syria")
    (use,) = known.info().layers
    assert (use.layer.counts, use.same) == ({"town": 5, "province": 2}, 5)


ADM1 = {"ADM1_EN": "Idleb", "ADM1_AR": "إدلب", "ADM1_PCODE": "SY07", "ADM0_PCODE": "SY"}
RURAL = {"ADM1_EN": "Countryside", "ADM1_AR": "", "ADM1_PCODE": "SY03", "ADM0_PCODE": "SY"}
ADM2 = {"ADM2_EN": "Harim", "ADM2_PCODE": "SY0703", "ADM1_PCODE": "SY07", "ADM0_PCODE": "SY"}
ADM3 = {"ADM3_EN": "Harim", "ADM3_PCODE": "SY070300", **ADM2}
OTHER = ADM3 | {"ADM3_EN": "Nahr", "ADM3_PCODE": "SY070301"}


def boundaries(folder: Path) -> list[Path]:
    idlib = (ADM1, [*square(36, 35.5, 1), square(36.4, 35.55, 0.05)[0]])
    files = {
        "adm3": features((ADM3, square(36.4, 36, 0.2)), (OTHER, square(36.6, 36, 0.2))),
        "adm2": features((ADM2, square(36.4, 36, 0.4))),
        "adm1": features(idlib, (RURAL, square(36, 33, 1))),
    }
    return [write(folder / f"{name}.geojson", json.dumps(content)) for name, content in files.items()]


def test_boundaries_are_joined_with_the_divisions_they_show(index: Path, tmp_path: Path) -> None:
    known = added(index, tmp_path, *boundaries(tmp_path))
    idlib = known.place("adm1:SY.12")
    assert idlib is not None
    assert (idlib.lat, idlib.lon, idlib.origin) == (
        pytest.approx(36, abs=0.01), pytest.approx(36.5, abs=0.01), "OCHA COD-AB",
    )  # fmt: skip
    assert idlib == known.place("pcode:SY07")
    area = known.area("adm1:SY.12")
    assert area is not None
    assert shapely.from_wkb(area).area == pytest.approx(0.9975)
    assert known.area("pcode:SY07") == area
    assert known.area("geonames:1") is None
    assert "adm1:SY.12" in ids(known, "Idleb Governorate")


def test_a_province_of_another_name_is_told_by_its_centre(index: Path, tmp_path: Path) -> None:
    known = added(index, tmp_path, *boundaries(tmp_path))
    assert ids(known, "Countryside") == ["adm1:SY.08"]


def test_a_part_of_a_district_that_bears_its_name_does_not_take_it(index: Path, tmp_path: Path) -> None:
    known = added(index, tmp_path, *boundaries(tmp_path))
    assert ids(known, "Harim") == ["geonames:2", "adm2:SY.12.harim"]
    assert ids(known, "Harim Subdistrict") == ["pcode:SY070300"]
    assert ids(known, "Nahr") == ids(known, "Nahr sub-district") == ["pcode:SY070301"]


def test_places_learn_their_district_from_the_outlines(index: Path, tmp_path: Path) -> None:
    table = write(tmp_path / "mine.csv", "name,lat,lon,country\nNujum village,36.1,36.5,SY\n")
    known = added(index, tmp_path, *boundaries(tmp_path), table)
    harim, (nujum,) = known.place("geonames:2"), known.lookup("Nujum")
    assert harim is not None
    assert (harim.admin1, harim.admin2) == ("Idlib", "Harim District")
    assert (nujum.admin1, nujum.admin2) == ("Idlib", "Harim District")


def test_a_quarter_gives_way_to_a_town_of_its_name(index: Path, tmp_path: Path) -> None:
    base = {"ADM4_EN": "Idleb", "ADM4_PCODE": "C1", "ADM1_EN": "Idleb", "ADM0_PCODE": "SY", "NAME_AR": None}
    quarters = features(
        (base | {"NAME_EN": "Harim", "PCODE": "N1"}, square(36.63, 35.93, 0.01)),
        (base | {"NAME_EN": "Saha_Kabira", "PCODE": "N2"}, square(36.64, 35.93, 0.01)),
    )
    known = added(index, tmp_path, write(tmp_path / "quarters.geojson", json.dumps(quarters)))
    assert ids(known, "Harim") == ["geonames:2", "adm2:SY.12.harim"]
    assert ids(known, "Harim (Idleb)") == ["pcode:N1"]
    (place,) = known.lookup("Saha Kabira")
    assert (place.id, place.name, place.level) == ("pcode:N2", "Saha Kabira", "neighbourhood")
    assert known.area("pcode:N2") is not None


def test_layers_outlive_a_change_of_the_embedded_sources(index: Path, tmp_path: Path) -> None:
    added(index, tmp_path, write(tmp_path / "SY.txt", DUMP))
    known = Gazetteer.open(index, sources=world(tmp_path, "geonames:2,Harem Town,\n"))
    assert ids(known, "Harem Town") == ["geonames:2"]
    assert ids(known, "Qamar") == ["geonames:11"]


def test_a_layer_takes_the_place_of_its_predecessor(index: Path, tmp_path: Path) -> None:
    added(index, tmp_path, write(tmp_path / "mine.csv", TABLE))
    known = added(index, tmp_path, write(tmp_path / "mine.csv", "name,lat,lon,country\nShams,35.2,36.4,SY\n"))
    assert ids(known, "Nujum") == []
    assert len(ids(known, "Shams")) == 1
    assert [use.layer.name for use in known.info().layers] == ["mine"]


def test_what_was_added_can_be_removed(index: Path, tmp_path: Path) -> None:
    added(index, tmp_path, write(tmp_path / "mine.csv", TABLE))
    with pytest.raises(UnknownLayer, match="nothing was added as 'yours'; there is: mine"):
        remove_layers(["yours"], index, sources=world(tmp_path))
    remove_layers(["mine"], index, sources=world(tmp_path))
    known = Gazetteer.open(index, sources=world(tmp_path))
    assert ids(known, "Nujum") == []
    assert known.info().layers == ()


def test_a_bad_file_leaves_the_index_and_the_layers_as_they_were(index: Path, tmp_path: Path) -> None:
    good = write(tmp_path / "mine.csv", TABLE)
    added(index, tmp_path, good)
    digest, before = stored_digest(index), index.read_bytes()
    bad = write(tmp_path / "bad.csv", "name,lat,lon,country\nX,north,36,SY\n")
    with pytest.raises(BadInput, match=r"bad\.csv, line 2"):
        added(index, tmp_path, good, bad)
    assert (stored_digest(index), index.read_bytes()) == (digest, before)
    assert sorted(p.name for p in layers_folder(index).iterdir()) == ["mine.layer.zip"]
    assert not list(index.parent.glob("*.building"))


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.csv", "", "there is nothing in it"),
        ("SY.zip", "no zip", "the zip file is broken"),
        ("mine.csv", "name,lat,lon,country\n", "there is no place in it"),
        ("SY.txt", dump_row(30, "Some Stream", 36.2, 36.6, "H.STM"), "there is no place in it"),
    ],
)
def test_files_that_hold_nothing(
    index: Path, tmp_path: Path, name: str, content: str, problem: str
) -> None:
    with pytest.raises(BadInput, match=problem):
        added(index, tmp_path, write(tmp_path / name, content))
    with pytest.raises(BadInput, match="there is no such file"):
        added(index, tmp_path, tmp_path / "missing.csv")


def test_a_damaged_layer_says_so(index: Path, tmp_path: Path) -> None:
    added(index, tmp_path, write(tmp_path / "mine.csv", TABLE))
    (layer,) = layers_folder(index).iterdir()
    layer.write_bytes(layer.read_bytes()[:200])
    with pytest.raises(BadInput, match=r"mine\.layer\.zip: this layer of the place index is damaged"):
        Gazetteer.open(index, sources=world(tmp_path))
