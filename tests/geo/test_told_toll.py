"""The toll of an event out of all its tellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles import Span
from geo.located import LocatedMention
from geo.told_toll import toll_of, victims_of
from mentions import Actor, Claim, CountRange, EventMention, Toll
from tests.geo.tellings import deaths, located, mention, place

BODY = Span("text", 100, 180)


def killed(tellings: Sequence[LocatedMention]) -> tuple[int | None, int | None]:
    """The dead of these tellings, the body's before the headline's."""
    ordered = sorted((t.mention for t in tellings), key=lambda m: m.headline)
    count = toll_of(tellings, ordered).killed
    return count.low, count.high


def said_by(source: str, told: EventMention) -> EventMention:
    return replace(told, claim=Claim("reported", Actor(source, Span("text", 0, 5))))


def test_the_headlines_own_number_is_the_whole_where_the_body_tells_it_too() -> None:
    headline = mention(headline=True, **deaths(13, 13))
    first = mention(**deaths(9, 9, at=110), sentence=BODY)
    later = mention(**deaths(13, 13, at=210))
    assert killed([located(headline), located(first), located(later)]) == (13, 13)
    assert killed([located(headline), located(first)]) == (9, 9)


def test_a_second_source_with_more_stands_beside_the_first() -> None:
    def beside_17_by_police(source: str, number: int) -> tuple[int | None, int | None]:
        police = said_by("the police", mention(**deaths(17, 17)))
        return killed([located(police), located(said_by(source, mention(**deaths(number, number, at=140))))])

    assert beside_17_by_police("the council", 22) == (17, 22)
    assert beside_17_by_police("the police", 22) == (17, 17)
    assert beside_17_by_police("the council", 90) == (17, 17)


def test_a_toll_of_several_places_is_no_single_ones_unless_nobody_was_hurt() -> None:
    joint = replace(located(mention(**deaths(9, 9)), place("A")), listed=True)
    assert killed([joint]) == (None, None)
    assert killed([replace(joint, mention=mention(**deaths(0, 0)))]) == (0, 0)


def test_what_the_source_allots_to_the_event_holds_among_several_places() -> None:
    (count,) = mention(**deaths(3, 3)).counts
    share = mention(counts=(replace(count, allotted=True),))
    listed = replace(located(share, place("A")), listed=True)
    assert killed([located(mention(**deaths(9, 9, at=140))), listed]) == (3, 3)
    assert killed([listed]) == (None, None)


def test_victims_of_two_sides_are_mixed() -> None:
    one = Toll(CountRange(1, 1), victims="civilians")
    civilians, fighters = mention(toll=one), mention(toll=replace(one, victims="combatants"))
    assert victims_of([civilians, fighters]) == "mixed"
    assert victims_of([civilians, mention()]) == "civilians"
    assert victims_of([mention()]) == "unknown"
