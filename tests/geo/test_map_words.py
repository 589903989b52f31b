"""The page's sentences are those of geo/wording.py: one rule, told twice: the page makes its own."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.conventions import PRECISION
from geo.wording import area_in_words, date_in_words, place_in_words, toll_beside_quote, toll_in_words

from .map_page import Opened, in_browser, written
from .sample_reports import at, many_merged, mixed, report, unlocated

pytestmark = in_browser

WORDS: dict[str, Callable[[dict[str, Any]], str | None]] = {
    "dateInWords": date_in_words, "placeInWords": place_in_words, "areaInWords": area_in_words,
    "killedInWords": lambda one: re.split(r" (?=Injured:|None reported injured)", toll_in_words(one))[0],
    "((e) => tollBesideQuote(e).map((words) => `“${words}”`).join('; ') || null)": toll_beside_quote,
}  # fmt: skip
DATES = (
    ("2026-02-01", "2026-02-28"), ("2024-02-01", "2024-02-29"), ("2024-02-01", "2024-02-28"),
    ("2025-01-01", "2025-12-31"), ("2025-01-01", "2026-12-31"), ("2025-03-02", "2025-03-08"),
    ("2025-03-28", "2025-04-03"), ("2025-12-28", "2026-01-03"), (None, None),
)  # fmt: skip
TOLLS = ((None, None), (0, 0), (0, None), (3, 3), (3, None), (None, 9), (17, 22), (None, 0))
QUOTES = (
    ("A strike hit a bus.", "12 people died; 3 were hurt"), ("A raid killed 140.", "kill more than 140"),
    ("A raid wounded 19.", "19 killed; 1 wounded"), ("1,140 Dead in raid", "1,140 dead"), ("None.", None),
    ("Nine died.", "nine died; at least 4 injured"), ("It killed 3 or 4.", "4 killed; 5 killed"),
)
NAMES = (
    ("Idlib", 0.5, "Idlib"), ("Kharkiv Oblast", 0.26, None), ("Homs countryside", 9.96, "Homs"),
    ("Región del Norte", 12.4, "y"), (None, 250.0, "z"),
)  # fmt: skip


def told() -> list[dict[str, Any]]:
    dates = [report(date_start=a, date_end=b, date_basis=basis) for a, b in DATES for basis in
             ("stated", "relative", "publication")]  # fmt: skip
    tolls = [
        report(killed_low=low, killed_high=high, injured_low=high, injured_high=high, victims=victims,
               civilians_killed_low=low, women_killed_low=low, children_killed_low=high)
        for low, high in TOLLS for victims in ("unknown", "civilians", "combatants", "mixed")
    ]  # fmt: skip
    places = [
        at(level, name or "x", 35.0, 36.0, km) | {"place_name": name, "admin1": admin}
        for level in PRECISION
        for name, km, admin in NAMES
    ]  # fmt: skip
    nowhere = [unlocated(), unlocated(place_text=None)]
    quotes = [report(quote=quote, toll_text=words) for quote, words in QUOTES]
    return [*dates, *tolls, *quotes, *places, *nowhere, *mixed(), *many_merged(120)]


@pytest.mark.parametrize("script", WORDS)
def test_the_page_says_what_the_report_says(opened: Opened, tmp_path: Path, script: str) -> None:
    reports = [one for one in told() if script != "areaInWords" or one["place_level"] in
               ("district", "province", "region", "country")]  # fmt: skip
    page = opened.open(written(tmp_path, reports))
    said = page.evaluate(
        f"""() => {{
          const {{model}} = map_map.drawing.scene;
          return Array.from({{length: model.count}}, (_, i) => {script}(model.event(i)));
        }}"""
    )
    assert said == [WORDS[script](one) for one in reports]
