"""Another extractor's proposals: what is quoted is read, what is not in the article is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from articles import Article
from geo.events import Findings, find_events
from geo.proposals import Proposal, checked
from mentions import Extractor, extract
from tests.geo import northland
from tests.geo.test_events import PAGE

LEAD = "A convoy was wiped out in Ain Wadi on Tuesday, killing at least 12 soldiers, the army said."
ARTICLE = Article(
    id="a",
    title="Convoy wiped out",
    text=f"{LEAD}\n\nThe column had left Oldport a day earlier.",
    published=date(2016, 8, 10),
)
GOOD = Proposal(
    sub_event_type="Armed clash",
    passage=LEAD,
    trigger="wiped out",
    place="Ain Wadi",
    date="on Tuesday",
    killed="killing at least 12 soldiers",
    target="A convoy",
    attribution="the army",
)


def found(proposals: Sequence[Proposal], article: Article = ARTICLE) -> Findings:
    return find_events(article, northland.gazetteer(), extractor=checked(lambda _: proposals))


def test_every_value_is_read_from_the_words_that_it_points_at() -> None:
    (event,) = found([GOOD]).events
    assert (event.sub_event_type, event.place_name) == ("Armed clash", "Ain Wadi")
    assert (event.date_start, event.date_basis) == ("2016-08-09", "relative")
    assert (event.killed_low, event.killed_high, event.injured_low) == (12, None, None)
    assert (event.target, event.attribution, event.perpetrator) == ("A convoy", "the army", None)
    assert event.quote == LEAD
    assert [LEAD[a:b] for _, a, b in event.spans["trigger"]] == ["wiped out"]


@pytest.mark.parametrize(
    ("changed", "reason", "key", "value"),
    [
        ({"killed": "killing at least 40 soldiers"}, "killed not in its passage", "killed_low", None),
        ({"killed": "wiped out"}, "killed is not read as a count", "killed_low", None),
        ({"injured": "killing at least 12"}, "injured is not read as a count", "injured_low", None),
        ({"place": "Oldport"}, "place not in its passage", "place_name", "Ain Wadi"),
        ({"date": "on Monday"}, "date not in its passage", "date_basis", "publication"),
        ({"date": "the army"}, "date is not read as one", "date_basis", "publication"),
        ({"perpetrator": "the rebels"}, "perpetrator not in its passage", "perpetrator", None),
        ({"weapon": " "}, "weapon not in its passage", "weapon", None),
        ({"target": "A convoy" * 40}, "target not in its passage", "target", None),
    ],
)
def test_a_value_whose_words_are_not_there_is_refused_and_the_rest_stands(
    changed: dict[str, str], reason: str, key: str, value: str | None
) -> None:
    findings = found([replace(GOOD, **changed)])
    assert findings.dropped == ((f"refused: {reason}", 1),)
    (event,) = findings.events
    assert event.record()[key] == value


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"sub_event_type": "Massacre"}, "refused: type is none of ACLED's"),
        ({"passage": "A convoy was destroyed in Ain Wadi."}, "refused: passage not in the article"),
        ({"passage": ""}, "refused: passage not in the article"),
        ({"trigger": "destroyed"}, "refused: trigger not in its passage"),
    ],
)
def test_a_proposal_without_ground_is_refused_whole(changed: dict[str, str], reason: str) -> None:
    findings = found([replace(GOOD, **changed)])
    assert findings.events == ()
    assert findings.dropped == ((reason, 1),)


def test_what_the_sentence_denies_is_no_event() -> None:
    text = "The army denied that it had bombed Ain Wadi on Tuesday."
    article = replace(ARTICLE, text=text)
    findings = found([Proposal("Air/drone strike", text, "bombed", place="Ain Wadi")], article)
    assert (findings.events, findings.dropped) == ((), (("no event: denied", 1),))


def test_words_that_are_no_place_leave_the_event_without_one() -> None:
    (event,) = found([replace(GOOD, place="A convoy")]).events
    assert (event.lat, event.place_reason) == (None, "The words said to name its place are not read as one.")


def test_a_comment_below_the_article_is_no_passage() -> None:
    said = "They bombed Oldport and killed 500 people yesterday!"
    assert said in PAGE
    findings = found([Proposal("Air/drone strike", said, "bombed", place="Oldport")], Article("a", text=PAGE))
    assert findings.events == ()
    assert ("refused: passage not in the article", 1) in findings.dropped


def test_our_own_reading_is_an_extractor_too() -> None:
    reader: Extractor = extract
    text = "Air strikes killed 3 people in Ain Wadi on Tuesday."
    own = find_events(replace(ARTICLE, text=text), northland.gazetteer(), extractor=reader)
    assert own == find_events(replace(ARTICLE, text=text), northland.gazetteer())
    assert len(own.events) == 1
