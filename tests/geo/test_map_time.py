"""Search and the time line of the map; in a real Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .map_page import Opened, fragment, in_browser, total, written
from .sample_reports import many_merged, mixed, report, unlocated

pytestmark = in_browser


@pytest.mark.parametrize(
    ("words", "found"),
    [("old bridge", 1), ("RESCUE aircraft", 13), ('"market hit"', 1), ("second paper", 1), ("zzz", 0)],
)
def test_words_are_found_in_quotes_names_and_titles(page: Page, words: str, found: int) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    expected = {13: "13 events", 0: "No event passes the filters"}.get(found, f"{found} of 13 events")
    expect(page.locator("#total")).to_have_text(expected)


def test_accents_need_not_be_typed(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, [report(place_name="Ḥamāh"), report(id="other")]), "#q=hamah")
    assert total(page) == "1 of 2 events"


def test_the_bars_count_events_and_deaths_and_say_what_is_not_in_them(
    opened: Opened, tmp_path: Path
) -> None:
    reports = [*mixed(), report(id="undated", date_start=None, date_end=None, killed_low=None)]
    page = opened.open(written(tmp_path, reports))
    assert page.locator("#readout").inner_text() == (
        "12 events, per day. 1 event without a date is not in the bars."
    )
    label = page.locator("#bars").get_attribute("aria-label") or ""
    assert label.startswith("Bars per day from 1 January 2026 to 11 February 2026, 12 events. Highest: 11")
    page.locator("#measure label", has_text="Deaths").click()
    assert page.locator("#readout").inner_text().startswith("130 killed at least, per day.")
    box = page.locator("#chart").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 20)
    assert "and 1 told only as a longer range of days" in page.locator("#readout").inner_text()


def test_long_times_are_told_by_week_or_month(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, many_merged(300)))
    assert "per week" in page.locator("#readout").inner_text()
    long = [report(id=f"y{y}", date_start=f"{y}-05-01", date_end=f"{y}-05-01") for y in range(2001, 2026)]
    page = opened.open(written(tmp_path, long))
    assert "per year" in page.locator("#readout").inner_text()


def test_the_window_of_dates_is_moved_by_keys_and_by_hand(page: Page) -> None:
    handle = page.locator("#from-handle")
    handle.focus()
    page.keyboard.press("ArrowRight")
    assert handle.get_attribute("aria-valuetext") == "2 January 2026"
    assert "from=2026-01-02" in fragment(page)
    page.keyboard.press("End")
    assert handle.get_attribute("aria-valuetext") == "11 February 2026"
    assert total(page) == "12 of 13 events"
    page.keyboard.press("Home")
    assert total(page) == "13 events"
    box = page.locator("#chart").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] - 4, box["y"] + box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20, steps=4)
    page.mouse.up()
    expect(page.locator("#total")).to_have_text("1 of 13 events")
    page.locator("#all-dates").click()
    expect(page.locator("#total")).to_have_text("13 events")


def test_play_moves_the_window_and_stops_at_the_end(page: Page) -> None:
    page.evaluate("location.hash = '#from=2026-02-08&to=2026-02-09'")
    page.locator("#play").click()
    expect(page.locator("#play")).to_have_text("Pause")
    expect(page.locator("#to-handle")).to_have_attribute("aria-valuetext", "11 February 2026")
    expect(page.locator("#play")).to_have_text("Play")
    assert page.locator("#from-handle").get_attribute("aria-valuetext") == "10 February 2026"


def test_who_wants_less_motion_steps(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(reduced_motion="reduce")
    view = Opened(context.new_page())
    page = view.open(written(tmp_path, mixed()), "#from=2026-01-01&to=2026-01-07")
    page.get_by_text("Next step").click()
    assert page.locator("#from-handle").get_attribute("aria-valuetext") == "8 January 2026"
    page.wait_for_timeout(700)
    assert page.locator("#from-handle").get_attribute("aria-valuetext") == "8 January 2026"
    context.close()
    assert view.trouble == []


def test_no_event_and_no_date_still_make_a_page(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, []))
    assert total(page) == "0 events"
    assert page.locator("#time").inner_text() == "No event has a date."
    page = opened.open(written(tmp_path, [unlocated(date_start=None, date_end=None)]))
    assert total(page) == "1 event"
