"""The hand-written places: every row is well formed, lies where its country lies and says where it comes from."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

SUPPLEMENT = Path(__file__).parents[2] / "gazetteer" / "supplement.csv"
COLUMNS = ("id", "name", "level", "lat", "lon", "radius_km", "country", "admin1", "alternates", "origin")
LEVELS = {"facility", "neighbourhood", "town", "district", "region"}
WIDEST_RADIUS_KM = {"facility": 12, "neighbourhood": 4, "town": 15, "district": 60, "region": 6000}
UCDP = "UCDP GED 19.1"
OCHA = "OCHA COD-AB, CC BY-IGO"
UNSOURCED = "approximate, from general reference"
BOXES = {
    "AFG": (29, 39, 60, 75), "BFA": (9, 16, -6, 3), "BGD": (20, 27, 88, 93), "CMR": (1, 14, 8, 17),
    "COD": (-14, 6, 12, 32), "EGY": (21, 32, 24, 37), "ETH": (3, 15, 32, 48), "GEO": (41, 44, 39, 47),
    "IRQ": (29, 38, 38, 49), "LBN": (33, 35, 35, 37), "MLI": (10, 25, -13, 5), "MMR": (9, 29, 92, 102),
    "NER": (11, 24, 0, 16), "NGA": (4, 14, 2, 15), "PSE": (31, 33, 34, 36), "RUS": (41, 82, 19, 180),
    "SDN": (8, 23, 21, 39), "SOM": (-2, 12, 40, 52), "SSD": (3, 13, 24, 36), "SYR": (32, 38, 35, 43),
    "TCD": (7, 24, 13, 25), "UKR": (44, 53, 22, 41), "YEM": (12, 19, 41, 54),
}  # fmt: skip
"""Country -> south, north, west, east, in whole degrees around it."""


def rows() -> list[dict[str, str]]:
    with SUPPLEMENT.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = rows()


def test_columns() -> None:
    with SUPPLEMENT.open(encoding="utf-8", newline="") as file:
        assert tuple(next(csv.reader(file))) == COLUMNS


def test_it_is_worth_its_name() -> None:
    assert len(ROWS) >= 250


def test_sarmada_comes_first() -> None:
    first = ROWS[0]
    assert (first["id"], first["level"], first["country"], first["admin1"]) == (
        "supplement:sarmada-sy", "town", "SYR", "Idlib",
    )  # fmt: skip
    assert float(first["lat"]) == pytest.approx(36.19, abs=0.02)
    assert float(first["lon"]) == pytest.approx(36.72, abs=0.02)


def test_ids_are_unique() -> None:
    assert [key for key, n in Counter(row["id"] for row in ROWS).items() if n > 1] == []


def test_no_place_stands_twice() -> None:
    spots = Counter((row["name"].casefold(), row["country"], row["admin1"]) for row in ROWS)
    assert [spot for spot, n in spots.items() if n > 1] == []


@pytest.mark.parametrize("row", ROWS, ids=[row["id"].removeprefix("supplement:") for row in ROWS])
def test_row(row: dict[str, str]) -> None:
    assert re.fullmatch(r"supplement:[a-z0-9]+(-[a-z0-9]+)*", row["id"])
    assert row["name"]
    assert row["level"] in LEVELS
    assert all(value == value.strip() for value in row.values())

    lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
    if row["country"]:
        south, north, west, east = BOXES[row["country"]]
        assert south <= lat <= north
        assert west <= lon <= east
    else:
        assert row["level"] == "region", "only a sea or a region of several countries belongs to none"
        assert (lat, lon) != (0, 0)
    assert 0 < radius <= WIDEST_RADIUS_KM[row["level"]]

    alternates = row["alternates"].split("|") if row["alternates"] else []
    assert all(name and name == name.strip() for name in alternates)
    assert len(set(alternates)) == len(alternates)
    assert row["name"] not in alternates

    assert row["origin"] in (UCDP, OCHA, UNSOURCED) or row["origin"].startswith("Wikipedia: ")


@pytest.mark.parametrize("row", [row for row in ROWS if row["origin"] == UNSOURCED], ids=lambda row: row["id"])
def test_what_no_source_gives_does_not_pretend_to_be_exact(row: dict[str, str]) -> None:
    """At most two decimals, and a radius that admits the doubt."""
    assert all(len(row[axis].partition(".")[2]) <= 2 for axis in ("lat", "lon"))
    assert float(row["radius_km"]) >= 1
