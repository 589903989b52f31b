"""The map's page as a whole: phone, dark, print, names for those who hear it; in a real Chromium."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from geo.writers import outputs_named, write_outputs

from .map_page import Opened, filters, fragment, in_browser, written
from .sample_reports import contested, look, many_merged, mixed, report

pytestmark = in_browser


def test_it_fits_a_phone_and_the_card_covers_the_list(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    view = Opened(context.new_page())
    page = view.open(written(tmp_path, [*mixed(), contested()]))
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    chart, panel = (page.locator(s).bounding_box() for s in (".folium-map", "#panel"))
    assert chart is not None and panel is not None
    assert chart["width"] == 360 and chart["height"] > 200 and panel["y"] > chart["height"]
    page.locator(".row").first.tap()
    card = page.locator("#card").bounding_box()
    assert card is not None and card["y"] >= chart["height"] and card["width"] == 360
    page.locator("#card-close").tap()
    expect(page.locator("#card")).to_be_hidden()
    context.close()
    assert view.trouble == []


def test_the_system_or_the_reader_chooses_dark(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    Opened(page).open(written(tmp_path, mixed()))
    root = page.locator("html")
    assert root.get_attribute("data-theme") == "dark"
    page.locator("#theme").select_option("light")
    assert root.get_attribute("data-theme") == "light"
    assert fragment(page) == "#theme=light"
    page.close()


def test_what_is_printed_says_what_is_shown(page: Page, tmp_path: Path) -> None:
    page.evaluate("location.hash = '#killed=1'")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#printed-filters").inner_text() == "Shown: killed: at least 1."
    assert page.locator("#printed tbody tr").count() == 7
    expect(page.locator("#legend")).to_be_visible()
    expect(page.locator("#filters")).to_be_hidden()
    assert page.locator(".map-print").count() == 5
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#printed").inner_text() == ""
    assert page.locator(".map-print").count() == 0
    assert len(page.pdf(path=tmp_path / "map.pdf", format="A4")) > 20_000


def test_a_long_table_is_cut_for_print_and_says_so(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, many_merged(300)))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#printed tbody tr").count() == 200
    assert "The first 200 of 300 events, newest first" in page.locator("#printed").inner_text()


def test_every_control_has_a_name_and_every_key_its_words(page: Page) -> None:
    filters(page)
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, [role=listbox], [role=slider]")]
             .filter((n) => !n.hidden && !(n.ariaLabel || n.textContent.trim() || n.labels?.length))
             .map((n) => n.outerHTML)"""
    )
    assert unnamed == []
    assert page.locator("#total").get_attribute("role") == "status"


def test_a_filter_over_ten_thousand_events_is_instant(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, many_merged(10_000)))
    took = page.evaluate(
        """() => { const start = performance.now(); map_map.reading.state.set({killed: 10});
                   document.body.offsetHeight; return performance.now() - start; }"""
    )
    assert took < 300


def test_the_panel_stands_beside_the_map_and_the_card_inside_it(page: Page) -> None:
    panel, chart = page.locator("#panel").bounding_box(), page.locator(".folium-map").bounding_box()
    assert panel is not None and chart is not None
    assert panel["x"] + panel["width"] <= chart["x"] + 1
    page.locator(".row").first.click()
    card = page.locator("#card").bounding_box()
    assert card is not None
    assert card["x"] > chart["x"] and card["y"] + card["height"] <= chart["y"] + chart["height"]


def test_the_selected_event_comes_out_from_under_the_card(opened: Opened, tmp_path: Path) -> None:
    reports = [report(id="west", lon=36.0), report(id="east", lon=40.0, place_name="Far East")]
    page = opened.open(written(tmp_path, reports), "#view=8/35.5000/38.2000")
    page.locator(".row", has_text="Far East").click()
    page.wait_for_timeout(900)
    place = page.evaluate("map_map.latLngToContainerPoint([35.5, 40]).x + map_map.getContainer().offsetLeft")
    card = page.locator("#card").bounding_box()
    assert card is not None and place < card["x"]


def test_a_long_list_of_sources_does_not_cover_the_scale(opened: Opened, tmp_path: Path) -> None:
    added = ["a survey with a long name (under a licence)", "another survey with a long name"]
    write_outputs(tmp_path, mixed(), outputs_named(["map"]), look("t", *added * 2))
    page = opened.open(tmp_path / "map.html")
    credits = page.locator(".leaflet-control-attribution").bounding_box()
    scale = page.locator(".leaflet-control-scale").bounding_box()
    assert credits is not None
    assert scale is not None
    assert credits["height"] > 30, "it takes two lines"
    assert scale["x"] + scale["width"] < credits["x"]


def test_only_the_switch_of_streets_asks_for_anything(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    view = Opened(page)
    view.open(written(tmp_path, [report()]))
    assert view.asked == []
    page.get_by_role("tab", name="Legend").click()
    page.get_by_label("Streets and towns").click()
    expect(page.locator("#legend .note").first).to_contain_text("do not answer")
    assert view.asked and all("basemaps.cartocdn.com" in url for url in view.asked)
    assert page.get_by_label("Streets and towns").is_checked() is False
    page.close()
