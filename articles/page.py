"""A news page in HTML -> its article, without menus and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.errors import BadArticle
from articles.opened import Opened
from articles.record import article_of

_LANG = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2,3})\b", re.IGNORECASE)


def read_page(opened: Opened) -> Iterator[Article]:
    """The one article of a page: text in blocks parted by newlines, the rest from the page's metadata.

    Raises BadArticle for a page on which no article is found.
    """
    opened.check_text()
    decoded = opened.decode_all()
    # A fifth of a second to import, and not needed for other inputs.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(
        decoded.text,
        url=opened.url,
        fast=True,
        include_comments=False,
        with_metadata=True,
        # The extensive search takes any date on the page, a related article's or a copyright's, for the day.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(document, Document) or not document.text:
        remedy = "give a page that holds an article, or its text as .txt"
        raise BadArticle(opened.source(), "no article text is found on the page", remedy)
    language = _LANG.search(decoded.text)
    record = {
        "text": document.text,
        "title": document.title,
        "url": opened.url or document.url,
        "published": document.date,
        "source": document.sitename,
        "language": language.group(1) if language else None,
    }
    yield article_of(record, opened.source(), (decoded.note,) if decoded.note else ())
