import re
from collections.abc import Iterable, Mapping
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pyogrio
import pytest
from lxml import etree

from geo.merge import MAP_KEYS
from geo.style import Look, default_style, read_style

from ..sample_reports import at, mixed, report, unlocated
from .writing import LOOK, write

KML = {"k": "http://www.opengis.net/kml/2.2"}


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    with as_file(files("fastkml") / "schema") as folder:
        return etree.XMLSchema(etree.parse(folder / "ogckml22.xsd"))


def document(folder: Path, reports: Iterable[Mapping[str, Any]], look: Look = LOOK) -> etree._ElementTree:
    write(folder, "kml", reports, look)
    return etree.parse(folder / "events.kml")


def placemark(folder: Path, told: Mapping[str, Any]) -> etree._Element:
    (found,) = document(folder, [told]).iterfind(".//k:Placemark", KML)
    return found


def geometry(element: etree._Element) -> list[str]:
    return [etree.QName(e).localname for e in element.iter() if etree.QName(e).localname in
            ("Point", "Polygon", "MultiGeometry")]  # fmt: skip


def words(element: etree._Element, path: str) -> str:
    return str(element.findtext(path, namespaces=KML))


def test_it_is_valid_against_the_schema_of_kml_2_2(tmp_path: Path, schema: etree.XMLSchema) -> None:
    over_the_date_line = at("near", "Taveuni", -16.8, 179.99, 20.0)
    schema.assertValid(document(tmp_path, [*mixed(), over_the_date_line]))
    schema.assertValid(document(tmp_path, []))


def test_a_town_is_a_point_what_is_near_one_has_its_area_too(tmp_path: Path) -> None:
    assert geometry(placemark(tmp_path, report())) == ["Point"]
    near = placemark(tmp_path, at("near", "Bir Salih", 35.29, 40.18, 8.0))
    assert geometry(near) == ["MultiGeometry", "Point", "Polygon"]
    assert words(near, ".//k:Point/k:coordinates") == "40.18,35.29"


@pytest.mark.parametrize("level", ["district", "province", "region", "country"])
def test_a_wide_event_is_its_area_and_never_a_pin(tmp_path: Path, level: Any) -> None:
    found = placemark(tmp_path, at(level, "Deir ez-Zor", 34.9, 40.3, 110.0))
    assert geometry(found) == ["Polygon"]
    assert "somewhere in" in words(found, "k:name")


def test_an_unlocated_event_is_in_the_list(tmp_path: Path) -> None:
    found = placemark(tmp_path, unlocated(place_text="the village of Umm Nowhere"))
    assert geometry(found) == []
    assert words(found, "k:name") == "Air/drone strike: the village of Umm Nowhere"


def test_the_time_span_is_from_the_first_second_to_the_last(tmp_path: Path) -> None:
    found = placemark(tmp_path, report(date_start="2026-02-10", date_end="2026-02-11"))
    assert words(found, "k:TimeSpan/k:begin") == "2026-02-10T00:00:00Z"
    assert words(found, "k:TimeSpan/k:end") == "2026-02-11T23:59:59Z"
    undated = placemark(tmp_path, report(date_start=None, date_end=None))
    assert undated.find("k:TimeSpan", KML) is None


def test_every_key_that_is_known_is_in_the_extended_data(tmp_path: Path) -> None:
    told = report()
    data = {e.get("name"): e.text for e in placemark(tmp_path, told).iterfind(".//k:SimpleData", KML)}
    assert data == {key: str(told[key]) for key in MAP_KEYS if told[key] is not None}
    fields = document(tmp_path, []).iterfind(".//k:SimpleField", KML)
    assert [field.get("name") for field in fields] == list(MAP_KEYS)


def test_the_description_says_no_more_than_is_known(tmp_path: Path) -> None:
    text = words(placemark(tmp_path, report()), "k:description")
    for line in (
        "When: 11 February 2026.",
        "Killed: at least 20 (of these children: at least 3).",
        "By: unidentified aircraft (alleged).",
        "Says: the local rescue service.",
        "Support: Weak. Sources: The Example Herald.",
    ):
        assert line in text


def test_a_toll_that_the_quote_lacks_has_its_own_words(tmp_path: Path) -> None:
    told = report(quote="A blast hit a bus.", toll_text="12 people died")
    beside = "The toll is told beside this quote: “12 people died”"
    assert beside in words(placemark(tmp_path, told), "k:description")
    assert "beside" not in words(placemark(tmp_path, report()), "k:description")


def test_colours_and_sizes_are_those_of_the_style(tmp_path: Path) -> None:
    (tmp_path / "style.yml").write_text('event_types: {Battles: {colour: "#010203"}}\narea: {fill: 0.5}')
    look = Look(read_style(tmp_path / "style.yml"))
    clash = at("town", "Hass", 35, 36, 3, sub_event_type="Armed clash", killed_low=12)
    found = document(tmp_path, [clash], look)
    used = words(found.getroot(), ".//k:styleUrl").removeprefix("#")
    style = next(e for e in found.iterfind(".//k:Style", KML) if e.get("id") == used)
    assert words(style, "k:IconStyle/k:color") == "ff030201"
    assert words(style, "k:PolyStyle/k:color") == "80030201"
    assert float(words(style, "k:IconStyle/k:scale")) == 10 / 8


def test_no_toll_told_looks_other_than_nobody_killed(tmp_path: Path) -> None:
    reports = [report(killed_low=low, killed_high=low) for low in (None, 0, 1, 500)]
    found = [e.text for e in document(tmp_path, reports).iterfind(".//k:styleUrl", KML)]
    assert found == ["#type1-untold", "#type1-size0", "#type1-size1", "#type1-size3"]


def test_every_style_that_is_used_is_there(tmp_path: Path) -> None:
    found = document(tmp_path, mixed())
    ids = {f"#{e.get('id')}" for e in found.iterfind(".//k:Style", KML)}
    assert {e.text for e in found.iterfind(".//k:styleUrl", KML)} <= ids
    assert len(ids) == len(default_style().event_types) * (len(default_style().sizes) + 1)


HOSTILE = '<img src=x onerror=alert(1)> ]]> &lt;b&gt; &amp; \u202e "quoted"'


def test_hostile_words_are_plain_text_where_they_are_shown_and_verbatim_in_the_data(
    tmp_path: Path, schema: etree.XMLSchema
) -> None:
    hostile = placemark(tmp_path, unlocated(quote=HOSTILE, place_text=HOSTILE, perpetrator=HOSTILE))
    for shown in (words(hostile, "k:name"), words(hostile, "k:description")):
        assert "‹img src=x onerror=alert(1)›" in shown
        assert not re.search("[<>\u202e]", shown)
    data = {e.get("name"): e.text for e in hostile.iterfind(".//k:SimpleData", KML)}
    assert data["quote"] == data["place_text"] == HOSTILE
    schema.assertValid(etree.parse(tmp_path / "events.kml"))


def test_what_xml_cannot_hold_becomes_a_sign(tmp_path: Path) -> None:
    found = placemark(tmp_path, report(quote="a\0b\x08c\ufffed\ud83de\U0001f600"))
    data = {e.get("name"): e.text for e in found.iterfind(".//k:SimpleData", KML)}
    assert data["quote"] == "a\ufffdb\ufffdc\ufffdd?e\U0001f600"


def test_gdal_reads_it(tmp_path: Path) -> None:
    document(tmp_path, mixed())
    _, _, geometries, fields = pyogrio.raw.read(tmp_path / "events.kml")
    assert len(fields[0]) == 12
    assert sum(found is not None for found in geometries) == 10


def test_the_same_events_give_the_same_bytes_and_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, "kml", mixed())
    before = (tmp_path / "a" / "events.kml").read_bytes()
    assert before == (tmp_path / "b" / "events.kml").read_bytes()
    with pytest.raises(ValueError, match="event 'odd': no event type of ACLED's: 'War'"):
        write(tmp_path / "a", "kml", [report(), report(id="odd", event_type="War")])
    assert [path.read_bytes() for path in (tmp_path / "a").iterdir()] == [before]
