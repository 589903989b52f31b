"""What the words left of a name say of it."""

from __future__ import annotations

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.recognizers import read_names
from tests.geo.places import small_world


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


@pytest.mark.parametrize(
    ("text", "relation", "bearing", "kind"),
    [
        ("It fell close to Homs.", "near", None, None),
        ("It fell close to the northern Syrian city of Homs.", "near", None, "town"),
        ("It fell near the besieged city of Homs.", "near", None, "town"),
        ("It fell a few kilometres from Homs.", "near", None, None),
        ("It fell several miles away from Homs.", "near", None, None),
        ("It fell on the border with Iraq.", "near", None, None),
        ("It fell on the road to Homs.", "road", None, None),
        ("It fell on the road leading to Homs.", "road", None, None),
        ("It fell in the desert east of Homs.", "landscape", 90, None),
        ("It fell in the mountains to the south of Homs.", "landscape", 180, None),
        ("It fell in a village east of Homs.", "near", 90, None),
        ("It fell in the north of Homs.", "part", 0, None),
        ("It fell to the north of Homs.", "near", 0, None),
        ("It fell in the western districts of Homs.", "part", 270, "town"),
        ("It fell in the western countryside of Homs.", "countryside", 270, None),
        ("It fell in the southern Homs countryside.", "countryside", 180, None),
        ("It fell in villages of Homs.", "countryside", None, None),
        ("It fell in the northern Homs province.", "at", None, "province"),
        ("It fell in Homs. He came to Aleppo.", "at", None, None),
    ],
)
def test_relation(
    text: str, relation: str, bearing: float | None, kind: str | None, world: Gazetteer
) -> None:
    first = read_names(Article(id="a", text=text), None, world).toponyms[0]
    assert (first.relation, first.bearing, first.kind) == (relation, bearing, kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell in Homs market.", "market"),
        ("It fell in the village of Sarmada.", "village"),
        ("It fell in the Homs area.", None),
        ("It fell in Homs.", None),
    ],
)
def test_the_kind_word_itself_is_kept(text: str, words: str | None, world: Gazetteer) -> None:
    (found,) = read_names(Article(id="a", text=text), None, world).toponyms
    assert found.kind_word == words
