"""What the embedded places know: names of war reporting, on the real index."""

from __future__ import annotations

import lzma
import re

import pytest

from gazetteer import Gazetteer
from gazetteer.core import embedded_sources
from geo.geometry import haversine_km
from tests.quickest import quickest

pytestmark = pytest.mark.slow

KNOWN = [
    # name, levels that it must be found at, country, near which point (within 25 km for the town)
    ("Idlib", {"town", "province"}, "SYR", (35.93, 36.63)),
    ("Idlib province", {"province"}, "SYR", None),
    ("Aleppo", {"town", "province"}, "SYR", (36.20, 37.16)),
    ("Halab", {"town", "province"}, "SYR", (36.20, 37.16)),
    ("Deir ez-Zor", {"town", "province"}, "SYR", (35.34, 40.14)),
    ("Deir al-Zour", {"town", "province"}, "SYR", (35.34, 40.14)),
    ("Deir Ezzor", {"town", "province"}, "SYR", (35.34, 40.14)),
    ("Raqqa", {"town", "province"}, "SYR", (35.95, 39.01)),
    ("al-Raqqa", {"town", "province"}, "SYR", (35.95, 39.01)),
    ("Homs", {"town", "province"}, "SYR", (34.72, 36.73)),
    ("Rural Damascus", {"province"}, "SYR", None),
    ("Rif Dimashq", {"province"}, "SYR", None),
    ("Jisr al-Shughur", {"town"}, "SYR", (35.81, 36.32)),
    ("Jisr ash-Shughur", {"town"}, "SYR", (35.81, 36.32)),
    ("Ma'arrat al-Nu'man", {"town"}, "SYR", (35.65, 36.68)),
    ("Maarat al-Numan", {"town"}, "SYR", (35.65, 36.68)),
    ("Maaret al-Numan", {"town"}, "SYR", (35.65, 36.68)),
    ("Khan Sheikhoun", {"town"}, "SYR", (35.44, 36.65)),
    ("Kobani", {"town"}, "SYR", (36.89, 38.35)),
    ("al-Bab", {"town"}, "SYR", (36.37, 37.52)),
    ("Palmyra", {"town"}, "SYR", (34.56, 38.28)),
    ("Hodeidah", {"town", "province"}, "YEM", (14.80, 42.95)),
    ("Sana'a", {"town"}, "YEM", (15.35, 44.21)),
    ("Sanaa", {"town"}, "YEM", (15.35, 44.21)),
    ("Taiz", {"town", "province"}, "YEM", (13.58, 44.02)),
    ("Hadramout", {"province"}, "YEM", None),
    ("Hawija", {"town"}, "IRQ", (35.33, 43.77)),
    ("Tal Afar", {"town"}, "IRQ", (36.38, 42.45)),
    ("Mosul", {"town"}, "IRQ", (36.34, 43.13)),
    ("Fallujah", {"town"}, "IRQ", (33.35, 43.78)),
    ("Basra", {"town", "province"}, "IRQ", (30.51, 47.78)),
    ("Nineveh", {"province"}, "IRQ", None),
    ("Anbar", {"province"}, "IRQ", None),
    ("Kyiv", {"town", "province"}, "UKR", (50.45, 30.52)),
    ("Kiev", {"town", "province"}, "UKR", (50.45, 30.52)),
    ("Kharkiv oblast", {"province"}, "UKR", None),
    ("Kharkiv", {"town", "province"}, "UKR", (49.98, 36.25)),
    ("Bakhmut", {"town"}, "UKR", (48.60, 38.00)),
    ("Sloviansk", {"town"}, "UKR", (48.85, 37.60)),
    ("Донецкая область", {"province"}, "UKR", None),
    ("Gaza", {"town", "province"}, "PSE", (31.50, 34.47)),
    ("Khan Yunis", {"town"}, "PSE", (31.34, 34.31)),
    ("Khan Younis", {"town"}, "PSE", (31.34, 34.31)),
    ("El Fasher", {"town"}, "SDN", (13.63, 25.35)),
    ("Al-Fashir", {"town"}, "SDN", (13.63, 25.35)),
    ("North Darfur", {"province"}, "SDN", None),
    ("Maiduguri", {"town"}, "NGA", (11.85, 13.16)),
    ("Borno", {"province"}, "NGA", None),
    ("Kunduz", {"town", "province"}, "AFG", (36.73, 68.86)),
    ("Kabul", {"town", "province"}, "AFG", (34.53, 69.17)),
    ("Timbuktu", {"town", "province"}, "MLI", (16.77, -3.01)),
    ("Goma", {"town"}, "COD", (-1.68, 29.22)),
    ("North Kivu", {"province"}, "COD", None),
    ("Mogadishu", {"town"}, "SOM", (2.04, 45.34)),
    ("Benghazi", {"town", "province"}, "LBY", (32.12, 20.07)),
    ("حلب", {"town", "province"}, "SYR", (36.20, 37.16)),
    ("الموصل", {"town"}, "IRQ", (36.34, 43.13)),
    ("Харків", {"town"}, "UKR", (49.98, 36.25)),
]


@pytest.mark.parametrize(("name", "levels", "country", "point"), KNOWN)
def test_names_of_war_reporting(
    real_gazetteer: Gazetteer,
    name: str,
    levels: set[str],
    country: str,
    point: tuple[float, float] | None,
) -> None:
    first = real_gazetteer.lookup(name)[0]
    places = [place for place in real_gazetteer.lookup(name) if place.country == country]
    assert first.country == country, "the most prominent place of this name is the one in the news"
    assert levels <= {place.level for place in places}
    if point is not None:
        town = next(place for place in places if place.level == "town")
        assert haversine_km(town.lat, town.lon, *point) < 25


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Syria", "SYR"), ("UK", "GBR"), ("U.S.", "USA"), ("USA", "USA"), ("DRC", "COD"), ("Burma", "MMR"),
        ("Ivory Coast", "CIV"), ("Côte d'Ivoire", "CIV"), ("Palestine", "PSE"), ("Russian Federation", "RUS"),
        ("Niger", "NER"), ("Congo", "COD"), ("Georgia", "GEO"), ("Türkiye", "TUR"), ("سوريا", "SYR"),
        ("The Gambia", "GMB"), ("Swaziland", "SWZ"), ("Antarctica", "ATA"),
    ],
)  # fmt: skip
def test_countries_come_first(real_gazetteer: Gazetteer, name: str, iso3: str) -> None:
    first = real_gazetteer.lookup(name)[0]
    assert (first.level, first.country) == ("country", iso3)


@pytest.mark.parametrize(
    ("iso3", "point"),
    [
        ("USA", (39.8, -98.5)), ("RUS", (62, 98)), ("CAN", (60.5, -97)), ("EGY", (26.6, 29.9)),
        ("SDN", (15.3, 30)), ("SYR", (35, 38.3)), ("IRQ", (33, 43.7)), ("MLI", (17.5, -3)),
        ("LBY", (27.2, 17.8)), ("FRA", (46.5, 2.5)), ("NOR", (63.5, 12)), ("CHL", (-36, -71)),
        ("AUS", (-25.5, 134)),
    ],
)  # fmt: skip
def test_the_point_of_a_country_is_its_middle(
    real_gazetteer: Gazetteer, iso3: str, point: tuple[float, float]
) -> None:
    country = real_gazetteer.country(iso3)
    assert country is not None
    assert haversine_km(country.lat, country.lon, *point) < 0.25 * country.radius_km
    assert "Natural Earth" in country.origin


@pytest.mark.parametrize(
    ("id_", "point", "within"),
    [
        ("adm1:SY.11", (34.3, 38.3), 40), ("adm1:SY.08", (33.6, 37.3), 40), ("adm1:CA.08", (50, -85), 100),
        ("adm1:US.NY", (43, -75.5), 60), ("adm1:US.AK", (64, -152), 100), ("adm1:CN.13", (41.1, 85), 60),
        ("adm1:SD.55", (15.8, 25.5), 60), ("adm1:YE.04", (16.8, 49.3), 80), ("adm1:SY.13", (33.5, 36.3), 6),
    ],
)  # fmt: skip
def test_a_division_is_not_drawn_to_where_people_live(
    real_gazetteer: Gazetteer, id_: str, point: tuple[float, float], within: float
) -> None:
    division = real_gazetteer.place(id_)
    assert division is not None
    assert haversine_km(division.lat, division.lon, *point) < within
    assert division.radius_km >= 15


@pytest.mark.parametrize(
    ("iso3", "capital"),
    [
        ("IRQ", "Baghdad"), ("SYR", "Damascus"), ("YEM", "Sanaa"), ("SDN", "Khartoum"), ("UKR", "Kyiv"),
        ("MMR", "Nay Pyi Taw"), ("AFG", "Kabul"), ("SOM", "Mogadishu"), ("TCD", "N'Djamena"),
        ("LBY", "Tripoli"), ("KAZ", "Astana"), ("ZAF", "Pretoria"),
        ("PSE", None), ("BDI", None), ("ATA", None), ("XXX", None),
    ],
)  # fmt: skip
def test_capitals(real_gazetteer: Gazetteer, iso3: str, capital: str | None) -> None:
    place = real_gazetteer.capital(iso3)
    assert (place.name if place else None) == capital
    assert place is None or (place.country, place.level) == (iso3, "town")


def test_every_capital_is_a_place_of_its_country(real_gazetteer: Gazetteer) -> None:
    lost = real_gazetteer._rows(
        "SELECT c.country FROM capitals c LEFT JOIN places p ON p.id = c.place AND p.country = c.country "
        "WHERE p.id IS NULL"
    )
    assert lost == []


def test_a_sea_that_a_province_is_called_after_is_offered_too(real_gazetteer: Gazetteer) -> None:
    found = {(place.level, place.country) for place in real_gazetteer.lookup("Red Sea")}
    assert found >= {("region", ""), ("province", "SDN"), ("province", "EGY")}


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Bulo Burde", "geonames:63689"), ("El Dher", "geonames:62788"), ("Harardhere", "geonames:50064"),
        ("Mai Kadra", "geonames:12640446"), ("Kyaukphyu", "geonames:1316752"), ("Muse", "geonames:1308318"),
        ("Mastaba", "geonames:34886"), ("Tel Keppe", "geonames:90353"), ("Shirqat", "geonames:91057"),
        ("Sang-e Masha", "geonames:1127604"), ("Ain Issa", "geonames:172134"),
        ("Tal Tamr", "geonames:163434"), ("Tirin Kot", "geonames:1122747"),
        ("Gulyai-Polye", "geonames:707898"), ("Bardera", "geonames:65170"),
    ],
)  # fmt: skip
def test_spellings_of_reports(real_gazetteer: Gazetteer, name: str, id_: str) -> None:
    assert id_ in {place.id for place in real_gazetteer.lookup(name)}


def test_every_country_is_there(real_gazetteer: Gazetteer) -> None:
    assert real_gazetteer.info().counts["country"] == 250
    assert real_gazetteer.info().counts["town"] >= 234_908
    assert real_gazetteer.info().counts["province"] > 3_500


@pytest.mark.parametrize("name", ["hms", "DAM", "xa lep po", "ala hasaka"])
def test_transliterations_by_machine_and_airport_codes_are_left_out(
    real_gazetteer: Gazetteer, name: str
) -> None:
    assert not [p for p in real_gazetteer.lookup(name) if p.country == "SYR"]


def test_levels_and_coordinates_are_sound(real_gazetteer: Gazetteer) -> None:
    rows = real_gazetteer._rows(
        "SELECT count(*) FROM places WHERE lat NOT BETWEEN -90 AND 90 OR lon NOT BETWEEN -180 AND 180 "
        "OR (lat = 0 AND lon = 0) OR radius_km <= 0 OR name = '' OR length(country) NOT IN (0, 3) OR level "
        "NOT IN ('facility', 'neighbourhood', 'town', 'district', 'province', 'region', 'country')"
    )
    assert rows == [(0,)]


def test_every_province_of_a_place_is_there(real_gazetteer: Gazetteer) -> None:
    lost = real_gazetteer._rows(
        "SELECT DISTINCT country, admin1 FROM places WHERE admin1 IS NOT NULL "
        "EXCEPT SELECT country, name FROM places WHERE level = 'province'"
    )
    assert lost == []


def test_no_two_provinces_of_a_country_share_a_name(real_gazetteer: Gazetteer) -> None:
    doubles = real_gazetteer._rows(
        "SELECT country, name FROM places WHERE level = 'province' GROUP BY country, name HAVING count(*) > 1"
    )
    assert doubles == []


def test_the_province_of_a_town(real_gazetteer: Gazetteer) -> None:
    mosul = real_gazetteer.lookup("Mosul")[0]
    province = real_gazetteer.adm1_of(mosul)
    assert province is not None
    assert (province.name, province.level) == ("Nineveh", "province")
    assert real_gazetteer.parent(province) == real_gazetteer.country("IRQ")


def test_progress_goes_up_to_all(built: tuple[Gazetteer, list[tuple[int, int]]]) -> None:
    _, progress = built
    assert progress == sorted(progress)
    assert progress[-1][0] == progress[-1][1] > 250_000


def test_opening_is_quick(real_gazetteer: Gazetteer) -> None:
    """Quick beside reading the embedded places even without building anything of them."""
    opening, reading = quickest(lambda: _first_answer(real_gazetteer)), quickest(_read_all)
    assert opening < reading / 5, f"{opening:.3f} s, where reading the places takes {reading:.3f} s"


def _first_answer(gazetteer: Gazetteer) -> None:
    assert Gazetteer.open(gazetteer.path).lookup("Mosul")


def _read_all() -> None:
    with lzma.open(embedded_sources().table, "rt", encoding="utf-8") as table:
        assert sum(1 for _ in table) > 200_000


@pytest.mark.parametrize(
    ("country", "letters"),
    [
        *((country, "\u0600-\u06ff") for country in ["SYR", "IRQ", "YEM", "PSE", "LBN", "SDN", "LBY", "AFG"]),
        ("UKR", "\u0400-\u04ff"),
    ],
)  # fmt: skip
def test_first_divisions_of_wars_have_a_name_in_their_own_script(
    real_gazetteer: Gazetteer, country: str, letters: str
) -> None:
    query = "SELECT id FROM places WHERE level = 'province' AND country = ?"
    places = (real_gazetteer.place(row[0]) for row in real_gazetteer._rows(query, (country,)))
    named = {p.id: real_gazetteer.names_of(p) for p in places if p is not None}
    assert named
    assert [i for i, names in named.items() if re.search(f"[{letters}]", "".join(names)) is None] == []


def test_first_divisions_of_the_world(real_gazetteer: Gazetteer) -> None:
    assert real_gazetteer.info().counts["province"] >= 3750
    tbilisi = real_gazetteer.lookup("Tbilisi")[-1]
    assert (tbilisi.level, tbilisi.admin1) == ("town", "Tbilisi")
    for name in ("Orhei", "Valletta", "Oromia", "Ingushetia"):
        assert any(place.level == "province" for place in real_gazetteer.lookup(name)), name
