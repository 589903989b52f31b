"""Land, colours by day and night, paper, and streets where a server gives them; in a real Chromium."""

from pathlib import Path

from playwright.sync_api import Browser

from .drawn import PAINTED, RED, opened_with, pixel, signs
from .map_page import Opened, in_browser, written
from .sample_reports import mixed, unlocated

pytestmark = in_browser


def test_dark_colours_follow_the_system_and_the_readers_choice(browser: Browser, tmp_path: Path) -> None:
    path = written(tmp_path, mixed())
    page = browser.new_page(color_scheme="dark")
    view = Opened(page)
    view.open(path)
    land = pixel(page, "land", 35.0, 39.0)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.evaluate("map_map.drawing.theme('light')")
    assert pixel(page, "land", 35.0, 39.0) != land
    assert pixel(page, "points", 35.29, 40.18) == RED
    page.evaluate("map_map.drawing.theme('dark')")
    assert pixel(page, "land", 35.0, 39.0) == land
    assert pixel(page, "points", 35.29, 40.18) != RED, "lighter on dark ground"
    page.close()
    assert view.trouble == []


def test_colours_on_dark_ground_can_be_read(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, mixed())
    contrasts = page.evaluate(
        """() => {
          const {kinds, land, mixed} = paletteOf(map_map.drawing.scene.style, "dark");
          const colours = [...kinds.map((kind) => kind.colour), mixed];
          return colours.map((colour) => contrast(channels(colour), channels(land)));
        }"""
    )
    assert min(contrasts) >= 4.5


def test_paper_gets_light_colours_and_a_map(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    view = Opened(page)
    view.open(written(tmp_path, mixed()))
    page.evaluate(
        "addEventListener('beforeprint', () => { window.printed = document.documentElement.dataset.theme; })"
    )
    assert len(page.pdf()) > 20_000
    assert page.evaluate("printed") == "light"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.close()
    assert view.trouble == []


def test_streets_that_nobody_sends_leave_the_maps_own_land(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    view = Opened(page)
    view.open(written(tmp_path, mixed()))
    states = page.evaluate(
        """() => new Promise((done) => {
          const states = [], streets = streetsOf(map_map, tile_layer_tiles, map_map.drawing);
          streets.on((state) => { states.push(state); if (state === "failed") done(states); });
          streets.show(true);
        })"""
    )
    assert states == ["loading", "failed"]
    assert not page.evaluate("map_map.hasLayer(tile_layer_tiles)")
    assert pixel(page, "land", 35.0, 39.0) is not None
    assert view.asked and all("basemaps.cartocdn.com" in url for url in view.asked)
    page.close()


def test_no_located_event_still_shows_a_world(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, [unlocated()])
    assert signs(page) == []
    assert page.evaluate(PAINTED, "land")


def test_no_event_at_all_still_shows_a_world(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, [])
    assert page.evaluate(PAINTED, "land")


def test_streets_are_dark_where_the_map_is(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    view = Opened(page)
    view.open(written(tmp_path, mixed()))
    assert "dark_all" in page.evaluate("tile_layer_tiles._url")
    page.evaluate("map_map.drawing.theme('light')")
    assert "light_all" in page.evaluate("tile_layer_tiles._url")
    page.close()
    assert view.trouble == view.asked == []


def test_a_long_drag_shows_no_blank_ground(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, mixed())
    page.mouse.move(1200, 300)
    page.mouse.down()
    page.mouse.move(420, 300, steps=12)
    east = page.evaluate("map_map.containerPointToLatLng([map_map.getSize().x - 20, 300]).lng")
    assert pixel(page, "land", page.evaluate("map_map.getCenter().lat"), east) is not None
    page.mouse.up()
