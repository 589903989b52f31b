"""Which names a text measures from which others."""

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
    ("text", "beside"),
    [
        ("They hit Sarmada, a village located less than 10 km north of Homs.", "Homs"),
        ("They hit Sarmada, about 30km (19 miles) from the city of Homs.", "Homs"),
        ("They hit Sarmada, a small town some ten kilometres west of Homs.", "Homs"),
        ("They hit Sarmada, a village near Homs.", None),
        ("They hit Sarmada, and fired at a base 10 km north of Homs.", None),
        ("They hit Sarmada and Homs, 10 km away.", None),
    ],
)
def test_measured_from(text: str, beside: str | None, world: Gazetteer) -> None:
    article = Article(id="a", text=text)
    first = read_names(article, None, world).toponyms[0]
    assert (first.beside and article.words(first.beside)) == beside
