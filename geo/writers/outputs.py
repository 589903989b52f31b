"""Every output, and the one pass over the events that feeds those that are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from geo.areas import AreaOf, no_outline
from geo.style import Look
from geo.writers.acled import acled_table
from geo.writers.feature import feature_of
from geo.writers.geojson import geojson
from geo.writers.output import Open, Output, Put
from geo.writers.qgis import qgis
from geo.writers.table import hxl_table, table
from geo.writers.ucdp import ucdp_table


def _late(module: str, name: str) -> Open:
    """A writer of a module that is imported when it is wanted: what it stands on takes up to two seconds."""

    @contextmanager
    def begin(folder: Path, look: Look) -> Iterator[Put]:
        with getattr(import_module(module), name)(folder, look) as put:
            yield put

    return begin


OUTPUTS: tuple[Output, ...] = (
    Output("geojson", ("events.geojson", "areas.geojson"), geojson),
    Output("map", ("map.html",), _late("geo.map", "html_map")),
    Output("geopackage", ("events.gpkg",), _late("geo.writers.geopackage", "geopackage")),
    Output(
        "qgis", ("events.qml", "areas.qml", "borders.geojson", "conflictmap.qgz"), qgis, needs=("geopackage",)
    ),
    Output("parquet", ("events.parquet", "areas.parquet"), _late("geo.writers.parquet", "geoparquet")),
    Output("csv", ("events.csv",), table),
    Output("hxl", ("events.hxl.csv",), hxl_table),
    Output("acled", ("events.acled.csv",), acled_table),
    Output("ucdp", ("events.ucdp.csv",), ucdp_table),
    Output("kml", ("events.kml",), _late("geo.writers.kml", "kml")),
)
"""In the order in which they are written and named."""
DEFAULT_FORMATS: tuple[str, ...] = ("geojson", "map", "geopackage", "qgis", "parquet", "csv")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events went where."""

    events: int
    """All of them."""
    located: int
    """Those with a point."""
    areas: int
    """Those with an area that they may lie in."""


def outputs_named(names: Sequence[str]) -> tuple[Output, ...]:
    """The outputs of these names and those that they need, in the order of OUTPUTS; `all` is every one.

    ValueError, naming the known ones, for any other name.
    """
    known = {output.name: output for output in OUTPUTS}
    for name in names:
        if name not in known and name != "all":
            raise ValueError(f"no output {name!r}; the known ones: {', '.join(known)}, all")
    wanted = set(known if "all" in names else names)
    for output in reversed(OUTPUTS):  # what is needed stands before what needs it
        if output.name in wanted:
            wanted.update(output.needs)
    return tuple(output for output in OUTPUTS if output.name in wanted)


def write_outputs(
    folder: Path,
    reports: Iterable[Mapping[str, Any]],
    outputs: Sequence[Output],
    look: Look,
    area_of: AreaOf = no_outline,
) -> Counts:
    """Write all reports (dicts with MAP_KEYS) in one pass to each output.

    A place has the outline that `area_of` gives, else it is a circle. ValueError, and every file left as it
    was, for a report that cannot be right (see `feature_of`).
    """
    events = located = areas = 0
    with ExitStack() as stack:
        puts = [stack.enter_context(output.open(folder, look)) for output in outputs]
        for report in reports:
            feature = feature_of(report, area_of)
            for put in puts:
                put(feature)
            events += 1
            located += feature.point is not None
            areas += feature.area is not None
    return Counts(events, located, areas)
