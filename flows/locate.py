"""One article in, its events or toponyms out: the work itself, which any process can do on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from articles import Article
from flows.screen import progress, warn
from gazetteer import Gazetteer
from geo import Findings, find_events, geoparse


@lru_cache(maxsize=1)
def open_gazetteer(path: Path | None) -> Gazetteer:
    """The place index of this process; built on first use, with a word and a progress bar on the screen."""
    with progress("Places") as show:
        return Gazetteer.open(path, on_build=_announced(show))


def findings_of(article: Article, gazetteer: Path | None) -> Findings:
    """What is in an article, located with the index at that path (None: the user's)."""
    with _named(article):
        return find_events(article, open_gazetteer(gazetteer))


def toponyms_of(article: Article, gazetteer: Path | None) -> list[dict[str, Any]]:
    """The toponyms of an article in the contract's form, resolved with the index at that path."""
    with _named(article):
        return geoparse(article, open_gazetteer(gazetteer))


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


@contextmanager
def _named(article: Article) -> Iterator[None]:
    """A bug's traceback names the article that it happened on."""
    try:
        yield
    except Exception as bug:
        bug.add_note(f"A bug of conflictmap, met in article {article.id!r} of {article.source}.")
        raise
