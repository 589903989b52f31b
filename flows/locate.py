"""One article in, its events or toponyms out: the work itself, which any process can do on its own."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles import Article, ArticleError, Source
from flows.screen import progress, warn
from gazetteer import Gazetteer
from geo import Findings, OnlineOptions, find_events, geoparse

if TYPE_CHECKING:
    from geo import OnlinePlaces


@lru_cache(maxsize=1)
def open_gazetteer(path: Path | None) -> Gazetteer:
    """The place index of this process; built on first use, with a word and a progress bar on the screen."""
    with progress("Places") as show:
        return Gazetteer.open(path, on_build=_announced(show))


@lru_cache(maxsize=1)
def open_online(options: OnlineOptions, gazetteer: Path | None) -> OnlinePlaces:
    """Who is asked in this process for what that index lacks. OnlineUnavailable where it cannot be."""
    from geo import OnlinePlaces  # geopy, a quarter of a second, for those who ask online

    return OnlinePlaces(options, open_gazetteer(gazetteer), tell=lambda line: warn(f"conflictmap: {line}"))


def findings_of(article: Article, gazetteer: Path | None, online: OnlineOptions | None = None) -> Findings:
    """What is in an article, located with the index at that path (None: the user's)."""
    with _named(article):
        return find_events(article, open_gazetteer(gazetteer), _elsewhere(online, gazetteer))


def toponyms_of(
    article: Article, gazetteer: Path | None, online: OnlineOptions | None = None
) -> list[dict[str, Any]]:
    """The toponyms of an article in the contract's form, resolved with the index at that path."""
    with _named(article):
        return geoparse(article, open_gazetteer(gazetteer), elsewhere=_elsewhere(online, gazetteer))


def get_ready(gazetteer: Path | None, online: OnlineOptions | None, workers: int) -> None:
    """Open what every article needs, before the first; say how online lookups and processes go together."""
    open_gazetteer(gazetteer)
    if online is not None:
        open_online(online, gazetteer)
        if workers > 1:
            warn("conflictmap: online lookups are made by one process at a time, one a second in all")


def online_words(options: OnlineOptions) -> str:
    """What a run has asked online, and whose data it is."""
    from geo import run_report

    told = run_report(options)
    counts = f"{told['asked']} asked, {told['answered']} answered, {told['failed']} failed"
    return f"Online lookups: {told['service']} at {told['server']} ({told['licence']}): {counts}."


def _elsewhere(online: OnlineOptions | None, gazetteer: Path | None) -> OnlinePlaces | None:
    return None if online is None else open_online(online, gazetteer)


def _announced(show: Callable[[int, int | None], None]) -> Callable[[int, int], None]:
    """A listener that says once what is being built, and then shows how far it is."""
    told = False

    def on_build(done: int, total: int) -> None:
        nonlocal told
        if not told:
            warn("Building the place index (once) ...")
            told = True
        show(done, total)

    return on_build


class ArticleFailed(ArticleError):
    """A bug that one article brought out: the message names article, error and the line of the program."""


@contextmanager
def _named(article: Article) -> Iterator[None]:
    """Raises ArticleFailed from any bug met inside: the caller may go on with the other articles."""
    try:
        yield
    except Exception as bug:
        at = traceback.extract_tb(bug.__traceback__)[-1]
        said = " ".join(f"{type(bug).__name__}: {bug}".split())
        problem = f"a bug of conflictmap, met in article {article.id!r}: {said}"
        where = f"{Path(at.filename).name}, line {at.lineno}"
        raise ArticleFailed(article.source or Source("-"), problem, f"please report it ({where})") from bug
