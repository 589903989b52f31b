"""The styles as text; tests/qgis asks QGIS what it makes of them."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from xml.etree.ElementTree import Element, fromstring

import pytest

from geo.conventions import EVENT_TYPES, POINT_LEVELS
from geo.style import Look, SizeStep, TypeLook, default_style
from geo.writers.qgis_areas import areas_style
from geo.writers.qgis_events import events_style
from geo.writers.qgis_style import qml

LOOK = Look(default_style())
STYLES = [(events_style, "Point"), (areas_style, "Polygon")]


@pytest.mark.parametrize(("style", "geometry"), STYLES)
def test_a_style_is_a_file_for_one_kind_of_geometry(style: Callable[[Look], Element], geometry: str) -> None:
    root = fromstring(qml(style(LOOK), geometry))
    assert root.tag == "qgis" and root.get("styleCategories") == "AllStyleCategories"
    assert root.findtext("layerGeometryType") == {"Point": "0", "Polygon": "2"}[geometry]
    assert qml(style(LOOK), geometry) == qml(style(LOOK), geometry)


@pytest.mark.parametrize(("style", "geometry"), STYLES)
def test_days_are_expressions_with_both_ends_inclusive(
    style: Callable[[Look], Element], geometry: str
) -> None:
    temporal = style(LOOK).find("temporal")
    assert temporal is not None
    assert (temporal.get("enabled"), temporal.get("mode"), temporal.get("limitMode")) == ("1", "4", "1")


def test_only_levels_up_to_near_have_signs() -> None:
    group = next(events_style(LOOK).iter("rule"))
    assert group.get("filter") == f'"place_level" IN ({", ".join(map(repr, sorted(POINT_LEVELS)))})'


def test_each_type_has_its_rule_and_label_and_an_unknown_one_too() -> None:
    group = next(events_style(LOOK).iter("rule"))
    labels = [kind.label for kind in default_style().event_types.values()]
    assert [rule.get("label") for rule in group] == [*labels, "Other"]
    assert len(group) == len(EVENT_TYPES) + 1


def test_a_users_colours_labels_and_sizes_are_used() -> None:
    kinds = dict(default_style().event_types) | {"Riots": TypeLook("#010203", "cross", "Unrest & <riots>")}
    style = replace(
        default_style(), event_types=MappingProxyType(kinds), sizes=(SizeStep(0, 4.0), SizeStep(1, 8.0))
    )
    text = qml(events_style(Look(style)), "Point").decode()
    assert "1,2,3," in text and 'label="Unrest &amp; &lt;riots&gt;"' in text and "cross_fill" in text
    legend = [rule.get("label") for rule in events_style(Look(style)).iter("rule")]
    assert legend[-4:] == ["Killed, by the lower figure", "not told", "0", "1 and more"]


def test_each_types_dashes_leave_some_of_those_below_to_be_seen() -> None:
    dashes = [
        float(str(option.get("value")).partition(";")[0])
        for option in areas_style(LOOK).iter("Option")
        if option.get("name") == "customdash"
    ]
    assert len(dashes) == len(EVENT_TYPES) + 1
    assert all(below - above > 0.7 for below, above in pairwise(dashes)) and dashes[-1] > 1
