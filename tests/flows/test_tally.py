"""The counts of a run, and how they are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import BadArticle, Source, UnreadableInput
from flows.tally import SHOWN_PROBLEMS, Tally
from geo.events import Findings
from geo.writers import Counts
from tests.store.samples import ARTICLE, EVENT


@pytest.fixture
def tally() -> Tally:
    tally = Tally()
    tally.meet(ARTICLE, "new")
    tally.meet(replace(ARTICLE, notes=("a.csv:1: a date that is none",)), "changed")
    tally.meet(ARTICLE, "seen")
    tally.found([Findings((EVENT, EVENT), (("no event: a threat", 2),)), Findings((), ())])
    tally.fail([UnreadableInput(Source("x.txt"), "is empty", "give another")])
    tally.fail([BadArticle(Source("y.csv", 3), "`<b>|", "mend it")])
    tally.count_outputs(Counts(events=7, located=5, areas=2), 4)
    return tally


def test_closing_words(tally: Tally) -> None:
    assert tally.closing_words() == [
        "Read 3 articles: 1 new, 1 changed, 1 skipped as seen before; 2 failed.",
        "Found 2 events in them; with those of earlier runs, 7 events of 4 articles: 5 located, 2 unlocated.",
    ]


def test_report(tally: Tally) -> None:
    report = tally.report()
    assert report["articles"] == {
        "read": 3, "new": 1, "changed": 1, "seen_before": 1, "without_events": 1, "failed": 2,
    }  # fmt: skip
    assert report["outputs"] == {"articles": 4, "events": 7, "located": 5, "areas": 2, "unlocated": 2}
    assert report["errors"][0] == {"source": "x.txt", "problem": "is empty", "remedy": "give another"}
    assert report["dropped"] == {"no event: a threat": 2}
    assert report["notes"] == ["a.csv:1: a date that is none"]


def test_markdown_is_a_table_and_hostile_words_stay_words(tally: Tally) -> None:
    page = tally.markdown()
    assert "| events found | 2 |" in page and "| failed inputs | 1 |" in page
    assert "| no event: a threat | 2 |" in page
    assert "<b>" not in page and "&lt;b&gt;" in page and page.count("`") == 4


def test_markdown_of_many_failures_stays_short() -> None:
    tally = Tally()
    tally.fail(BadArticle(Source("y.csv", n), "is empty", "mend it") for n in range(SHOWN_PROBLEMS + 5))
    assert "and 5 more" in tally.markdown()


def test_each_problem_and_note_is_told_at_once(tally: Tally, capsys: pytest.CaptureFixture[str]) -> None:
    tally.fail([BadArticle(Source("z.csv", 9), "is \x1b[2Jempty", "mend it")])
    assert capsys.readouterr().err == "conflictmap: z.csv:9: is  [2Jempty; mend it\n"
