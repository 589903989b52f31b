from xml.etree.ElementTree import Element, fromstring

import pytest

from geo.writers.qgis_xml import child, colour, document, millimetres, options, quoted, rules, symbol, tint


def test_hostile_text_stays_text_and_what_xml_cannot_hold_is_a_question_mark() -> None:
    root = Element("qgis")
    hostile = "<a b=\"c\">&amp;]]></a>\n'\0\x1b\ud800\ufffe سرمدا"
    child(root, "title", hostile, name=hostile)
    read = fromstring(document(root))[0]
    expected = hostile.translate(dict.fromkeys([0, 0x1B, 0xD800, 0xFFFE], "?"))
    assert read.text == read.get("name") == expected


def test_the_same_elements_give_the_same_bytes_however_often() -> None:
    root = Element("qgis", {"version": "3"})
    child(root, "a", "b")
    assert document(root) == document(root)
    assert document(root).startswith(b"<!DOCTYPE qgis PUBLIC")


def test_options_have_types() -> None:
    read = options(Element("layer"), {"a": "b", "n": 3, "t": True, "deep": {"x": "y"}})
    assert [(o.get("name"), o.get("type"), o.get("value")) for o in read] == [
        ("a", "QString", "b"), ("n", "int", "3"), ("t", "bool", "true"), ("deep", "Map", None),
    ]  # fmt: skip


def test_rules_number_their_symbols_in_order() -> None:
    members = [("a = 1", "One", symbol("", "marker", "SimpleMarker", {})) for _ in range(2)]
    renderer = rules([("TRUE", "Group", members[:1]), ("FALSE", "Other", members[1:])], "size")
    assert [rule.get("symbol") for rule in renderer.iter("rule")] == [None, "0", None, "1"]
    assert [drawn.get("name") for drawn in renderer.iter("symbol")] == ["0", "1"]


@pytest.mark.parametrize(
    ("text", "expression"), [("Riots", "'Riots'"), ("O'Neil", "'O''Neil'"), ("a\\b", "'a\\\\b'")]
)
def test_strings_of_expressions(text: str, expression: str) -> None:
    assert quoted(text) == expression


def test_colours_and_lengths() -> None:
    assert colour("#0072b2") == "0,114,178,255" and colour("#ffffff", 0.5) == "255,255,255,128"
    assert tint("#000000", 0.25) == "#bfbfbf" and tint("#0072b2", 1) == "#0072b2"
    assert millimetres(96) == "25.40"
