"""The Temporal Controller: an event is shown on its days and on no other, one without a day always."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .conftest import Ask, samples

MONTH = {"m-2"}
ALWAYS = {"u-1"}
LATER = {event["id"] for event in samples()} - MONTH - ALWAYS


def ids(answer: list[str]) -> set[str]:
    return set(answer)


def test_days_and_months(ask: Ask, folder: Path) -> None:
    ranges = [
        ("2026-02-11", "2026-02-12"), ("2026-02-10", "2026-02-11"), ("2026-02-12", "2026-02-13"),
        ("2026-01-15", "2026-01-16"), ("2026-01-31", "2026-02-01"), ("2026-01-01", "2026-02-01"),
        ("2026-01-01", "2026-03-01"), ("2025-01-01", "2026-01-01"),
    ]  # fmt: skip
    asked: list[dict[str, Any]] = [
        {"task": "days", "source": str(folder / source), "ranges": ranges}
        for source in ("events.gpkg|layername=events", "events.gpkg|layername=areas", "events.geojson")
    ]
    points, areas, plain = ask(*asked)
    everything = LATER | MONTH | ALWAYS
    assert [ids(found) - ALWAYS for found in plain] == [ids(found) - ALWAYS for found in points]
    assert [ids(found) for found in points] == [
        LATER | ALWAYS, ALWAYS, ALWAYS, MONTH | ALWAYS, MONTH | ALWAYS, MONTH | ALWAYS, everything, ALWAYS,
    ]  # fmt: skip
    assert ids(areas[3]) == MONTH and {"m-8", "m-9", "m-10"} <= ids(areas[0])


def test_a_project_is_played_day_by_day(ask: Ask, folder: Path) -> None:
    frames = ask(
        {"task": "frames", "source": str(folder / "conflictmap.qgz"), "layer": "conflictmap_events"}
    )[0]
    assert [ids(frame) - ALWAYS for frame in frames[:31]] == [MONTH] * 31
    assert all(ids(frame) == ALWAYS for frame in frames[31:41])
    assert ids(frames[41]) == LATER | ALWAYS
    assert len(frames) == 42
