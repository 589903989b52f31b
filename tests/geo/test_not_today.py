"""What is no event of these days, each rule with a sentence and its twin that is news."""

from __future__ import annotations

from datetime import date

import pytest

from articles import Article
from geo.event_view import view_of
from geo.events import candidates
from geo.not_news import why_not_news
from tests.geo import northland

DENIED = "The report of an attack in Oldport on Monday in which 30 people were killed is false."
PASSING = "Tension rose in the wake of last week's air strike."
SHARE = "Roadside bombs killed 700 people in Northland and caused 28 per cent of the deaths."
RELIC = "A wartime bomb was defused in Oldport on Monday."


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("Army statement", DENIED, "denied"),
        ("Army statement", "The army said that an attack in Oldport on Monday killed 30 people.", None),
        ("Naval exercise ends", "A frigate shelled Oldport on Monday.", "a drill"),
        ("Naval exercise ends", "Rebels shelled Oldport on Monday and killed three sailors.", None),
        ("General warns", PASSING, "in passing"),
        ("General warns", "Tension rose after last week's air strike on Oldport, which killed six.", None),
        ("Deaths rise", SHARE, "a statistic"),
        ("Deaths rise", "A roadside bomb killed seven people in Oldport on Monday.", None),
        ("Bomb found", RELIC, "a relic"),
        ("Bomb found", "A car bomb was defused in Oldport on Monday.", None),
    ],
)
def test_why_not_today(title: str, text: str, reason: str | None) -> None:
    article = Article(id="a", text=text, title=title, published=date(2016, 8, 10))
    (told,) = candidates(article, northland.gazetteer())
    assert why_not_news(view_of(article, told)) == reason
