"""Anything -> articles, by what the input is. A wrong input is one clear line, and the rest goes on."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from articles.article import Article, Source
from articles.errors import ArticleError, UnreadableInput
from articles.feed import read_feed
from articles.fetch import fetch
from articles.jsonl import read_json_document, read_json_lines
from articles.opened import HEAD, Opened
from articles.page import read_page
from articles.plain import read_plain
from articles.table import SYNONYMS, read_table

Reader = Callable[[Opened], Iterator[Article | ArticleError]]

BY_SUFFIX: dict[str, Reader] = {
    ".jsonl": read_json_lines, ".ndjson": read_json_lines, ".jl": read_json_lines,
    ".json": read_json_document,
    ".csv": read_table, ".tsv": read_table, ".tab": read_table,
    ".html": read_page, ".htm": read_page, ".xhtml": read_page,
    ".rss": read_feed, ".atom": read_feed,
}  # fmt: skip
BY_TYPE: dict[str, Reader] = {
    "text/html": read_page, "application/xhtml+xml": read_page,
    "application/rss+xml": read_feed, "application/atom+xml": read_feed,
    "application/json": read_json_document, "application/x-ndjson": read_json_lines,
    "application/jsonl": read_json_lines, "text/csv": read_table, "text/tab-separated-values": read_table,
}  # fmt: skip
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_OBJECT = re.compile(rb"\{\s*\"")
# Two column names and more on the first line, and nothing else.
_HEADER = re.compile(rb'("?[A-Za-z][\w -]*"?(?:[,;\t]"?[A-Za-z][\w -]*"?)+)\r?\n')


def read_articles(
    inputs: Iterable[str | Path], *, stdin: BinaryIO | None = None, skip: Path | None = None
) -> Iterator[Article | ArticleError]:
    """Every article of files, folders (all files below, sorted, no hidden ones), `-` and http(s) addresses.

    The folder `skip` is passed over where it lies in one of the folders or is one. Memory stays flat: JSON
    Lines and tables are read row by row. What cannot be read is yielded, not raised: an UnreadableInput for
    a whole input, a BadArticle for one article of it.
    """
    for given in inputs:
        name = str(given)
        path = Path(given)
        if name != "-" and not is_remote(name) and path.is_dir():
            yield from _read_folder(path, skip)
        else:
            yield from _read_input(name, None, stdin)


def read_jsonl(name: str | Path, *, stdin: BinaryIO | None = None) -> Iterator[Article | ArticleError]:
    """The articles of one JSON Lines file, or of standard input for `-`; errors as in read_articles."""
    yield from _read_input(str(name), read_json_lines, stdin)


def _read_folder(folder: Path, skip: Path | None) -> Iterator[Article | ArticleError]:
    found = False
    closed: list[OSError] = []
    for path in _files(folder, closed, skip):
        found = True
        yield from _read_input(str(path), None, None)
    for error in closed:
        yield UnreadableInput(_source(str(error.filename)), _os_problem(error), "check the permissions")
    if not found and not closed:
        yield UnreadableInput(_source(str(folder)), "holds no files", "give a folder with articles")


def _files(folder: Path, closed: list[OSError], skip: Path | None) -> Iterator[Path]:
    """The files below, sorted, without hidden ones and pipes; folders that cannot be listed to `closed`."""
    skipped = None if skip is None else skip.resolve()
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        if skipped is not None and Path(parent).resolve() == skipped:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in sorted(names) if not name.startswith(".")):
            # A broken link does not exist, and is to be named as such.
            if path.is_file() or not path.exists():
                yield path


def _read_input(name: str, reader: Reader | None, stdin: BinaryIO | None) -> Iterator[Article | ArticleError]:
    source = _source(name)
    anything = False
    try:
        with _open(name, stdin) as opened:
            for article in (reader or _choose(opened))(opened):
                anything = True
                yield article
    except ArticleError as error:
        anything = True
        yield error
    except OSError as error:
        anything = True
        yield UnreadableInput(source, _os_problem(error), "check the name and the permissions")
    if not anything:
        yield UnreadableInput(source, "holds no article", "give an input that holds articles")


@contextmanager
def _open(name: str, stdin: BinaryIO | None) -> Iterator[Opened]:
    if name == "-":
        yield Opened(name, _peekable(sys.stdin.buffer if stdin is None else stdin))
    elif is_remote(name):
        fetched = fetch(name)
        stream = _buffered(fetched.body)
        yield Opened(_source(name).name, stream, fetched.url, fetched.content_type, fetched.charset)
    else:
        with Path(name).open("rb", buffering=0) as file:
            yield Opened(_source(name).name, BufferedReader(file, 8 * HEAD))


def _buffered(body: bytes) -> BufferedReader:
    return BufferedReader(BytesIO(body), 8 * HEAD)


def _peekable(stream: BinaryIO) -> BufferedReader:
    """The stream itself where one can look ahead in it, as in standard input; else a copy."""
    return stream if isinstance(stream, BufferedReader) else _buffered(stream.read())


def _choose(opened: Opened) -> Reader:
    """The reader of an input: by a server's media type or a file's suffix, else by how its content starts."""
    head = opened.head()
    by_content = _by_content(head)
    suffix = Path(urlsplit(opened.url).path if opened.url else opened.name).suffix.lower()
    if by_content is read_feed:
        return read_feed
    told = BY_TYPE.get(opened.content_type) or BY_SUFFIX.get(suffix)
    return told or by_content or read_plain


def _by_content(head: bytes) -> Reader | None:
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if _PAGE.match(head):
        return read_page
    # XML that is no feed says so better there than as a text full of tags.
    if head.startswith(b"<?xml") or (head.startswith(b"<") and _FEED.search(head)):
        return read_feed
    if _OBJECT.match(head):
        return read_json_lines
    return read_table if _is_table(head) else None


def _is_table(head: bytes) -> bool:
    """Whether the first line names columns, one of them the text's: standard input has no suffix."""
    header = _HEADER.match(head)
    if header is None:
        return False
    names = {name.strip(b' "').lower().decode("ascii") for name in re.split(rb"[,;\t]", header[1])}
    return not names.isdisjoint(SYNONYMS["text"])


def _source(name: str) -> Source:
    """The input as it can be printed: a file name need not be valid text."""
    return Source(os.fsencode(name).decode(errors="replace"))


def is_remote(name: str) -> bool:
    """Whether an input is an http(s) address: it needs the outside world, which can fail and come back."""
    return name.lower().startswith(("http://", "https://"))


def _os_problem(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    return f"cannot be read ({error.strerror or error})"
