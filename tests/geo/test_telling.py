"""The best value of each field out of several tellings."""

from dataclasses import replace
from datetime import date

from articles import Span
from geo.telling import best_of
from mentions import Actor, Claim
from mentions.mention import DayFromLast
from tests.geo.tellings import day, deaths, located, mention, place

NEXT = Span("text", 100, 180)
PUBLISHED = date(2020, 1, 10)


def test_the_body_wins_over_the_headline() -> None:
    told = best_of(
        [located(mention(headline=True, **deaths(25, 25))), located(mention(**deaths(22)))], PUBLISHED
    )
    assert (told.toll.killed.low, told.toll.killed.high) == (22, None)


def test_a_bound_left_open_stays_open() -> None:
    told = best_of([located(mention(**deaths(25, 25))), located(mention(**deaths(25, at=140)))], PUBLISHED)
    assert (told.toll.killed.low, told.toll.killed.high) == (25, None)


def test_a_number_told_for_this_very_place_stands_for_itself() -> None:
    share = replace(located(mention(**deaths(22, 22))), shared=True)
    told = best_of([share, located(mention(**deaths(90, at=140)))], PUBLISHED)
    assert (told.toll.killed.low, told.toll.killed.high) == (22, 22)


def test_a_day_wins_over_a_month() -> None:
    month, exact = day("2020-01-01", 4), day("2020-01-08")
    told = best_of([located(mention(date=month)), located(mention(date=exact, sentence=NEXT))], PUBLISHED)
    assert told.date is not None and told.date.start == date(2020, 1, 8)


def test_a_town_wins_over_its_province() -> None:
    province = place("Qamar", "province", radius_km=60.0)
    told = best_of([located(mention(), province), located(mention(sentence=NEXT), place("A"))], PUBLISHED)
    assert told.place is not None and told.place.toponym.name == "A"


def test_the_act_says_where_before_the_toll_and_the_attack() -> None:
    act, other = located(mention(), place("A", "near", radius_km=7.5)), place("B", "near", radius_km=5.0)
    for telling in ("generic", "outcome"):
        told = best_of([act, located(mention(telling=telling, sentence=NEXT), other)], PUBLISHED)
        assert told.place is not None and told.place.toponym.name == "A"


def test_a_place_from_a_sentence_nearby_says_so_and_is_less_sure() -> None:
    near = best_of([located(mention(), place("A"), "nearby")], PUBLISHED)
    own = best_of([located(mention(), place("A"))], PUBLISHED)
    assert "sentences before" in (near.place_reason or "")
    assert (near.place_confidence or 0) < (own.place_confidence or 0)


def test_without_any_day_the_event_before_gives_it_and_else_publication() -> None:
    borrowed = best_of([located(mention())], PUBLISHED, day("2020-01-08")).date
    assert borrowed is not None and (borrowed.start, borrowed.precision) == (date(2020, 1, 8), 2)
    fallback = best_of([located(mention())], PUBLISHED).date
    assert fallback is not None and (fallback.start, fallback.basis) == (PUBLISHED, "publication")
    assert best_of([located(mention())], None).date is None


def test_two_days_earlier_counts_from_the_event_before() -> None:
    counted = mention(from_last=DayFromLast(-2, Span("text", 5, 20)))
    told = best_of([located(counted)], PUBLISHED, day("2020-01-08")).date
    assert told is not None and told.start == date(2020, 1, 6)


def test_a_day_after_publication_is_never_made() -> None:
    counted = mention(from_last=DayFromLast(5, Span("text", 5, 20)))
    told = best_of([located(counted)], PUBLISHED, day("2020-01-08")).date
    assert told is not None and told.end <= PUBLISHED


def test_the_telling_that_says_most_names_the_side() -> None:
    one = Actor("the US", Span("text", 0, 6))
    other = Actor("US-led coalition", Span("text", 100, 116))
    vague = mention(telling="generic", perpetrator=one)
    full = mention(
        perpetrator=other, **deaths(62, 62), date=day("2020-01-08"), sentence=NEXT, claim=Claim("alleged")
    )
    told = best_of([located(vague), located(full, place("A"))], PUBLISHED)
    assert told.perpetrator == other
    assert told.status == "alleged"


def test_an_old_event_is_background() -> None:
    assert best_of([located(mention(date=day("2019-11-01")))], PUBLISHED).background
    assert not best_of([located(mention(date=day("2020-01-08")))], PUBLISHED).background
