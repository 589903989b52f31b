from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import Gazetteer, Place
from gazetteer.errors import BadInput
from gazetteer.layer import LayerPlace, place_of
from gazetteer.table import Told, table_rows

from .world import write

HEAD = "name,lat,lon,country\n"


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return Gazetteer.from_places(
        [
            (Place("country:SYR", "Syria", "country", 35, 38, 243, "SYR", "Syria"), []),
            (Place("country:QAT", "Qatar", "country", 25.3, 51.2, 60, "QAT", "Qatar"), []),
            (Place("adm1:SY.12", "Idlib", "province", 35.8, 36.7, 45, "SYR", "Syria", "Idlib"), []),
            (Place("geonames:1", "Idlib", "town", 35.93, 36.63, 3, "SYR", "Syria", "Idlib"), []),
            (Place("geonames:3", "Baghdad", "town", 33.34, 44.4, 3, "IRQ", "Iraq", "Baghdad"), []),
        ]
    )


def places(path: Path, known: Gazetteer, told: Told | None = None) -> list[LayerPlace]:
    return [place_of(cells) for _, cells in table_rows(path, "mine", told or Told(), known)]


@pytest.mark.parametrize(
    "header",
    ["name,lat,lon,country", "NAME;Latitude;LONGITUDE;ISO3", "Toponym\tlat\tlng\tcountry_code"],
)
def test_headers_and_delimiters(tmp_path: Path, known: Gazetteer, header: str) -> None:
    sign = next(c for c in ",;\t" if c in header)
    path = write(tmp_path / "t.csv", header + "\n" + sign.join(("Qamar", "35.5", "36.5", "SY")) + "\n")
    (place,) = places(path, known)
    assert (place.name, place.level, place.country) == ("Qamar", "town", "SYR")
    assert (place.lat, place.lon) == (35.5, 36.5)
    assert not place.sure


def test_every_column_counts(tmp_path: Path, known: Gazetteer) -> None:
    head = "id,name,lat,lon,level,country,admin1,admin2,alternates,population,radius_km\n"
    row = '7,Qamar,35.5,36.5,facility,Syria,Idlib,Harim,"Kamar | Qamr; قمر",900,2.5\n'
    (place,) = places(write(tmp_path / "t.csv", head + row), known)
    assert place == LayerPlace(
        "mine:7", "Qamar", "facility", 35.5, 36.5, 2.5, "SYR", "Idlib", "Harim", 900, ("Kamar", "Qamr", "قمر")
    )


def test_a_kind_word_becomes_the_level(tmp_path: Path, known: Gazetteer) -> None:
    rows = "Qamar village,35,36,SY\nIzmu/Ibizimu town,35,36,SY\nX Dam,35,36,SY\n"
    path = write(tmp_path / "t.csv", HEAD + rows)
    assert [(p.name, p.level, p.names, p.sure) for p in places(path, known)] == [
        ("Qamar", "town", ("Qamar village",), True),
        ("Izmu", "town", ("Ibizimu", "Izmu/Ibizimu town"), True),
        ("X Dam", "facility", ("~X",), True),
    ]


def test_an_id_is_the_same_wherever_its_row_stands(tmp_path: Path, known: Gazetteer) -> None:
    rows = ["Qamar village,35,36,SY\n", "Hilal village,35.1,36,SY\n", "Qamar village,35.9,36,SY\n"]
    one = {p.id for p in places(write(tmp_path / "a.csv", [HEAD, *rows]), known)}
    other = {p.id for p in places(write(tmp_path / "b.csv", [HEAD, *reversed(rows)]), known)}
    assert one == other
    assert len(one) == 3


def test_the_country_from_provinces_from_points_from_the_user(tmp_path: Path, known: Gazetteer) -> None:
    by_name = write(tmp_path / "a.csv", "name,lat,lon,adm1\nQamar,35.5,36.5,Idlib Governorate\n")
    by_point = write(tmp_path / "b.csv", "name,lat,lon\nQamar,33.4,44.5\n")
    nowhere = write(tmp_path / "c.csv", "name,lat,lon\nQamar,-60,0\n")
    assert [p.country for p in places(by_name, known)] == ["SYR"]
    assert [p.country for p in places(by_point, known)] == ["IRQ"]
    with pytest.raises(BadInput, match=r"not clear which country .* --country"):
        places(nowhere, known)
    assert [p.country for p in places(nowhere, known, Told(country="IRQ"))] == ["IRQ"]


def test_level_and_name_column_as_told(tmp_path: Path, known: Gazetteer) -> None:
    path = write(tmp_path / "t.csv", "camp,lat,lon\nQamar,35.9,36.6\n")
    (place,) = places(path, known, Told("facility", "SYR", "Camp"))
    assert (place.name, place.level) == ("Qamar", "facility")


def test_a_line_for_each_name_of_a_place_and_a_dash_is_no_name(tmp_path: Path, known: Gazetteer) -> None:
    text = "id,name,lat,lon,country,alternates\n1,X,35,36,SY,-\n1,Y,35.01,36,SY,n\n"
    first, second = places(write(tmp_path / "t.csv", text), known)
    assert (first.id, first.names, second.id, second.names) == ("mine:1", (), "mine:1", ("n",))


def test_control_characters_are_blanks(tmp_path: Path, known: Gazetteer) -> None:
    (place,) = places(write(tmp_path / "t.csv", HEAD + '"Q\x00a\nmar",35,36,SY\n'), known)
    assert place.name == "Q a mar"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title of a text\nand more\n", "line 1: no column called name or"),
        ("name,lat\nX,1\n", "line 1: no column called lon or lng"),
        (HEAD + "X,35,36,SY\nY,north,36,SY\n", "line 3: 'Y' at 'north', '36': 'north' is no number"),
        ("name;lat;lon;country\nX;35,1;36,3;SY\n", "line 2: .*write it with a point, 35.1"),
        (HEAD + "X,120.3,35.1,SY\n", "line 2: .*are latitude and longitude exchanged"),
        (HEAD + "X,35,38,SY\nFar,51.4,25.3,QA\n", "line 3: 'Far' at 51.4, 25.3 is 3,.* exchanged"),
        (HEAD + "X,0,0.0,SY\n", "line 2: .*stands for a point that is not known"),
        (HEAD + "X,35,,SY\n", "line 2: .*a number is missing"),
        (HEAD + "!!,35,36,SY\n", "line 2: the name '!!' has no letter"),
        (HEAD + "A" * 300 + ",35,36,SY\n", "line 2: .*300 characters"),
        ("name,lat,lon,population,country\nX,35,36,inf,SY\n", "line 2: .*population 'inf'"),
        ("name,lat,lon,population,country\nX,35,36,-5,SY\n", "line 2: .*population '-5'"),
        ("name,lat,lon,population,country\nX,35,36,1e30,SY\n", "line 2: .*population '1e30'"),
        ("id,name,lat,lon,country\n1,X,35,36,SY\n1,Y,35.9,37,SY\n", "line 3: the id '1' stands at 35, 36"),
        (HEAD + "X,35,36,SY\nY,95,36,SY\n", "line 3: .* no point on the globe"),
        (HEAD + "X,nan,36,SY\n", "line 2: .* no point on the globe"),
        (HEAD + ",35,36,SY\n", "line 2: the name is empty"),
        (HEAD + "X,35,36,Atlantis\n", "line 2: 'Atlantis' is no country's name or code"),
        ("name,lat,lon,level,country\nX,35,36,planet,SY\n", "line 2: the level 'planet' is not one of"),
        ("name,lat,lon,radius_km,country\nX,35,36,-1,SY\n", "line 2: radius_km '-1'"),
        (HEAD + '"X,35,36,SY\n', "not a table"),
    ],
)
def test_bad_tables(tmp_path: Path, known: Gazetteer, text: str, problem: str) -> None:
    with pytest.raises(BadInput, match=problem):
        places(write(tmp_path / "t.csv", text), known)
