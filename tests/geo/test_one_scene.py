"""How well two tellings fit by place."""

from dataclasses import replace

from geo.one_scene import PERHAPS, is_finer, is_part, is_within, named_like_its_province, same_scene
from geo.toponym import Resolution
from tests.geo.tellings import located, mention, place

A, B = place("A"), place("B", lat=36.0, admin1="Salt")
PROVINCE = place("Qamar", "province", lat=35.2, radius_km=60.0)


def fit(one: Resolution, *others: Resolution) -> float | None:
    return same_scene(located(mention(), one), [located(mention(), other) for other in others])


def shown_at_area(name: str, kind_word: str | None) -> Resolution:
    quarter = place(name, "neighbourhood")
    toponym = quarter.toponym._replace(kind_word=kind_word)
    return quarter._replace(toponym=toponym, place=A.place, fallback=True)


def test_a_province_told_before_does_not_make_two_towns_one() -> None:
    assert fit(A, PROVINCE) is not None
    assert fit(B, PROVINCE, A) is None
    assert fit(place("C", lat=35.5), PROVINCE, A) is None


def test_a_country_told_before_says_little() -> None:
    country = place("Northland", "country", radius_km=240.0)
    assert fit(A, country) == fit(B, country)


def test_a_headlines_city_may_stand_for_its_province() -> None:
    city = place("Qamar", lat=35.6)
    headline = located(mention(headline=True), city)
    assert same_scene(located(mention(), A), [headline, located(mention(), A)]) is not None


def test_names_that_only_the_text_knows_are_two_where_it_calls_them_alike() -> None:
    sahra, mazra = shown_at_area("Sahra", "neighborhood"), shown_at_area("Mazra", "neighborhood")
    assert fit(sahra, mazra) is None
    assert fit(sahra, A) == PERHAPS


def test_the_town_points_at_the_town_named_before() -> None:
    pointing = shown_at_area("the town", None)
    pointing = pointing._replace(toponym=pointing.toponym._replace(pointer="town"))
    assert (fit(pointing, shown_at_area("Sahra", "town")) or 0.0) > 0


def test_towns_are_finer_than_provinces_and_quarters_than_towns() -> None:
    quarter = place("Sahra", "neighbourhood")
    assert is_finer(A, PROVINCE) and is_finer(quarter, A)
    assert not is_finer(PROVINCE, A) and not is_finer(A, B)


def test_a_part_is_finer_or_wider_than_all_that_the_other_names() -> None:
    assert is_part(located(mention(), A), [located(mention(), PROVINCE)])
    assert is_part(located(mention(), PROVINCE), [located(mention(), A)])
    assert not is_part(located(mention(), A), [located(mention(), PROVINCE), located(mention(), A)])
    assert not is_part(located(mention()), [located(mention(), PROVINCE)])


def test_of_an_unknown_place_nothing_says_that_it_lies_elsewhere() -> None:
    assert is_within(replace_place(A), PROVINCE)
    assert not is_within(B, PROVINCE)


def replace_place(one: Resolution) -> Resolution:
    return one._replace(place=None, lat=None, lon=None)


def test_only_a_bare_name_may_mean_the_province() -> None:
    city = place("Qamar")
    assert named_like_its_province(city)
    assert not named_like_its_province(city._replace(toponym=city.toponym._replace(kind="town")))


def test_places_listed_with_others_are_not_joined_without_a_place_of_their_own() -> None:
    listed = replace(located(mention()), listed=True)
    assert same_scene(listed, [located(mention(), A)]) is None
