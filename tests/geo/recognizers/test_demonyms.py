"""Adjectives and peoples as evidence, and the surnames that they are not."""

from __future__ import annotations

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from gazetteer.place import Place
from geo.context import gather
from geo.recognizers import read_names

SYRIA = Place("country:SYR", "Syria", "country", 35.0, 38.0, 300.0, "SYR", "Syria")
PROVINCES = [
    Place("adm1:SY.12", "Idlib", "province", 35.9, 36.7, 60, "SYR", "Syria", admin1="Idlib"),
    Place("adm1:SY.11", "Homs", "province", 34.5, 38.0, 60, "SYR", "Syria", admin1="Homs"),
    Place("adm1:IQ.07", "Baghdad", "province", 33.3, 44.4, 60, "IRQ", "Iraq", admin1="Baghdad"),
    Place("adm1:PS.GZ", "Gaza Strip", "province", 31.4, 34.4, 20, "PSE", "Palestine", admin1="Gaza Strip"),
    Place("supplement:darfur-sd", "Darfur", "region", 13, 25, 300, "SDN", "Sudan", admin1="North Darfur"),
]


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.from_places((place, ()) for place in (SYRIA, *PROVINCES))


def areas(text: str, world: Gazetteer) -> tuple[str, ...]:
    return read_names(Article(id="a", text=text), None, world).countries


@pytest.mark.parametrize(
    ("text", "spoken_for"),
    [
        ("The Syrian army left.", ("SYR",)),
        ("The Idlibi villages were hit.", ("SYR/Idlib",)),
        ("They said that Idlibis had fled.", ("SYR/Idlib",)),
        ("A group of Homsi activists met.", ("SYR/Homs",)),
        ("The Syrian Homsi activists met.", ("SYR", "SYR/Homs")),
        ("Many Gazans have fled.", ("PSE/Gaza Strip",)),
        ("Gazan officials spoke.", ("PSE/Gaza Strip",)),
        ("Two Darfuri rebels died.", ("SDN",)),
        # surnames
        ("Abu Bakr al-Baghdadi was killed.", ()),
        ("They killed Baghdadi in a raid.", ()),
        ("Mr Homsi and others met.", ()),
        ("Khalil Homsi activists say.", ()),
        ("Homsi said that nothing was left.", ()),
        ("Homsi, 34, was wounded.", ()),
        # peoples of no one place, and groups
        ("Kurdish and Houthi fighters met.", ()),
    ],
)
def test_what_an_adjective_speaks_for(text: str, spoken_for: tuple[str, ...], world: Gazetteer) -> None:
    assert areas(text, world) == spoken_for


@pytest.mark.parametrize("text", ["The Idlibi villages were hit.", "Many Gazans have fled."])
def test_an_adjective_is_no_toponym(text: str, world: Gazetteer) -> None:
    assert read_names(Article(id="a", text=text), None, world).toponyms == ()


def test_it_is_evidence_for_the_province_and_its_country() -> None:
    context = gather({}, ["SYR/Idlib", "SYR/Idlib", "SYR"])
    assert context.without("x").province(("SYR", "Idlib")) == 2
    assert context.without("x").country("SYR") == 3
    assert context.without("x").total == 3
