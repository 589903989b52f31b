"""What a crowd is against, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from articles import Article
from geo.aims import is_aim
from geo.events import candidates
from geo.geoparse import analyse
from tests.geo import northland


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("Hundreds protested in Oldport against the air strikes in Tell Qamar.", ["Tell Qamar"]),
        ("Hundreds protested against the bombing of a school in Tell Qamar.", ["Tell Qamar"]),
        ("Hundreds protested against the governor in Oldport.", []),
        ("Hundreds protested against the war on Monday, in Oldport.", []),
        ("Gunmen attacked soldiers against the war in Oldport.", []),
    ],
)
def test_is_aim(text: str, aims: list[str]) -> None:
    article = Article(id="a", text=text, title="", published=date(2016, 8, 10))
    places = analyse(article, None, northland.gazetteer())
    mention = candidates(article, northland.gazetteer())[0].tellings[0].mention
    assert [article.words(p.toponym.span) for p in places if is_aim(article, mention, p)] == aims
