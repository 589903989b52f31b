"""Asks QGIS what it makes of files; run by the Python that QGIS belongs to, which knows nothing of ours.

Reads a JSON object from standard input, {"task": NAME, ...}, and writes one to standard output.
"""

import json
import sys

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsInterval,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime
from qgis.PyQt.QtGui import QImage


def layer(asked):
    """What a file is as a layer, with the style that comes by itself."""
    opened = alone(asked["source"])
    told = described(opened)
    told["rows"] = [
        {field.name(): shown(feature[field.name()]) for field in opened.fields()}
        for feature in opened.getFeatures()
    ]
    del opened
    return told


def alone(source):
    """A layer as QGIS's window opens it: first the data, then the style that comes by itself."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    opened = QgsVectorLayer(source, "layer", "ogr", options)
    opened.loadDefaultStyle()
    return opened


def project(asked):
    """What a project is: its layers, tree, view and times."""
    opened = QgsProject.instance()
    read = opened.read(asked["source"])
    tree = opened.layerTreeRoot()
    times = opened.timeSettings()
    told = {
        "read": read,
        "title": opened.title(),
        "crs": opened.crs().authid(),
        "abstract": opened.metadata().abstract(),
        "absolute": opened.readBoolEntry("Paths", "/Absolute", True)[0],
        "mode": opened.readNumEntry("TemporalControllerWidget", "/NavigationMode", -1)[0],
        "moments": [
            opened.readEntry("TemporalControllerWidget", f"/{name}DateTime")[0] for name in ("Start", "End")
        ],
        "range": [
            moment.toUTC().toString(Qt.ISODate)
            for moment in (times.temporalRange().begin(), times.temporalRange().end())
        ],
        "step": [times.timeStep(), QgsUnitTypes.toString(times.timeStepUnit())],
        "groups": [group.name() for group in tree.findGroups()],
        "order": [found.id() for found in tree.layerOrder()],
        "layers": {found.layerId(): described(found.layer()) for found in tree.findLayers()},
        "extent": degrees(opened, opened.viewSettings().defaultViewExtent()),
    }
    opened.clear()
    return told


def described(opened):
    """Type, fields and look of a layer."""
    legend = [item.label() for item in opened.renderer().legendSymbolItems()]
    times = opened.temporalProperties()
    return {
        "valid": opened.isValid(),
        "name": opened.name(),
        "source": opened.source(),
        "crs": opened.crs().authid(),
        "count": opened.featureCount(),
        "geometry": QgsWkbTypes.displayString(opened.wkbType()),
        "fields": {field.name(): field.typeName() for field in opened.fields()},
        "aliases": {field.name(): opened.attributeAlias(i) for i, field in enumerate(opened.fields())},
        "renderer": opened.renderer().type(),
        "legend": legend,
        "labels": opened.labelsEnabled(),
        "temporal": [times.isActive(), int(times.mode()), times.startField(), times.endField(),
                     int(times.limitMode())],
    }


def words(asked):
    """For each feature, by id, what expressions and the layer's own tip, name and label make of it."""
    opened = alone(asked["source"])
    told = {}
    for feature in opened.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(opened))
        context.setFeature(feature)
        told[feature["id"]] = {
            "tip": QgsExpression.replaceExpressionText(opened.mapTipTemplate(), context),
            "name": evaluated(opened.displayExpression(), context),
            "label": labelled(opened, context),
        }
    del opened
    return told


def labelled(opened, context):
    labeling = opened.labeling()
    return None if labeling is None else evaluated(labeling.settings().fieldName, context)


def evaluated(text, context):
    expression = QgsExpression(text)
    value = shown(expression.evaluate(context))
    if expression.hasEvalError() or expression.hasParserError():
        raise ValueError(expression.evalErrorString() + expression.parserErrorString())
    return value


def days(asked):
    """The ids that the layer's own temporal filter lets through, for each range of days, end excluded."""
    opened = alone(asked["source"])
    return [through(opened, spanned(first, last)) for first, last in asked["ranges"]]


def frames(asked):
    """The ids that each frame of one day shows, as the Temporal Controller goes through a project's range."""
    opened = QgsProject.instance()
    opened.read(asked["source"])
    events = opened.mapLayer(asked["layer"])
    controller = QgsTemporalNavigationObject()
    controller.setTemporalExtents(opened.timeSettings().temporalRange())
    times = opened.timeSettings()
    controller.setFrameDuration(QgsInterval(times.timeStep(), times.timeStepUnit()))
    controller.setNavigationMode(QgsTemporalNavigationObject.Animated)
    count = controller.totalFrameCount()
    told = [through(events, controller.dateTimeRangeForFrameNumber(frame)) for frame in range(count)]
    del events
    opened.clear()
    return told


def through(events, moments):
    context = QgsVectorLayerTemporalContext()
    context.setLayer(events)
    rule = events.temporalProperties().createFilterString(context, moments)
    around = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(events))
    scope = QgsExpressionContextScope("Map Settings")  # what a map that is drawn at these times tells
    scope.setVariable("map_start_time", moments.begin())
    scope.setVariable("map_end_time", moments.end())
    around.appendScope(scope)
    request = QgsFeatureRequest().setFilterExpression(rule).setExpressionContext(around)
    return sorted(feature["id"] for feature in events.getFeatures(request))


def spanned(first, last):
    begin, end = (
        QDateTime(QDate.fromString(day, Qt.ISODate), QTime(0, 0), Qt.UTC) for day in (first, last)
    )
    return QgsDateTimeRange(begin, end, True, False)


def picture(asked):
    """Draws a project or layers to a file; the colours at points, and how many pixels differ from another.

    Words are left out unless asked for: fonts differ between machines, and colours do not.
    """
    opened = QgsProject.instance()
    opened.read(asked["source"])
    world = QgsCoordinateReferenceSystem("EPSG:4326")
    onto_map = QgsCoordinateTransform(world, opened.crs(), opened)
    drawn = QgsMapSettings()
    drawn.setLayers(opened.layerTreeRoot().layerOrder())
    drawn.setDestinationCrs(opened.crs())
    drawn.setTransformContext(opened.transformContext())
    drawn.setBackgroundColor(opened.backgroundColor())
    drawn.setOutputSize(QSize(*asked["size"]))
    drawn.setOutputDpi(96)
    drawn.setFlag(QgsMapSettings.DrawLabeling, asked.get("labels", False))
    extent = asked.get("extent")
    if extent is None:
        drawn.setExtent(opened.viewSettings().defaultViewExtent())
    else:
        drawn.setExtent(onto_map.transformBoundingBox(QgsRectangle(*extent)))
    if "days" in asked:
        drawn.setIsTemporal(True)
        drawn.setTemporalRange(spanned(*asked["days"]))
    around = QgsExpressionContext()
    around.appendScope(QgsExpressionContextUtils.mapSettingsScope(drawn))  # as QGIS's window does
    drawn.setExpressionContext(around)
    job = QgsMapRendererParallelJob(drawn)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(asked["out"])
    pixels = (drawn.mapToPixel().transform(onto_map.transform(QgsPointXY(*at))) for at in asked["points"])
    told = {
        "errors": [error.message for error in job.errors()],
        "colours": [image.pixelColor(round(at.x()), round(at.y())).name() for at in pixels],
    }
    if "reference" in asked:
        told["differing"] = differing(image, QImage(asked["reference"]))
    del job
    opened.clear()
    return told


def differing(image, reference, apart=48):
    """The share of pixels whose colours are well apart in any channel; 1 for pictures of two sizes."""
    if image.size() != reference.size():
        return 1.0
    count = 0
    for y in range(image.height()):
        for x in range(image.width()):
            one, other = image.pixelColor(x, y), reference.pixelColor(x, y)
            count += any(abs(a - b) > apart for a, b in zip(one.getRgb(), other.getRgb(), strict=True))
    return count / (image.width() * image.height())


def degrees(opened, extent):
    back = QgsCoordinateTransform(opened.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), opened)
    box = back.transformBoundingBox(QgsRectangle(extent))
    return [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]


def shown(value):
    """A value as JSON has it; dates with their kind, so that a text of the same digits is none."""
    if isinstance(value, QDateTime):
        return f"QDateTime {value.toString(Qt.ISODate)}"
    if isinstance(value, QDate):
        return f"QDate {value.toString(Qt.ISODate)}"
    return value if isinstance(value, str | int | float) else None


TASKS = {
    "version": lambda asked: Qgis.QGIS_VERSION,
    "layer": layer,
    "project": project,
    "words": words,
    "days": days,
    "frames": frames,
    "picture": picture,
}


def main():
    application = QgsApplication([], False)
    application.initQgis()
    told = [TASKS[asked["task"]](asked) for asked in json.load(sys.stdin)]
    application.exitQgis()
    json.dump(told, sys.stdout)


main()
