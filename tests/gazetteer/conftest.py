"""The embedded gazetteer, built once for all tests that need it, and a small one in memory."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place

SYRIA = Place("country:SYR", "Syria", "country", 35.0, 38.5, 243, "SYR", "Syria", population=17_000_000)
IDLIB = Place("adm1:SY.12", "Idlib", "province", 35.9, 36.7, 45, "SYR", "Syria", admin1="Idlib")
DISTRICT = Place("adm2:SY.12.x", "Harim", "district", 36.2, 36.6, 15, "SYR", "Syria", admin1="Idlib")
IDLIB_TOWN = Place(
    "geonames:1", "Idlib", "town", 35.93, 36.63, 3, "SYR", "Syria", admin1="Idlib", population=128_840
)
DANA = Place(
    "geonames:2", "Ad Dānā", "town", 36.21, 36.77, 3, "SYR", "Syria", "Idlib", "Harim", population=21_000
)
IDLIB_VILLAGE = Place("geonames:3", "Idlib", "town", 10.0, 10.0, 1, "NGA", "Nigeria", population=900)


@pytest.fixture
def small_gazetteer() -> Gazetteer:
    return Gazetteer.from_places(
        [
            (IDLIB_VILLAGE, []),
            (DANA, ["al-Dana", "الدانا"]),
            (IDLIB_TOWN, ["Edlib", "إدلب"]),
            (DISTRICT, []),
            (IDLIB, ["Idlib Governorate"]),
            (SYRIA, ["Syrian Arab Republic"]),
        ]
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Gazetteer, list[tuple[int, int]]]:
    progress: list[tuple[int, int]] = []
    path = tmp_path_factory.mktemp("gazetteer") / "places.sqlite"
    return Gazetteer.open(path, on_build=lambda done, total: progress.append((done, total))), progress


@pytest.fixture(scope="session")
def real_gazetteer(built: tuple[Gazetteer, list[tuple[int, int]]]) -> Gazetteer:
    return built[0]
