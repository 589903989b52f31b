"""Events -> CSV: a row an event with every key of the contract, plain or with HXL tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

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
    with _table(folder / "events.csv", ()) as put:
        yield put


@contextmanager
def hxl_table(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.hxl.csv: as events.csv, with a row of HXL tags below the keys."""
    with _table(folder / "events.hxl.csv", (tuple(HXL_TAGS.get(key, "") for key in MAP_KEYS),)) as put:
        yield put


@contextmanager
def _table(path: Path, below: tuple[tuple[str, ...], ...]) -> Iterator[Put]:
    with replacing(path) as file:
        write = row_writer(file)
        for row in (MAP_KEYS, *below):
            write(row)

        def put(feature: Feature) -> None:
            write(tuple(feature.properties.values()))

        yield put
