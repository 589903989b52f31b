"""RSS and Atom: one article an entry, as much of its text as the feed gives."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from articles.article import Article
from articles.errors import ArticleError, BadArticle, UnreadableInput
from articles.markup import text_of_markup
from articles.opened import Opened
from articles.record import article_of


def read_feed(opened: Opened) -> Iterator[Article | ArticleError]:
    """An article or a BadArticle for each entry; entries count from 1. Raises UnreadableInput for no feed."""
    import feedparser

    opened.check_text()
    headers = {"content-type": opened.content_type} if opened.charset is None else {}
    # A stream, since feedparser takes a string or bytes for an address to fetch.
    feed = feedparser.parse(BytesIO(opened.read_all()), response_headers=headers)
    if not feed.version and not feed.entries:
        raise UnreadableInput(opened.source(), "is no RSS or Atom feed", "give the feed itself")
    broken = feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride)
    notes = (f"the feed is not well-formed ({_one_line(feed.bozo_exception)})",) if broken else ()
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield article_of(_record(entry, feed.feed), opened.source(number), notes)
        except BadArticle as error:
            yield error


def _record(entry: Any, channel: Any) -> dict[str, Any]:
    contents = entry.get("content") or [{"value": entry.get("summary", "")}]
    return {
        # Without a guid feedparser gives the link, which is as good.
        "id": entry.get("id"),
        "title": text_of_markup(entry.get("title", "")),
        "text": text_of_markup(max((content.get("value", "") for content in contents), key=len)),
        "url": entry.get("link"),
        # As written, since the parsed time is in UTC and may lie on another day than the outlet's.
        "published": entry.get("published") or entry.get("updated"),
        "source": channel.get("title"),
        "language": channel.get("language"),
    }


def _one_line(error: object) -> str:
    return " ".join(str(error).split())[:120]
