from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from shapely import MultiPolygon, Point, Polygon, box

from gazetteer.errors import BadInput
from gazetteer.outline import outline_of, to_wgs84


def test_corners_are_left_out_but_the_shape_stays() -> None:
    many = Point(37, 35).buffer(1, quad_segs=5_000)
    outline = outline_of(many)
    assert outline is not None
    assert outline.wkb is not None
    simple = shapely.from_wkb(outline.wkb)
    assert shapely.get_num_coordinates(simple) < 200
    assert simple.is_valid
    assert simple.symmetric_difference(many).area < 0.03
    assert outline.radius_km == pytest.approx(111.2, abs=0.5)


def test_the_middle_lies_inside_even_of_a_ring_of_land() -> None:
    ring = box(0, 0, 10, 10) - box(1, 1, 9, 9)
    outline = outline_of(ring)
    assert outline is not None
    assert ring.contains(Point(outline.lon, outline.lat))


def test_a_bow_tie_is_mended_and_islands_stay() -> None:
    bow = outline_of(Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]))
    two = outline_of(MultiPolygon([box(0, 0, 1, 1), box(3, 0, 4, 1)]))
    assert bow is not None
    assert two is not None
    assert bow.wkb is not None
    assert two.wkb is not None
    assert shapely.from_wkb(bow.wkb).is_valid
    assert shapely.from_wkb(two.wkb).geom_type == "MultiPolygon"


def test_a_point_has_no_outline_and_nothing_is_none() -> None:
    outline = outline_of(Point(37, 35))
    assert outline is not None
    assert (outline.lat, outline.lon, outline.radius_km, outline.wkb) == (35, 37, None, None)
    assert outline_of(None) is None
    assert outline_of(Polygon()) is None


def test_a_line_drawn_as_an_area_encloses_nothing() -> None:
    outline = outline_of(Polygon([(36, 35), (37, 35), (36, 35)]))
    assert outline is not None
    assert (outline.lat, outline.lon, outline.radius_km, outline.wkb) == (35, 36.5, None, None)


def test_islands_on_both_sides_of_the_date_line_are_near_each_other() -> None:
    outline = outline_of(MultiPolygon([box(178, -18, 180, -17), box(-180, -18, -179, -17)]))
    assert outline is not None
    assert outline.lon == pytest.approx(179.5)
    assert outline.lat == pytest.approx(-17.5)
    assert outline.radius_km == pytest.approx(168, abs=5)
    assert outline.wkb is not None
    assert shapely.from_wkb(outline.wkb).bounds == (-180, -18, 180, -17), "drawn as the file has it"


def test_nothing_is_off_the_globe() -> None:
    assert list(to_wgs84(Path("a.shp"), [], None)) == []


def test_coordinates_off_the_globe_are_refused() -> None:
    far = [shapely.to_wkb(Point(500_000, 35))]
    with pytest.raises(BadInput, match="no projection"):
        list(to_wgs84(Path("a.shp"), far, None))
    with pytest.raises(BadInput, match="its projection is not known"):
        list(to_wgs84(Path("a.shp"), far, "EPSG:999999"))
