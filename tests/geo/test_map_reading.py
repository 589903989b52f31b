"""The list beside the map and the card of an event, as a reader sees them; in a real Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .map_page import Opened, fragment, in_browser, row, total, written
from .sample_reports import many_merged, report

pytestmark = in_browser


def test_every_event_stands_in_the_list_newest_first(page: Page) -> None:
    assert total(page) == "13 events"
    first = page.locator(".row").first
    assert first.get_attribute("aria-setsize") == "13"
    page.locator("#sort").select_option("deadliest")
    assert "62 killed" in page.locator(".row[aria-posinset='1']").inner_text()
    page.locator("#sort").select_option("newest")
    page.locator("#list").focus()
    page.keyboard.press("End")
    assert "some day in January 2026" in page.locator(".row[aria-posinset='13']").inner_text()


def test_the_card_tells_everything(opened: Opened, tmp_path: Path) -> None:
    told = report(id="one", weapon="aircraft", place_text="the market of Tell Qamar")
    page = opened.open(written(tmp_path, [told]))
    row(page, "Tell Qamar")
    card = page.locator("#card")
    facts = dict(
        zip(card.locator("dt").all_inner_texts(), card.locator("dd").all_inner_texts(), strict=True)
    )
    assert facts == {
        "When": "11 February 2026",
        "Where": "Tell Qamar, Idlib, Syria: this place, within 3 km of the point",
        "In the article": "“the market of Tell Qamar”",
        "Killed": "at least 20",
        "Children killed": "at least 3",
        "Injured": "not told",
        "Those hit": "civilians",
        "By": "unidentified aircraft (alleged)",
        "Against": "a market",
        "With": "aircraft",
        "Who says so": "the local rescue service",
        "Support": "Weak: a single source",
        "Confidence": "event 0.80, place 0.90",
    }
    marks = card.locator("mark")
    assert [(m.get_attribute("class"), m.inner_text()) for m in marks.all()] == [
        ("toll", "At least 20 people"), ("weapon", "aircraft"), ("place", "the market of Tell Qamar"),
    ]  # fmt: skip
    link = card.locator(".sources a")
    assert link.get_attribute("href") == "https://news.example/2026/02/strike"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert "The Example Herald · published 12 February 2026" in card.locator(".sources").inner_text()
    card.locator("summary").click()
    assert "The only place of this name" in card.inner_text()
    assert "Stored point: 35.5, 37.25" in card.inner_text()
    assert card.locator(".claims").count() == 0


def test_a_toll_that_the_quote_lacks_has_its_own_words(opened: Opened, tmp_path: Path) -> None:
    told = report(quote="A blast hit a bus; 3 were hurt.", toll_text="12 people died; 3 were hurt")
    page = opened.open(written(tmp_path, [told]))
    page.locator(".row").click()
    note = page.locator("#card .quote .note")
    assert note.inner_text() == "The toll is told beside this quote: “12 people died”"
    assert page.locator("#card .kind").inner_text() == "Explosions and remote violence"


@pytest.mark.parametrize(
    ("told", "marked"),
    [
        ({"toll_text": "kills 12; killed 12; injured 3"}, ["killed 12", "injured 3"]),
        ({"toll_text": "killed 12 people; killed 12"}, ["killed 12 people"]),
        ({"weapon": "bomb"}, []),
        ({"weapon": "a bomb"}, ["A bomb"]),
        ({"perpetrator": "bombers", "target": "the bombers"}, ["the bombers"]),
        ({"place_text": "نیامی", "weapon": "(.*)"}, ["نیامی"]),
    ],
)
def test_whole_words_of_the_quote_are_marked(
    opened: Opened, tmp_path: Path, told: dict[str, str], marked: list[str]
) -> None:
    quote = "A bombé of the bombers: a bombardment killed 12 people and injured 3 in ونیامی."
    if told.get("weapon") == "a bomb":
        quote = "A bomb went off."
    nothing = dict.fromkeys(("toll_text", "perpetrator", "target", "weapon", "place_text"))
    page = opened.open(written(tmp_path, [report(quote=quote, **nothing | told)]))
    page.locator(".row").click()
    assert page.locator("#card mark").all_inner_texts() == marked
    assert page.locator("#card blockquote").inner_text() == quote


def test_several_sources_stand_side_by_side_and_it_is_said_where_they_differ(page: Page) -> None:
    row(page, "3 sources")
    table = page.locator(".claims table")
    assert table.locator("thead th").all_inner_texts()[1:] == [
        "The Example Herald", "Second Paper", "Agency Three",
    ]  # fmt: skip
    lines = {line.locator("th").inner_text(): line.locator("td").all_inner_texts()
             for line in table.locator("tbody tr").all()}  # fmt: skip
    assert lines["Published"] == ["12 February 2026", "13 February 2026", "not told"]
    assert lines["Killed\nthey differ"] == ["17", "22", "17 to 22"]
    assert lines["Place\nthey differ"] == ["Tell Qamar", "Tell Qamar", "Qamar"]
    assert lines["Side\nthey differ"][1] == "government forces (denied)"
    assert lines["Injured\nthey differ"] == ["40", "40", "not told"]
    assert table.locator("a").count() == 2
    assert "Contested: the sources name different sides" in page.locator("#card").inner_text()


def test_map_and_list_select_the_same_event(page: Page, opened: Opened) -> None:
    row(page, "North Quarter")
    expect(page.locator(".row[aria-selected=true]")).to_contain_text("North Quarter")
    assert fragment(page).startswith("#event=m-7")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    assert page.locator(".row[aria-selected=true]").count() == 0
    opened.click(page.get_by_label("Peaceful protest. 11 February 2026").first)
    expect(page.locator("#card h2")).to_have_text("Peaceful protest")
    expect(page.locator(".row[aria-selected=true]")).to_contain_text("Old Bridge")


def test_pointing_at_a_line_marks_the_event_on_the_map(page: Page) -> None:
    page.locator(".row", has_text="North Quarter").hover()
    expect(page.locator(".map-tip")).to_contain_text("Mob violence")
    page.locator("#search").hover()
    expect(page.locator(".map-tip")).to_have_count(0)


def test_an_area_of_several_events_gives_a_list_to_choose_from(page: Page) -> None:
    page.evaluate("map_map.drawing.scene.pick([8, 9])")
    expect(page.locator("#card h2")).to_have_text("2 events here")
    page.locator(".pick").nth(1).click()
    expect(page.locator("#card h2")).to_have_text("Armed clash")
    page.locator("#card-back").click()
    assert page.locator(".pick").count() == 2


def test_an_event_off_the_map_can_be_shown_alone_and_read(page: Page) -> None:
    page.get_by_text("2 events are not on the map: show them alone").click()
    assert total(page) == "2 of 13 events"
    row(page, "Umm Nowhere")
    card = page.locator("#card")
    assert "not on the map; the article says “the village of Umm Nowhere”" in card.inner_text()
    expect(page.locator("#card-show")).to_be_hidden()


def test_the_list_is_read_by_keys_alone(page: Page) -> None:
    page.locator("#skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#list")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{page.locator('#list').get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-posinset") == "3"
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text() in active.inner_text()
    expect(page.locator("#card h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#list")).to_be_focused()


def test_a_long_list_has_only_the_rows_in_sight(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, many_merged(3000)))
    assert opened.count(".row") < 40
    page.locator("#list").focus()
    page.keyboard.press("End")
    expect(page.locator(".row.active")).to_have_attribute("aria-posinset", "3000")
    expect(page.locator(".row.active")).to_be_in_viewport()
    assert opened.count(".row") < 40
