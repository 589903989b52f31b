"""A record of named values -> Article: the one border where an input's values are checked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from articles.article import Article, Source
from articles.days import parse_day
from articles.errors import BadArticle

KEYS = ("id", "url", "title", "text", "published", "source", "language", "spans")
"""The contract's keys of an article; all others are carried along."""
_BLANK = "\ufeff\u200b\u200e\u200f\u2060"


def content_id(title: str, text: str) -> str:
    """The id of an article that has none: the same title and text give the same id again."""
    digest = hashlib.sha256(f"{title}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"a-{digest[:16]}"


def article_of(record: Mapping[str, Any], source: Source, notes: tuple[str, ...] = ()) -> Article:
    """The article that a record tells. Only `text` is required.

    An odd value of another key is left out with a note. Raises BadArticle for a text that is missing, empty
    or no string, and for `spans` that do not lie in the text.
    """
    text = _text_of(record, source)
    found = list(notes)
    title = _string(record, "title", found) or ""
    language = _string(record, "language", found) or ""
    published = _string(record, "published", found)
    day = parse_day(published) if published else None
    if published and day is None:
        found.append(f"published: no day can be read from {published[:60]!r}, taken as not known")
    return Article(
        id=_id_of(record, found) or content_id(title, text),
        text=text,
        title=title,
        url=_string(record, "url", found),
        published=day,
        outlet=_string(record, "source", found),
        language=language.replace("_", "-").partition("-")[0].lower() or None,
        source=source,
        asked_spans=_spans_of(record, text, source),
        extra=_extra_of(record),
        notes=tuple(f"{source}: {note}" for note in found),
    )


def _text_of(record: Mapping[str, Any], source: Source) -> str:
    if "text" not in record:
        raise BadArticle(source, "has no key `text`", "give the article's text under the key `text`")
    text = record["text"]
    if not isinstance(text, str):
        raise BadArticle(source, f"its text is {_kind(text)}, not a string", "give the text as a string")
    if not text.strip().strip(_BLANK):
        raise BadArticle(source, "its text is empty", "give the article's text or leave the article out")
    return text


def _string(record: Mapping[str, Any], key: str, notes: list[str]) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value or None
    notes.append(f"{key}: is {_kind(value)}, not a string, taken as not known")
    return None


def _id_of(record: Mapping[str, Any], notes: list[str]) -> str | None:
    value = record.get("id")
    return str(value) if type(value) is int else _string(record, "id", notes)


def _spans_of(record: Mapping[str, Any], text: str, source: Source) -> tuple[tuple[int, int], ...] | None:
    asked = record.get("spans")
    if asked is None:
        return None
    spans: list[tuple[int, int]] = []
    for pair in asked if isinstance(asked, list) else [asked]:
        if not (isinstance(pair, list) and len(pair) == 2 and all(type(n) is int for n in pair)):
            raise BadArticle(source, "its spans are no list of [start, end]", "give pairs of offsets")
        start, end = pair
        if not 0 <= start < end <= len(text):
            problem = f"its span [{start}, {end}] does not lie in the {len(text)} characters of its text"
            raise BadArticle(source, problem, "give offsets in characters into `text`, start below end")
        spans.append((start, end))
    return tuple(spans)


def _extra_of(record: Mapping[str, Any]) -> Mapping[str, Any]:
    # A plain dict, since articles travel to worker processes and a mapping proxy cannot be pickled.
    return {key: value for key, value in record.items() if key not in KEYS}


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return "null" if value is None else kinds.get(type(value), type(value).__name__)
