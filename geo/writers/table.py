"""Events -> CSV: a row an event with every key of the contract, plain or with HXL tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from geo.merge import MAP_KEYS
from geo.style import Look
from geo.writers.atomic import replacing
from geo.writers.cells import row_writer
from geo.writers.feature import Feature
from geo.writers.output import Put

HXL_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "id": "#event+id",
        "event_type": "#event+type",
        "date_start": "#date+occurred+start",
        "date_end": "#date+occurred+end",
        "country": "#country+code+v_iso3",
        "admin1": "#adm1+name",
        "admin2": "#adm2+name",
        "place_name": "#loc+name",
        "lat": "#geo+lat",
        "lon": "#geo+lon",
        "acled_geo_precision": "#geo+precision",
        "killed_low": "#affected+killed+min",
        "killed_high": "#affected+killed+max",
        "injured_low": "#affected+injured+min",
        "injured_high": "#affected+injured+max",
        "sources": "#meta+source",
        "urls": "#meta+url",
    }
)
"""Key -> its tag of the Humanitarian Exchange Language; the other columns have none."""


@contextmanager
def table(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.csv: a line with the keys, then a row an event; an empty cell is null."""
    with rows(folder / "events.csv", [MAP_KEYS], _values) as put:
        yield put


@contextmanager
def hxl_table(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.hxl.csv: as events.csv, with a row of HXL tags below the keys."""
    tags = [HXL_TAGS.get(key, "") for key in MAP_KEYS]
    with rows(folder / "events.hxl.csv", [MAP_KEYS, tags], _values) as put:
        yield put


def _values(properties: Mapping[str, Any]) -> Sequence[Any]:
    return tuple(properties.values())


@contextmanager
def rows(
    path: Path, heads: Sequence[Sequence[str]], row_of: Callable[[Mapping[str, Any]], Sequence[Any]]
) -> Iterator[Put]:
    """Writes a CSV file: the heads, then the row of each event's properties."""
    with replacing(path) as file:
        write = row_writer(file)
        for head in heads:
            write(head)

        def put(feature: Feature) -> None:
            write(row_of(feature.properties))

        yield put
