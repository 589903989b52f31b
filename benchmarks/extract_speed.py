#!/usr/bin/env python3
"""How many articles a second `extract` reads on one core, and how much memory it holds on to.

    benchmarks/extract_speed.py ARTICLES.jsonl[,MORE.jsonl...] [COUNT] [--workers N]

Everything that `extract` does to an article is measured: what is its own, acts, places, linking, records. The
texts are cut to 1,900 characters and repeated up to COUNT (1,500), under another title each time, so that
nothing is remembered; the figure is for texts of 1,900 characters. In turns with it, chunk by chunk, a
regular-expression tokeniser runs over the same texts: on a machine that does other work too the ratio of the
two says more than either. Prints the memory of the process after the first tenth and at the end: anonymous,
without the index file that is mapped in. With `--workers N` the same articles then go through N processes as
in the command, by the clock.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from geoparse_speed import measure, standard_texts

from articles.article import Article
from flows.batches import collecting_seldom
from flows.lines import extract
from flows.settings import Settings
from gazetteer.index import Gazetteer
from geo.events import find_events


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("count", nargs="?", type=int, default=1_500)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    sources = given.articles.split(",")
    if missing := [source for source in sources if not Path(source).is_file()]:
        print(f"skipped: no articles in {missing[0]}")
        return
    texts = standard_texts(sources)
    line_of = _line_with(Gazetteer.open())
    with collecting_seldom():
        measure("extract", line_of, texts, _articles(texts, given.count), given.count)
    if given.workers > 1:
        _on_several(texts, given.count, given.workers)


def _articles(texts: Sequence[Article], count: int) -> Iterator[Article]:
    for number, article in enumerate(islice(cycle(texts), count)):
        yield replace(article, id=f"{article.id}-{number}", title=f"{article.title} ({number})")


def _line_with(gazetteer: Gazetteer) -> Callable[[Article], str]:
    """What becomes of an article in the command, up to its line."""

    def line_of(article: Article) -> str:
        found = find_events(article, gazetteer)
        events = [event.record() for event in found.events]
        return json.dumps([article.id, str(found.published), events], ensure_ascii=False)

    return line_of


def _on_several(texts: Sequence[Article], count: int, workers: int) -> None:
    """The command itself, from file to file, with one process and with several."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for a in _articles(texts, count):
                published = None if a.published is None else a.published.isoformat()
                told = {"id": a.id, "title": a.title, "text": a.text, "published": published}
                file.write(json.dumps(told) + "\n")
        for processes in (1, workers):
            begin = time.perf_counter()
            extract(str(source), str(out), Settings(workers=processes))
            rate = count / (time.perf_counter() - begin)
            print(f"{processes:2} processes {rate:8,.0f} articles a second by the clock, start included")


if __name__ == "__main__":
    sys.exit(main())
