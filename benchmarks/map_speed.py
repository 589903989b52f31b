#!/usr/bin/env python3
"""How large the map is and how long a reader waits for it, in headless Chromium.

    benchmarks/map_speed.py [EVENTS ...] [--folder KEPT]

For 1,000, 10,000 and 100,000 sample events (or the numbers given): the page's size; the processor's time and
the peak of memory of writing it in a process of its own; the time from opening the file to the page's mark
`conflictmap-ready`, and to the first frame after it, with rows in the list and the map drawn; then the
longest of three changes of a filter, of three zooms and of three searches, each from the act to the frame
with what came of it (the search waits 150 ms for more letters). `cpu s` is what the page's main thread has
worked until it was painted, which says more on a machine that does other work too. Prints a table.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

from sample_events import sample_events
from sample_places import sample_outline

from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

SIZES = (1_000, 10_000, 100_000)
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--enable-precise-memory-info",
)  # fmt: skip
WAIT_MS = 120_000
COLUMNS = (
    "events", "MB", "write s", "peak MB", "ready s", "painted s", "cpu s", "filter ms", "zoom ms",
    "search ms", "heap MB",
)  # fmt: skip
FRAME = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
SHOWN = """new Promise((done) => {
  new MutationObserver((_, self) => { self.disconnect(); done(); })
    .observe(document.getElementById("total"), {childList: true, characterData: true, subtree: true});
  %s
})"""
"""An act, and the end of it: the page then says how many events are shown."""
TIMED = "async () => { const from = performance.now(); await %s; await %s; return performance.now() - from; }"
KINDS = "document.querySelectorAll('#filters input[type=checkbox]')"
MARK = "performance.getEntriesByName('conflictmap-ready')"
READY = f"""() => new Promise((done) => {{
  const look = () => ({MARK}.length ? done() : setTimeout(look, 2));
  look();
}})"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("events", nargs="*", type=int, default=SIZES)
    parser.add_argument("--folder", type=Path, help="where the pages are kept; a temporary one if not given")
    parser.add_argument("--write", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        print(json.dumps(written(given.events[0], given.folder)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        print("".join(f"{name:>11}" for name in COLUMNS))
        for count in given.events:
            place = folder / str(count)
            place.mkdir(parents=True, exist_ok=True)
            figures = in_a_process(count, place) | read(place / "map.html")
            row = (count, figures["bytes"] / 1e6, figures["seconds"], figures["peak"], *figures["reading"])
            print("".join(f"{v:>11,.0f}" if v >= 100 else f"{v:>11.3g}" for v in row), flush=True)


def in_a_process(count: int, folder: Path) -> dict[str, Any]:
    """Written by a fresh Python, so that its peak of memory is its own."""
    command = [sys.executable, __file__, str(count), "--folder", str(folder), "--write"]
    figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return figures


def written(count: int, folder: Path) -> dict[str, Any]:
    """Bytes, seconds without the making of the events, and peak megabytes."""
    making = seconds_of(lambda: sum(1 for _ in sample_events(count)))
    outputs = outputs_named(["map"])
    look = Look(default_style())
    whole = seconds_of(lambda: write_outputs(folder, sample_events(count), outputs, look, sample_outline))
    size = (folder / "map.html").stat().st_size
    return {"bytes": size, "seconds": whole - making, "peak": getrusage(RUSAGE_SELF).ru_maxrss / 1024}


def seconds_of(act: Callable[[], object]) -> float:
    begin = time.process_time()
    act()
    return time.process_time() - begin


def read(page_file: Path) -> dict[str, Any]:
    """What a reader waits for."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(page_file.as_uri(), timeout=WAIT_MS)
        page.evaluate(READY)
        painted = page.evaluate(f"async () => {{ await {FRAME}; return performance.now(); }}")
        ready = page.evaluate(f"{MARK}[0].startTime")
        metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
        page.wait_for_selector("#list [role=option]")

        def longest(acts: Iterable[str]) -> float:
            return max(float(page.evaluate(TIMED % (act, FRAME))) for act in acts)

        filters = (SHOWN % f"{KINDS}[{i}].click();" for i in (0, 1, 0))
        zooms = (f"map_map.setZoom(map_map.getZoom() + {by}, {{animate: false}})" for by in (2, -3, 1))
        searches = (SHOWN % typed(words) for words in ("market", "hospital Salem", ""))
        heap = "performance.memory.usedJSHeapSize / 1e6"
        reading = (
            ready / 1000, painted / 1000, metrics["TaskDuration"], longest(filters), longest(zooms),
            longest(searches), page.evaluate(heap),
        )  # fmt: skip
        browser.close()
    return {"reading": reading}


def typed(words: str) -> str:
    """Script that puts words into the search as a reader does."""
    return (
        f"const box = document.getElementById('search'); box.value = {json.dumps(words)}; "
        "box.dispatchEvent(new Event('input', {bubbles: true}));"
    )


if __name__ == "__main__":
    main()
