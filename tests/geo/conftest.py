"""A Chromium for the tests of the map, and one page of it each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .map_page import CHROMIUM, QUIET, Opened, written
from .sample_reports import contested, mixed


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """A page that asks for nothing and complains of nothing."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    view = Opened(page)
    yield view
    page.close()
    assert view.trouble == []
    assert view.asked == []


@pytest.fixture
def page(opened: Opened, tmp_path: Path) -> Page:
    """Thirteen events, one of them told by three sources."""
    return opened.open(written(tmp_path, [*mixed(), contested()]))
