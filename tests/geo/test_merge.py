import json
from dataclasses import replace
from datetime import date

import pytest

from articles import Article
from geo.event import PROPERTY_KEYS
from geo.merge import MAP_KEYS, report_of, web_url

from .sample_reports import ARTICLE, EVENT, UPDATED, report


def test_a_report_has_every_key_in_order_and_no_other() -> None:
    assert tuple(report()) == MAP_KEYS
    assert MAP_KEYS[: len(PROPERTY_KEYS)] == PROPERTY_KEYS
    assert "spans" not in MAP_KEYS


def test_what_one_article_says_is_one_source() -> None:
    told = report()
    assert (told["source_count"], told["sources"]) == (1, "The Example Herald")
    assert told["urls"] == "https://news.example/2026/02/strike"
    assert told["titles"] == "Strike on a market"
    assert told["first_published"] == told["last_published"] == "2026-02-12"
    assert told["updated"] == UPDATED


def test_an_article_of_nothing_but_text_leaves_nulls() -> None:
    told = report_of(EVENT, Article(id="a", text="x"), UPDATED)
    for key in ("sources", "urls", "titles", "first_published", "last_published"):
        assert told[key] is None, key


def test_without_an_outlet_the_host_stands_for_it() -> None:
    told = report(article=replace(ARTICLE, outlet=None))
    assert told["sources"] == "news.example"


def test_claims_are_each_sources_own_place_date_and_toll() -> None:
    (claim,) = json.loads(report()["claims"])
    assert claim["source"] == "The Example Herald"
    assert claim["published"] == date(2026, 2, 12).isoformat()
    assert (claim["place_text"], claim["date_start"]) == ("Tell Qamar", "2026-02-11")
    assert (claim["killed_low"], claim["killed_high"]) == (20, None)


@pytest.mark.parametrize(
    ("changes", "grade"),
    [
        ({}, "Weak"),
        ({"victims": "unknown"}, "Weak"),
        ({"victims": "mixed"}, "Weak"),
        ({"victims": "combatants"}, "Discounted"),
        ({"perpetrator_status": "claimed"}, "Confirmed"),
        ({"perpetrator_status": "claimed", "perpetrator": None}, "Weak"),
        ({"perpetrator_status": "claimed", "victims": "combatants"}, "Discounted"),
        ({"perpetrator_status": "denied"}, "Weak"),
    ],
)
def test_the_grade_of_a_single_source(changes: dict[str, str], grade: str) -> None:
    assert report(**changes)["grade"] == grade


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a?b=1#c", "https://news.example/a?b=1#c"),
        ("  http://news.example/a\n", "http://news.example/a"),
        ("HTTPS://news.example/a", "https://news.example/a"),
        ("https://مثال.example/خبر", "https://مثال.example/خبر"),
        ("https://reader:secret@news.example/feed", "https://news.example/feed"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt://news.example/%0aalert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,<script>alert(1)</script>", None),
        ("https://news.example/<script>", None),
        ('https://news.example/"onclick="alert(1)', None),
        ("https://news.example/a b", None),
        ("https://news.example/\u202egpj.exe", None),
        ("//news.example/a", None),
        ("https:///a", None),
        ("https://[::1", None),
        ("/home/me/articles/a.txt", None),
        ("file:///etc/passwd", None),
        ("", None),
        (None, None),
    ],
)
def test_only_plain_web_addresses_survive(url: str | None, kept: str | None) -> None:
    assert web_url(url) == kept
