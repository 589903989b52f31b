"""Filters of the map, and the view in the page's address; in a real Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .map_page import Opened, count_of, filters, fragment, in_browser, tick, total, written
from .sample_reports import contested, mixed

pytestmark = in_browser


def test_filters_combine_and_each_option_counts_what_the_others_leave(page: Page) -> None:
    filters(page)
    assert count_of(page, "Battles") == "2"
    tick(page, "Explosions and remote violence")
    assert total(page) == "7 of 13 events"
    assert count_of(page, "Battles") == "2", "the other types are still there to be chosen"
    tick(page, "At least 10")
    assert total(page) == "5 of 13 events"
    assert count_of(page, "Explosions and remote violence") == "5"
    assert count_of(page, "Battles") == "0"
    assert count_of(page, "At least 50") == "1"
    tick(page, "A town or village")
    assert total(page) == "2 of 13 events"
    tick(page, "Contested")
    assert total(page) == "1 of 13 events"
    assert fragment(page) == "#type=explosions-remote-violence&place=town&grade=contested&killed=10"
    page.locator("#chips button", has_text="support: Contested").click()
    assert total(page) == "2 of 13 events"
    page.locator("#chips button", has_text="Clear all filters").click()
    assert total(page) == "13 events"
    assert fragment(page) in ("", "#")


def test_a_toll_not_told_is_not_zero(page: Page) -> None:
    filters(page)
    tick(page, "With those whose toll is not told")
    assert total(page) == "8 of 13 events", "the one that tells of none killed is still there"
    assert fragment(page) == "#untold=without"
    page.locator("input[name=killed-other]").fill("17")
    page.keyboard.press("Enter")
    assert total(page) == "5 of 13 events"
    tick(page, "With those whose toll is not told")
    assert total(page) == "10 of 13 events"
    assert fragment(page) == "#killed=17&untold=with"


def test_a_type_gives_way_to_one_of_its_sub_types(page: Page) -> None:
    filters(page)
    tick(page, "Explosions and remote violence")
    page.get_by_label("Sub-types of Explosions and remote violence").click()
    tick(page, "Air/drone strike")
    assert fragment(page) == "#sub=air-drone-strike"
    kind = page.locator("input[name=kind]").nth(1)
    assert kind.evaluate("n => n.indeterminate") is True


def test_an_event_told_as_a_range_passes_where_it_touches_the_dates(page: Page) -> None:
    filters(page)
    page.locator("input[name=to]").fill("2026-01-05")
    assert total(page) == "1 of 13 events"
    assert "to=2026-01-05" in fragment(page)


def test_an_address_opens_its_view(opened: Opened, tmp_path: Path) -> None:
    path = written(tmp_path, [*mixed(), contested()])
    page = opened.open(
        path,
        "#type=battles,riots&killed=0&from=2026-02-01&sort=surest&theme=dark&event=m-3&view=7/35.0000/37.0000",
    )
    assert total(page) == "3 of 13 events"
    assert page.locator("#card h2").inner_text() == "Armed clash"
    assert page.locator("#sort").input_value() == "surest"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.evaluate("location.hash = '#source=Second%20Paper'")
    expect(page.locator("#total")).to_have_text("1 of 13 events")
    expect(page.locator("#card")).to_be_hidden()


@pytest.mark.parametrize(
    "text",
    [
        "#type=<script>alert(1)</script>&sub=__proto__&place=constructor&grade=toString",
        "#q=%E0%A4%A&source=%&event=%FF&type=%",
        "#from=99999999-99-99&to=2026-02-31&killed=-5&confidence=NaN&placed=1e999&untold=perhaps",
        "#view=Infinity/NaN/0&sort=constructor&theme=__proto__",
        "#__proto__[x]=1&hasOwnProperty=1&&&=&==&type",
        "#view=-1/0/0&event=__proto__&q=",
    ],
)
def test_a_hostile_address_does_nothing(opened: Opened, tmp_path: Path, text: str) -> None:
    page = opened.open(written(tmp_path, mixed()), text)
    assert total(page) == "12 events"
    assert page.locator(".row").count() > 5
    assert page.locator("#chips li").count() == 0


def test_words_of_an_address_are_searched_and_shown_as_text(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, mixed()), "#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    assert total(page) == "No event passes the filters"
    assert page.locator("#chips button").first.inner_text() == "search: <img src=x onerror=alert(1)>"
    expect(page.locator("#nothing")).to_be_visible()
