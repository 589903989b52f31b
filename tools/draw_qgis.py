"""Draws docs/qgis.png: a project with its legend, as QGIS prints it.

Run by the Python that QGIS belongs to, after `conflictmap run examples/`:

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 tools/draw_qgis.py outputs/conflictmap.qgz docs/qgis.png
"""

import sys
from collections import Counter

from qgis.core import (
    QgsApplication,
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsProject,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QImage

WIDTH, HEIGHT, LEGEND = 300, 190, 76
DPI = 100


def draw(project, out):
    layout = QgsLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(WIDTH, HEIGHT))
    chart = QgsLayoutItemMap(layout)
    chart.attemptSetSceneRect(QRectF(LEGEND, 0, WIDTH - LEGEND, HEIGHT))
    chart.zoomToExtent(project.viewSettings().defaultViewExtent())
    chart.setBackgroundColor(project.backgroundColor())
    layout.addLayoutItem(chart)
    legend = QgsLayoutItemLegend(layout)
    legend.setTitle(project.title())
    legend.setLinkedMap(chart)
    sizes = ((QgsLegendStyle.Title, 13), (QgsLegendStyle.Subgroup, 10), (QgsLegendStyle.SymbolLabel, 8))
    for style, points in sizes:
        font = legend.style(style).font()
        font.setPointSizeF(points)
        legend.rstyle(style).setFont(font)
    legend.setAutoUpdateModel(False)  # a tree of its own from here on
    tree = legend.model().rootGroup()
    signs, background = tree.findGroups()
    tree.removeChildNode(background)
    for layer in [node.clone() for node in signs.children()]:
        tree.addChildNode(layer)
    tree.removeChildNode(signs)
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(1, 1))
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    done = QgsLayoutExporter(layout).exportToImage(out, settings) == QgsLayoutExporter.Success
    return done and indexed(QImage(out)).save(out)


def indexed(image):
    """The picture in its 256 commonest colours, a quarter of the size."""
    counted = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    colours = [colour for colour, _ in counted.most_common(256)]
    return image.convertToFormat(QImage.Format_Indexed8, colours, Qt.ThresholdDither | Qt.AvoidDither)


def main(source, out):
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    done = project.read(source) and draw(project, out)
    project.clear()
    application.exitQgis()
    return 0 if done else 1


sys.exit(main(*sys.argv[1:]))
