"""Made-up places of every level in real countries, for the sample events: the same ones each time.

Names are made of syllables and mean nobody's village; provinces lie on a grid inside their country, towns
around them, so that points are as crowded and as empty as real ones are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, radians, sin
from random import Random
from typing import Any

from gazetteer import PlaceLevel


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that sample events happen at."""

    id: str
    """Like a gazetteer's: `sample:town-17`."""
    name: str
    level: PlaceLevel
    lat: float
    lon: float
    radius_km: float
    country: str
    """ISO 3166-1 alpha-3."""
    country_name: str
    admin1: str | None = None
    """The province around it; None for a country."""
    admin2: str | None = None
    """The district around it, where one is known."""


COUNTRIES = (
    ("SYR", "Syria", 34.3, 36.3, 36.8, 40.6, 300.0), ("IRQ", "Iraq", 31.6, 42.5, 35.9, 45.2, 420.0),
    ("UKR", "Ukraine", 47.6, 31.0, 50.4, 38.4, 560.0), ("SDN", "Sudan", 11.0, 24.5, 17.5, 34.5, 900.0),
    ("YEM", "Yemen", 14.2, 43.8, 16.8, 48.2, 500.0), ("NGA", "Nigeria", 8.6, 4.5, 12.6, 13.0, 600.0),
    ("MMR", "Myanmar", 19.2, 94.9, 23.6, 98.4, 700.0), ("SOM", "Somalia", 2.4, 42.4, 5.0, 45.6, 700.0),
    ("COD", "DR Congo", -4.6, 20.5, 2.6, 29.0, 950.0), ("MLI", "Mali", 13.2, -6.5, 17.4, 0.5, 750.0),
    ("AFG", "Afghanistan", 32.2, 62.6, 35.8, 69.4, 560.0),
    ("BFA", "Burkina Faso", 11.4, -3.6, 13.6, 0.6, 330.0),
)  # fmt: skip
"""Code, name, south, west, north and east of an inland box, radius in km."""
BEGINNINGS = (
    "Al-Ha", "Ain ", "Bir ", "Tell ", "Kafr ", "Qal'at ", "Novo", "Stara ", "Ou", "Ka", "Ma", "Dar",
    "Tin-", "Umm ", "Beit ", "Sa", "Ram", "Zu", "Dja", "Mwe", "Kun", "Pa", "Shin", "Gol",
)  # fmt: skip
MIDDLES = ("ri", "ba", "sal", "mar", "do", "lin", "ka", "tou", "né", "raq", "shi", "vo", "gan", "lé", "zu")
ENDINGS = ("", "ya", "bad", "ivka", "gou", "iyah", "een", "dan", "ra", "mo", "dougou", "sk", "i", "ane")
SITES = ("hospital", "central market", "power station", "grain port", "stadium", "military airport")
QUARTERS = ("Old Town", "Northern Quarter", "Salam", "Industrial Zone", "Station Quarter")
STRETCHES = ("the road to the border", "the southern desert", "the front line in the north", "the river")
CORNERS = 120
PROVINCES, DISTRICTS = 6, 5
"""So many in each country and in each province."""


class Places:
    """The places by level: `towns`, `provinces`, `districts`, `regions`, `countries`."""

    def __init__(self, towns: int, seed: int) -> None:
        rng = Random(seed)
        self.countries = [
            Spot(f"country:{code}", name, "country", (s + n) / 2, (w + e) / 2, radius, code, name)
            for code, name, s, w, n, e, radius in COUNTRIES
        ]
        self.provinces = [self._province(rng, c, i) for c in range(len(COUNTRIES)) for i in range(PROVINCES)]
        self.districts = [
            _around(rng, province, "district", f"{p}-{i}", 25.0, spread=0.35)
            for p, province in enumerate(self.provinces)
            for i in range(DISTRICTS)
        ]
        self.regions = [
            _around(rng, province, "region", str(p), 45.0, spread=0.3, name=rng.choice(STRETCHES))
            for p, province in enumerate(self.provinces)
        ]
        self.towns = [
            _around(rng, rng.choice(self.districts), "town", str(t), rng.choice((1.0, 3.0, 3.0, 10.0)), 0.14)
            for t in range(towns)
        ]

    def _province(self, rng: Random, country: int, i: int) -> Spot:
        """The i-th of a country, in its cell of a grid of three by two."""
        code, name, south, west, north, east, _ = COUNTRIES[country]
        lat = south + (north - south) * (i // 3 + rng.uniform(0.2, 0.8)) / 2
        lon = west + (east - west) * (i % 3 + rng.uniform(0.2, 0.8)) / 3
        here = _name(rng)
        radius = round(rng.uniform(60, 120), 1)
        id_ = f"sample:province-{code}-{i}"
        return Spot(id_, here, "province", round(lat, 4), round(lon, 4), radius, code, name, here)


def _around(
    rng: Random, outer: Spot, level: PlaceLevel, number: str, radius: float, spread: float, name: str = ""
) -> Spot:
    """A place inside another, `spread` degrees off as a rule."""
    here = name or _name(rng)
    admin2 = outer.name if outer.level == "district" else here if level == "district" else None
    return Spot(
        f"sample:{level}-{number}", here, level,
        round(outer.lat + rng.gauss(0, spread), 5), round(outer.lon + rng.gauss(0, spread), 5), radius,
        outer.country, outer.country_name, outer.admin1, admin2,
    )  # fmt: skip


def inside(town: Spot, rng: Random, level: PlaceLevel) -> Spot:
    """A facility or a neighbourhood of a town: a few of each, always at the same points."""
    names = SITES if level == "facility" else QUARTERS
    i = rng.randrange(len(names))
    name = f"{town.name} {names[i]}" if level == "facility" else names[i]
    return Spot(
        f"{town.id}-{level}-{i}", name, level,
        round(town.lat + (i - 2) * 0.006, 5), round(town.lon + (i % 3 - 1) * 0.008, 5),
        0.5 if level == "facility" else 1.0,
        town.country, town.country_name, town.admin1, town.admin2,
    )  # fmt: skip


def sample_outline(report: Mapping[str, Any]) -> dict[str, Any] | None:
    """A made-up boundary for each sample district and province, as an index with boundaries has them."""
    if report["place_level"] not in ("district", "province"):
        return None
    return _outline(report["place_id"], report["lat"], report["lon"], report["radius_km"])


@lru_cache(maxsize=1024)
def _outline(id_: str, lat: float, lon: float, radius_km: float) -> dict[str, Any]:
    rng = Random(id_)
    waves = [(k, rng.uniform(0.02, 0.3) / k, rng.uniform(0, 2 * pi)) for k in (2, 3, 5, 9, 17)]
    ring = []
    for i in range(CORNERS):
        angle = 2 * pi * i / CORNERS
        reach = radius_km / 111.2 * (0.75 + sum(size * sin(k * angle + at) for k, size, at in waves))
        ring.append([
            round(lon + reach * cos(angle) / cos(radians(lat)), 6), round(lat + reach * sin(angle), 6)
        ])  # fmt: skip
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _name(rng: Random) -> str:
    middle = "".join(rng.choice(MIDDLES) for _ in range(rng.randint(1, 2)))
    name = rng.choice(BEGINNINGS) + middle + rng.choice(ENDINGS)
    head, dash, tail = name.rpartition(" ")
    return f"{head}{dash}{tail[:1].upper()}{tail[1:]}"
