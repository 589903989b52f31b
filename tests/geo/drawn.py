"""What the tests see of the map's drawing: its signs, the colour of a pixel, a mouse that points there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from .map_page import Opened, written

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
