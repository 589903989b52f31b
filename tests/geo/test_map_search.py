"""The search of the map's page finds what holds the words, however the texts are kept; in a real Chromium."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from .map_page import Opened, in_browser, total, written
from .sample_reports import contested, many_merged, mixed, report

pytestmark = in_browser

SEARCHED = (
    "quote", "place_text", "place_name", "admin1", "admin2", "country_name", "perpetrator", "target",
    "weapon", "attribution", "sub_event_type", "event_type", "toll_text",
)  # fmt: skip
QUERIES = (
    "market", "MARKET strike", '"a market"', '"market a"', "idlib herald", "shelling", '"outlet 7"',
    "outlet 7", "hama", "Ḥamā", "d'arc", "D’Arc",
    "حلب", "café", "ﬁre", "no-such-word", '"', '" "', "market outlet 11 17",
)  # fmt: skip
NUMBERS = "(text) => { const test = makeSearch(map_map.reading.model)(text); return test && %s }"
FOUND = NUMBERS % "[...Array(map_map.reading.model.count).keys()].filter(test)"


def folded(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in parted if not unicodedata.category(c).startswith("M"))
    return bare.replace("’", "'").lower()


def text_of(told: dict[str, Any]) -> str:
    words = [told[key] for key in SEARCHED]
    for claim in json.loads(told["claims"]):
        words += [claim.get("title"), claim["source"]]
    return folded("\n".join(word for word in words if word is not None))


def words_of(query: str) -> list[str]:
    """Words in quotes are one; a single quote is nothing."""
    parts = folded(query).split('"')
    if len(parts) < 3:
        return " ".join(parts).split()
    return [parts[1], *" ".join((parts[0], *parts[2:])).split()]


def told() -> list[dict[str, Any]]:
    accents = (
        {"place_text": "Ḥamā", "quote": "Ten died in Ḥamā, near D’Arc."},
        {"place_name": "Café", "admin2": "حلب"}, {"quote": "Open ﬁre", "weapon": None},
        {"perpetrator": None, "target": None, "attribution": None},
    )  # fmt: skip
    own = [report(id=f"own-{n}", **keys) for n, keys in enumerate(accents)]
    return [*mixed(), contested(), *own, *many_merged(400)]


def test_it_finds_the_events_whose_words_hold_all_that_is_asked(opened: Opened, tmp_path: Path) -> None:
    reports = told()
    page = opened.open(written(tmp_path, reports))
    texts = [text_of(one) for one in reports]
    counts = set()
    for query in QUERIES:
        words = words_of(query)
        wanted = [i for i, text in enumerate(texts) if all(word in text for word in words)] if words else None
        assert page.evaluate(FOUND, query) == wanted, query
        counts.add(0 if wanted is None else len(wanted))
    assert len(counts) > 6, "queries that find nothing, some and all"


def test_what_is_typed_at_once_waits_for_the_texts(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, many_merged(2000)))
    page.locator("#search").fill("no-such-word")
    page.locator("#search").fill('"outlet 99"')
    expect(page.locator("#total")).to_contain_text("of 2,000 events")
    page.locator("#search").fill("")
    expect(page.locator("#total")).to_have_text("2,000 events")


@pytest.mark.parametrize("query", ["%22outlet%2099%22", "outlet%2099"])
def test_words_of_the_address_find_the_same(opened: Opened, tmp_path: Path, query: str) -> None:
    page = opened.open(written(tmp_path, many_merged(300)), f"#q={query}")
    texts = [text_of(one) for one in many_merged(300)]
    words = ["outlet 99"] if query.startswith("%22") else ["outlet", "99"]
    wanted = sum(all(word in text for word in words) for text in texts)
    assert total(page) == f"{wanted} of 300 events"


def test_the_first_search_of_ten_thousand_events_is_instant(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, many_merged(10_000)))
    took = page.evaluate(
        """() => { const start = performance.now(); makeSearch(map_map.reading.model)("market outlet 7");
                   return performance.now() - start; }"""
    )
    assert took < 300
