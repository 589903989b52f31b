from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gazetteer import Gazetteer, IndexUnavailable, Place
from tests.gazetteer.conftest import DANA, DISTRICT, IDLIB, IDLIB_TOWN, IDLIB_VILLAGE, SYRIA
from tests.gazetteer.test_core import sources


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Idlib", (IDLIB, IDLIB_TOWN, IDLIB_VILLAGE)),
        ("IDLIB", (IDLIB, IDLIB_TOWN, IDLIB_VILLAGE)),
        ("al-Dana", (DANA,)),
        ("Dānā", (DANA,)),
        ("الدانا", (DANA,)),
        ("إدلب", (IDLIB_TOWN,)),
        ("ادلب", (IDLIB_TOWN,)),
        ("idlib governorate", (IDLIB,)),
        ("Syrian Arab Republic", (SYRIA,)),
        ("Atlantis", ()),
        ("", ()),
        ("' OR 1=1 --", ()),
        ("\ud800", ()),
    ],
)
def test_lookup(small_gazetteer: Gazetteer, name: str, places: tuple[Place, ...]) -> None:
    assert small_gazetteer.lookup(name) == places


def test_has_key(small_gazetteer: Gazetteer) -> None:
    assert small_gazetteer.has_key("idlib")
    assert not small_gazetteer.has_key("idlib street")
    assert not small_gazetteer.has_key("")


def test_towns_around_a_point_and_no_areas(small_gazetteer: Gazetteer) -> None:
    ((away, town),) = small_gazetteer.towns_around(DANA.lat, DANA.lon, 1.0)
    assert (away, town) == (0.0, DANA)
    everywhere = [town for _, town in small_gazetteer.towns_around(DANA.lat, DANA.lon, 20_000)]
    assert everywhere == [DANA, IDLIB_TOWN, IDLIB_VILLAGE]


def test_the_divisions_of_a_place(small_gazetteer: Gazetteer) -> None:
    assert small_gazetteer.adm1_of(DANA) == IDLIB
    assert small_gazetteer.adm1_of(IDLIB_VILLAGE) is None
    assert small_gazetteer.parent(DANA) == DISTRICT
    assert small_gazetteer.parent(DISTRICT) == IDLIB
    assert small_gazetteer.parent(IDLIB) == SYRIA
    assert small_gazetteer.parent(SYRIA) is None
    assert small_gazetteer.parent(IDLIB_VILLAGE) is None
    assert small_gazetteer.province("SYR", "Idlib") == IDLIB
    assert small_gazetteer.province("IRQ", "Idlib") is None
    assert small_gazetteer.country("SYR") == SYRIA
    assert small_gazetteer.country("XXX") is None


def test_place_by_id(small_gazetteer: Gazetteer) -> None:
    assert small_gazetteer.place("geonames:2") == DANA
    assert small_gazetteer.place("geonames:99") is None


def test_loose_lookup_ends_in_the_same_order(small_gazetteer: Gazetteer) -> None:
    assert small_gazetteer.lookup("Idleeb") == ()
    assert small_gazetteer.lookup_loose("Idleeb") == (IDLIB, IDLIB_TOWN, IDLIB_VILLAGE)
    assert small_gazetteer.lookup_loose("") == ()


def test_demonyms_come_along(small_gazetteer: Gazetteer) -> None:
    assert small_gazetteer.demonym("Syrians") == "SYR"
    assert small_gazetteer.demonym("Burkinabé") == "BFA"
    assert small_gazetteer.demonym("Idlib") is None


def test_a_capital_that_is_not_held_is_none(small_gazetteer: Gazetteer) -> None:
    damascus = Place("geonames:170654", "Damascus", "town", 33.51, 36.29, 10, "SYR", "Syria")
    assert Gazetteer.from_places([(damascus, ())]).capital("SYR") == damascus
    assert small_gazetteer.capital("SYR") is None
    assert small_gazetteer.capital("XXX") is None


def test_an_index_in_memory_is_told_as_one(small_gazetteer: Gazetteer) -> None:
    info = small_gazetteer.info()
    assert info.counts == {"town": 3, "country": 1, "province": 1, "district": 1}
    assert (info.path, info.size) == (None, 0)


def test_pickle_in_memory(small_gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(small_gazetteer))
    assert copy.lookup("Idlib") == small_gazetteer.lookup("Idlib")


def test_pickle_by_path(tmp_path: Path) -> None:
    gazetteer = Gazetteer.open(tmp_path / "places.sqlite", sources=sources(tmp_path))
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.path == gazetteer.path
    assert copy.lookup("Edlib") == gazetteer.lookup("Edlib") != ()


def test_threads_share_an_index(tmp_path: Path, small_gazetteer: Gazetteer) -> None:
    on_disk = Gazetteer.open(tmp_path / "places.sqlite", sources=sources(tmp_path))
    for gazetteer in (on_disk, small_gazetteer):
        gazetteer.lookup_key.cache_clear()
        with ThreadPoolExecutor(4) as pool:
            found = set(pool.map(lambda i, g=gazetteer: len(g.lookup(f"Idlib{' ' * i}")), range(200)))
        assert found == {len(gazetteer.lookup("Idlib"))}


def test_a_missing_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="cannot be opened"):
        Gazetteer(tmp_path / "none.sqlite")
