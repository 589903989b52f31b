from typing import Any

import pytest
from shapely import from_wkb
from shapely.geometry import mapping, shape

from geo.areas import circle
from geo.writers.wkb import areas_wkb, bounds, point_wkb

SQUARE = [[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 36.0], [36.0, 35.0]]
HOLE = [[36.2, 35.2], [36.2, 35.4], [36.4, 35.4], [36.4, 35.2], [36.2, 35.2]]
POLYGON = {"type": "Polygon", "coordinates": [SQUARE, HOLE]}
OVER_THE_DATE_LINE = circle(-16.5, 179.9, 60.0)


def test_a_point() -> None:
    found = from_wkb(point_wkb({"type": "Point", "coordinates": [37.25, -35.5]}))
    assert mapping(found) == {"type": "Point", "coordinates": (37.25, -35.5)}


@pytest.mark.parametrize("area", [POLYGON, circle(35.0, 36.0, 8.0), OVER_THE_DATE_LINE])
def test_an_area_is_a_multipolygon_of_the_same_rings(area: dict[str, Any]) -> None:
    found = from_wkb(areas_wkb(area))
    assert found.geom_type == "MultiPolygon" and found.is_valid
    assert found.normalize() == shape(area).normalize() or list(found.geoms) == [shape(area)]


def test_bounds() -> None:
    assert bounds({"type": "Point", "coordinates": [37.25, -35.5]}) == (37.25, -35.5, 37.25, -35.5)
    assert bounds(POLYGON) == (36.0, 35.0, 37.0, 36.0)
    assert bounds(OVER_THE_DATE_LINE) == shape(OVER_THE_DATE_LINE).bounds
