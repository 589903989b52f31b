"""Events -> what QGIS opens: a style beside each GeoJSON file and a project over all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from geo.credits import asked_of_openstreetmap, credits_of
from geo.style import Look
from geo.writers.atomic import replacing, replacing_bytes
from geo.writers.borders import write_borders
from geo.writers.feature import Feature
from geo.writers.output import Put
from geo.writers.qgis_areas import areas_style
from geo.writers.qgis_events import events_style
from geo.writers.qgis_project import View, write_project
from geo.writers.qgis_style import qml

WORLD = (-180.0, -60.0, 180.0, 75.0)
MARGIN = 0.1
"""Of the width, around the events."""
NARROWEST = 0.5
"""Degrees: one place alone is shown with what lies around it."""
EVENTS, AREAS, BORDERS = (
    "./events.gpkg|layername=events", "./events.gpkg|layername=areas", "./borders.geojson",
)  # fmt: skip


@contextmanager
def qgis(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.qml, areas.qml, borders.geojson and conflictmap.qgz.

    The project stands on the files beside it by their names alone: the folder can be moved. It opens on the
    extent and the days of the events that have passed.
    """
    seen = _Seen()
    with (
        replacing_bytes(folder / "events.qml") as events,
        replacing_bytes(folder / "areas.qml") as areas,
        replacing(folder / "borders.geojson") as borders,
        replacing_bytes(folder / "conflictmap.qgz") as project,
    ):
        yield seen.put
        events.write(qml(events_style(look), "Point"))
        areas.write(qml(areas_style(look), "Polygon"))
        write_borders(borders)
        write_project(project, look, seen.view(look.added), EVENTS, AREAS, BORDERS)


@dataclass(slots=True)
class _Seen:
    """What the events that have passed span."""

    west: float = 180.0
    south: float = 90.0
    east: float = -180.0
    north: float = -90.0
    first: str | None = None
    last: str | None = None
    asked: bool = False

    def put(self, feature: Feature) -> None:
        for geometry in (feature.point, feature.area):
            if geometry is not None:
                self._widen(geometry["coordinates"])
        self.asked = self.asked or asked_of_openstreetmap(feature.properties)
        start, end = feature.properties["date_start"], feature.properties["date_end"]
        if start is not None:
            self.first = start if self.first is None else min(self.first, start)
        if end is not None:
            self.last = end if self.last is None else max(self.last, end)

    def _widen(self, coordinates: list[Any]) -> None:
        """By a position, or by a list of what may be positions."""
        match coordinates:
            case [float() | int() as lon, float() | int() as lat]:
                self.west, self.east = min(self.west, lon), max(self.east, lon)
                self.south, self.north = min(self.south, lat), max(self.north, lat)
            case _:
                for part in coordinates:
                    self._widen(part)

    def view(self, added: tuple[str, ...]) -> View:
        days = None
        if self.first is not None and self.last is not None:
            days = date.fromisoformat(self.first), date.fromisoformat(self.last)
        credits = credits_of(self.asked, added)
        if self.west > self.east:
            return View(WORLD, days, credits)
        across = max(MARGIN * (self.east - self.west), (NARROWEST - (self.east - self.west)) / 2)
        up = max(MARGIN * (self.north - self.south), (NARROWEST - (self.north - self.south)) / 2)
        extent = (self.west - across, self.south - up, self.east + across, self.north + up)
        return View(extent, days, credits)
