"""Where the map goes when an event is chosen: its whole reach stands beside the card; in a real Chromium."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

from .map_page import Opened, in_browser, row, written
from .sample_reports import at, report

pytestmark = in_browser

REACH = """(i) => {
  const {scene} = map_map.drawing, bounds = reachBounds(scene, i);
  const low = map_map.latLngToContainerPoint(bounds.getSouthWest());
  const high = map_map.latLngToContainerPoint(bounds.getNorthEast());
  const box = map_map.getContainer().getBoundingClientRect(), card = document.getElementById("card");
  const sheet = card.getBoundingClientRect();
  const beside = sheet.width > 0 && sheet.top < box.bottom ? sheet.left : box.right;
  return {
    inside: low.x >= 0 && high.y >= 0 && low.y <= box.height && high.x + box.left <= beside,
    share: (high.x - low.x) / (beside - box.left), zoom: map_map.getZoom(),
  };
}"""
EVENTS = [
    at("province", "Wideland", 34.9, 40.3, 90.0, id="province"),
    at("near", "Nearby", 34.0, 36.0, 25.0, id="near"),
    at("country", "Syria", 35.0, 38.0, 300.0, id="country"),
    at("town", "Farville", 35.5, 44.0, 3.0, id="town"),
]
NAMES = ("Wideland", "Nearby", "Syria", "Farville")
VIEWS = ((9, 34.9, 40.3), (8, 34.9, 39.0), (12, 34.0, 36.0), (3, 0.0, 0.0))


def settle(page: Page) -> None:
    page.wait_for_timeout(700)


@pytest.mark.parametrize("view", VIEWS)
def test_all_of_where_it_may_lie_is_beside_the_card(
    opened: Opened, tmp_path: Path, view: tuple[int, float, float]
) -> None:
    page = opened.open(written(tmp_path, EVENTS))
    for i, name in enumerate(NAMES):
        page.evaluate("([zoom, ...at]) => map_map.setView(at, zoom, {animate: false})", view)
        page.evaluate("(i) => map_map.reading.state.select(i, 'list')", i)
        settle(page)
        reach = page.evaluate(REACH, i)
        assert reach["inside"], (name, reach)
        assert reach["share"] > 0.05 or i in (1, 3), "an area is not a speck"


def test_the_zoom_stays_where_the_area_fits_already(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, EVENTS), "#view=6/35.0000/46.0000")
    row(page, "Nearby")
    settle(page)
    assert page.evaluate(REACH, 1)["zoom"] == 6
    row(page, "Wideland")
    settle(page)
    assert page.evaluate(REACH, 0)["zoom"] == 6
    assert page.evaluate(REACH, 0)["inside"]


def test_an_outline_wider_than_the_radius_is_fitted_itself(opened: Opened, tmp_path: Path) -> None:
    east = [[40.0, 34.0], [46.0, 34.0], [46.0, 35.0], [40.0, 35.0], [40.0, 34.0]]
    outline = {"type": "Polygon", "coordinates": [east]}
    reports = [at("province", "Long", 34.5, 41.0, 20.0, id="long"), report()]
    write_outputs(
        tmp_path, reports, outputs_named(["map"]), Look(default_style()),
        lambda told: outline if told["id"] == "long" else None,
    )  # fmt: skip
    page = opened.open(tmp_path / "map.html", "#view=8/34.5000/41.0000")
    row(page, "Long")
    settle(page)
    assert page.evaluate(REACH, 0)["inside"]
    east_edge = page.evaluate(
        "map_map.latLngToContainerPoint([34.5, 46]).x + map_map.getContainer().offsetLeft"
    )
    card = page.locator("#card").bounding_box()
    assert card is not None and east_edge < card["x"]


def test_over_the_date_line_the_map_does_not_go_around_the_world(opened: Opened, tmp_path: Path) -> None:
    reports = [at("province", "Isles", -17.0, 179.5, 90.0, id="isles"), report()]
    page = opened.open(written(tmp_path, reports), "#view=7/-17.0000/178.0000")
    row(page, "Isles")
    settle(page)
    assert page.evaluate(REACH, 0)["zoom"] >= 6
    assert page.evaluate(REACH, 0)["inside"]


def test_on_a_phone_it_fits_the_map_over_the_sheet(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    view = Opened(context.new_page())
    page = view.open(written(tmp_path, EVENTS))
    for i, name in enumerate(NAMES):
        page.locator(".row", has_text=name).first.tap()
        settle(page)
        assert page.evaluate(REACH, i)["inside"], name
        page.locator("#card-close").tap()
    context.close()
    assert view.trouble == []


def test_the_view_of_an_address_stays_while_the_event_is_in_sight(opened: Opened, tmp_path: Path) -> None:
    path = written(tmp_path, EVENTS)
    page = opened.open(path, "#event=near&view=12/34.0000/36.0500")
    settle(page)
    assert page.evaluate("map_map.getZoom()") == 12
    centre = json.loads(page.evaluate("JSON.stringify(map_map.getCenter())"))
    assert centre["lng"] == pytest.approx(36.05)
    page = opened.open(path, "#event=town&view=7/34.0000/36.0000")
    page.reload()
    page.wait_for_selector("#total:not(:empty)")
    settle(page)
    assert page.evaluate("map_map.getZoom()") == 7
    assert page.evaluate("map_map.getBounds().contains([35.5, 44])")


def test_come_closer_shows_the_whole_reach(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(written(tmp_path, EVENTS), "#view=5/35.0000/38.0000")
    row(page, "Nearby")
    settle(page)
    page.locator("#card-show").click()
    reach = page.evaluate(REACH, 1)
    assert reach["inside"] and reach["zoom"] > 5 and reach["share"] > 0.3
