"""A whole article's events: order, ids, evidence, and an account of what was left out."""

from __future__ import annotations

from datetime import date

import pytest

from articles import Article
from gazetteer import Gazetteer
from geo import PROPERTY_KEYS, as_told, find_events, publication_day_of, read_events
from tests.geo.northland import gazetteer

# A page as scraped: mangled dateline, caption, headline, credit, body, related headlines, comments.
PAGE = """10:12 GMT +37 May 2018
A drone over the coast

Drone Strike Kills at Least Nine in Northland's Qamar

© Agency 2018/ Jo DOE
World
Get short URL

A drone struck Qamar province on May 5, killing at least nine civilians, the Southern General Staff said.

"The drone's strike on May 5 hit the Ain Wadi populated area in Qamar province. Nine civilians were \
killed," a general said.

Last March, Western coalition jets bombed an outpost of the Northern army near Tell Qamar. The raid killed \
41 soldiers and wounded about 75. The coalition said that the airstrike was a mistake.

The strikes on army positions would have continued if nobody had called.


Five Civilians Hurt in Coalition Airstrike Near Oldport
Coalition's Bombing of Oldport Leaves 12 Dead
Comments
• reader
They bombed Oldport and killed 500 people yesterday!
"""


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


@pytest.fixture(scope="module")
def page() -> Article:
    return Article(id="page", text=PAGE)


def test_the_publication_day_is_read_from_a_mangled_dateline(page: Article) -> None:
    assert publication_day_of(page) == date(2018, 5, 7)


def test_for_showing_an_article_has_the_day_and_headline_of_its_own_head(page: Article) -> None:
    shown = as_told(page)
    assert shown.published == date(2018, 5, 7)
    assert shown.title == "Drone Strike Kills at Least Nine in Northland's Qamar"
    assert shown.text == page.text


def test_a_page_gives_its_own_events_and_nothing_from_around_it(page: Article, places: Gazetteer) -> None:
    first, second = read_events(page, places)
    assert (first.sub_event_type, first.place_name, first.place_level) == (
        "Air/drone strike",
        "Ain Wadi",
        "town",
    )
    assert (first.date_start, first.killed_low, first.killed_high) == ("2018-05-05", 9, None)
    assert (first.victims, first.attribution) == ("civilians", "the Southern General Staff")
    assert (second.sub_event_type, second.place_name, second.place_level) == (
        "Air/drone strike",
        "Tell Qamar",
        "near",
    )
    assert (second.date_start, second.date_end, second.date_precision) == ("2018-03-01", "2018-03-31", 4)
    assert (second.killed_low, second.injured_low, second.victims) == (41, 75, "combatants")
    assert second.perpetrator == "Western coalition"


def test_what_is_left_out_is_counted_with_its_reason(page: Article, places: Gazetteer) -> None:
    reasons = dict(find_events(page, places).dropped)
    assert reasons["no event: hypothetical"] >= 1
    assert any(reason.endswith("comments") for reason in reasons)
    assert any(reason.endswith("related headlines") for reason in reasons)


def test_the_same_article_gives_the_same_events_and_ids(page: Article, places: Gazetteer) -> None:
    once, again = read_events(page, places), read_events(page, places)
    assert once == again
    assert len({e.id for e in once}) == len(once)


def test_every_key_of_the_contract_is_there_and_quotes_are_verbatim(page: Article, places: Gazetteer) -> None:
    events = read_events(page, places)
    assert len(events) == 2
    for event in events:
        assert set(PROPERTY_KEYS) | {"spans"} == set(event.record())
        assert event.quote in PAGE
        for field, start, end in event.spans["place"]:
            assert field == "text" and PAGE[start:end].strip()


def test_an_article_about_nothing_of_the_kind_gives_nothing(places: Gazetteer) -> None:
    quiet = Article(id="q", text="The baker of Oldport sold more bread on Tuesday than ever before.")
    assert read_events(quiet, places) == ()
