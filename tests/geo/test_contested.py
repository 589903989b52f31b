from __future__ import annotations

from articles.article import Article
from gazetteer.index import Gazetteer
from gazetteer.place import Place
from geo.geoparse import geoparse

CRIMEA = Place("adm1:UA.11", "Crimea", "province", 45.3, 34.3, 120, "UKR", "Ukraine", admin1="Crimea")
TOWN = Place("t:1", "Dzhankoi", "town", 45.7, 34.4, 3, "UKR", "Ukraine", admin1="Crimea", population=39_000)
LVIV = Place("t:2", "Lviv", "town", 49.8, 24.0, 10, "UKR", "Ukraine", admin1="Lviv", population=700_000)


def test_a_reason_says_who_claims_the_place() -> None:
    world = Gazetteer.from_places([(place, ()) for place in (CRIMEA, TOWN, LVIV)])
    article = Article(id="a", text="Drones hit Dzhankoi in Crimea. A day later they came near Lviv.")
    town, crimea, lviv = (record["reason"] for record in geoparse(article, world))
    told = " (part of Ukraine, held and claimed by Russia since 2014)"
    assert town.endswith(told) and crimea.endswith(told)
    assert "claimed" not in lviv
