"""Which words are toponyms, and what the words around them say."""

from __future__ import annotations

import pytest

from articles.article import Article, Span
from articles.region import Region
from gazetteer.index import Gazetteer
from geo.recognizers import read_names
from geo.toponym import Toponym
from tests.geo.places import small_world


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


def found(text: str, world: Gazetteer) -> list[Toponym]:
    return list(read_names(Article(id="a", text=text), None, world).toponyms)


# text, then for each toponym: name, kind, relation, inside, the whole expression
EXPRESSIONS = [
    ("Bombs hit Idlib.", [("Idlib", None, "at", None, "Idlib")]),
    ("Bombs hit Idlib province.", [("Idlib", "province", "at", None, "Idlib province")]),
    ("Bombs hit the province of Idlib.", [("Idlib", "province", "at", None, "province of Idlib")]),
    ("Bombs hit near Idlib.", [("Idlib", None, "near", None, "near Idlib")]),
    ("He died on the outskirts of Idlib.", [("Idlib", None, "near", None, "outskirts of Idlib")]),
    ("He died in northern Syria.", [("Syria", None, "part", None, "northern Syria")]),
    ("He died in rural Aleppo.", [("Aleppo", None, "countryside", None, "rural Aleppo")]),
    ("He died in the Aleppo countryside.", [("Aleppo", None, "countryside", None, "Aleppo countryside")]),
    ("He died in the Sarmada area.", [("Sarmada", None, "at", None, "Sarmada area")]),
    ("It fell in Sarmada, Idlib.",
     [("Sarmada", None, "at", "Idlib", "Sarmada"), ("Idlib", None, "at", None, "Idlib")]),
    ("It fell in Syria's Idlib.",
     [("Syria", None, "at", None, "Syria"), ("Idlib", None, "at", "Syria", "Idlib")]),
    ("It fell in Sarmada Idlib province.",
     [("Sarmada", None, "at", "Idlib", "Sarmada"), ("Idlib", "province", "at", None, "Idlib province")]),
    ("The village of Zorbat fell.", [("Zorbat", "town", "at", None, "village of Zorbat")]),
    ("Wadi Zorbat fell.", [("Wadi Zorbat", None, "at", None, "Wadi Zorbat")]),
    ("In Homs and Idlib provinces.",
     [("Homs", "province", "at", None, "Homs"), ("Idlib", "province", "at", None, "Idlib provinces")]),
    ("The city of Homs state radio.", [("Homs", "town", "at", None, "city of Homs")]),
    ("In Sarmada in the province of Idlib.",
     [("Sarmada", None, "at", "Idlib", "Sarmada"), ("Idlib", "province", "at", None, "province of Idlib")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXPRESSIONS, ids=[row[0] for row in EXPRESSIONS])
def test_expression(text: str, expected: list[tuple[object, ...]], world: Gazetteer) -> None:
    article = Article(id="a", text=text)
    read = [(t.name, t.kind, t.relation, t.inside, article.words(t.expression)) for t in found(text, world)]
    assert read == expected


@pytest.mark.parametrize(
    ("text", "relation", "bearing", "km"),
    [
        ("It fell 10 km south of Homs.", "offset", 180, 10),
        ("It fell 15 kilometers to the east of Homs.", "offset", 90, 15),
        ("It fell ten miles north-west of Homs.", "offset", 315, 16.09),
        ("It fell 10 km (six miles) south of Homs.", "offset", 180, 10),
        ("It fell 1,200 metres west of Homs.", "offset", 270, 1.2),
        ("It fell south of Homs.", "near", 180, None),
        ("It fell 8 km from Homs.", "near", None, 8),
        ("It fell in eastern Homs.", "part", 90, None),
        ("It fell in central Homs.", "part", None, None),
    ],
)
def test_distance_and_bearing(
    text: str, relation: str, bearing: float | None, km: float | None, world: Gazetteer
) -> None:
    (toponym,) = found(text, world)
    assert (toponym.relation, toponym.bearing) == (relation, bearing)
    assert toponym.distance_km == (None if km is None else pytest.approx(km))


@pytest.mark.parametrize(
    "text",
    [
        "Mr Homs left.",
        "Gen. Homs left.",
        "Aaron Homs left.",
        "Photo Paul Crock, Paul SARMADA.",
        "Raquel A. Homs left.",
        "The Homs Tribune wrote it.",
        "Syrian soldiers met Iraqis.",
        "Hope dies last.",
        "He drove down Homs Road.",
        "A Syria-backed group came.",
        "",
        " \n\t",
        "<script>alert(1)</script>",
        "\ud800 ' ’s ’’ . . .",
    ],
)
def test_no_place(text: str, world: Gazetteer) -> None:
    assert found(text, world) == []


def test_a_lone_last_name_is_the_person_s(world: Gazetteer) -> None:
    assert found("Aaron Hope spoke. Later Hope left.", world) == []


def test_everyday_word_with_a_region_behind_it_is_a_place(world: Gazetteer) -> None:
    assert [t.name for t in found("He lives in Hope, Arkansas.", world)] == ["Hope", "Arkansas"]


def test_adjectives_speak_for_countries(world: Gazetteer) -> None:
    reading = read_names(Article(id="a", text="Syrian and Iraqi troops"), None, world)
    assert reading.countries == ("SYR", "IRQ") and reading.toponyms == ()


def test_city_council_is_a_modifier(world: Gazetteer) -> None:
    (toponym,) = found("The Homs City Council met.", world)
    assert toponym.modifier


def test_furniture_is_not_read(world: Gazetteer) -> None:
    text = "Homs burned.\nRelated: Aleppo"
    own = [
        Region(Span("text", 0, 13), "paragraph"),
        Region(Span("text", 13, len(text)), "furniture", "related"),
    ]
    assert [t.name for t in read_names(Article(id="a", text=text), own, world).toponyms] == ["Homs"]
