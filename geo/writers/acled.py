"""Events -> a CSV file in the columns of ACLED's exports, for tables and scripts that expect them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from geo.style import Look
from geo.wording import count_in_words, toll_beside_quote
from geo.writers.output import Put
from geo.writers.table import rows

FIELDS: tuple[str, ...] = (
    "event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "actor2",
    "country", "admin1", "admin2", "location", "latitude", "longitude", "geo_precision", "source", "notes",
    "fatalities",
)  # fmt: skip
_SAME: Mapping[str, str] = MappingProxyType(
    {
        "event_id_cnty": "id", "event_type": "event_type", "sub_event_type": "sub_event_type",
        "actor1": "perpetrator", "actor2": "target", "country": "country_name", "admin1": "admin1",
        "admin2": "admin2", "latitude": "lat", "longitude": "lon", "geo_precision": "acled_geo_precision",
        "source": "sources",
    }
)  # fmt: skip
"""Field -> the key that it is."""
_TIME_PRECISION: Mapping[int, int] = MappingProxyType({1: 1, 2: 2, 3: 2, 4: 3})
"""UCDP's date_prec -> ACLED's day, week, month, which has no code for a year."""


@contextmanager
def acled_table(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.acled.csv: a line with FIELDS, then a row an event, an empty cell where ACLED would have
    to guess."""
    cells = itemgetter(*FIELDS)
    with rows(folder / "events.acled.csv", [FIELDS], lambda event: cells(acled_row(event))) as put:
        yield put


def acled_row(event: Mapping[str, Any]) -> dict[str, Any]:
    """FIELDS of one event. A date known to the year only has none; `notes` are the quote, with what the
    fields cannot say behind it in square brackets, as ACLED's coders do."""
    precision = _TIME_PRECISION.get(event["date_precision"])
    return {
        **{field: event[key] for field, key in _SAME.items()},
        "event_date": None if precision is None else event["date_start"],
        "time_precision": precision,
        "location": event["place_name"] or event["place_text"],
        "notes": " ".join([event["quote"], *_remarks(event, dated=precision is not None)]),
        "fatalities": fatalities(event["killed_low"], event["killed_high"]),
    }


def fatalities(low: int | None, high: int | None) -> int | None:
    """The conservative figure: the lower one, 0 only where the text says that nobody was killed.

    None where no lower figure is told. ACLED's coders put 10 for an unknown number in a war zone: that is a
    rule of theirs and no report.
    """
    if low is None or (low == 0 and high is None):
        return 0 if high == 0 else None
    return low


def _remarks(event: Mapping[str, Any], *, dated: bool) -> Iterator[str]:
    low, high, status = event["killed_low"], event["killed_high"], event["perpetrator_status"]
    if low is None and high is None:
        yield "[fatalities=no report]"
    elif low != high:
        yield f"[fatalities={count_in_words(low, high)}]"
    if (beside := toll_beside_quote(event)) is not None:
        yield f"[toll={beside}]"
    if event["perpetrator"] is not None and status not in (None, "reported"):
        yield f"[actor1={status}]"
    if event["date_basis"] == "publication":
        yield "[date=day of publication]"
    if not dated and event["date_start"] is not None:
        yield f"[date={event['date_start']} to {event['date_end']}]"
