"""A small world for the tests of place names, on the gazetteer's own fake."""

from __future__ import annotations

from gazetteer.index import Gazetteer
from gazetteer.place import Place, PlaceLevel

SYRIA = Place("country:SYR", "Syria", "country", 35.0, 38.0, 300.0, "SYR", "Syria")
IRAQ = Place("country:IRQ", "Iraq", "country", 33.0, 44.0, 400.0, "IRQ", "Iraq")
USA = Place("country:USA", "United States", "country", 39.8, -98.5, 2000.0, "USA", "United States")


def area(id_: str, name: str, level: PlaceLevel, lat: float, lon: float, country: Place) -> Place:
    """A division of a country."""
    return Place(id_, name, level, lat, lon, 60.0, country.country, country.name, admin1=name)


def town(id_: str, name: str, lat: float, lon: float, country: Place, admin1: str, people: int = 0) -> Place:
    """A populated place, its radius by its size."""
    radius = 10.0 if people >= 300_000 else 3.0 if people >= 20_000 else 1.0
    return Place(
        id_, name, "town", lat, lon, radius, country.country, country.name, admin1, population=people
    )


IDLIB_PROVINCE = area("adm1:idlib", "Idlib", "province", 35.86, 36.67, SYRIA)
HOMS_PROVINCE = area("adm1:homs", "Homs", "province", 34.5, 38.0, SYRIA)
ALEPPO_PROVINCE = area("adm1:aleppo", "Aleppo", "province", 36.2, 37.6, SYRIA)
ARKANSAS = area("adm1:arkansas", "Arkansas", "province", 34.8, -92.2, USA)
OHIO = area("adm1:ohio", "Ohio", "province", 40.2, -82.7, USA)
IDLIB = town("t:idlib", "Idlib", 35.93, 36.63, SYRIA, "Idlib", 128_000)
SARMADA = town("t:sarmada", "Sarmada", 36.19, 36.72, SYRIA, "Idlib", 15_000)
HOMS = town("t:homs", "Homs", 34.73, 36.72, SYRIA, "Homs", 775_000)
ALEPPO = town("t:aleppo", "Aleppo", 36.2, 37.15, SYRIA, "Aleppo", 2_000_000)
MOSUL = town("t:mosul", "Mosul", 36.34, 43.13, IRAQ, "Nineveh", 1_700_000)
ERBIL = town("t:erbil", "Erbil", 36.19, 44.01, IRAQ, "Erbil", 900_000)
HOPE = town("t:hope", "Hope", 33.67, -93.59, USA, "Arkansas", 10_000)
PARIS_OHIO = town("t:paris-oh", "Paris", 40.8, -81.2, USA, "Ohio", 2_000)
PARIS_ARKANSAS = town("t:paris-ar", "Paris", 35.3, -93.7, USA, "Arkansas", 3_500)
SALINE = town("t:saline", "Saline", 35.2, -93.5, USA, "Arkansas", 9_000)


def small_world() -> Gazetteer:
    """Two towns called Paris, a city and its governorate, a town whose name is an everyday word."""
    places = (
        SYRIA, IRAQ, USA, IDLIB_PROVINCE, HOMS_PROVINCE, ALEPPO_PROVINCE, ARKANSAS, OHIO, IDLIB, HOMS, ALEPPO,
        MOSUL, ERBIL, HOPE, PARIS_OHIO, PARIS_ARKANSAS, SALINE,
    )  # fmt: skip
    return Gazetteer.from_places([*((place, ()) for place in places), (SARMADA, ("Sarmadah",))])
