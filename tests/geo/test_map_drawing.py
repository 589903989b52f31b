"""What is drawn on the map, and what pointing, clicking and keys do there; in a real Chromium."""

import json
from math import dist
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .map_page import Opened, in_browser, written
from .sample_reports import at, many, mixed, report, unlocated

pytestmark = in_browser

PIXEL = """([pane, lat, lon]) => {
  const canvas = document.querySelector(`.leaflet-${pane}-pane canvas`), box = canvas.getBoundingClientRect();
  const map = map_map.getContainer().getBoundingClientRect(), p = map_map.latLngToContainerPoint([lat, lon]);
  const scale = canvas.width / box.width;
  const x = (p.x + map.x - box.x) * scale, y = (p.y + map.y - box.y) * scale;
  const one = new OffscreenCanvas(1, 1).getContext("2d");
  one.drawImage(canvas, -Math.round(x), -Math.round(y));
  const [r, g, b, a] = one.getImageData(0, 0, 1, 1).data;
  return a === 0 ? null : "#" + [r, g, b].map((c) => c.toString(16).padStart(2, "0")).join("");
}"""
PAINTED = """(pane) => {
  const canvas = document.querySelector(`.leaflet-${pane}-pane canvas`);
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
}"""
RED, PAPER = "#d1410c", "#ffffff"
MODEL = "map_map.drawing.scene.model"


def opened_with(opened: Opened, folder: Path, reports: Any) -> Page:
    """A map whose picks are kept."""
    page = opened.open(written(folder, reports))
    page.evaluate("window.picked = []; map_map.drawing.onPick((events) => picked.push(events))")
    return page


def signs(page: Page) -> list[tuple[str, int]]:
    """Type and number of events of each sign in view."""
    found = page.locator(".map-sign").evaluate_all(
        "(all) => all.map((one) => [one.className.replace('map-sign is-', ''), Number(one.dataset.n)])"
    )
    return sorted((kind, n) for kind, n in found)


def click(page: Page, selector: str) -> None:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def hover(page: Page, lat: float, lon: float) -> None:
    x, y = page.evaluate(
        """([lat, lon]) => {
          const box = map_map.getContainer().getBoundingClientRect();
          const p = map_map.latLngToContainerPoint([lat, lon]);
          return [p.x + box.x, p.y + box.y];
        }""",
        [lat, lon],
    )
    page.mouse.move(x + 1, y + 1)
    page.mouse.move(x, y)
    page.wait_for_timeout(80)


def pixel(page: Page, pane: str, lat: float, lon: float) -> str | None:
    colour: str | None = page.evaluate(PIXEL, [pane, lat, lon])
    return colour


def test_a_sign_for_each_point_and_each_area_and_never_a_pin_for_an_area(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened_with(opened, tmp_path, mixed())
    assert signs(page) == [("area", 1), ("area", 2), *[("event", 1)] * 4, ("stack", 3)]
    assert pixel(page, "points", 34.9, 40.3) is None, "nothing stands in the middle of the province"
    assert pixel(page, "areas", 34.9, 40.3) is not None
    assert page.locator(".leaflet-marker-pane *").count() == 0


def test_hollow_is_not_told_and_zero_is_not_hollow(opened: Opened, tmp_path: Path) -> None:
    reports = [
        at("town", "Untold", 35.0, 36.0, 3.0, id="a", sub_event_type="Armed clash"),
        at("town", "None", 35.0, 37.0, 3.0, id="b", killed_low=0, killed_high=0),
        at("town", "Up to nine", 35.0, 38.0, 3.0, id="c", killed_low=None, killed_high=9),
    ]
    page = opened_with(opened, tmp_path, reports)
    assert pixel(page, "points", 35.0, 36.0) == PAPER
    assert pixel(page, "points", 35.0, 37.0) == RED
    assert pixel(page, "points", 35.0, 38.0) == RED


def test_more_killed_is_a_larger_sign(opened: Opened, tmp_path: Path) -> None:
    tolls = (0, 1, 10, 50)
    reports = [at("town", "X", 35.0, 36 + i, 1.0, id=f"{n}", killed_low=n) for i, n in enumerate(tolls)]
    page = opened_with(opened, tmp_path, reports)
    widths = page.locator(".map-sign").evaluate_all("(all) => all.map((one) => one.offsetWidth)")
    assert sorted(widths) == widths
    assert len({*widths}) == 3, "the keyboard's button is never smaller than a finger tells apart"


def test_events_of_one_point_spread_on_click_and_stay_where_they_are_stored(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened_with(opened, tmp_path, mixed())
    click(page, ".is-stack")
    assert [kind for kind, _ in signs(page)].count("item") == 3
    click(page, ".is-item >> nth=1")
    (picked,) = page.evaluate("picked")
    assert picked == [3]
    assert page.evaluate(f"[...{MODEL}.columns.lat].filter((lat) => lat === 36.2).length") == 3
    page.locator(".leaflet-control-zoom-out").click()
    page.wait_for_timeout(400)
    assert ("item", 1) not in signs(page)


def test_very_many_events_of_one_point_are_handed_on_as_a_list(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, [report(id=f"e{i}") for i in range(70)])
    click(page, ".is-stack")
    assert [len(events) for events in page.evaluate("picked")] == [70]


def test_a_click_on_an_area_hands_on_all_its_events(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, mixed())
    box = page.locator(".is-area[data-n='2']").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 1)
    assert page.evaluate("picked") == [[8, 9]]


def test_of_areas_in_one_another_a_click_means_the_smallest(opened: Opened, tmp_path: Path) -> None:
    reports = [
        at("country", "Syria", 35.0, 38.0, 350.0, id="wide"),
        at("district", "Jabal Rih", 35.1, 38.6, 40.0, id="small"),
    ]
    page = opened_with(opened, tmp_path, reports)
    page.evaluate("map_map.setView([35, 38], 6, {animate: false})")
    hover(page, 35.1, 38.6)
    assert "Jabal Rih district" in page.locator(".map-tip").inner_text()
    hover(page, 36.5, 37.0)
    assert "somewhere in Syria" in page.locator(".map-tip").inner_text()


def test_an_outline_is_drawn_where_there_is_one(opened: Opened, tmp_path: Path) -> None:
    from geo.style import Look, default_style
    from geo.writers import outputs_named, write_outputs

    square = {"type": "Polygon", "coordinates": [[[36, 35], [38, 35], [38, 37], [36, 37], [36, 35]]]}
    province = at("province", "Idlib", 36.0, 37.0, 60.0)
    write_outputs(tmp_path, [province], outputs_named(["map"]), Look(default_style()), lambda _: square)
    page = opened.open(tmp_path / "map.html")
    assert pixel(page, "areas", 36.9, 36.1) is not None, "in the corner of the square, outside of the circle"
    assert pixel(page, "areas", 36.0, 38.2) is None


def test_pointing_tells_what_it_is_and_how_far_off_it_may_be(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, [at("near", "Bir Salih", 35.0, 38.0, 20.0), unlocated(id="u")])
    assert not page.evaluate(PAINTED, "reach")
    hover(page, 35.0, 38.0)
    tip = page.locator(".map-tip").inner_text()
    assert "Air/drone strike" in tip
    assert "near Bir Salih, Idlib, Syria: within 20 km of the point" in tip
    assert page.evaluate(PAINTED, "reach")
    page.mouse.move(5, 5)
    expect(page.locator(".map-tip")).to_have_count(0)
    assert not page.evaluate(PAINTED, "reach")


def test_keys_walk_from_sign_to_sign_and_open_them(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, mixed())
    bar = page.get_by_role("toolbar", name="Events in this part of the map")
    assert bar.locator("button[tabindex='0']").count() == 1, "one stop of the tabulator"
    bar.locator("button[tabindex='0']").focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    for _ in range(20):
        if "is-stack" in str(page.evaluate("document.activeElement.className")):
            break
        page.keyboard.press("ArrowRight")
    assert "3 events here" in page.locator(".map-tip").inner_text()
    page.keyboard.press("Enter")
    assert "is-item" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    assert page.evaluate("picked.length") == 1
    page.keyboard.press("Escape")
    assert ("item", 1) not in signs(page)


def test_a_selected_event_comes_into_view_and_its_stack_is_opened(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, mixed())
    page.evaluate("map_map.setView([10, 10], 6, {animate: false})")
    assert signs(page) == []
    page.evaluate("map_map.drawing.select(4)")
    page.wait_for_timeout(600)
    assert page.evaluate("map_map.getBounds().contains([36.2, 37.1])")
    assert signs(page).count(("item", 1)) == 3
    assert page.evaluate(PAINTED, "top")
    page.evaluate("map_map.drawing.select(7)")
    page.wait_for_timeout(600)
    assert page.evaluate("map_map.getBounds().contains([35.1, 38.6])"), "an area"
    assert ("item", 1) not in signs(page)
    page.evaluate("map_map.drawing.select(null)")
    assert not page.evaluate(PAINTED, "reach")


def test_selecting_an_event_without_a_place_moves_nothing(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, mixed())
    before = page.evaluate("map_map.getCenter()")
    page.evaluate("map_map.drawing.select(11)")
    assert page.evaluate("map_map.getCenter()") == before


def test_only_chosen_events_are_drawn(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, mixed())
    page.evaluate("map_map.drawing.show(Uint8Array.from({length: 12}, (_, i) => [0, 3, 9].includes(i)))")
    assert signs(page) == [("area", 1), ("event", 1), ("event", 1)]
    page.evaluate("map_map.drawing.show(new Uint8Array(12))")
    assert signs(page) == []
    assert not page.evaluate(PAINTED, "points")


def test_a_crowd_is_counted_once_each_and_a_click_takes_it_apart(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, many(2000))
    counted = page.evaluate(
        """() => [3, 5, 7, 9, 18].map((zoom) => {
          const marks = map_map.drawing.scene.maker.at(zoom);
          return marks.n.reduce((sum, n) => sum + n, 0);
        })"""
    )
    assert counted == [2000] * 5
    zoom = page.evaluate("map_map.getZoom()")
    click(page, ".is-cluster")
    page.wait_for_timeout(600)
    assert page.evaluate("map_map.getZoom()") > zoom


def test_signs_of_a_crowd_keep_apart(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, many(2000))
    places = page.evaluate(
        """() => {
          const marks = map_map.drawing.scene.maker.at(6), scale = 2 ** 6;
          return [...marks.x].map((x, m) => [x * scale, marks.y[m] * scale, marks.isArea(m)]);
        }"""
    )
    signs_apart = [(x, y) for x, y, area in places if not area]
    assert len(signs_apart) > 20
    nearest = min(dist(a, b) for i, a in enumerate(signs_apart) for b in signs_apart[:i])
    assert nearest >= 42


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


def test_a_deflated_block_opens_too(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.map.PLAIN_BYTES", 0)
    page = opened_with(opened, tmp_path, mixed())
    assert '"columns"' not in (tmp_path / "map.html").read_text("utf-8").partition("conflictmap-data")[2]
    assert len(signs(page)) == 7


def test_every_field_of_a_record_can_be_read_in_the_page(opened: Opened, tmp_path: Path) -> None:
    reports = [*mixed(), *many(40)]
    page = opened_with(opened, tmp_path, reports)
    read = page.evaluate(f"Array.from({{length: {MODEL}.count}}, (_, i) => {MODEL}.event(i))")
    made = {"ucdp_where_prec", "acled_geo_precision"}
    joined = {"source_count", "sources", "urls", "titles", "first_published", "last_published", "claims"}
    for told, event in zip(reports, read, strict=True):
        own = set(told) - made - joined
        assert {key: event[key] for key in own} == {key: told[key] for key in own}
        (claim,) = json.loads(told["claims"])
        assert event["claims"] == [claim]


def test_no_located_event_still_shows_a_world(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, [unlocated()])
    assert signs(page) == []
    assert page.evaluate(PAINTED, "land")


def test_no_event_at_all_still_shows_a_world(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, [])
    assert page.evaluate(PAINTED, "land")


def test_a_circle_over_the_edge_of_the_world_is_at_both_edges(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, [at("region", "the Strait", 60.0, 179.0, 300.0)])
    page.evaluate("map_map.setView([60, 0], 2, {animate: false})")
    assert pixel(page, "areas", 60.0, 179.5) is not None
    assert pixel(page, "areas", 60.0, -179.0) is not None
    assert pixel(page, "areas", 60.0, 0.0) is None


def test_a_circle_that_holds_a_pole_reaches_up_to_it(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, [at("country", "Northland", 70.0, 100.0, 3000.0)])
    page.evaluate("map_map.setView([60, 0], 2, {animate: false})")
    assert pixel(page, "areas", 84.0, -80.0) is not None, "beyond the pole"
    assert pixel(page, "areas", 60.0, 100.0) is not None
    assert pixel(page, "areas", 20.0, 100.0) is None


def test_streets_are_dark_where_the_map_is(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    view = Opened(page)
    view.open(written(tmp_path, mixed()))
    assert "dark_all" in page.evaluate("tile_layer_tiles._url")
    page.evaluate("map_map.drawing.theme('light')")
    assert "light_all" in page.evaluate("tile_layer_tiles._url")
    page.close()
    assert view.trouble == view.asked == []


def test_an_area_too_small_to_be_seen_is_a_dashed_ring(opened: Opened, tmp_path: Path) -> None:
    reports = [
        at("district", "Tiny", 35.0, 36.0, 2.0, id="a"),
        at("province", "Wide", 30.0, 40.0, 300.0, id="b"),
    ]
    page = opened_with(opened, tmp_path, reports)
    page.evaluate("map_map.setView([33, 38], 5, {animate: false})")
    assert page.evaluate(f"radiusPixels({MODEL}, 0, 5)") < 1
    assert signs(page) == [("area", 1), ("area", 1)]
    hover(page, 35.0, 36.0)
    assert "Tiny district" in page.locator(".map-tip").inner_text()


def test_an_area_too_small_to_be_seen_beside_a_point_is_counted_with_it(
    opened: Opened, tmp_path: Path
) -> None:
    reports = [at("district", "Tiny", 35.0, 36.0, 2.0, id="a"), at("town", "Town", 35.01, 36.0, 1.0, id="b")]
    page = opened_with(opened, tmp_path, reports)
    page.evaluate("map_map.setView([35, 36], 5, {animate: false})")
    assert signs(page) == [("cluster", 2)]
    label = page.locator(".is-cluster").get_attribute("aria-label") or ""
    assert "1 of them known only to an area" in label
    page.evaluate("map_map.setView([35, 36], 12, {animate: false})")
    assert signs(page) == [("area", 1), ("event", 1)]


def test_a_long_drag_shows_no_blank_ground(opened: Opened, tmp_path: Path) -> None:
    page = opened_with(opened, tmp_path, mixed())
    page.mouse.move(1200, 300)
    page.mouse.down()
    page.mouse.move(420, 300, steps=12)
    east = page.evaluate("map_map.containerPointToLatLng([map_map.getSize().x - 20, 300]).lng")
    assert pixel(page, "land", page.evaluate("map_map.getCenter().lat"), east) is not None
    page.mouse.up()
