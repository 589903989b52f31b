"""What QGIS draws: signs where events are, none where nobody said where, and the days that are asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from geo.areas import circle
from geo.style import AreaLook, Look, default_style
from geo.writers import outputs_named, write_outputs

from ..geo.sample_reports import at, mixed, report
from .conftest import Ask

EXTENT = [35.5, 33.0, 42.0, 37.0]
SIZE = [480, 360]
EXPECTED = Path(__file__).parent / "expected.png"
PLACES = {
    "town": (37.25, 35.5), "near": (40.18, 35.29), "district": (38.6, 35.1), "province": (40.3, 34.9),
    "nowhere": (38.0, 36.5), "sea": (35.52, 34.5),
}  # fmt: skip


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    write_outputs(folder, mixed(), outputs_named(["qgis"]), Look(default_style()))
    return folder


def picture(folder: Path, out: Path, **more: Any) -> dict[str, Any]:
    return {
        "task": "picture", "source": str(folder / "conflictmap.qgz"), "out": str(out), "size": SIZE,
        "extent": EXTENT, "points": list(PLACES.values()), **more,
    }  # fmt: skip


def channels(rrggbb: str) -> tuple[int, ...]:
    return tuple(int(rrggbb[i : i + 2], 16) for i in (1, 3, 5))


def close(one: str, other: str, apart: int = 40) -> bool:
    return all(abs(a - b) <= apart for a, b in zip(channels(one), channels(other), strict=True))


def test_signs_stand_where_events_are_and_wide_ones_have_none(ask: Ask, drawn: Path, tmp_path: Path) -> None:
    told = ask(picture(drawn, tmp_path / "drawn.png"))[0]
    assert told["errors"] == []
    colours = dict(zip(PLACES, told["colours"], strict=True))
    explosion = default_style().event_types["Explosions/Remote violence"].colour
    assert close(colours["town"], explosion) and close(colours["near"], explosion)
    land = colours["nowhere"]
    for wide in ("district", "province"):
        assert close(colours[wide], land) and colours[wide] != land, wide
    assert close(colours["sea"], "#dfe7ec", 4)


def test_the_picture_is_the_expected_one(ask: Ask, drawn: Path, tmp_path: Path) -> None:
    if not EXPECTED.exists():
        ask(picture(drawn, EXPECTED))
        pytest.fail(f"{EXPECTED.name} was not there and is drawn anew: look at it")
    told = ask(picture(drawn, tmp_path / "drawn.png", reference=str(EXPECTED)))[0]
    assert told["differing"] < 0.01


def test_another_day_shows_other_events(ask: Ask, drawn: Path, tmp_path: Path) -> None:
    january, february = ask(
        picture(drawn, tmp_path / "january.png", days=["2026-01-15", "2026-01-16"]),
        picture(drawn, tmp_path / "february.png", days=["2026-02-11", "2026-02-12"]),
    )
    explosion = default_style().event_types["Explosions/Remote violence"].colour
    town, near = (list(PLACES).index(name) for name in ("town", "near"))
    assert not close(january["colours"][town], explosion) and close(january["colours"][near], explosion)
    assert close(february["colours"][town], explosion) and not close(february["colours"][near], explosion)


def test_an_event_without_a_day_is_drawn_on_every_day(ask: Ask, tmp_path: Path) -> None:
    undated = dict.fromkeys(("date_start", "date_end", "date_precision", "date_basis"))
    events = [report(id="d-1"), report(id="d-2", lat=34.0, lon=38.0, **undated)]
    write_outputs(tmp_path, events, outputs_named(["qgis"]), Look(default_style()))
    more = {"days": ["1999-01-01", "1999-01-02"], "points": [(37.25, 35.5), (38.0, 34.0)]}
    told = ask(picture(tmp_path, tmp_path / "out.png") | more)
    explosion = default_style().event_types["Explosions/Remote violence"].colour
    assert [close(colour, explosion) for colour in told[0]["colours"]] == [False, True]


def test_a_toll_that_is_not_told_is_hollow_and_one_of_none_is_not(ask: Ask, tmp_path: Path) -> None:
    told = [(None, None), (0, 0), (60, 60)]
    events = [
        at("town", f"T{i}", 34.0, 36.0 + i, 3.0, id=f"t-{i}", killed_low=low, killed_high=high)
        for i, (low, high) in enumerate(told)
    ]
    write_outputs(tmp_path, events, outputs_named(["qgis"]), Look(default_style()))
    # 80 pixels for a degree: the largest sign, 26 pixels wide, holds a point 0.13 degrees beside its middle.
    points = [(36.0, 34.0), (37.0, 34.0), (38.0, 34.0), (37.13, 34.0), (38.13, 34.0)]
    asked = picture(tmp_path, tmp_path / "out.png") | {
        "extent": [35.5, 33.0, 38.5, 35.0], "size": [240, 190], "points": points,
    }  # fmt: skip
    colours = ask(asked)[0]["colours"]
    explosion = default_style().event_types["Explosions/Remote violence"].colour
    assert close(colours[0], "#ffffff", 20)
    assert close(colours[1], explosion) and close(colours[2], explosion)
    assert not close(colours[3], explosion) and close(colours[4], explosion)


def test_events_at_one_point_are_one_sign_with_their_number(ask: Ask, drawn: Path, tmp_path: Path) -> None:
    """A ring in the colour of many types, white inside but for the number, and nothing beside it."""
    around = [(37.1 + x / 200, 36.2) for x in range(-60, 61)]
    asked = picture(drawn, tmp_path / "spread.png") | {
        "extent": [36.6, 35.8, 37.6, 36.6], "size": [400, 400], "points": around,
    }  # fmt: skip
    colours = ask(asked)[0]["colours"]
    ring = [x for x, colour in enumerate(colours) if close(colour, default_style().mixed)]
    assert ring and 60 - 8 < min(ring) < 60 < max(ring) < 60 + 8
    assert any(close(colour, "#ffffff", 6) for colour in colours[min(ring) : max(ring)])
    beside = colours[: min(ring) - 2] + colours[max(ring) + 3 :]
    assert set(beside) == {"#fbfaf6"}


def test_wide_events_are_not_counted_with_one_that_is_told_of_their_middle(ask: Ask, tmp_path: Path) -> None:
    events = [report(id="s-1", lat=35.0, lon=38.0)]
    events += [at("province", "P", 35.0, 38.0, 90.0, id=f"w-{i}") for i in range(2)]
    write_outputs(tmp_path, events, outputs_named(["qgis"]), Look(default_style()))
    told = ask(picture(tmp_path, tmp_path / "out.png") | {"points": [(38.0, 35.0)]})[0]
    assert close(told["colours"][0], default_style().event_types["Explosions/Remote violence"].colour)


def test_many_events_in_one_area_are_no_darker_than_one(ask: Ask, tmp_path: Path) -> None:
    middles = []
    for count in (1, 40):
        folder = tmp_path / str(count)
        folder.mkdir()
        events = [at("province", "P", 35.0, 38.0, 90.0, id=f"p-{i}") for i in range(count)]
        write_outputs(folder, events, outputs_named(["qgis"]), Look(default_style()))
        middles += ask(picture(folder, folder / "out.png") | {"points": [(38.0, 35.0)]})[0]["colours"]
    assert middles[0] == middles[1] != "#fbfaf6"


def test_the_edge_of_an_area_shows_every_type_of_event_in_it(ask: Ask, tmp_path: Path) -> None:
    subs = ("Air/drone strike", "Armed clash", "Peaceful protest")
    events = [
        at("province", "P", 35.0, 38.0, 90.0, id=f"p-{i}", sub_event_type=sub) for i, sub in enumerate(subs)
    ]
    thick = replace(default_style(), area=AreaLook(0.06, 6.0))  # pixels enough for whole ones of each colour
    write_outputs(tmp_path, events, outputs_named(["qgis"]), Look(thick))
    edge = circle(35.0, 38.0, 90.0, corners=720)["coordinates"][0]
    told = ask(picture(tmp_path, tmp_path / "out.png") | {"points": edge})
    kinds = default_style().event_types
    for event in events:
        assert any(close(colour, kinds[event["event_type"]].colour) for colour in told[0]["colours"])
