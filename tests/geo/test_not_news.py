"""Candidates that are no news of violence, each rule with a sentence and its twin that is news."""

from __future__ import annotations

from datetime import date

import pytest

from articles import Article
from geo.event_view import view_of
from geo.events import candidates
from geo.not_news import why_not_news
from tests.geo import northland


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A hotel chain opened its headquarters in Oldport on Monday.", "nobody armed"),
        ("The rebels opened their headquarters in Oldport on Monday.", None),
        ("The runner withdrew from the race in Oldport on Sunday.", "nobody armed"),
        ("The troops withdrew from the town of Oldport on Sunday.", None),
        ("Oldport clashed with Tell Qamar in the final on Sunday.", "a match"),
        ("Rebels clashed with the army in Oldport on Sunday.", None),
    ],
)
def test_why_not_news(text: str, reason: str | None) -> None:
    article = Article(id="a", text=text, title="", published=date(2016, 8, 10))
    (told,) = candidates(article, northland.gazetteer())
    assert why_not_news(view_of(article, told)) == reason
