"""geopy's interface over the index: names, containers, spellings, coordinates; RateLimiter and pandas."""

import subprocess
import sys
from typing import Any

import pandas as pd
import pytest
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer import Gazetteer
from geo import GazetteerGeocoder
from geo.geometry import distance_km
from tests.geo import places as world

PLACES = (
    world.SYRIA, world.IRAQ, world.USA, world.IDLIB_PROVINCE, world.HOMS_PROVINCE, world.ARKANSAS, world.OHIO,
    world.IDLIB, world.SARMADA, world.HOMS, world.MOSUL, world.PARIS_OHIO, world.PARIS_ARKANSAS,
)  # fmt: skip


@pytest.fixture(scope="module")
def geocoder() -> GazetteerGeocoder:
    names = {"country:USA": ("US",), "t:sarmada": ("سرمدا",)}
    return GazetteerGeocoder(Gazetteer.from_places([(p, names.get(p.id, ())) for p in PLACES]))


def found(geocoder: GazetteerGeocoder, query: str, **options: Any) -> str | None:
    location = geocoder.geocode(query, **options)
    return None if location is None else location.raw["id"]


def test_a_location_as_geopy_has_it(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Sarmada")
    assert isinstance(geocoder, Geocoder)
    assert isinstance(location, Location)
    assert location.address == "Sarmada, Idlib, Syria"
    assert location.point == Point(36.19, 36.72)
    assert location.raw["radius_km"] == 1.0
    assert location.raw["population"] == 15_000
    assert location.raw["level"] == "town"
    assert location.raw["country"] == "SYR"
    assert 0.0 < location.raw["confidence"] <= 1.0
    assert "Sarmada" in location.raw["reason"]


def test_an_address_names_nothing_twice(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Idlib").address == "Idlib, Syria"
    assert geocoder.geocode("Syria").address == "Syria"


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("Sarmada, Idlib", "t:sarmada"),
        ("Sarmada, Idlib, Syria", "t:sarmada"),
        ("sarmada ,IDLIB,, SY", "t:sarmada"),
        ("Paris, Ohio, US", "t:paris-oh"),
        ("Paris, Arkansas", "t:paris-ar"),
        ("Paris, USA", "t:paris-ar"),
        ("Idlib", "t:idlib"),
        ("Syria", "country:SYR"),
        ("سرمدا، سوريا", None),
        ("سرمدا", "t:sarmada"),
        ("Sarmada, Iraq", None),
        ("Mosul, Homs", None),
        ("Nowhere", None),
        ("Syria, Sarmada", None),
    ],
)  # fmt: skip
def test_containers_decide(geocoder: GazetteerGeocoder, query: str, id_: str | None) -> None:
    if query == "سرمدا، سوريا":
        # The small index has no Arabic name of the country: a part that it does not know is passed over.
        location = geocoder.geocode(query)
        assert location.raw["id"] == "t:sarmada"
        assert "'سوريا' is not known" in location.raw["reason"]
    else:
        assert found(geocoder, query) == id_


def test_spellings_and_misspellings(geocoder: GazetteerGeocoder) -> None:
    spelt, misspelt = geocoder.geocode("al-Sarmadeh"), geocoder.geocode("Sarmda")
    assert (spelt.raw["id"], spelt.raw["match"]) == ("t:sarmada", "spelling")
    assert (misspelt.raw["id"], misspelt.raw["match"]) == ("t:sarmada", "fuzzy")
    assert misspelt.raw["similarity"] > 0.9
    assert misspelt.raw["confidence"] is None
    assert geocoder.geocode("Sarmada").raw["match"] == "exact"


def test_a_misspelling_is_bounded_and_stays_in_its_area(geocoder: GazetteerGeocoder) -> None:
    assert found(geocoder, "Sarmda, Idlib") == "t:sarmada"
    assert found(geocoder, "Sarmda, Iraq") is None
    strict = GazetteerGeocoder(geocoder.gazetteer, least_similarity=0.95)
    assert found(strict, "Sarmda") is None


def test_what_bears_the_name_elsewhere_is_not_taken_for_a_misspelling(geocoder: GazetteerGeocoder) -> None:
    assert found(geocoder, "Mosul, Syria") is None


def test_country_codes(geocoder: GazetteerGeocoder) -> None:
    assert found(geocoder, "Paris", country_codes="us") == "t:paris-ar"
    assert found(geocoder, "Paris", country_codes=["SY", "IRQ"]) is None
    assert found(geocoder, "Mosul", country_codes=["SY", "IRQ"]) == "t:mosul"
    with pytest.raises(GeocoderQueryError, match="'Syria', 'QQ'"):
        geocoder.geocode("Mosul", country_codes=["Syria", "QQ", "IQ"])


def test_several(geocoder: GazetteerGeocoder) -> None:
    both = geocoder.geocode("Paris", exactly_one=False)
    assert [one.raw["id"] for one in both] == ["t:paris-ar", "t:paris-oh"]
    assert len(geocoder.geocode("Paris", exactly_one=False, limit=1)) == 1
    assert geocoder.geocode("Nowhere", exactly_one=False) is None
    with pytest.raises(ValueError, match="Limit"):
        geocoder.geocode("Paris", exactly_one=False, limit=0)


@pytest.mark.parametrize("query", [None, float("nan"), "", "  ", " , ,"])
def test_an_empty_cell_is_no_place(geocoder: GazetteerGeocoder, query: Any) -> None:
    assert geocoder.geocode(query) is None
    if not isinstance(query, str):
        assert geocoder.reverse(query) is None


@pytest.mark.parametrize("query", [36.2, 7, ["Sarmada"], {"city": "Sarmada"}])
def test_what_is_no_text_is_no_query(geocoder: GazetteerGeocoder, query: Any) -> None:
    with pytest.raises(GeocoderQueryError, match="text"):
        geocoder.geocode(query)


def test_reverse(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.reverse("36.2, 36.7")
    assert location.raw["id"] == "t:sarmada"
    assert location.raw["distance_km"] == pytest.approx(distance_km(36.2, 36.7, 36.19, 36.72), abs=1e-3)
    around = geocoder.reverse(Point(36.2, 36.7), exactly_one=False)
    assert [one.raw["id"] for one in around] == ["t:sarmada", "t:idlib"]
    assert len(geocoder.reverse((36.2, 36.7), exactly_one=False, limit=1)) == 1


def test_nothing_is_near(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.reverse((0.0, -150.0)) is None
    assert geocoder.reverse((36.2, 36.7), within_km=1.0) is None
    assert geocoder.reverse((0.0, -150.0), exactly_one=False) is None


@pytest.mark.parametrize("query", ["nowhere", "", (float("nan"), 1.0), [1, 2, 3, 4]])
def test_no_coordinate_pair(geocoder: GazetteerGeocoder, query: Any) -> None:
    with pytest.raises(ValueError, match="coordinate pair"):
        geocoder.reverse(query)


def test_with_rate_limiter_and_pandas(geocoder: GazetteerGeocoder) -> None:
    table = pd.DataFrame({"place": ["Sarmada, Idlib", "Nowhere", None, "Mosul"]})
    geocode = RateLimiter(geocoder.geocode, min_delay_seconds=0.001, error_wait_seconds=0.01)
    located = table["place"].apply(geocode)
    assert [one and one.raw["id"] for one in located] == ["t:sarmada", None, None, "t:mosul"]
    points = located.apply(lambda one: tuple(one.point) if one else None)
    assert points[0] == (36.19, 36.72, 0.0)


def test_no_network_is_asked(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(NotImplementedError):
        geocoder.adapter.get_json("https://example.org", timeout=1, headers={})


def test_importing_geo_does_not_import_geopy() -> None:
    code = "import geo, sys; assert 'geopy' not in sys.modules; geo.GazetteerGeocoder; sys.modules['geopy']"
    subprocess.run([sys.executable, "-c", code], check=True)
