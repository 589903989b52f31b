"""What is drawn on the map, and what pointing, clicking and keys do there; in a real Chromium."""

import json
from math import dist
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .drawn import MODEL, PAINTED, PAPER, RED, click, hover, opened_with, pixel, signs
from .map_page import Opened, in_browser
from .sample_reports import at, many, mixed, report, unlocated

pytestmark = in_browser


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
