"""Events -> a CSV file in the columns of UCDP's Georeferenced Event Dataset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from geo.style import Look
from geo.writers.acled import fatalities
from geo.writers.output import Put
from geo.writers.table import rows

FIELDS: tuple[str, ...] = (
    "id", "where_prec", "date_prec", "date_start", "date_end", "where_coordinates", "adm_1", "adm_2",
    "latitude", "longitude", "side_a", "side_b", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "number_of_sources", "source_article", "source_date",
    "source_headline", "type_of_violence", "event_clarity",
)  # fmt: skip
_SAME: Mapping[str, str] = MappingProxyType(
    {
        "id": "id", "where_prec": "ucdp_where_prec", "date_prec": "date_precision",
        "date_start": "date_start", "date_end": "date_end", "where_coordinates": "place_name",
        "adm_1": "admin1", "adm_2": "admin2", "latitude": "lat", "longitude": "lon",
        "side_a": "perpetrator", "side_b": "target", "number_of_sources": "source_count",
        "source_article": "urls", "source_date": "first_published", "source_headline": "titles",
    }
)  # fmt: skip
"""Field -> the key that it is."""
STATE_BASED, ONE_SIDED = 1, 3
CLEAR = 1


@contextmanager
def ucdp_table(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.ucdp.csv: a line with FIELDS, then a row an event, an empty cell where UCDP's coders
    know more than an article says."""
    cells = itemgetter(*FIELDS)
    with rows(folder / "events.ucdp.csv", [FIELDS], lambda event: cells(ucdp_row(event))) as put:
        yield put


def ucdp_row(event: Mapping[str, Any]) -> dict[str, Any]:
    """FIELDS of one event. `side_a` is who acted and `side_b` whom it hit, in the article's words, whichever
    of them is a government; whose fighters died is not known, so `deaths_a` and `deaths_b` are empty."""
    return {
        **{field: event[key] for field, key in _SAME.items()},
        **_deaths(event),
        "type_of_violence": type_of_violence(event),
        "event_clarity": CLEAR if event["date_precision"] == 1 and event["ucdp_where_prec"] == 1 else None,
    }


def type_of_violence(event: Mapping[str, Any]) -> int | None:
    """One-sided where ACLED's type is violence against civilians and not only combatants were hit,
    state-based where a government regained territory. None else: who is a government, and what an organised
    group, is not known of sides that are words of an article."""
    if event["event_type"] == "Violence against civilians" and event["victims"] != "combatants":
        return ONE_SIDED
    return STATE_BASED if event["sub_event_type"] == "Government regains territory" else None


def _deaths(event: Mapping[str, Any]) -> dict[str, int | None]:
    """`best` is the lower figure, which is the sum of `deaths_civilians` and `deaths_unknown`.

    An unknown lower figure leaves them empty.
    """
    high, civilians = event["killed_high"], event["civilians_killed_low"]
    best = fatalities(event["killed_low"], high)
    if civilians is None and event["victims"] == "civilians":
        civilians = best
    rest = None
    if best is not None and (civilians or 0) <= best:
        rest = best - (civilians or 0)
    return {
        "deaths_a": None, "deaths_b": None, "deaths_civilians": civilians, "deaths_unknown": rest,
        "best": best, "high": high, "low": best,
    }  # fmt: skip
