"""The map as a reader sees it: a real Chromium, a file on disk, no network."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

from .sample_reports import ARTICLE, at, many, mixed, report, unlocated

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip


class Opened:
    """A map in a browser, with everything that it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.trouble: list[str] = []
        page.on("dialog", lambda d: (self.trouble.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("pageerror", lambda e: self.trouble.append(f"error: {e}"))
        page.on("console", lambda m: self.trouble.append(f"{m.type}: {m.text}"))

        def refuse(route: Any) -> None:
            self.asked.append(route.request.url)
            route.abort()

        page.route(lambda url: not url.startswith("file:"), refuse)

    def open(self, path: Path) -> Page:
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("#total:not(:empty)")
        return self.page

    def count(self, selector: str) -> int:
        return self.page.locator(selector).count()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    view = Opened(page)
    yield view
    page.close()
    assert view.trouble == []
    assert view.asked == []


def look(title: str, *added: str) -> Look:
    return Look(replace(default_style(), title=title), added)


def written(folder: Path, reports: Any, title: str = "Sample") -> Path:
    write_outputs(folder, reports, outputs_named(["map"]), look(title))
    return folder / "map.html"


def test_a_marker_for_each_place_and_an_area_for_each_wide_one(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, mixed()))
    assert opened.count(".event-marker") == 4
    assert opened.count(".event-stack") == 1
    assert opened.count(".event-area") == 2  # three events, two of them somewhere in the same province
    assert page.locator("#total").inner_text() == "12 events"
    assert page.locator("#counts li").all_inner_texts() == [
        "7 at a place or near it: a marker",
        "3 known only to a wider area: a dashed outline",
        "2 without a place on the map: listed below",
    ]
    assert page.locator("#unlocated details").count() == 2


def test_a_click_tells_everything_with_its_source(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, [report()]))
    page.locator(".event-marker").click()
    card = page.locator(".leaflet-popup .card")
    text = card.inner_text()
    for words in (
        "Air/drone strike",
        "11 February 2026",
        "Tell Qamar, Idlib, Syria: this place, within 3 km of the point",
        "Killed: at least 20 (of these children: at least 3). Injured: not told. Those hit: civilians.",
        "unidentified aircraft (alleged)",
        "the local rescue service",
        "At least 20 people, three children among them",
        "The Example Herald, published 12 February 2026",
    ):
        assert words in text, words
    link = card.locator("a")
    assert link.get_attribute("href") == "https://news.example/2026/02/strike"
    assert "noopener" in (link.get_attribute("rel") or "")
    card.locator("summary").click()
    assert "The only place of this name" in card.inner_text()
    assert "Support: Weak (a single source)." in card.inner_text()
    assert opened.count(".event-radius") == 1
    page.locator(".leaflet-popup-close-button").click()
    page.mouse.move(5, 5, steps=5)
    expect(page.locator(".event-radius")).to_have_count(0)


def test_events_of_one_point_spread_on_click_and_fold_again(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, mixed()))
    assert page.locator(".event-stack").inner_text() == "3"
    page.locator(".event-stack").click()
    assert opened.count(".event-marker") == 7
    page.get_by_label("Attack, 11 February 2026").click()
    assert "36.2, 37.1" in page.locator(".card").text_content()  # type: ignore[operator]
    page.locator(".leaflet-control-zoom-out").click()
    expect(page.locator(".event-marker")).to_have_count(4)


def test_very_many_events_of_one_point_are_a_list(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, [report(id=f"e{i}") for i in range(70)]))
    page.locator(".event-stack").click()
    assert page.locator(".cards h2").inner_text() == "70 events here"
    assert opened.count(".cards details") == 25
    page.get_by_text("45 more").click()
    assert opened.count(".cards details") == 50


def test_an_area_opens_from_the_keyboard(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, [at("province", "Idlib", 35.8, 36.7, 60.0)]))
    assert opened.count(".event-marker") == 0
    page.locator(".event-area").focus()
    page.keyboard.press("Enter")
    assert "somewhere in Idlib province" in page.locator(".leaflet-popup .card").inner_text()


def test_a_switch_hides_its_event_type(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, mixed()))
    page.locator("#layers label", has_text="Protests").click()
    assert opened.count(".event-marker") == 3
    page.locator("#layers label", has_text="Battles").click()
    assert page.locator(".event-stack").inner_text() == "2"
    page.locator("#layers label", has_text="Battles").click()
    page.locator("#layers label", has_text="Protests").click()
    assert opened.count(".event-marker") == 4


HOSTILE = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "`${alert(1)}`", "${alert(1)}", "\"'><svg onload=alert(1)>", "{{ 7 * 7 }}", "a\\u003cb\\",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_text(opened: Opened, tmp_path: Path, text: str) -> None:
    article = replace(ARTICLE, title=text, outlet=text, url="javascript:alert(1)")
    words = dict.fromkeys(("quote", "place_name", "place_text", "attribution", "perpetrator", "target",
                           "weapon", "admin1", "place_reason"), text)  # fmt: skip
    reports = [
        report(article=article, **words),
        at("province", text, 34.0, 37.0, 20.0),
        unlocated(id=text, place_text=text, quote=text),
    ]
    page = opened.open(written(tmp_path, reports, title=text))
    assert page.title() == text
    assert page.locator("#title").text_content() == text
    page.locator(".event-marker").click()
    card = page.locator(".leaflet-popup .card")
    assert card.locator("blockquote").text_content() == text
    assert card.locator("a, script, img").count() == 0
    assert (card.text_content() or "").count(text) == 8
    assert text in page.locator(".place-name").text_content()  # type: ignore[operator]
    page.locator(".event-area").hover()
    assert text in page.locator(".leaflet-tooltip").text_content()  # type: ignore[operator]
    page.locator("#unlocated summary").first.click()
    assert text in page.locator("#unlocated .card").text_content()  # type: ignore[operator]


def test_a_crowd_is_counted_and_a_click_takes_it_apart(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, many(2000)))
    crowds = page.locator(".event-crowd")
    before = crowds.count()
    counts = [int(n.replace(",", "")) for n in page.locator(".event-crowd, .event-stack").all_inner_texts()]
    points = int(page.locator("#counts li").first.inner_text().split()[0].replace(",", ""))
    assert sum(counts) + opened.count(".event-marker") == points
    zoom = page.evaluate("map_map.getZoom()")
    crowds.first.click()
    expect(crowds).not_to_have_count(before)
    assert page.evaluate("map_map.getZoom()") > zoom


def test_the_legend_stands_beside_the_map(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, mixed()))
    panel, chart = page.locator("#panel").bounding_box(), page.locator(".folium-map").bounding_box()
    assert panel is not None and chart is not None
    assert panel["x"] + panel["width"] <= chart["x"] + 1
    for marker in page.locator(".event-marker").all():
        box = marker.bounding_box()
        assert box is not None and box["x"] > chart["x"] and box["x"] + box["width"] < 1280


def test_a_long_list_of_sources_does_not_cover_the_scale(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    added = ["a survey with a long name (under a licence)", "another survey with a long name"]
    write_outputs(tmp_path, mixed(), outputs_named(["map"]), look("t", *added * 2))
    page = opened.open(path)
    credits = page.locator(".leaflet-control-attribution").bounding_box()
    scale = page.locator(".leaflet-control-scale").bounding_box()
    assert credits is not None
    assert scale is not None
    assert credits["height"] > 30, "it takes two lines"
    assert scale["x"] + scale["width"] < credits["x"]


def test_no_located_event_still_shows_a_world(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, [unlocated()]))
    assert opened.count("canvas.outlines") == 1
    assert page.locator("#total").inner_text() == "1 event"


def test_only_the_online_switch_asks_for_tiles(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    view = Opened(page)
    view.open(written(tmp_path, [report()]))
    assert view.asked == []
    page.locator("#layers label", has_text="online").click()
    page.wait_for_timeout(300)
    assert view.asked and all("basemaps.cartocdn.com" in url for url in view.asked)
    page.close()
