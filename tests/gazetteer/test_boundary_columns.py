from __future__ import annotations

import pytest

from gazetteer.boundary_columns import recognise, told_columns

OLD_ADM2 = ["NAME_EN", "NAM_EN_REF", "NAME_AR", "PCODE", "ADM1_EN", "ADM1_AR", "ADM1_PCODE", "ADM0_EN",
            "ADM0_PCODE", "UPDATE_DAT"]  # fmt: skip
QUARTERS = ["NAME_EN", "NAME_AR", "PCODE", *(f"ADM{n}_{part}" for n in range(5) for part in ("EN", "PCODE"))]
ADM2 = ["ADM2_EN", "ADM2_AR", "ADM2_PCODE", "ADM2_REF", "ADM1_EN", "ADM1_PCODE", "ADM0_PCODE", "date"]
NEW_ADM1 = ["adm1_name", "adm1_name1", "adm1_pcode", "adm0_name", "adm0_pcode", "iso3", "valid_on"]


@pytest.mark.parametrize(
    ("columns", "rank", "names", "code", "within"),
    [
        (OLD_ADM2, 2, ("NAME_EN", "NAM_EN_REF", "NAME_AR"), "PCODE", "ADM1_PCODE"),
        (QUARTERS, 5, ("NAME_EN", "NAME_AR"), "PCODE", "ADM4_PCODE"),
        (ADM2, 2, ("ADM2_EN", "ADM2_REF", "ADM2_AR"), "ADM2_PCODE", "ADM1_PCODE"),
        (NEW_ADM1, 1, ("adm1_name", "adm1_name1"), "adm1_pcode", "adm0_pcode"),
    ],
)
def test_ocha_old_and_new(
    columns: list[str], rank: int, names: tuple[str, ...], code: str, within: str
) -> None:
    known = recognise(columns)
    assert known is not None
    assert (known.maker, known.rank, known.names) == ("OCHA COD-AB", rank, names)
    assert (known.code, known.within_code) == (code, within)


def test_a_quarter_knows_its_town_and_province() -> None:
    known = recognise(QUARTERS)
    assert known is not None
    assert (known.city, known.admin1, known.admin2, known.country) == (
        "ADM4_EN", "ADM1_EN", "ADM2_EN", "ADM0_PCODE",
    )  # fmt: skip


def test_geoboundaries_and_gadm() -> None:
    known = recognise(["shapeName", "shapeISO", "shapeID", "shapeGroup", "shapeType"])
    assert known is not None
    assert (known.maker, known.names, known.rank_column) == ("geoBoundaries", ("shapeName",), "shapeType")
    known = recognise(["GID_2", "GID_0", "COUNTRY", "GID_1", "NAME_1", "NAME_2", "VARNAME_2"])
    assert known is not None
    assert (known.maker, known.rank, known.names) == ("GADM", 2, ("NAME_2", "VARNAME_2"))


def test_others_are_told() -> None:
    assert recognise(["label", "iso3"]) is None
    known = told_columns(["Label", "ISO3"], "label")
    assert known is not None
    assert (known.names, known.country, known.rank) == (("Label",), "ISO3", None)
    assert told_columns(["Label"], "name") is None
