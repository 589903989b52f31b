"""The map of a report: a drawing without a script, in Mercator's projection, fit to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asinh, cos, radians, tan
from typing import Any

from geo.areas import Geometry, circle
from geo.borders import Country
from geo.conventions import POINT_LEVELS
from geo.report.choice import Properties
from geo.style import Style

WIDTH, HEIGHT = 900.0, 520.0
MARGIN = 0.08
"""Of the data's width, left free around them."""
LEAST_DEGREES = 1.5
CROWDED, CELL = 120, 36.0
"""From so many points on, those that share a cell of that width are one ring with their number."""
WIDEST_KM = 400.0
"""Wider areas do not decide what is shown: one event "in Sudan" would make dots of all others."""
MERCATOR_LIMIT = 84.0
SPECK = 150.0
"""A country of fewer square units of the drawing is not named."""
BEYOND, FINE = 60.0, 0.6
"""Units of the drawing: how far it is drawn past its edge, and what no eye tells apart."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The events at exactly one point."""

    x: float
    y: float
    radius: float
    shape: str
    colour: str
    hollow: bool
    """No event of them tells anything of people killed."""
    count: int
    title: str
    crowd: bool = False
    """Several points close together: a ring with their number, in their midst."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The area that events may lie in."""

    path: str
    colour: str
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """Everything to draw, later things over earlier ones."""

    countries: tuple[str, ...]
    """Paths."""
    disputed: tuple[str, ...]
    """Paths of borders in dispute, which lie on those of the countries."""
    names: tuple[Label, ...]
    outlines: tuple[Outline, ...]
    signs: tuple[Sign, ...]
    unlocated: int
    """Events that are not on it."""


class View:
    """From degrees to the units of the drawing; y runs down."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        west, south, east, north = bounds
        pad = max((east - west) * MARGIN, (LEAST_DEGREES - (east - west)) / 2, 0.1)
        left, right = radians(west - pad), radians(east + pad)
        low, high = _y(south) - radians(pad), _y(north) + radians(pad)
        self.scale = min(WIDTH / (right - left), HEIGHT / (high - low))
        self.left = (left + right) / 2 - WIDTH / 2 / self.scale
        self.top = (low + high) / 2 + HEIGHT / 2 / self.scale

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        return round((radians(lon) - self.left) * self.scale, 1), round((self.top - _y(lat)) * self.scale, 1)

    def path(self, rings: Iterable[Sequence[Sequence[float]]], end: str = "z") -> str:
        """The SVG path of rings of [lon, lat] (of open lines with another `end`), empty off the map. Points
        closer than FINE are said once; what runs beyond the drawing runs along its margin, which leaves
        inside and outside as they are."""
        parts: list[str] = []
        seen = [False] * 4
        for ring in rings:
            points: list[tuple[float, float]] = []
            for lon, lat in ring:
                x, y = self.point(lon, lat)
                seen = [seen[0] or x > 0, seen[1] or x < WIDTH, seen[2] or y > 0, seen[3] or y < HEIGHT]
                _add(points, (min(max(x, -BEYOND), WIDTH + BEYOND), min(max(y, -BEYOND), HEIGHT + BEYOND)))
            if len(points) > (2 if end else 1):
                parts.append("M" + "L".join(f"{x:g},{y:g}" for x, y in points) + end)
        return "".join(parts) if all(seen) else ""


def _add(points: list[tuple[float, float]], point: tuple[float, float]) -> None:
    """The point too, unless it lies on the last one; one between two others on the margin makes way."""
    if points and abs(point[0] - points[-1][0]) + abs(point[1] - points[-1][1]) < FINE:
        return
    if len(points) > 1:
        for axis, edges in ((0, (-BEYOND, WIDTH + BEYOND)), (1, (-BEYOND, HEIGHT + BEYOND))):
            if point[axis] in edges and points[-1][axis] == points[-2][axis] == point[axis]:
                points.pop()
                break
    points.append(point)


def sketch_of(
    events: Sequence[Properties],
    outlines: Mapping[str, Geometry],
    countries: Sequence[Country],
    style: Style,
    disputed: Iterable[Sequence[tuple[float, float]]] = (),
) -> Sketch:
    """The events on the map; `outlines` has the geometry of those (by id) that have one besides a circle,
    `disputed` the lines of borders in dispute."""
    located = [e for e in events if e["lat"] is not None]
    view = View(_bounds(located))
    paths = [(country, view.path(country.rings)) for country in countries]
    return Sketch(
        tuple(path for _, path in paths if path),
        tuple(path for line in disputed if (path := view.path([line], end=""))),
        tuple(_names([country for country, path in paths if path], view)),
        tuple(_areas(located, outlines, style, view)),
        tuple(_signs(located, style, view)),
        len(events) - len(located),
    )


def _y(lat: float) -> float:
    return asinh(tan(radians(max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, lat)))))


def _bounds(events: Sequence[Properties]) -> tuple[float, float, float, float]:
    """West, south, east, north of what is to be seen: points, and areas that are not too wide."""
    decisive = [e for e in events if _is_point(e) or e["radius_km"] <= WIDEST_KM] or list(events)
    if not decisive:
        return -170.0, -50.0, 170.0, 72.0
    boxes = []
    for event in decisive:
        reach = 0.0 if _is_point(event) else event["radius_km"] / 111.2
        across = min(180.0, reach / max(0.05, cos(radians(event["lat"]))))
        lat, lon = event["lat"], event["lon"]
        boxes.append((lon - across, lat - reach, lon + across, lat + reach))
    return (
        max(-180.0, min(b[0] for b in boxes)), min(b[1] for b in boxes),
        min(180.0, max(b[2] for b in boxes)), max(b[3] for b in boxes),
    )  # fmt: skip


def _is_point(event: Properties) -> bool:
    return event["place_level"] in POINT_LEVELS


def _names(countries: Sequence[Country], view: View) -> Iterable[Label]:
    """Names of countries that fit, the largest first, none over another, none of a speck."""
    taken: list[tuple[float, float, float]] = []
    least = SPECK / radians(view.scale) ** 2
    for country in sorted((c for c in countries if c.size >= least), key=lambda c: -c.size):
        x, y = view.point(country.lon, country.lat)
        half = 4.2 * len(country.name)
        inside = half < x < WIDTH - half and 14 < y < HEIGHT - 14
        if inside and all(abs(y - ty) > 16 or abs(x - tx) > half + th for tx, ty, th in taken):
            taken.append((x, y, half))
            yield Label(x, y, country.name)


def _areas(
    events: Sequence[Properties], outlines: Mapping[str, Geometry], style: Style, view: View
) -> Iterable[Outline]:
    """Each area once, the widest first, with the number of its events."""
    places: dict[tuple[Any, ...], list[Properties]] = {}
    for event in events:
        if not _is_point(event):
            key = event["lat"], event["lon"], event["radius_km"], event["place_name"], event["place_level"]
            places.setdefault(key, []).append(event)
    for here in sorted(places.values(), key=lambda here: -here[0]["radius_km"]):
        first = here[0]
        area = outlines.get(first["id"]) or circle(first["lat"], first["lon"], first["radius_km"])
        polygons = area["coordinates"] if area["type"] == "MultiPolygon" else [area["coordinates"]]
        path = view.path(ring for polygon in polygons for ring in polygon)
        yield Outline(path, _colour(here, style), f"{first['place_name']}: {len(here):,}")


def _signs(events: Sequence[Properties], style: Style, view: View) -> Iterable[Sign]:
    """One sign for each point, the largest first so that small ones stay to be seen."""
    places: dict[tuple[float, float], list[Properties]] = {}
    for event in events:
        if _is_point(event):
            places.setdefault((event["lat"], event["lon"]), []).append(event)
    if len(places) < CROWDED:
        signs = [_sign(here, style, view) for here in places.values()]
        return sorted(signs, key=lambda sign: -sign.radius)
    cells: dict[tuple[int, int], list[list[Properties]]] = {}
    for (lat, lon), here in places.items():
        x, y = view.point(lon, lat)
        cells.setdefault((int(x // CELL), int(y // CELL)), []).append(here)
    return [
        _crowd(near, style, view) if len(near) > 1 else _sign(near[0], style, view) for near in cells.values()
    ]


def _sign(here: Sequence[Properties], style: Style, view: View) -> Sign:
    x, y = view.point(here[0]["lon"], here[0]["lat"])
    killed = max(e["killed_low"] or 0 for e in here)
    radius = style.sizes[style.step_of(killed)].radius
    hollow = all(e["killed_low"] is None and e["killed_high"] is None for e in here)
    kinds = {e["event_type"] for e in here}
    shape = style.event_types[here[0]["event_type"]].shape if len(kinds) == 1 else "circle"
    title = f"{here[0]['place_name'] or here[0]['place_text']}: {len(here):,}"
    return Sign(x, y, radius, shape, _colour(here, style), hollow, len(here), title)


def _crowd(near: Sequence[Sequence[Properties]], style: Style, view: View) -> Sign:
    """The events of several points, at the mean of the points."""
    events = [event for here in near for event in here]
    at = [view.point(here[0]["lon"], here[0]["lat"]) for here in near]
    x, y = (round(sum(values) / len(at), 1) for values in zip(*at, strict=True))
    radius = 6.0 + 3.4 * len(f"{len(events):,}")
    title = f"{len(events):,} events at {len(near):,} points"
    return Sign(x, y, radius, "circle", _colour(events, style), False, len(events), title, crowd=True)


def _colour(here: Sequence[Properties], style: Style) -> str:
    kinds = {e["event_type"] for e in here}
    return style.event_types[here[0]["event_type"]].colour if len(kinds) == 1 else style.mixed
