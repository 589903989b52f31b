"""The country that an outlet's address tells."""

from __future__ import annotations

import pytest

from articles.article import Article
from geo.outlets import outlet_country


@pytest.mark.parametrize(
    ("outlet", "url", "country"),
    [
        ("example.co.uk", None, "GBR"),
        ("Example.IE", None, "IRL"),
        ("example.com", None, None),
        ("The Example", "https://www.example.ca/a?b.ru", "CAN"),
        ("The Example", "https://example.tv/", None),
        (None, None, None),
        ("no address", "not a url", None),
    ],
)
def test_outlet_country(outlet: str | None, url: str | None, country: str | None) -> None:
    assert outlet_country(Article(id="a", text="x", outlet=outlet, url=url)) == country
