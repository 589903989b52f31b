"""How events are drawn whose place is wider than a point; in a real Chromium."""

from pathlib import Path

from .drawn import MODEL, hover, opened_with, pixel, signs
from .map_page import Opened, in_browser
from .sample_reports import at, mixed

pytestmark = in_browser


def test_a_sign_for_each_point_and_each_area_and_never_a_pin_for_an_area(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened_with(opened, tmp_path, mixed())
    assert signs(page) == [("area", 1), ("area", 2), *[("event", 1)] * 4, ("stack", 3)]
    assert pixel(page, "points", 34.9, 40.3) is None, "nothing stands in the middle of the province"
    assert pixel(page, "areas", 34.9, 40.3) is not None
    assert page.locator(".leaflet-marker-pane *").count() == 0


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
