"""The chart of a report as rectangles and ticks, in the units of its drawing."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from geo.report.figures import Timeline
from geo.style import Style

WIDTH, HEIGHT = 900.0, 200.0
LEFT, BOTTOM, TOP = 46.0, 22.0, 8.0
LABELS = 8
"""Labels of days that fit under the columns."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one type in one stretch of time."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale, or a label under a column."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything to draw."""

    bars: tuple[Bar, ...]
    counts: tuple[Tick, ...]
    """Heights of the scale, from below."""
    days: tuple[Tick, ...]
    """Middles of labelled columns."""


def chart_of(timeline: Timeline, style: Style) -> Chart:
    """Stacked columns, the types in the codebook's order from below."""
    if not timeline.columns:
        return Chart((), (), ())
    step = _round_step(timeline.highest)
    top = ceil(timeline.highest / step) * step
    scale = (HEIGHT - TOP - BOTTOM) / top
    width = (WIDTH - LEFT) / len(timeline.columns)
    bars: list[Bar] = []
    for i, column in enumerate(timeline.columns):
        base = HEIGHT - BOTTOM
        for name, look in style.event_types.items():
            count = column.counts.get(name, 0)
            if count:
                base -= count * scale
                title = f"{column.label}: {look.label}, {count}"
                bars.append(Bar(_r(LEFT + i * width + width * 0.1), _r(base), _r(width * 0.8),
                                _r(count * scale), look.colour, title))  # fmt: skip
    every = ceil(len(timeline.columns) / LABELS)
    days = tuple(
        Tick(_r(LEFT + (i + 0.5) * width), column.label)
        for i, column in enumerate(timeline.columns)
        if i % every == 0
    )
    counts = tuple(Tick(_r(HEIGHT - BOTTOM - n * scale), f"{n:,}") for n in range(0, top + 1, step))
    return Chart(tuple(bars), counts, days)


def _round_step(highest: int) -> int:
    """A step of 1, 2 or 5 times a power of ten that gives at most five lines."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if digit * power * 5 >= highest:
                return digit * power
        power *= 10


def _r(value: float) -> float:
    return round(value, 1)
