"""The hand-written places: every row is well formed, lies in its country and says where it comes from."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

SUPPLEMENT = Path(__file__).parents[2] / "gazetteer" / "supplement.csv"
WIDEST_RADIUS_KM = {"facility": 12, "neighbourhood": 4, "town": 15, "district": 60, "region": 6000}
UCDP = "UCDP GED 19.1"
OCHA = "OCHA COD-AB, CC BY-IGO"
OURAIRPORTS = "OurAirports (public domain): "
UNSOURCED = "approximate, from general reference"
BOXES = {
    "AFG": (29, 39, 60, 75), "BFA": (9, 16, -6, 3), "BGD": (20, 27, 88, 93), "CMR": (1, 14, 8, 17),
    "COD": (-14, 6, 12, 32), "COL": (-5, 13, -80, -66), "PAK": (23, 38, 60, 78), "SAU": (16, 33, 34, 56),
    "EGY": (21, 32, 24, 37), "ETH": (3, 15, 32, 48), "GEO": (41, 44, 39, 47),
    "IRQ": (29, 38, 38, 49), "LBN": (33, 35, 35, 37), "MLI": (10, 25, -13, 5), "MMR": (9, 29, 92, 102),
    "NER": (11, 24, 0, 16), "NGA": (4, 14, 2, 15), "PSE": (31, 33, 34, 36), "RUS": (41, 82, 19, 180),
    "SDN": (8, 23, 21, 39), "SOM": (-2, 12, 40, 52), "SSD": (3, 13, 24, 36), "SYR": (32, 38, 35, 43),
    "MRT": (14, 28, -18, -4), "TCD": (7, 24, 13, 25), "UKR": (44, 53, 22, 41), "YEM": (12, 19, 41, 54),
}  # fmt: skip
"""Country -> south, north, west, east, in whole degrees around it."""


def read() -> list[dict[str, str]]:
    with SUPPLEMENT.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = read()


def repeated(values: list[str]) -> list[str]:
    return [value for value, n in Counter(values).items() if n > 1]


def in_its_country(row: dict[str, str]) -> bool:
    """A sea or a region of several countries belongs to none."""
    if not row["country"]:
        return row["level"] == "region"
    south, north, west, east = BOXES[row["country"]]
    return south <= float(row["lat"]) <= north and west <= float(row["lon"]) <= east


def test_it_is_worth_its_name() -> None:
    assert len(ROWS) >= 600
    assert all(row["origin"] for row in ROWS)
    assert sum(row["origin"] != UNSOURCED for row in ROWS) >= 400


KINDS = {
    "camp": ("camp",),
    "air base": ("air base", "airbase", "airport", "airfield"),
    "crossing": ("crossing",),
    "dam": (" dam ", " dams ", "barrage", "hydroelectric"),
    "hospital": ("hospital",),
}
"""Kind -> words in a name of the place."""
NOT_KNOWN = {
    "UKR": {"camp", "quarter"}, "PSE": {"dam"}, "MLI": {"hospital", "quarter"}, "SOM": {"dam"},
    "ETH": {"quarter"}, "AFG": {"village"}, "NGA": set(), "MMR": set(), "YEM": set(),
}  # fmt: skip
"""What news has not made known there, or what the compiled table has already."""


def kinds_of(row: dict[str, str]) -> set[str]:
    named = f" {row['name']} {row['alternates'].replace('|', ' ')} ".casefold()
    kinds = {kind for kind, words in KINDS.items() if any(word in named for word in words)}
    return kinds | {{"town": "village", "neighbourhood": "quarter"}.get(row["level"], "")}


@pytest.mark.parametrize(
    "country",
    ["SYR", "IRQ", "YEM", "PSE", "LBN", "UKR", "SDN", "MLI", "NGA", "COD", "SOM", "ETH", "MMR", "AFG"],
)
def test_each_war_has_places_of_each_kind(country: str) -> None:
    there = set().union(*(kinds_of(row) for row in ROWS if row["country"] == country))
    assert {"village", "quarter", *KINDS} - there - NOT_KNOWN.get(country, set()) == set()


def test_sarmada_comes_first() -> None:
    first = ROWS[0]
    assert [first[key] for key in ("id", "level", "country", "admin1")] == [
        "supplement:sarmada-sy", "town", "SYR", "Idlib",
    ]  # fmt: skip
    assert float(first["lat"]) == pytest.approx(36.19, abs=0.02)
    assert float(first["lon"]) == pytest.approx(36.72, abs=0.02)


def test_ids_and_names_stand_once() -> None:
    assert repeated([row["id"] for row in ROWS]) == []
    assert repeated([f"{row['name'].casefold()} {row['country']} {row['admin1']}" for row in ROWS]) == []


def test_levels() -> None:
    assert {row["level"] for row in ROWS} <= set(WIDEST_RADIUS_KM)


def test_nothing_starts_or_ends_with_a_blank() -> None:
    values = [value for row in ROWS for value in (*row.values(), *row["alternates"].split("|"))]
    assert [value for value in values if value != value.strip()] == []


def test_each_lies_in_its_country() -> None:
    assert [row["id"] for row in ROWS if not in_its_country(row)] == []


def test_radii() -> None:
    wrong = [row for row in ROWS if not 0 < float(row["radius_km"]) <= WIDEST_RADIUS_KM[row["level"]]]
    assert [row["id"] for row in wrong] == []


def test_alternates_are_other_names() -> None:
    split = {row["id"]: row["alternates"].split("|") for row in ROWS if row["alternates"]}
    assert [key for key, names in split.items() if "" in names or repeated(names)] == []
    assert [row["id"] for row in ROWS if row["name"] in split.get(row["id"], [])] == []


def test_origins() -> None:
    told = {row["origin"] for row in ROWS} - {UCDP, OCHA, UNSOURCED}
    assert [origin for origin in told if not origin.startswith(("Wikipedia: ", OURAIRPORTS))] == []


def test_what_no_source_gives_does_not_pretend_to_be_exact() -> None:
    """At most two decimals, and a radius that admits the doubt."""
    rows = [row for row in ROWS if row["origin"] == UNSOURCED]
    assert [r["id"] for r in rows if max(len(r[axis].partition(".")[2]) for axis in ("lat", "lon")) > 2] == []
    assert [r["id"] for r in rows if float(r["radius_km"]) < 1] == []
