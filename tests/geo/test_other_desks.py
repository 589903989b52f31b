"""What other desks tell in the words of violence, each rule with a sentence and its twin that is news."""

from __future__ import annotations

from datetime import date

import pytest

from articles import Article
from geo.event_view import view_of
from geo.events import candidates
from geo.not_news import why_not_news
from tests.geo import northland

COURT = "Gunmen shot dead two brothers in Oldport in May, a court heard on Tuesday."
TALE = "In last night's episode two ministers were shot dead in Oldport."
MATCH = "The bowlers attacked Oldport on Monday and hit him in the last overs before a wicket fell."
STREET = "A man was shot in a parking lot in Oldport on Monday; he is in serious condition."
KIN = "The widow of an engineer who was kidnapped in Oldport wrote a book."


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("Trial opens", COURT, "a court"),
        ("Two guilty of murders", "Two men opened fire in Oldport on Tuesday, the jury was sure.", "a court"),
        ("Inquest", "A bomb killed a soldier in Oldport. The inquest into his death opens.", "a court"),
        ("Court attacked", "Gunmen shot dead two judges at a court in Oldport on Tuesday.", None),
        ("Review", TALE, "a tale"),
        ("Review", "Two ministers were shot dead in Oldport on Monday.", None),
        ("Cricket", MATCH, "a match"),
        ("Cricket", "A bomb killed two bowlers in Oldport in the last overs, before a wicket fell.", None),
        ("Paintballers at war", "The army stormed the fort at Oldport on Monday.", "a game"),
        ("Rebels at war", "The army stormed the fort at Oldport on Monday.", None),
        ("Two held", "Police arrested two men in Oldport on Monday for robbery.", "for gain"),
        ("Two held", "Police arrested two rebels in Oldport on Monday.", None),
        ("Man shot", STREET, "street crime"),
        ("Mayor shot", "The mayor was shot in a parking lot in Oldport; he is in serious condition.", None),
        ("A book", KIN, "of kin"),
        ("Kidnapped", "An engineer was kidnapped in Oldport on Monday.", None),
        ("Elephant shot", "Forest officials shot dead an elephant in Oldport on Monday.", "an animal"),
        ("Ranger shot", "Gunmen shot dead a forest ranger in Oldport on Monday.", None),
        ("Fair", "Cooking demonstrations were held in Oldport on Monday.", "a show"),
        ("Unrest", "Demonstrations were held in Oldport on Monday.", None),
    ],
)
def test_why_not_news(title: str, text: str, reason: str | None) -> None:
    article = Article(id="a", text=text, title=title, published=date(2016, 8, 10))
    told = candidates(article, northland.gazetteer())
    assert told
    assert {why_not_news(view_of(article, t)) for t in told} == {reason}
