"""What is made of a service's rows, and which cost themselves."""

from typing import Any

import pytest

from geo.online_answers import Answer, Odd, read_geonames, read_nominatim, read_photon, read_rows
from geo.online_kinds import RADIUS_KM
from tests.geo.geocoding_server import geonames_row, nominatim_row, photon_feature


def nominatim(**more: Any) -> Answer:
    return read_nominatim({**nominatim_row("Zorbat", 35.9, 36.6), **more})


def photon(**more: Any) -> Answer:
    return read_photon(photon_feature("Zorbat", 35.9, 36.6, **more))


def geonames(**more: Any) -> Answer:
    return read_geonames(geonames_row("Zorbat", 35.9, 36.6, **more))


def test_nominatim() -> None:
    answer = nominatim(namedetails={"name": "زربات", "name:en": "Zorbat"}, extratags={"population": "850"})
    assert answer.id == "nominatim:node/4711"
    assert answer.names == ("Zorbat", "زربات")
    assert (answer.level, answer.lat, answer.lon) == ("town", 35.9, 36.6)
    assert answer.radius_km == pytest.approx(2.9, abs=0.1)
    assert (answer.country, answer.state, answer.population) == ("SY", "Idlib Governorate", 850)


def test_photon() -> None:
    answer = photon(extent=[36.5, 36.0, 36.7, 35.8])
    assert (answer.id, answer.level, answer.country) == ("photon:node/4711", "town", "SY")
    assert answer.radius_km == pytest.approx(14.3, abs=0.1)


def test_geonames() -> None:
    answer = geonames()
    assert (answer.id, answer.level, answer.population) == ("geonames:4711", "town", 1200)
    assert answer.radius_km == RADIUS_KM["town"]


@pytest.mark.parametrize(
    ("class_", "type_", "address", "level"),
    [
        ("place", "hamlet", "hamlet", "town"),
        ("place", "suburb", "suburb", "neighbourhood"),
        ("boundary", "administrative", "city", "town"),
        ("boundary", "administrative", "county", "district"),
        ("boundary", "administrative", "state", "province"),
        ("boundary", "administrative", "country", "country"),
        ("aeroway", "aerodrome", "aeroway", "facility"),
        ("amenity", "hospital", "amenity", "facility"),
        ("natural", "desert", "natural", "region"),
    ],
)  # fmt: skip
def test_levels_of_openstreetmap(class_: str, type_: str, address: str, level: str) -> None:
    assert nominatim(**{"class": class_, "type": type_, "addresstype": address}).level == level


def test_a_district_of_photon_is_a_part_of_a_city() -> None:
    assert photon(osm_key="boundary", osm_value="administrative", type="district").level == "neighbourhood"
    assert photon(osm_key="boundary", osm_value="administrative", type="county").level == "district"


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("P.PPLX", "neighbourhood"), ("P.PPLA", "town"), ("A.ADM2", "district"), ("A.PCLI", "country"),
        ("S.NUC", "facility"), ("S.SCH", "facility"), ("T.DSRT", "region"),
    ],
)
def test_levels_of_geonames(code: str, level: str) -> None:
    class_, _, rest = code.partition(".")
    assert geonames(fcl=class_, fcode=rest).level == level


@pytest.mark.parametrize(("class_", "type_"), [("shop", "bakery"), ("highway", "residential"), ("", "")])
def test_what_is_no_place_of_a_report(class_: str, type_: str) -> None:
    with pytest.raises(Odd):
        nominatim(**{"class": class_, "type": type_, "addresstype": "road"})
    with pytest.raises(Odd):
        geonames(fcl="R", fcode="RD")


def test_a_town_as_wide_as_a_district_is_one() -> None:
    assert nominatim(boundingbox=["35.5", "36.3", "36.2", "37.0"]).level == "district"


@pytest.mark.parametrize(
    "box", [None, [], ["1", "2", "3"], ["nan"] * 4, ["40", "41", "36", "37"], [{}, [], None, True], "1,2,3,4"]
)
def test_a_box_that_is_none(box: Any) -> None:
    assert nominatim(boundingbox=box).radius_km == RADIUS_KM["town"]


@pytest.mark.parametrize(
    ("lat", "lon"),
    [("nan", "36"), ("35", "inf"), ("95", "36"), ("35", "181"), ("0", "0"), (None, "36"), ("", "36"),
     ("here", "36"), (True, True), ([35], "36"), ("9" * 500, "36"), ("1e400", "36")],
)  # fmt: skip
def test_coordinates_that_are_none(lat: Any, lon: Any) -> None:
    for read, row in (
        (read_nominatim, {**nominatim_row("Zorbat", 1, 1), "lat": lat, "lon": lon}),
        (read_geonames, {**geonames_row("Zorbat", 1, 1), "lat": lat, "lng": lon}),
        (read_photon, {**photon_feature("Zorbat", 1, 1), "geometry": {"coordinates": [lon, lat]}}),
    ):
        with pytest.raises(Odd):
            read(row)


@pytest.mark.parametrize(
    "name",
    ["<b>Zorbat</b>", "Zorbat<script>alert(1)</script>", "Zor\x00bat", "Zor\x1b[2Jbat", "Z" * 100_000, "",
     "  ", "${alert(1)}", None, 7, ["Zorbat"], {"name": "Zorbat"}],
)  # fmt: skip
def test_names_that_are_none(name: Any) -> None:
    with pytest.raises(Odd):
        read_geonames({**geonames_row("", 35.9, 36.6), "name": name, "toponymName": name})
    with pytest.raises(Odd):
        nominatim(name=name, display_name="", namedetails={"name:en": name})


def test_a_hostile_name_beside_a_good_one_is_left_out() -> None:
    answer = nominatim(namedetails={"name:fr": "<img src=x>", "alt_name": "Zurbat"})
    assert answer.names == ("Zorbat", "Zurbat")


def test_a_hostile_division_is_left_out() -> None:
    address = {"state": "<b>" + "I" * 5000, "country_code": "sy"}
    assert nominatim(address=address).state is None


@pytest.mark.parametrize("code", [None, "", "syr", "s1", "../", 7, "<b>"])
def test_countries_that_are_none(code: Any) -> None:
    with pytest.raises(Odd):
        nominatim(address={"country_code": code})


@pytest.mark.parametrize(
    "more", [{"osm_type": "thing"}, {"osm_id": "4711"}, {"osm_id": -1}, {"osm_id": None}]
)
def test_ids_that_are_none(more: dict[str, Any]) -> None:
    with pytest.raises(Odd):
        nominatim(**more)


@pytest.mark.parametrize("people", ["1,200", -5, "nan", 1e12, None, {}, True])
def test_populations_that_are_none(people: Any) -> None:
    assert geonames(population=people).population == 0


def test_an_odd_row_costs_only_itself() -> None:
    rows = [nominatim_row("Zorbat", 35.9, 36.6), None, 7, "row", [], nominatim_row("Zorbat", 95, 0)]
    assert [answer.lat for answer in read_rows(rows, read_nominatim, 10)] == [35.9]
    assert len(read_rows([nominatim_row("Zorbat", 35.9, 36.6)] * 9, read_nominatim, 4)) == 4


@pytest.mark.parametrize("rows", [None, {}, "rows", 7])
def test_no_list_of_rows(rows: Any) -> None:
    with pytest.raises(Odd):
        read_rows(rows, read_nominatim, 10)
