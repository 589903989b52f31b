"""The map's page in a browser: how the tests write one, open it, and hear what it complains of."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from geo.writers import outputs_named, write_outputs

from .sample_reports import look

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
in_browser = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]
"""The marks of a module of such tests."""
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip


class Opened:
    """A map in a browser, with everything that it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.trouble: list[str] = []
        page.on("dialog", lambda d: (self.trouble.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("pageerror", lambda e: self.trouble.append(f"error: {e}"))
        page.on("console", lambda m: self.trouble.append(f"{m.type}: {m.text}"))

        def refuse(route: Any) -> None:
            self.asked.append(route.request.url)
            route.abort()

        page.route(lambda url: not url.startswith("file:"), refuse)

    def open(self, path: Path, fragment: str = "") -> Page:
        """The page of a file, read to its end."""
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_selector("#total:not(:empty)")
        return self.page

    def count(self, selector: str) -> int:
        return self.page.locator(selector).count()

    def click(self, sign: Locator) -> None:
        """Clicks the map where a sign is drawn, under its button, which lets the pointer through."""
        box = sign.bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def written(folder: Path, reports: Iterable[Mapping[str, Any]], title: str = "Sample") -> Path:
    """The map of some reports as a file."""
    write_outputs(folder, reports, outputs_named(["map"]), look(title))
    return folder / "map.html"


def fragment(page: Page) -> str:
    """The address after #, when the page has ceased to write it."""
    page.wait_for_timeout(400)
    return str(page.evaluate("location.hash"))


def total(page: Page) -> str:
    return page.locator("#total").inner_text()


def tick(page: Page, words: str) -> None:
    page.locator("#filters label", has_text=words).first.click()


def count_of(page: Page, words: str) -> str:
    return page.locator("#filters label", has_text=words).first.locator(".n").inner_text()


def filters(page: Page) -> None:
    page.get_by_role("tab", name="Filters").click()


def row(page: Page, words: str) -> None:
    page.locator(".row", has_text=words).first.click()
