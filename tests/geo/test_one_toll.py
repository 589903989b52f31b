"""How well two tellings fit by their numbers."""

from typing import Any

from geo.located import LocatedMention
from geo.one_toll import same_toll, tells_its_number
from tests.geo.tellings import deaths, located, mention, place


def told(low: int, high: int | None = None, where: str | None = "A", **changes: Any) -> LocatedMention:
    return located(mention(**deaths(low, high), **changes), None if where is None else place(where))


def test_at_least_thirty_is_the_thirty_of_the_headline() -> None:
    assert same_toll(told(30), [told(30, 30)]) == same_toll(told(30, 30), [told(30, 30)]) > 0.5


def test_at_least_five_does_not_reach_to_ninety() -> None:
    assert same_toll(told(5), [told(90, 90)]) < 0
    assert 0 < same_toll(told(20), [told(31, 31)]) < 0.5


def test_of_many_dead_one_is_told_of_without_a_place() -> None:
    assert same_toll(told(1, 1, where=None), [told(43, 43)]) == 0
    assert same_toll(told(43, 43), [told(1, 1)]) == 0
    assert same_toll(told(1, 1, where=None), [told(4, 4)]) < 0


def test_only_large_numbers_tell_an_event_by_themselves() -> None:
    assert tells_its_number(told(23), [told(23, 23)])
    assert not tells_its_number(told(3, 3), [told(3, 3)])
    assert not tells_its_number(told(23), [told(24, 24)])


def test_what_nobody_counts_says_nothing() -> None:
    assert same_toll(located(mention()), [told(5, 5)]) == 0
