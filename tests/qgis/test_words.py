"""Tips, names and labels in QGIS say what geo/wording.py says, and hostile words stay words."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from geo.wording import area_in_words, count_in_words

from .conftest import HOSTILE, Ask, samples

OUR_TAGS = {"div", "b", "br"}


@pytest.fixture(scope="module")
def words(ask: Ask, folder: Path) -> dict[str, Any]:
    events, areas = ask(
        {"task": "words", "source": str(folder / "events.gpkg|layername=events")},
        {"task": "words", "source": str(folder / "events.gpkg|layername=areas")},
    )
    return {"events": events, "areas": areas}


class Read(HTMLParser):
    """The tags of a page and the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def test_tips_say_place_day_and_toll(words: dict[str, Any]) -> None:
    tips = {id_: Read(told["tip"]).words for id_, told in words["events"].items()}
    assert "Tell Qamar, within 3 km" in tips["m-1"] and "2026-02-11" in tips["m-1"]
    assert "Killed: at least 20" in tips["m-1"] and "Injured: not told" in tips["m-1"]
    assert "some day from 2026-01-01 to 2026-01-31" in tips["m-2"]
    assert "somewhere in Deir ez-Zor province" in tips["m-9"]
    assert "not on the map; the article says “the village of Umm Nowhere”" in tips["m-11"]
    assert "place not known" in tips["m-12"] and "date not known" in tips["u-1"]


def test_tolls_are_those_of_every_other_output(words: dict[str, Any]) -> None:
    for event in samples():
        told = count_in_words(event["killed_low"], event["killed_high"])
        assert f"Killed: {told}Injured" in Read(words["events"][event["id"]]["tip"]).words


def test_labels_of_areas_are_those_of_every_other_output(words: dict[str, Any]) -> None:
    wide = [e for e in samples() if e["place_level"] in ("district", "province", "region", "country")]
    assert len(wide) > 5
    for event in wide:
        assert words["areas"][event["id"]]["label"] == area_in_words(event).replace("\x00", "\ufffd")
    assert words["areas"]["m-2"]["label"] is None


def test_names_in_lists(words: dict[str, Any]) -> None:
    assert words["events"]["m-1"]["name"] == "Air/drone strike, Tell Qamar, within 3 km, 2026-02-11"


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_are_words_in_a_tip(words: dict[str, Any], number: int) -> None:
    page = words["events"][f"h-{number}"]["tip"]
    read = Read(page)
    assert read.tags <= OUR_TAGS and read.names <= {"style"}
    plain = HOSTILE[number].translate(dict.fromkeys([0x202E, 0x2066])).replace("\x00", "\ufffd")
    assert escape(plain, quote=False).replace('"', "&quot;") in page
    assert not set("\u202e\u2066") & set(page)
