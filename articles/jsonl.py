"""JSON Lines, one article a line, read with flat memory; and JSON documents: an array of articles, or one."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any

from articles.article import Article, Source
from articles.decode import bom_encoding
from articles.errors import ArticleError, BadArticle, UnreadableInput
from articles.opened import Opened
from articles.record import article_of

LINE_LIMIT = 16 * 1024 * 1024
"""Bytes of a line. The longest articles are a thousandth of it; a longer line is some other file."""
FOREIGN_LINES = 20
"""So many first lines without one JSON object are no JSON Lines, but a text or a page."""
_SURROGATES = re.compile("[\ud800-\udfff]")
ONE_OBJECT = "write one JSON object with the key `text` on each line"


def read_json_lines(opened: Opened) -> Iterator[Article | ArticleError]:
    """An article or a BadArticle for each line that is not blank; lines count from 1. No text is tidied.

    Raises UnreadableInput where the first FOREIGN_LINES lines are no JSON objects.
    """
    opened.check_text()
    encoding = bom_encoding(opened.head())
    if encoding not in (None, "utf-8-sig"):
        opened = Opened(opened.name, BufferedReader(BytesIO(opened.decode_all().text.encode())))
    items = _items(opened)
    foreign: list[ArticleError] = []
    for item in items:
        if not (isinstance(item, BadArticle) and item.remedy == ONE_OBJECT):
            yield from (*foreign, item)
            yield from items
            return
        foreign.append(item)
        if len(foreign) == FOREIGN_LINES:
            problem = f"is no JSON Lines: its first {FOREIGN_LINES} lines are no JSON objects"
            raise UnreadableInput(opened.source(), problem, f"{ONE_OBJECT}, or give texts and pages to `run`")
    yield from foreign


def _items(opened: Opened) -> Iterator[Article | ArticleError]:
    for number, line in _lines(opened.stream):
        source = opened.source(number)
        if line is None:
            yield BadArticle(source, f"is longer than {LINE_LIMIT >> 20} MB", "split it or leave it out")
            continue
        line = line.removeprefix(codecs.BOM_UTF8).strip()
        if line:
            yield _read_line(line, source)


def read_json_document(opened: Opened) -> Iterator[Article | ArticleError]:
    """The articles of a JSON array, or the one of an object; a `.json` file of JSON Lines is read as such."""
    opened.check_text()
    decoded = opened.decode_all()
    start = decoded.text.lstrip()
    try:
        document = load_json(decoded.text)
    except (ValueError, RecursionError) as error:
        if start.startswith("["):
            remedy = "mend it, or give one article a line as JSON Lines"
            raise UnreadableInput(opened.source(), f"is broken JSON ({_reason(error)})", remedy) from error
        yield from read_json_lines(Opened(opened.name, BufferedReader(BytesIO(decoded.text.encode()))))
        return
    for number, item in enumerate(document, 1) if isinstance(document, list) else [(None, document)]:
        yield _read_object(item, opened.source(number))


def load_json(text: str) -> Any:
    """json.loads for hostile text: NaN is null; half a surrogate pair, which no file can hold, is U+FFFD."""
    value = json.loads(text, parse_constant=lambda _: None)
    return _mend(value) if "\\ud" in text or "\\uD" in text else value


def _lines(stream: BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is too long, which is never held in memory whole."""
    number = 0
    while line := stream.readline(LINE_LIMIT + 1):
        number += 1
        if len(line) <= LINE_LIMIT:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LINE_LIMIT)
        yield number, None


def _read_line(line: bytes, source: Source) -> Article | ArticleError:
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 (byte {error.start + 1} of the line)"
        return BadArticle(source, problem, "save the file as UTF-8")
    try:
        value = load_json(text)
    except (ValueError, RecursionError) as error:
        return BadArticle(source, f"is broken JSON ({_reason(error)})", ONE_OBJECT)
    return _read_object(value, source)


def _read_object(value: object, source: Source) -> Article | ArticleError:
    if not isinstance(value, dict):
        return BadArticle(source, "is no JSON object", ONE_OBJECT)
    try:
        return article_of(value, source)
    except BadArticle as error:
        return error


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        return f"{error.msg}, {where}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATES.sub("�", value)
    if isinstance(value, list):
        return [_mend(item) for item in value]
    if isinstance(value, dict):
        return {_mend(key): _mend(item) for key, item in value.items()}
    return value
