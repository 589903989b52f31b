from __future__ import annotations

import lzma
from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer.core import (
    Sources,
    embedded_sources,
    read_entries,
    read_header,
    read_words,
    town_radius_km,
)
from gazetteer.errors import BadSource

TABLE = (
    "# source: a test\n# day: 2020-01-02\n# rows: 3\n"
    "id\tlevel\tname\tlat\tlon\tradius_km\tcountry\tadmin1\tadmin2\tpopulation\tnames\n"
    "country:SYR\tcountry\tSyria\t35\t38\t243\tSYR\t\t\t17000000\t\n"
    "adm1:SY.12\tprovince\tIdlib\t35.9\t36.7\t45\tSYR\tIdlib\t\t\tIdlib Governorate\n"
    "geonames:1\ttown\tIdlib\t35.93\t36.63\t\tSYR\tIdlib\t\t128840\tEdlib|إدلب\n"
)


def sources(folder: Path, spellings: str = "") -> Sources:
    """A small world in a folder."""
    (folder / "places.tsv.xz").write_bytes(lzma.compress(TABLE.encode()))
    (folder / "countries.yml").write_text(
        "SYR: {names: [Syrian Arab Republic], demonyms: [Syrian, Syrians]}", encoding="utf-8"
    )
    (folder / "spellings.csv").write_text("id,spelling,note\n" + spellings, encoding="utf-8")
    return Sources(folder / "places.tsv.xz", None, folder / "countries.yml", folder / "spellings.csv")


def test_entries_of_a_small_world(tmp_path: Path) -> None:
    entries = list(read_entries(sources(tmp_path, "geonames:1,Idleb,\ngeonames:1,-Edlib,wrong\n")))
    assert [(p.id, p.level, p.country_name, p.admin1) for p, _ in entries] == [
        ("country:SYR", "country", "Syria", None),
        ("adm1:SY.12", "province", "Syria", "Idlib"),
        ("geonames:1", "town", "Syria", "Idlib"),
    ]
    assert entries[0][1] == ("Syria", "Syrian Arab Republic")
    assert entries[2][1] == ("Idlib", "إدلب", "Idleb")
    assert (entries[2][0].population, entries[2][0].radius_km, entries[2][0].origin) == (
        128840,
        3.0,
        "GeoNames",
    )


def test_a_spelling_of_no_place_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match=r"spellings\.csv, line 2: there is no place 'geonames:9'"):
        list(read_entries(sources(tmp_path, "geonames:9,Nowhere,\n")))


def test_the_header_is_read(tmp_path: Path) -> None:
    header = read_header(sources(tmp_path).table)
    assert header == {"source": "a test", "day": "2020-01-02", "rows": "3"}


@pytest.mark.parametrize(
    ("people", "radius"), [(0, 1), (19_999, 1), (20_000, 3), (299_999, 3), (300_000, 10), (9_000_000, 10)]
)
def test_a_town_reaches_as_far_as_its_people(people: int, radius: float) -> None:
    assert town_radius_km(people) == radius


def test_the_embedded_table_names_its_licence() -> None:
    header = read_header(embedded_sources().table)
    assert "GeoNames" in header["source"]
    assert "Creative Commons Attribution 4.0" in header["licence"]
    assert int(header["rows"]) > 250_000


DISTRICTS = (
    "# SYR: a survey (public domain)\n"
    "id\tlevel\tname\tlat\tlon\tradius_km\tcountry\tadmin1\tadmin2\tpopulation\tnames\n"
    "adm2:SY.12.idlib\tdistrict\tIdlib\t35.8\t36.5\t33\tSYR\tIdlib\t\t\tidlib district\n"
    "geoboundaries:7\tdistrict\tSarmin Subdistrict\t35.9\t36.7\t9\tSYR\tIdlib\tIdlib\t\tsarmin\n"
)


def test_districts_are_added_and_tell_the_reach_of_those_that_are_held(tmp_path: Path) -> None:
    own = sources(tmp_path)
    held = "adm2:SY.12.idlib\tdistrict\tIdlib\t35.9\t36.6\t10\tSYR\tIdlib\t\t\t\n"
    own.table.write_bytes(lzma.compress((TABLE + held).encode()))
    table = tmp_path / "districts.tsv.xz"
    table.write_bytes(lzma.compress(DISTRICTS.encode()))
    found = {place.id: (place, names) for place, names in read_entries(replace(own, districts=(table,)))}
    idlib, names = found["adm2:SY.12.idlib"]
    assert (idlib.lat, idlib.lon, idlib.radius_km) == (35.9, 36.6, 33), "its own point, the outline's reach"
    assert "a survey (public domain)" in idlib.origin
    assert "idlib district" in names
    sarmin, _ = found["geoboundaries:7"]
    assert (sarmin.admin2, sarmin.country_name, sarmin.origin) == ("Idlib", "Syria", "a survey (public domain)")


def test_the_tables_of_districts_name_source_and_licence() -> None:
    for table in embedded_sources().districts:
        header = read_header(table)
        assert "geoBoundaries" in header["source"]
        layers = {key: text for key, text in header.items() if key.isupper()}
        assert layers and all(";" in text for text in layers.values())
        shared = {"ODbL 1.0" in text for text in layers.values()}
        assert shared == {"odbl" in table.name}, "what must be shared alike stands apart"


def test_the_embedded_table_is_small() -> None:
    assert embedded_sources().table.stat().st_size < 10_000_000


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("syrian", "SYR"), ("iraqis", "IRQ"), ("houthi", None), ("congolese", "COD"), ("gazans", "PSE"),
        ("nigerien", "NER"), ("nigerians", "NGA"), ("turkish", "TUR"), ("south sudanese", "SSD"),
    ],
)  # fmt: skip
def test_demonyms(word: str, country: str | None) -> None:
    assert read_words(embedded_sources()).demonyms.get(word) == country
