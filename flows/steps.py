"""The steps of a run as plain functions, in order: read, extract and locate, keep, write. No Prefect."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from articles import Article, ArticleError, read_articles
from flows.batches import MapInOrder, in_batches
from flows.locate import findings_of, open_gazetteer
from flows.tally import Tally
from geo import Findings, OnlineOptions, as_told, report_of
from geo.areas import outlines_of
from geo.style import Look, Style
from geo.writers import Counts, Output, write_outputs
from geo.writers.atomic import replacing
from store import Memory, Standing, Twin, content_of, contract_form, record_of

CHUNK = 10
"""Articles that a worker process gets at a time: a batch of 100 keeps several busy."""
OWN_FILES = ("articles.jsonl", "run.json")
"""What a run writes to its output folder beside the outputs that are chosen."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some of the articles of a run, in input order, and what could not be read among them."""

    articles: tuple[Article, ...]
    problems: tuple[ArticleError, ...] = ()


def read_batches(sources: Sequence[str], size: int, skip: Path | None = None) -> Iterator[Batch]:
    """The articles of files, folders (but for the folder `skip`) and addresses in batches, memory flat."""
    for items in in_batches(read_articles(sources, skip=skip), size):
        articles = tuple(item for item in items if isinstance(item, Article))
        yield Batch(articles, tuple(item for item in items if isinstance(item, ArticleError)))


@dataclass(frozen=True, slots=True)
class Due:
    """An article that has to be read, and where its record is to say that it comes from."""

    article: Article
    origin: str


TWINS: dict[Twin, str] = {
    "kept": "its id {id!r} is that of an earlier article of this input; both are kept",
    "replaced": "its id {id!r} and URL are those of an earlier article of this input; the later one counts",
}
"""What is said of articles of one input that share an id."""


def unread(batch: Batch, memory: Memory, tally: Tally, again: bool) -> tuple[Due, ...]:
    """The articles of a batch that are new or were changed since they were read (`again`: all), each once."""
    tally.fail(batch.problems)
    chosen: dict[tuple[str, str], Due] = {}
    for article in batch.articles:
        key = article.id, content_of(article)
        meeting = memory.meet(article)
        standing: Standing = "seen" if key in chosen else meeting.standing
        tally.meet(article, standing)
        if meeting.twin:
            tally.note(f"{article.source}: {TWINS[meeting.twin].format(id=article.id)}")
        if again or key in chosen or standing != "seen":
            # Behind the others: of two versions of one article the last one that is kept counts.
            chosen.pop(key, None)
            chosen[key] = Due(article, meeting.origin)
    return tuple(chosen.values())


def extract_and_locate(
    due: Sequence[Due], gazetteer: Path | None, online: OnlineOptions | None, map_in_order: MapInOrder
) -> list[Findings]:
    """What is in each article, in order, with the processes of `map_in_order`."""
    bare = (replace(one.article, extra={}) for one in due)
    work = partial(_findings_of_all, gazetteer=gazetteer, online=online)
    chunks = map_in_order(work, in_batches(bare, CHUNK))
    return list(chain.from_iterable(chunks))


def keep(memory: Memory, found: Iterable[tuple[Due, Findings]], program: str, now: str) -> None:
    """Put articles and the events that were found in them into the memory of the output folder."""
    memory.add(record_of(one.article, findings.events, program, now, one.origin) for one, findings in found)


def write_files(
    out: Path, memory: Memory, outputs: Sequence[Output], style: Style, gazetteer: Path | None = None
) -> Counts:
    """Write the files of a run from everything that the folder remembers, each whole or not at all.

    Outlines of places are those of the index at that path (None: the user's).
    """
    memory.compact()
    index = open_gazetteer(gazetteer)
    added = dict.fromkeys(
        f"{use.layer.source} ({use.layer.licence})"
        for use in index.layers
        if use.layer.kind in ("table", "boundaries")
    )
    counts = write_outputs(out, _reports(memory), outputs, Look(style, tuple(added)), outlines_of(index))
    with replacing(out / "articles.jsonl") as file:
        for record in memory.records():
            file.write(json.dumps(contract_form(record.article), ensure_ascii=False) + "\n")
    return counts


def write_run_report(out: Path, report: dict[str, Any]) -> None:
    """Write run.json: what was read, found, dropped and why."""
    with replacing(out / "run.json") as file:
        json.dump(report, file, ensure_ascii=False, indent=1)
        file.write("\n")


def _reports(memory: Memory) -> Iterable[dict[str, Any]]:
    for record in memory.records():
        article = as_told(record.article) if record.events else record.article
        for event in record.events:
            yield report_of(event, article, record.updated)


def _findings_of_all(
    articles: Sequence[Article], gazetteer: Path | None, online: OnlineOptions | None
) -> list[Findings]:
    return [findings_of(article, gazetteer, online) for article in articles]
