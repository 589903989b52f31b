from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from pyogrio.raw import write as write_raw

from gazetteer import Gazetteer, Place
from gazetteer.boundaries import BoundaryFile
from gazetteer.errors import BadInput
from gazetteer.layer import LayerPlace, place_of
from gazetteer.table import Told

from .world import features, square, write, zipped

ADM1 = {"ADM1_EN": "Idleb", "ADM1_AR": "إدلب", "ADM1_PCODE": "SY07", "ADM0_PCODE": "SY", "date": "2025-05-06"}
QUARTER = {
    "NAME_EN": "Al_Sad", "NAM_EN_REF": "As Sadd (Qamar)", "NAME_AR": "السد\r\nالسد", "PCODE": "N1",
    "ADM4_EN": "Qamar", "ADM4_PCODE": "C1", "ADM1_EN": "Idleb", "ADM0_PCODE": "SY",
}  # fmt: skip


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return Gazetteer.from_places(
        [
            (Place("country:SYR", "Syria", "country", 35, 38, 243, "SYR", "Syria"), []),
            (Place("geonames:1", "Idlib", "town", 35.93, 36.63, 3, "SYR", "Syria", "Idlib"), []),
        ]
    )


def geojson(path: Path, *units: tuple[dict[str, Any], Any]) -> Path:
    return write(path, json.dumps(features(*units)))


def places(path: Path, known: Gazetteer, told: Told | None = None) -> list[LayerPlace]:
    rows = BoundaryFile(path, told or Told(), known).rows("mine")
    return [place_of(cells) for kind, cells in rows if kind]


def test_a_province_with_its_outline(tmp_path: Path, known: Gazetteer) -> None:
    path = geojson(tmp_path / "adm1.geojson", (ADM1, square(36, 35, 1)))
    (place,) = places(path, known)
    assert (place.id, place.name, place.names, place.level) == ("pcode:SY07", "Idleb", ("إدلب",), "province")
    assert (place.lat, place.lon, place.rank, place.country) == (35.5, 36.5, 1, "SYR")
    assert place.radius_km == pytest.approx(72, abs=2)
    assert place.area is not None
    assert shapely.from_wkb(place.area).area == pytest.approx(1.0)
    assert BoundaryFile(path, Told(), known).day() == "2025-05-06"


def test_names_of_a_quarter_are_cleaned_and_tell_its_town(tmp_path: Path, known: Gazetteer) -> None:
    other = QUARTER | {"NAME_EN": "Industrial", "NAM_EN_REF": "<Null>", "NAME_AR": None, "PCODE": "N2"}
    path = geojson(tmp_path / "q.geojson", (QUARTER, square(36, 35, 0.01)), (other, square(36.1, 35, 0.01)))
    one, two = places(path, known)
    assert one.level == "neighbourhood"
    assert one.name == "Al Sad (Qamar)"
    assert one.names == ("Qamar Al Sad", "~Al Sad", "~As Sadd", "~As Sadd (Qamar)", "~السد")
    assert (two.name, two.names) == ("Industrial (Qamar)", ("Qamar Industrial",))


def test_a_unit_without_a_name_is_passed_over(tmp_path: Path, known: Gazetteer) -> None:
    nameless = ADM1 | {"ADM1_EN": "<Null>", "ADM1_AR": " "}
    path = geojson(tmp_path / "a.geojson", (nameless, square(36, 35, 1)), (ADM1, square(37, 35, 1)))
    assert len(places(path, known)) == 1


def test_geoboundaries_tell_level_and_country_by_row(tmp_path: Path, known: Gazetteer) -> None:
    unit = {"shapeName": "Harim", "shapeISO": "", "shapeID": "x", "shapeGroup": "SYR", "shapeType": "ADM2"}
    (place,) = places(geojson(tmp_path / "gb.geojson", (unit, square(36, 35, 1))), known)
    assert (place.level, place.rank, place.country) == ("district", 2, "SYR")


def test_other_columns_with_name_column_level_and_country(tmp_path: Path, known: Gazetteer) -> None:
    path = geojson(tmp_path / "own.geojson", ({"label": "Zone A"}, square(-40, 5, 1)))
    with pytest.raises(BadInput, match="give --name-column; there are: label"):
        places(path, known)
    with pytest.raises(BadInput, match="no column 'nom'; there are: label"):
        places(path, known, Told(name_column="nom"))
    with pytest.raises(BadInput, match="--country"):
        places(path, known, Told(level="district", name_column="label"))
    with pytest.raises(BadInput, match="say so with --level"):
        places(path, known, Told(None, "SYR", "label"))
    (place,) = places(path, known, Told("district", "SYR", "label"))
    assert (place.name, place.level, place.rank) == ("Zone A", "district", 2)


def test_a_shapefile_in_another_projection_and_in_a_zip(tmp_path: Path, known: Gazetteer) -> None:
    box = shapely.to_wkb([shapely.box(4_000_000, 4_200_000, 4_050_000, 4_250_000)])
    import numpy as np

    fields = [np.array(["Idleb"], dtype=object), np.array(["SY"], dtype=object)]
    write_raw(
        tmp_path / "a.shp", box, fields, ["ADM1_EN", "ADM0_PCODE"], driver="ESRI Shapefile",
        geometry_type="Polygon", crs="EPSG:3857",
    )  # fmt: skip
    packed = zipped(tmp_path / "a.zip", {f"data/{p.name}": p.read_bytes() for p in tmp_path.glob("a.*")})
    (place,), (same,) = places(tmp_path / "a.shp", known), places(packed, known)
    assert place.lat == pytest.approx(35.45, abs=0.01)
    assert place.lon == pytest.approx(36.16, abs=0.01)
    assert (same.lat, same.lon, same.name) == (place.lat, place.lon, "Idleb")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "not a file of boundaries that can be read"),
        (json.dumps(features((ADM1, None), (ADM1, square(36, 35, 1)))), "feature 1 has no geometry; take it"),
        (json.dumps(features()), "there is nothing in it"),
        (json.dumps(features((ADM1, square(4_000_000, 35, 1)))), "no longitudes and latitudes"),
    ],
)
def test_bad_files(tmp_path: Path, known: Gazetteer, text: str, problem: str) -> None:
    with pytest.raises(BadInput, match=problem):
        places(write(tmp_path / "a.geojson", text), known)


def test_of_several_files_or_layers_none_is_chosen_unasked(tmp_path: Path, known: Gazetteer) -> None:
    text = json.dumps(features((ADM1, square(36, 35, 1))))
    packed = zipped(tmp_path / "both.zip", {"x/adm1.geojson": text, "x/adm2.geojson": text})
    with pytest.raises(BadInput, match=r"2 files of boundaries \(x/adm1.geojson, x/adm2"):
        places(packed, known)
    one = zipped(tmp_path / "mac.zip", {"adm1.geojson": text, "__MACOSX/._adm1.geojson": "x"})
    assert len(places(one, known)) == 1
    box = shapely.to_wkb([shapely.box(36, 35, 37, 36)])
    for layer in ("one", "two"):
        write_raw(
            tmp_path / "two.gpkg", box, [], [], layer=layer, driver="GPKG", geometry_type="Polygon",
            crs="EPSG:4326", append=layer == "two",
        )  # fmt: skip
    with pytest.raises(BadInput, match=r"2 layers \(one, two\); give each a file"):
        places(tmp_path / "two.gpkg", known)
