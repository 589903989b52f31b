from datetime import date

from geo.report.figures import by_type, timeline
from geo.style import default_style

from ..sample_reports import report

STYLE = default_style()


def day(when: str, until: str | None = None, **changes: object) -> dict[str, object]:
    return report(date_start=when, date_end=until or when, **changes)


def test_not_told_is_not_zero() -> None:
    rows = by_type(
        [
            report(killed_low=None, killed_high=None),
            report(killed_low=0, killed_high=0),
            report(killed_low=20),
            report(killed_low=None, killed_high=5),
        ],
        STYLE,
    )
    assert (rows[0].events, rows[0].killed, rows[0].killed_told) == (4, 20, 3)
    assert (rows[0].injured, rows[0].injured_told) == (0, 0)


def test_types_in_the_codebooks_order_and_all_at_the_end() -> None:
    rows = by_type([report(sub_event_type="Mob violence"), report(sub_event_type="Armed clash")], STYLE)
    assert [row.label for row in rows] == ["Battles", "Riots", "All"]
    assert rows[-1].events == 2
    assert [row.label for row in by_type([], STYLE)] == ["All"]


def test_days_without_an_event_are_columns_too() -> None:
    line = timeline([day("2026-02-01"), day("2026-02-04"), day("2026-02-04")])
    assert (line.unit, [sum(c.counts.values()) for c in line.columns]) == ("day", [1, 0, 0, 2])
    assert line.highest == 2


def test_longer_times_are_counted_by_week_and_month() -> None:
    weeks = timeline([day("2026-01-01"), day("2026-04-01")])
    assert weeks.unit == "week" and weeks.columns[0].first == date(2025, 12, 29)
    months = timeline([day("2024-01-31"), day("2026-01-01")])
    assert (months.unit, len(months.columns), months.columns[-1].label) == ("month", 25, "January 2026")


def test_undated_and_vague_events_are_counted() -> None:
    line = timeline([day("2026-02-01", "2026-02-28"), report(date_start=None, date_end=None)])
    assert (line.undated, line.vague) == (1, 1)
    assert timeline([]).columns == ()
