#!/usr/bin/env python3
"""Takes the README's picture of a map, in headless Chromium.

    tools/picture_map.py outputs/map.html docs/map.png

Opens the page from disk, clicks the marker nearest to the middle so that its card shows, and writes a
PNG of 1120 by 700 pixels. Ends with status 1 where the page asks for anything that is not on this disk.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SIZE = {"width": 1120, "height": 700}
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def main() -> int:
    """Writes the picture; 1 where the page went to the network."""
    source, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    asked: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        page = browser.new_page(viewport=SIZE)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(source.as_uri())
        page.wait_for_selector("#total:not(:empty)")
        page.wait_for_timeout(500)
        open_middle_marker(page)
        page.wait_for_timeout(500)
        page.screenshot(path=target)
        browser.close()
    abroad = [url for url in asked if not url.startswith(("file:", "data:"))]
    for url in abroad:
        print(f"the page asked for {url}")
    return int(bool(abroad))


def open_middle_marker(page: Page) -> None:
    """Clicks the marker nearest to the middle of the map."""
    boxes = [m.bounding_box() for m in page.locator(".map-sign.is-event").all()]
    seen = [b for b in boxes if b is not None]
    if not seen:
        return
    x, y = SIZE["width"] * 0.6, SIZE["height"] / 2

    def distance(index: int) -> float:
        return (seen[index]["x"] - x) ** 2 + (seen[index]["y"] - y) ** 2

    nearest = seen[min(range(len(seen)), key=distance)]
    page.mouse.click(nearest["x"] + nearest["width"] / 2, nearest["y"] + nearest["height"] / 2)


if __name__ == "__main__":
    sys.exit(main())
