"""Labels as QGIS writes them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from geo.writers.qgis_xml import child, colour


def label_at(text: str, point: str, rrggbb: str, size: float, priority: int) -> Element:
    """Labels of one layer: an expression's words above the point that another one makes.

    Of two that lie on each other the one of the higher priority (0 to 10) is written.
    """
    labeling = Element("labeling", {"type": "simple"})
    settings = child(labeling, "settings", calloutType="simple")
    style = child(
        settings, "text-style", fieldName=text, isExpression=1, fontFamily="Sans Serif", fontSize=size,
        fontSizeUnit="Point", fontWeight=50, textColor=colour(rrggbb), textOpacity=1, namedStyle="Regular",
    )  # fmt: skip
    child(
        style, "text-buffer", bufferDraw=1, bufferSize=0.7, bufferSizeUnits="MM", bufferOpacity=1,
        bufferColor=colour("#ffffff", 0.8), bufferNoFill=1,
    )  # fmt: skip
    child(
        settings, "placement", placement=1, quadOffset=1, dist=0, distUnits="MM", xOffset=0, yOffset=0,
        offsetUnits="MM", priority=priority, geometryGenerator=point, geometryGeneratorEnabled=1,
        geometryGeneratorType="PointGeometry", layerType="PolygonGeometry",
    )  # fmt: skip
    child(settings, "rendering", drawLabels=1, obstacle=0, displayAll=0, labelPerPart=0)
    return labeling
