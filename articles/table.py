"""CSV and TSV: one article a row, columns found by the names in the header."""

from __future__ import annotations

import codecs
import csv
import shutil
import tempfile
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from articles.article import Article
from articles.decode import bom_encoding, decode, universal_newlines
from articles.errors import ArticleError, BadArticle, UnreadableInput
from articles.opened import Opened
from articles.record import article_of

FIELD_LIMIT = 16 * 1024 * 1024
SYNONYMS = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "article_content"),
    "title": ("title", "headline", "article_title"),
    "published": ("published", "date", "publication_date", "published_at", "pub_date", "pubdate"),
    "source": ("source", "outlet", "publisher", "newspaper"),
    "url": ("url", "link", "source_url", "article_url"),
    "id": ("id", "article_id", "unit_id"),
    "language": ("language", "lang"),
}
"""What a column may be called, the contract's own name first; upper or lower case, blanks or underscores."""
_DELIMITERS = ",;\t|"
_SAMPLE = 1024 * 1024
_GUESS = 64 * 1024


def read_table(opened: Opened) -> Iterator[Article | ArticleError]:
    """An article or a BadArticle for each row; rows count from 1, after the header.

    Raises UnreadableInput where the header names no text column or the encoding is unknown.
    """
    opened.check_text()
    with tempfile.TemporaryFile() as spool:
        stream: BinaryIO = opened.stream
        if not stream.seekable():
            shutil.copyfileobj(opened.stream, spool)
            stream = spool
            stream.seek(0)
        encoding, note = _encoding(opened, stream)
        text = TextIOWrapper(stream, encoding=encoding, errors="replace" if note else "strict", newline="")
        yield from _read_rows(opened, text, (note,) if note else ())
        text.detach()


def _read_rows(
    opened: Opened, text: TextIOWrapper, notes: tuple[str, ...]
) -> Iterator[Article | ArticleError]:
    # The only way to allow long texts; csv has no limit of a reader's own.
    csv.field_size_limit(FIELD_LIMIT)
    first = text.readline(_SAMPLE)
    delimiter = _delimiter(first, opened.name)
    text.seek(0)
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    columns = _columns(next(rows, []), opened)
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadArticle(opened.source(number), *_quoting(str(error)))
            continue
        if any(cell.strip() for cell in row):
            yield _read_row(row, columns, opened, number, notes)


def _quoting(error: str) -> tuple[str, str]:
    """The problem and the remedy of a row that csv cannot split."""
    if "unexpected end" in error or "field limit" in error:
        return "an opening quote is never closed: this row and those after it are lost", "close it"
    return f"its quoting is broken ({error})", 'write a quote inside a quoted cell as ""'


def _read_row(
    row: list[str], columns: list[str], opened: Opened, number: int, notes: tuple[str, ...]
) -> Article | ArticleError:
    source = opened.source(number)
    if len(row) > len(columns):
        problem = f"has {len(row)} cells where the header has {len(columns)}"
        return BadArticle(source, problem, "put cells that hold the delimiter in quotes")
    cells = (universal_newlines(cell) for cell in row)
    record = {name: cell for name, cell in zip(columns, cells, strict=False) if cell}
    record.setdefault("text", "")
    try:
        return article_of(record, source, notes)
    except BadArticle as error:
        return error


def _delimiter(header: str, name: str) -> str:
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    return max(_DELIMITERS, key=header.count)


def _columns(header: list[str], opened: Opened) -> list[str]:
    """The header's names, the known ones under the contract's names. A second `body` keeps its own name."""
    plain = ["_".join(name.strip().lstrip("\ufeff").lower().split()) for name in header]
    columns = [name.strip() for name in header]
    for key, synonyms in SYNONYMS.items():
        found = next((plain.index(synonym) for synonym in synonyms if synonym in plain), None)
        if found is not None:
            columns[found] = key
    if "text" not in columns:
        names = ", ".join(name[:30] for name in columns[:12]) or "none"
        problem = f"has no text column (its columns: {names})"
        raise UnreadableInput(opened.source(), problem, "name one column text, body, content or article")
    return columns


def _encoding(opened: Opened, stream: BinaryIO) -> tuple[str, str | None]:
    """The encoding of the whole file, found in one pass with flat memory, and a note where it was guessed."""
    head = stream.read(4)
    stream.seek(0)
    encoding = bom_encoding(head) or "utf-8"
    odd = _undecodable(stream, encoding)
    stream.seek(0)
    if odd is None:
        return encoding, None
    guess = decode(odd, opened.charset) if encoding.startswith("utf-8") else None
    if guess is None:
        raise UnreadableInput(opened.source(), "its encoding is broken or unknown", "save it as UTF-8")
    return guess.encoding, guess.note or f"read as {guess.encoding}, since it is not UTF-8"


def _undecodable(stream: BinaryIO, encoding: str) -> bytes | None:
    """Lines with non-ASCII characters of the first part that is not in this encoding; None where all is."""
    decoder = codecs.getincrementaldecoder(encoding)()
    while True:
        chunk = stream.read(_SAMPLE)
        try:
            decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            lines = chunk.splitlines(keepends=True)
            return b"".join(line for line in lines if not line.isascii())[:_GUESS] or b"\xff"
        if not chunk:
            return None
