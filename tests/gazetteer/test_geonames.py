from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.errors import BadInput
from gazetteer.geonames import (
    alternate_rows,
    code_rows,
    country_rows,
    dump_rows,
    features,
    hierarchy_rows,
    kept_names,
)
from gazetteer.layer import LayerPlace, place_of
from gazetteer.place import LEVELS

from .world import dump_row, write


def places(path: Path) -> list[LayerPlace]:
    return [place_of(cells) for kind, cells in dump_rows(path) if kind]


def test_every_feature_has_a_level_that_there_is() -> None:
    assert {feature.level for feature in features().values()} <= set(LEVELS) - {"near", "country"}


@pytest.mark.parametrize(
    ("code", "level", "radius"),
    [
        ("P.PPL", "town", None),
        ("P.PPLA2", "town", None),
        ("P.PPLX", "neighbourhood", 1.0),
        ("P.PPLQ", "town", 1.0),
        ("A.ADM1", "province", None),
        ("A.ADM3", "district", None),
        ("S.AIRB", "facility", 3.0),
        ("S.DAM", "facility", 2.0),
        ("T.MTS", "region", 40.0),
    ],
)
def test_what_feature_codes_become(tmp_path: Path, code: str, level: str, radius: float | None) -> None:
    (place,) = places(write(tmp_path / "SY.txt", dump_row(9, "X", 35.5, 36.5, code)))
    assert (place.level, place.radius_km) == (level, radius)


@pytest.mark.parametrize("code", ["H.STM", "S.FRM", "H.WLL", "A.PCLI", "A.ADMD", "R.RD"])
def test_other_kinds_are_passed_over_and_counted(tmp_path: Path, code: str) -> None:
    assert list(dump_rows(write(tmp_path / "SY.txt", dump_row(9, "X", 35.5, 36.5, code)))) == [("", ())]


def test_a_row_of_a_dump(tmp_path: Path) -> None:
    line = dump_row(
        7, "Al Bāb", 36.37, 37.51, others="Al Bab,albab,Bab,BAB,巴卜,الباب", admin2="555", population=63_069
    )
    (place,) = places(write(tmp_path / "SY.txt", line))
    assert place.id == "geonames:7"
    assert place.names == ("al bab", "bab", "الباب")
    assert (place.country, place.admin1, place.admin2) == ("SYR", "SY.12", "SY.12.555")
    assert place.population == 63_069


def test_divisions_come_first_and_a_province_keeps_the_programs_id(tmp_path: Path) -> None:
    lines = [dump_row(7, "A", 36, 37), dump_row(8, "Idlib", 35.8, 36.7, "A.ADM1"),
             dump_row(9, "Harim", 36.2, 36.6, "A.ADM2", admin2="555")]  # fmt: skip
    found = places(write(tmp_path / "SY.txt", lines))
    assert [(p.id, p.rank, p.code) for p in found] == [
        ("adm1:SY.12", 1, "SY.12"), ("geonames:9", 2, "SY.12.555"), ("geonames:7", 0, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("one\ttwo\n", "line 2: 2 columns, where a GeoNames dump has 19"),
        (dump_row(9, "X", 95.0, 36.5), "line 2: 95.0, 36.5 is no point on the globe"),
        (dump_row(9, "X", 35.0, 36.5).replace("35.0", "north"), "line 2: 'north' is no number"),
    ],
)
def test_a_bad_row_says_on_which_line(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(BadInput, match=problem):
        places(write(tmp_path / "SY.txt", [dump_row(8, "Y", 35, 36), line]))


def test_machine_transliterations_and_codes_are_no_names() -> None:
    assert kept_names("Homs", ["hms", "HMS", "Homs", "Ḥimş", "Emesa", "霍姆斯", "E", "1", "x" * 90]) == [
        "hims", "emesa",
    ]  # fmt: skip


def test_alternate_names_without_links_codes_and_nicknames(tmp_path: Path) -> None:
    lines = [
        "1\t7\tar\tالباب\t1\t\t\t\n", "2\t7\tlink\thttps://x.example/Al_Bab\t\t\t\t\n",
        "3\t7\tiata\tQQQ\t\t\t\t\n", "4\t7\ten\tThe Gate\t\t\t1\t\n",
        "5\t7\ten\tOldname\t\t\t\t1\t1900\t1950\n", "6\t7\twkdt\tQ123\t\t\t\t\n", "7\t7\t\tBab\t\t1\t\t\n",
    ]  # fmt: skip
    rows = list(alternate_rows(write(tmp_path / "SY.txt", lines)))
    kept = [cells for kind, cells in rows if kind]
    assert kept == [("geonames:7", "الباب"), ("geonames:7", "oldname"), ("geonames:7", "bab")]
    assert len(rows) == 7


def test_code_tables_hierarchy_and_countries(tmp_path: Path) -> None:
    codes = write(tmp_path / "codes.txt", "SY.12\tIdlib\tIdlib\t11\nSY.12.5\tHarim\tHarim\t12\n")
    assert list(code_rows(codes)) == [
        ("ADM1 code", ("SY.12", "Idlib", "geonames:11")), ("ADM2 code", ("SY.12.5", "Harim", "geonames:12")),
    ]  # fmt: skip
    links = write(tmp_path / "hierarchy.txt", "11\t12\tADM\n11\t13\t\n")
    assert list(hierarchy_rows(links)) == [("link", ("geonames:11", "geonames:12")), ("", ())]
    row = ["SY", "SYR", "760", "SY", "Syria", "Damascus", *[""] * 13]
    info = write(tmp_path / "countryInfo.txt", "# words\n" + "\t".join(row) + "\n")
    assert list(country_rows(info)) == [("name", ("country:SYR", "Syria"))]
