#!/usr/bin/env python3
"""How many articles a second `geoparse` reads on one core, and how much memory it holds on to.

    benchmarks/geoparse_speed.py ARTICLES.jsonl [COUNT]

The texts are cut to 1,900 characters and repeated up to COUNT (3,000); the figure is for texts of 1,900
characters. In turns with it, chunk by chunk, a regular-expression tokeniser runs over the same texts: on
a machine that does other work too the ratio of the two says more than either. Prints the memory of the
process after the first tenth and at the end: anonymous, without the index file that is mapped in.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from articles.article import Article
from articles.read import read_jsonl
from gazetteer.index import Gazetteer
from geo.geoparse import geoparse

LENGTH = 1_900
CHUNK = 100
TOKEN = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    """Measure and print."""
    source, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3_000
    if not Path(source).is_file():
        print(f"skipped: no articles in {source}")
        return
    gazetteer, texts = Gazetteer.open(), standard_texts([source])
    measure("geoparse", lambda a: geoparse(a, gazetteer), texts, islice(cycle(texts), count), count)


def standard_texts(sources: Sequence[str]) -> list[Article]:
    """The articles of JSON Lines files, cut to the length that the figures are for."""
    return [
        replace(article, text=article.text[:LENGTH], asked_spans=None)
        for source in sources
        for article in read_jsonl(source)
        if isinstance(article, Article)
    ]


def measure(
    what: str,
    work: Callable[[Article], object],
    warm: Sequence[Article],
    articles: Iterator[Article],
    count: int,
) -> None:
    """Print how fast `work` reads `count` articles, in turns with the tokeniser, and the memory held.

    It has read the first chunk of `warm` before anything is measured.
    """
    for article in warm[:CHUNK]:
        work(article)
    characters, spent = 0, {"work": 0.0, "tokens": 0.0}
    early = 0
    for done in range(0, count, CHUNK):
        chunk = list(islice(articles, CHUNK))
        characters += sum(len(article.text) for article in chunk)
        spent["tokens"] += seconds(lambda a: TOKEN.findall(a.text), chunk)
        spent["work"] += seconds(work, chunk)
        if done <= count // 10:
            early = anonymous_kilobytes()
    standard = characters / LENGTH
    print(f"{count} articles of {characters / count:.0f} characters")
    print(f"{what:<10} {standard / spent['work']:8,.0f} articles of {LENGTH} characters a second")
    print(f"tokeniser  {standard / spent['tokens']:8,.0f}")
    print(f"ratio      1 : {spent['work'] / spent['tokens']:.1f}")
    print(f"memory     {early / 1024:.0f} MB after a tenth, {anonymous_kilobytes() / 1024:.0f} MB at the end")


def seconds(work: Callable[[Article], object], chunk: Sequence[Article]) -> float:
    """Processor time that the work takes over a chunk."""
    begin = time.process_time()
    for article in chunk:
        work(article)
    return time.process_time() - begin


def anonymous_kilobytes() -> int:
    """What the process holds beside files mapped into memory; Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("RssAnon")).split()[1])


if __name__ == "__main__":
    main()
