"""Sums and the parts that they sum up."""

from articles import Span
from geo.located import LocatedMention
from geo.parts import parted
from geo.toponym import Resolution
from tests.geo.tellings import deaths, located, mention, place

PROVINCE = place("Qamar", "province", lat=35.2, radius_km=60.0)


def told(low: int, where: Resolution, at: int, **changes: str) -> list[LocatedMention]:
    run = Span("text", at, at + 80)
    return [located(mention(**deaths(low, low, at), sentence=run, clause=run, **changes), where)]


WHOLE = told(20, PROVINCE, 0)
TWELVE, EIGHT = told(12, place("A"), 100), told(8, place("B", lat=35.3), 200)


def test_a_sum_goes_into_its_parts_and_lends_them_no_number() -> None:
    first, second = parted([WHOLE, TWELVE, EIGHT])
    assert [t.listed for t in first] == [True, False]
    assert [t.own_place for t in first] == [None, TWELVE[0].own_place]
    assert second[-1] == EIGHT[0]


def test_one_part_alone_or_parts_of_more_than_the_sum_leave_it() -> None:
    assert len(parted([WHOLE, TWELVE])) == 2
    assert len(parted([WHOLE, TWELVE, told(9, place("B", lat=35.3), 200)])) == 3


def test_two_of_forty_are_no_parts() -> None:
    one, other = told(1, place("A"), 100), told(1, place("B", lat=35.3), 200)
    assert len(parted([told(40, PROVINCE, 0), one, other])) == 3


def test_another_kind_of_act_is_no_part() -> None:
    abducted = told(8, place("B", lat=35.3), 200, sub_event_type="Abduction/forced disappearance")
    assert len(parted([WHOLE, TWELVE, abducted])) == 3


def test_what_was_told_before_the_sum_is_no_part_of_it() -> None:
    assert len(parted([TWELVE, told(20, PROVINCE, 150), EIGHT])) == 3
