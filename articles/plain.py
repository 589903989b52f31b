"""Plain text and Markdown: one article a file. The headline stays in the text; `clean` finds it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.opened import Opened
from articles.record import article_of


def read_plain(opened: Opened) -> Iterator[Article]:
    """The one article of a text. Raises BadArticle where it holds blanks only."""
    opened.check_text()
    decoded = opened.decode_all()
    notes = (decoded.note,) if decoded.note else ()
    yield article_of({"text": decoded.text, "url": opened.url}, opened.source(), notes)
