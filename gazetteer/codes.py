"""Country codes of two letters, as GeoNames and OCHA write them, to those of three."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path


@cache
def iso3_of_iso2() -> dict[str, str]:
    """ISO 3166-1 alpha-2 -> alpha-3, as `country_codes.csv` lists them (XK: Kosovo)."""
    with Path(__file__).with_name("country_codes.csv").open(encoding="utf-8", newline="") as file:
        return {row["iso2"]: row["iso3"] for row in csv.DictReader(file)}


def iso3(code: str) -> str | None:
    """The alpha-3 code of a code of two or three letters in any case; None for an unknown one."""
    code = code.strip().upper()
    pairs = iso3_of_iso2()
    return pairs.get(code) or (code if code in pairs.values() else None)
