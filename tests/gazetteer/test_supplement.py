from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from gazetteer.errors import BadSource
from gazetteer.supplement import read_spellings, read_supplement

HEADER = "id,name,level,lat,lon,radius_km,country,admin1,alternates,origin\n"
GOOD = "supplement:north-hill-sy,North Hill,facility,35.5,36.5,1,SYR,Idlib,Tell A | Tell B,a survey\n"
COUNTRIES = {"SYR": "Syria"}


def write(folder: Path, text: str, name: str = "supplement.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_becomes_a_place_with_its_names(tmp_path: Path) -> None:
    [(place, names)] = read_supplement(write(tmp_path, HEADER + GOOD), COUNTRIES)
    assert (place.id, place.level, place.country_name, place.admin1) == (
        "supplement:north-hill-sy",
        "facility",
        "Syria",
        "Idlib",
    )
    assert (place.lat, place.lon, place.radius_km, place.origin) == (35.5, 36.5, 1.0, "a survey")
    assert names == ("North Hill", "Tell A", "Tell B")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("supplement:north-hill-sy", "north-hill", "id"),
        ("North Hill", "", "name is empty"),
        ("a survey", "", "origin is empty"),
        ("facility", "village", "level 'village'"),
        ("facility", "near", "level 'near'"),
        ("35.5", "95.5", "lat '95.5'"),
        ("35.5", "north", "lat 'north'"),
        ("35.5", "nan", "lat 'nan'"),
        ("36.5", "", "lon ''"),
        (",1,", ",0,", "radius_km '0'"),
        ("35.5,36.5", "0,0", "0, 0 is not a place"),
        ("SYR", "SY", "country 'SY'"),
        (",a survey", "", "9 fields, expected 10"),
        (",a survey", ",a survey,b", "11 fields, expected 10"),
    ],
)
def test_a_bad_row_names_its_line_and_problem(tmp_path: Path, old: str, new: str, problem: str) -> None:
    good = GOOD.replace("north-hill", "first-hill")
    path = write(tmp_path, HEADER + good + GOOD.replace(old, new))
    with pytest.raises(BadSource, match=r"^supplement\.csv, line 3: ") as caught:
        list(read_supplement(path, COUNTRIES))
    assert problem in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_an_id_that_comes_twice_names_both_lines(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match=r"line 3: the id .* stands on line 2 too"):
        list(read_supplement(write(tmp_path, HEADER + GOOD + GOOD), COUNTRIES))


def test_other_columns_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match="line 1: the columns are"):
        list(read_supplement(write(tmp_path, "id,name\n"), COUNTRIES))


def test_a_sea_has_no_country(tmp_path: Path) -> None:
    row = "supplement:inner-sea,Inner Sea,region,20.0,38.0,500,,,,a survey\n"
    [(place, _)] = read_supplement(write(tmp_path, HEADER + row), COUNTRIES)
    assert (place.country, place.country_name, place.admin1) == ("", "", None)


def test_spellings_are_added_and_taken_away(tmp_path: Path) -> None:
    path = write(tmp_path, "id,spelling,note\ngeonames:1,Homs,\ngeonames:1,-Hums,\n", "spellings.csv")
    assert [(s.text, s.wrong, s.line) for s in read_spellings(path)["geonames:1"]] == [
        ("Homs", False, 2),
        ("Hums", True, 3),
    ]


def test_an_empty_spelling_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match="line 2: id or spelling is empty"):
        read_spellings(write(tmp_path, "id,spelling,note\ngeonames:1,,\n", "spellings.csv"))
