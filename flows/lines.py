"""`extract` and `geoparse`: JSON Lines of articles in, one line each out, in the same order, no Prefect."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import IO, Any

from articles import Article, ArticleError, UnreadableInput, read_jsonl
from flows.batches import in_batches, workers
from flows.locate import ArticleFailed, findings_of, get_ready, online_words, toponyms_of
from flows.screen import progress, warn
from flows.settings import Settings
from geo import OnlineOptions
from geo.writers.atomic import replacing

CHUNK = 25
"""Articles that a process gets at a time: enough to hide the cost of sending them."""

Item = Article | ArticleError
LineOf = Callable[[Item, Path | None, OnlineOptions | None], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of one item of the input."""

    line: str | None
    """The output line; None where the input broke off and there is no article to answer for."""
    failed: bool = False
    remarks: tuple[str, ...] = ()
    """For standard error: why it failed, or what was passed over."""


def extract(source: str, out: str, settings: Settings) -> int:
    """Write the events of each article of `source`; gives the exit code."""
    return _write_lines(source, out, settings, _events_line)


def geoparse(source: str, out: str, settings: Settings) -> int:
    """Write the toponyms of each article of `source`; gives the exit code."""
    return _write_lines(source, out, settings, _toponyms_line)


def _write_lines(source: str, out: str, settings: Settings, line_of: LineOf) -> int:
    """0 done, 1 something failed and was named, 2 nothing could be read (then nothing is written)."""
    items = read_jsonl(source)
    first = next(items, None)
    if first is None or isinstance(first, UnreadableInput):
        warn(f"conflictmap: {first or f'{source}: holds no article; give a file with one article per line'}")
        return 2
    online = settings.online_options()
    get_ready(settings.gazetteer, online, settings.workers)
    chunks = in_batches(map(_sendable, chain([first], items)), CHUNK)
    answer_chunk = partial(answers, line_of=line_of, gazetteer=settings.gazetteer, online=online)
    written = failed = 0
    with _output(out) as file, workers(settings.workers) as map_in_order, progress("Articles") as show:
        for chunk in map_in_order(answer_chunk, chunks):
            for answer in chunk:
                failed += answer.failed
                for remark in answer.remarks:
                    warn(f"conflictmap: {remark}")
                if answer.line is not None:
                    written += 1
                    file.write(answer.line)
            show(written, None)
    if online is not None:
        warn(online_words(online))
    return 1 if failed else 0


def answers(
    chunk: Sequence[Item], line_of: LineOf, gazetteer: Path | None, online: OnlineOptions | None
) -> list[Answer]:
    """The answers to a chunk of items, in order; a worker process runs this."""
    found: list[Answer] = []
    for item in chunk:
        if isinstance(item, Article):
            found.append(_answer(item, line_of, gazetteer, online))
        else:
            line = None if isinstance(item, UnreadableInput) else _line(line_of(item, gazetteer, online))
            found.append(Answer(line, failed=True, remarks=(str(item),)))
    return found


def _answer(
    article: Article, line_of: LineOf, gazetteer: Path | None, online: OnlineOptions | None
) -> Answer:
    """An article that a bug stops has its line all the same, with the reason, and the others go on."""
    try:
        return Answer(_line(line_of(article, gazetteer, online)), remarks=article.notes)
    except ArticleFailed as failure:
        line = {**line_of(failure, gazetteer, online), "article_id": article.id}
        return Answer(_line(line), failed=True, remarks=(*article.notes, str(failure)))


def _events_line(item: Item, gazetteer: Path | None, online: OnlineOptions | None) -> dict[str, Any]:
    if isinstance(item, ArticleError):
        return {"article_id": None, "published": None, "events": [], "errors": [str(item)]}
    found = findings_of(item, gazetteer, online)
    day = found.published
    return {
        "article_id": item.id,
        "published": None if day is None else day.isoformat(),
        "events": [event.record() for event in found.events],
        "errors": [],
    }


def _toponyms_line(item: Item, gazetteer: Path | None, online: OnlineOptions | None) -> dict[str, Any]:
    if isinstance(item, ArticleError):
        return {"article_id": None, "toponyms": [], "errors": [str(item)]}
    return {"article_id": item.id, "toponyms": toponyms_of(item, gazetteer, online), "errors": []}


def _sendable(item: Item) -> Item:
    """Without the input's extra keys: no work needs them, and their mapping does not pickle."""
    return replace(item, extra={}) if isinstance(item, Article) else item


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"


@contextmanager
def _output(out: str) -> Iterator[IO[str]]:
    """Standard output for `-`, else a file that is there whole or not at all."""
    if out != "-":
        path = Path(out)
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            yield file
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    yield sys.stdout
    sys.stdout.flush()
