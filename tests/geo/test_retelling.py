"""Which tellings tell of one event."""

from dataclasses import replace

from articles import Span
from geo.located import LocatedMention
from geo.one_scene import named_like_its_province
from geo.retelling import group_tellings
from tests.geo.tellings import day, killed, located, mention, place

NEXT = Span("text", 100, 180)


def together(one: LocatedMention, other: LocatedMention) -> bool:
    return len(group_tellings([one, other])) == 1


def test_the_same_place_and_kind_are_one_event() -> None:
    assert together(located(mention(), place("A")), located(mention(sentence=NEXT), place("A")))


def test_two_towns_are_two_events_however_near() -> None:
    here, there = place("A", lat=35.0), place("B", lat=35.01)
    assert not together(
        located(mention(toll=killed(3, 3)), here), located(mention(sentence=NEXT, toll=killed(9, 9)), there)
    )


def test_a_village_next_door_with_the_same_toll_is_the_same_event() -> None:
    here, there = place("A", lat=35.0), place("B", lat=35.1)
    assert together(
        located(mention(toll=killed(20)), here), located(mention(sentence=NEXT, toll=killed(20)), there)
    )


def test_two_days_are_two_events() -> None:
    a, b = place("A"), place("A")
    assert not together(
        located(mention(date=day("2020-01-01")), a),
        located(mention(date=day("2020-01-05"), sentence=NEXT), b),
    )


def test_two_kinds_of_act_are_two_events() -> None:
    other = mention(sub_event_type="Armed clash", sentence=NEXT)
    assert not together(located(mention(), place("A")), located(other, place("A")))


def test_the_attack_without_a_means_is_the_one_told_before() -> None:
    other = mention(sub_event_type="Attack", telling="generic", sentence=NEXT)
    assert together(located(mention(), place("A")), located(other))


def test_victims_told_without_an_act_belong_to_the_event_before() -> None:
    other = mention(sub_event_type="Attack", telling="outcome", toll=killed(4, 4), sentence=NEXT)
    assert together(located(mention(), place("A")), located(other))


def test_gas_and_the_shell_that_brought_it_are_one_event_unless_their_tolls_differ() -> None:
    shell = located(mention(toll=killed(4, 4)), place("A"))
    gas = mention(sub_event_type="Chemical weapon", sentence=NEXT)
    assert together(shell, located(gas, place("A")))
    assert not together(shell, located(replace(gas, toll=killed(80, 80)), place("A")))


def test_near_the_town_may_be_near_its_airport() -> None:
    town, airport = place("A", "near", radius_km=7.5), place("A airport", "near", lat=35.05, radius_km=5.0)
    assert together(located(mention(), town), located(mention(sentence=NEXT), airport))


def test_a_province_takes_in_its_town() -> None:
    province = place("Qamar", "province", lat=35.4, radius_km=60.0)
    assert together(located(mention(), province), located(mention(sentence=NEXT), place("A")))


def test_another_strike_is_another_event() -> None:
    assert not together(
        located(mention(), place("A")), located(mention(sentence=NEXT, another=True), place("A"))
    )


def test_an_unknown_village_contradicts_nothing() -> None:
    unknown = place("Nowhere")._replace(place=None, lat=None, lon=None, radius_km=None)
    assert together(
        located(mention(toll=killed(5, 5)), place("A")),
        located(mention(sentence=NEXT, toll=killed(5, 5)), unknown),
    )


def test_a_town_named_like_its_province() -> None:
    assert named_like_its_province(place("Qamar"))
    assert named_like_its_province(place("Qāmār"))
    assert not named_like_its_province(place("A"))
