"""Which telling's place is the event's."""

from __future__ import annotations

from geo.located import LocatedMention
from geo.told_place import placed, sureness, why_there
from geo.toponym import Resolution
from tests.geo.tellings import located, mention, place


def chosen(*tellings: LocatedMention) -> str | None:
    body = [t for t in tellings if not t.mention.headline]
    found = placed(body, tellings)
    return None if found is None or found.place is None else found.place.toponym.name


def headed(where: Resolution) -> LocatedMention:
    return located(mention(headline=True), where)


def test_a_headlines_name_for_the_wider_place_stands_back() -> None:
    inside = place("Ain Wadi", "district")
    inside = inside._replace(toponym=inside.toponym._replace(inside="Qamar"))
    assert chosen(headed(place("Qamar", "town")), located(mention(), inside)) == "Ain Wadi"


def test_a_headlines_other_town_stands_back() -> None:
    far = place("Oldport", lat=30.0, admin1="Coast")
    assert chosen(headed(far), located(mention(), place("Ain Wadi"))) == "Ain Wadi"
    assert chosen(headed(far), located(mention(), None)) == "Oldport"


def test_a_name_of_town_and_province_is_the_provinces_where_a_place_far_from_the_town_is_told() -> None:
    bare, far = place("Qamar"), place("Ain Wadi", "district", lat=35.6)
    assert chosen(located(mention(), bare), located(mention(), far)) == "Ain Wadi"
    whole = place("Coast", "district", lat=35.6, admin1="Coast")
    assert chosen(located(mention(), place("Salt")), located(mention(), whole)) == "Salt"


def test_a_measured_spot_says_more_than_a_direction() -> None:
    east = place("Oldport", "near")
    east = east._replace(toponym=east.toponym._replace(relation="near", bearing=90.0))
    spot = east._replace(toponym=east.toponym._replace(relation="offset", distance_km=55.0), lon=37.6)
    found = placed([], [located(mention(), east), located(mention(), spot)])
    assert found is not None and found.place is spot


def test_no_place_is_told_as_such() -> None:
    assert sureness(None) is None
    assert why_there(None, [located(mention())]) == "The article names no place for it."
