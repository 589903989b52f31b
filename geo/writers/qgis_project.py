"""A QGIS project over the files of one folder: layers, extent, days and credits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import log, pi, radians, tan
from types import MappingProxyType
from typing import IO
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from geo.style import Look
from geo.writers.borders import borders_style, disputed_style
from geo.writers.qgis_areas import areas_style
from geo.writers.qgis_events import events_style
from geo.writers.qgis_xml import WRITTEN_BY, child, document

EARTH_RADIUS_M = 6378137.0
"""Of Web Mercator's sphere."""
MERCATOR_LIMIT = 85.0
CRS: Mapping[str, str] = MappingProxyType({"EPSG:4326": "3452", "EPSG:3857": "3857"})
"""Known name -> its number in QGIS's own list."""
FRAMES_A_SECOND = 4
SEA = (223, 231, 236)


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the project."""

    id: str
    """Its name inside the file; QGIS takes none of ten characters or fewer."""
    title: str
    """What the list of layers calls it."""
    source: str
    """The file, from the project's folder on."""
    geometry: str
    """Point, Line or Polygon."""
    style: Element
    """Its look."""


@dataclass(frozen=True, slots=True)
class View:
    """What the project shows at first."""

    extent: tuple[float, float, float, float]
    """West, south, east, north, degrees."""
    days: tuple[date, date] | None
    """First and last day of all events; None where no event has a day."""
    credits: tuple[str, ...]
    """Whose work is shown, as the licences ask."""


def write_project(file: IO[bytes], look: Look, view: View, events: str, areas: str, borders: str) -> None:
    """A project of three sources, each a path from the project's own folder on; the same bytes every time."""
    layers = (
        Layer("conflictmap_events", "Events", events, "Point", events_style(look)),
        Layer("conflictmap_areas", "Areas that events may lie in", areas, "Polygon", areas_style(look)),
        Layer(
            "conflictmap_disputed", "Disputed borders", f"{borders}|geometrytype=LineString", "Line",
            disputed_style(),
        ),
        Layer(
            "conflictmap_countries", "Countries", f"{borders}|geometrytype=Polygon", "Polygon",
            borders_style(),
        ),
    )  # fmt: skip
    # Fixed, for the same events give the same bytes; 1980 is where a zip's calendar begins.
    member = ZipInfo("conflictmap.qgs", (1980, 1, 1, 0, 0, 0))
    member.compress_type = ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    with ZipFile(file, "w") as archive:
        archive.writestr(member, document(_project(look, view, layers)))


def _project(look: Look, view: View, layers: tuple[Layer, ...]) -> Element:
    title = look.style.title
    root = Element("qgis", {"version": WRITTEN_BY, "projectname": title})
    child(root, "homePath", path="")
    child(root, "title", title)
    _crs(child(root, "projectCrs"), "EPSG:3857")
    tree = child(root, "layer-tree-group")
    for name, members in ((title, layers[:2]), ("Background", layers[2:])):
        group = child(tree, "layer-tree-group", name=name, checked="Qt::Checked", expanded=1)
        for layer in members:
            child(
                group, "layer-tree-layer", id=layer.id, name=layer.title, source=layer.source,
                providerKey="ogr", checked="Qt::Checked", expanded=int(layer is layers[0]),
            )  # fmt: skip
    _canvas(root, view)
    listed = child(root, "projectlayers")
    for layer in layers:
        _layer(listed, layer)
    order = child(root, "layerorder")
    for layer in layers:
        child(order, "layer", id=layer.id)
    credits = " · ".join(view.credits)
    _properties(child(root, "properties"), view, credits)
    metadata = child(root, "projectMetadata")
    child(metadata, "type", "dataset")
    child(metadata, "title", title)
    child(metadata, "abstract", credits)
    _times(root, view)
    return root


def _layer(listed: Element, layer: Layer) -> None:
    element = child(
        listed, "maplayer", type="vector", geometry=layer.geometry, styleCategories="AllStyleCategories",
        hasScaleBasedVisibilityFlag=0, **layer.style.attrib,
    )  # fmt: skip
    child(element, "id", layer.id)
    child(element, "datasource", layer.source)
    child(element, "layername", layer.title)
    _crs(child(element, "srs"), "EPSG:4326")
    child(element, "provider", "ogr", encoding="UTF-8")
    element.extend(layer.style)


def _crs(parent: Element, name: str) -> None:
    system = child(parent, "spatialrefsys")
    child(system, "srsid", CRS[name])
    child(system, "srid", name.partition(":")[2])
    child(system, "authid", name)
    child(system, "geographicflag", str(name == "EPSG:4326").lower())


def _canvas(root: Element, view: View) -> None:
    """Where the window begins: the extent in Web Mercator's metres."""
    west, south, east, north = view.extent
    corners = {"xmin": _across(west), "ymin": _up(south), "xmax": _across(east), "ymax": _up(north)}
    metres = {name: f"{value:.0f}" for name, value in corners.items()}
    canvas = child(root, "mapcanvas", name="theMapCanvas", annotationsVisible=1)
    child(canvas, "units", "meters")
    extent = child(canvas, "extent")
    for name, value in metres.items():
        child(extent, name, value)
    child(canvas, "rotation", "0")
    _crs(child(canvas, "destinationsrs"), "EPSG:3857")
    settings = child(root, "ProjectViewSettings", UseProjectScales=0, rotation=0)
    child(settings, "Scales")
    _crs(child(settings, "DefaultViewExtent", **metres), "EPSG:3857")


def _across(lon: float) -> float:
    return EARTH_RADIUS_M * radians(lon)


def _up(lat: float) -> float:
    bounded = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, lat))
    return EARTH_RADIUS_M * log(tan(pi / 4 + radians(bounded) / 2))


def _properties(properties: Element, view: View, credits: str) -> None:
    """QGIS's own drawers: paths from the project's folder on, sea, credits on the map, the days shown."""
    child(child(properties, "Paths"), "Absolute", "false", type="bool")
    child(child(properties, "SpatialRefSys"), "ProjectionsEnabled", "1", type="int")
    gui = child(properties, "Gui")
    for name, part in zip(("Red", "Green", "Blue"), SEA, strict=True):
        child(gui, f"CanvasColor{name}Part", str(part), type="int")
    label = child(properties, "CopyrightLabel")
    child(label, "Enabled", "true", type="bool")
    # QGIS runs what stands between "[%" and "%]".
    child(label, "Label", credits.replace("[%", "[ %"), type="QString")
    child(label, "Placement", "3", type="int")
    if view.days is not None:
        controller = child(properties, "TemporalControllerWidget")
        # The whole range at first (2): played frame by frame (1), the map would open on its first day alone.
        child(controller, "NavigationMode", "2", type="int")
        for name, moment in zip(("StartDateTime", "EndDateTime"), _moments(view.days), strict=True):
            child(controller, name, moment, type="QString")


def _times(root: Element, view: View) -> None:
    """Frames of one day from the first day to the last."""
    settings = child(
        root, "ProjectTimeSettings", timeStep=1, timeStepUnit="d", frameRate=FRAMES_A_SECOND,
        cumulativeTemporalRange=0,
    )  # fmt: skip
    if view.days is not None:
        spanned = child(settings, "TemporalRange")
        for name, moment in zip(("start", "end"), _moments(view.days), strict=True):
            child(spanned, name, moment)


def _moments(days: tuple[date, date]) -> tuple[str, str]:
    """From the first moment of the first day to the last of the last, which is to have a frame too."""
    return f"{days[0].isoformat()}T00:00:00Z", f"{days[1].isoformat()}T23:59:59Z"
