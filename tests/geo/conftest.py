"""A Chromium for the tests of the map, and one page of it each."""

from __future__ import annotations

import os
import re
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
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """A page that asks for nothing and complains of nothing. What it looked like in the end is kept in the
    folder that CONFLICTMAP_ARTEFACTS names."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    view = Opened(page)
    yield view
    if folder := os.environ.get("CONFLICTMAP_ARTEFACTS"):
        name = re.sub(r"\W+", "-", request.node.nodeid.rpartition("/")[2])[:120].strip("-")
        page.screenshot(path=Path(folder) / f"{name}.png")
    page.close()
    assert view.trouble == []
    assert view.asked == []


@pytest.fixture
def page(opened: Opened, tmp_path: Path) -> Page:
    """Thirteen events, one of them told by three sources."""
    return opened.open(written(tmp_path, [*mixed(), contested()]))
