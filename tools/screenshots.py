#!/usr/bin/env python3
"""Takes the docs' pictures of the map of the example articles, in headless Chromium.

    conflictmap run examples/ --out outputs/ && tools/screenshots.py outputs/map.html docs/

Writes map.png (an event with its card), map-dark.png (dark, with filters and a stretch of days) and
map-phone.png. Ends with status 1, naming it, where the page asked for anything that is not on this disk or a
picture is larger than a reader of the docs should wait for.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
LARGEST = 250_000
DEADLIEST = """() => {
  const {model} = map_map.reading, {lat, killedLow} = model.columns;
  const located = [...lat.keys()].filter((i) => !Number.isNaN(lat[i]) && model.isPoint(i));
  return model.text("id", located.sort((a, b) => killedLow[b] - killedLow[a] || a - b)[0]);
}"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A view of the map."""

    name: str
    width: int
    height: int
    act: Callable[[Page], None]
    """What a reader does first."""
    phone: bool = False


def with_card(page: Page) -> None:
    """The event with most killed, chosen in the list, with what lies around it."""
    select(page, page.evaluate(DEADLIEST))
    page.wait_for_timeout(1000)
    page.evaluate("""() => {
      const {model, state} = map_map.reading, {lat, lon} = model.columns;
      map_map.setView([lat[state.selected], lon[state.selected]], 4, {animate: false});
      map_map.panBy([220, -40], {animate: false}); // the card covers the right half
    }""")


def with_filters(page: Page) -> None:
    """Violence from the air and from afar of some years, from the filters' own address."""
    page.evaluate("location.hash = 'theme=dark&type=explosions-remote-violence&from=2017-01-01'")
    page.get_by_role("tab", name="Filters").click()


def on_a_phone(page: Page) -> None:
    page.evaluate("location.hash = 'view=4/32/40'")


def select(page: Page, event: str) -> None:
    page.evaluate("(id) => { location.hash = `event=${encodeURIComponent(id)}`; }", event)
    page.wait_for_selector("#card:not([hidden])")


PICTURES = (
    Picture("map.png", 1180, 720, with_card),
    Picture("map-dark.png", 1180, 720, with_filters),
    Picture("map-phone.png", 390, 780, on_a_phone, phone=True),
)


def main() -> int:
    """Writes the pictures; 1 where something is not as it should be."""
    source, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    trouble: list[str] = []
    asked: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        for picture in PICTURES:
            page = browser.new_page(
                viewport={"width": picture.width, "height": picture.height}, has_touch=picture.phone
            )
            page.on("request", lambda request: asked.append(request.url))
            page.goto(source.as_uri())
            page.wait_for_selector("#total:not(:empty)")
            picture.act(page)
            page.wait_for_timeout(1500)
            size = len(page.screenshot(path=folder / picture.name))
            if size > LARGEST:
                trouble.append(f"{picture.name} has {size} bytes")
            page.close()
        browser.close()
    here = ("file:", "data:", "blob:")
    trouble += [f"the page asked for {url}" for url in asked if not url.startswith(here)]
    for words in trouble:
        print(words)
    return int(bool(trouble))


if __name__ == "__main__":
    sys.exit(main())
