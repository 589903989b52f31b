"""Coordinates of the text: the point of the name before them, or a place of their own."""

from __future__ import annotations

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.geoparse import analyse
from geo.toponym import Resolution
from tests.geo.places import small_world


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


def read(text: str, world: Gazetteer) -> list[Resolution]:
    return list(analyse(Article(id="a", text=text), None, world))


def told(result: Resolution) -> tuple[str | None, str | None, float | None, float | None]:
    return result.place and result.place.id, result.level, result.lat, result.radius_km


def test_a_pair_alone_is_a_place_in_the_country_of_the_towns_around(world: Gazetteer) -> None:
    (result,) = read("It fell at 36.1905, 36.7203.", world)
    assert told(result) == ("coordinates:36.19050,36.72030", "facility", 36.1905, 0.05)
    assert result.place is not None
    assert (result.place.country, result.place.admin1) == ("SYR", "Idlib")
    assert result.place.name == "36.1905, 36.7203"


def test_far_from_every_town_nothing_is_said_of_the_country(world: Gazetteer) -> None:
    (result,) = read("It fell at 12.1905, 60.7203.", world)
    assert result.place is not None and result.place.country == "" and result.place.admin1 is None


@pytest.mark.parametrize("text", ["It fell at 95.1905, 36.7203.", "It fell at 36.1, 36.7."])
def test_what_is_no_pair_is_nothing(text: str, world: Gazetteer) -> None:
    assert read(text, world) == []


def test_coarse_digits_claim_no_exact_place(world: Gazetteer) -> None:
    (result,) = read("It fell at 36.2°N, 36.7°E.", world)
    assert result.level == "near" and result.radius_km == pytest.approx(7.86, abs=0.01)


def test_a_known_name_keeps_its_place_and_gets_the_point(world: Gazetteer) -> None:
    result = read("A strike hit Sarmada (36.1712, 36.7331).", world)[0]
    assert told(result) == ("t:sarmada", "facility", 36.1712, 0.05)


def test_rough_coordinates_of_a_town_only_say_where_the_town_is(world: Gazetteer) -> None:
    result = read("A strike hit Sarmada (36.19, 36.72).", world)[0]
    assert told(result)[:2] == ("t:sarmada", "town") and result.radius_km == 1.0


def test_an_unknown_name_gets_a_place_of_its_own(world: Gazetteer) -> None:
    result = read("A strike hit the village of Zorbat (36.1712, 36.7331).", world)[0]
    assert told(result) == ("coordinates:36.17120,36.73310", "facility", 36.1712, 0.05)
    assert result.place is not None and result.place.name == "Zorbat" and not result.fallback


def test_a_namesake_far_from_the_coordinates_is_not_meant(world: Gazetteer) -> None:
    result = read("A strike hit Paris (35.3012, -93.7031). Ohio is far.", world)[0]
    assert result.place is not None and result.place.id == "t:paris-ar"
