from geo.report.chart import BOTTOM, HEIGHT, LEFT, TOP, WIDTH, chart_of
from geo.report.figures import timeline
from geo.style import default_style

from ..sample_reports import many, report


def test_columns_stack_and_stay_inside() -> None:
    chart = chart_of(timeline(list(many(400))), default_style())
    assert len(chart.bars) > 50
    assert all(bar.x >= LEFT and bar.x + bar.width <= WIDTH + 0.2 for bar in chart.bars)
    assert all(bar.y >= TOP - 0.2 and bar.y + bar.height <= HEIGHT - BOTTOM + 0.2 for bar in chart.bars)


def test_heights_are_to_scale_in_round_steps() -> None:
    chart = chart_of(timeline([report()] * 7), default_style())
    assert [tick.text for tick in chart.counts] == ["0", "2", "4", "6", "8"]
    full = chart.counts[0].at - chart.counts[-1].at
    assert abs(chart.bars[0].height - full * 7 / 8) < 0.2


def test_a_bar_says_day_type_and_number() -> None:
    bar = chart_of(timeline([report()]), default_style()).bars[0]
    assert bar.title == "11 February 2026: Explosions and remote violence, 1"


def test_nothing_dated_is_no_chart() -> None:
    assert chart_of(timeline([]), default_style()).bars == ()
