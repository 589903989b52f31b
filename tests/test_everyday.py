"""Everyday news in the words of violence: sport, trade, courts, weather; none of it is an event."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from articles import Article
from gazetteer import Gazetteer

FOLDER = Path(__file__).parent / "scenarios" / "everyday"
# Of every hundred texts as many stay silent, at least.
FLOOR = 90
SAMPLE = 12


def told(folder: Path) -> list[Article]:
    entries: list[dict[str, Any]] = [
        entry for path in sorted(folder.glob("*.yml")) for entry in yaml.safe_load(path.read_text("utf-8"))
    ]
    assert all(entry.keys() == {"title", "published", "text"} for entry in entries)
    return [Article(e["title"], e["text"], e["title"], published=e["published"]) for e in entries]



EVERYDAY = told(FOLDER)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_there_are_many_of_them_and_each_is_told_once() -> None:
    assert len(EVERYDAY) >= 150
    assert len({a.text for a in EVERYDAY}) == len(EVERYDAY)
