"""How well place names are found and resolved: `python benchmarks/geoparse_scores.py FOLDER`.

FOLDER holds `lgl.articles.jsonl` and `lgl.gold.jsonl` (Local-Global Lexicon: spans with coordinates).
Prints the share of given spans that are placed within 161 km, how well the printed confidence is
calibrated, precision and recall of the spans that are found unasked, and articles per second. Where the
folder lacks the set it says so and ends with 0.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.geometry import haversine_km
from geo.geoparse import geoparse

NEAR_ENOUGH_KM = 161.0
"""A hundred miles: the customary bound of the field."""
Spans = set[tuple[int, int]]


def main(arguments: list[str]) -> int:
    """Measure and print; 2 where no folder is given."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    if not (folder / "lgl.gold.jsonl").exists():
        print(f"{folder}: no lgl.gold.jsonl here, nothing measured")
        return 0
    gazetteer = Gazetteer.open()
    texts = list(_lines(folder / "lgl.articles.jsonl"))
    gold = {line["id"]: line["toponyms"] for line in _lines(folder / "lgl.gold.jsonl")}
    _measure_resolution(texts, gold, gazetteer)
    _measure_recognition(texts, gold, gazetteer)
    return 0


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _article(line: dict[str, Any], *, with_spans: bool) -> Article:
    asked = tuple((start, end) for start, end in line["spans"]) if with_spans else None
    return Article(line["id"], line["text"], line["title"], outlet=line["source"], asked_spans=asked)


def _measure_resolution(texts: list[dict[str, Any]], gold: dict[str, Any], gazetteer: Gazetteer) -> None:
    asked = right = 0
    bins: dict[int, list[int]] = {i: [0, 0] for i in range(10)}
    for line in texts:
        found = {(r["start"], r["end"]): r for r in geoparse(_article(line, with_spans=True), gazetteer)}
        for want in gold[line["id"]]:
            asked += 1
            answer = found[want["start"], want["end"]]
            if answer["lat"] is None:
                continue
            off = haversine_km(want["lat"], want["lon"], answer["lat"], answer["lon"])
            right += off <= NEAR_ENOUGH_KM
            tally = bins[min(9, int(10 * answer["confidence"]))]
            tally[0] += 1
            tally[1] += off <= NEAR_ENOUGH_KM
    print(f"given spans            {asked}\nacc_161km              {right / asked:.3f}")
    for i, (count, good) in bins.items():
        if count:
            print(f"confidence {i / 10:.1f}-{(i + 1) / 10:.1f}     {good / count:.2f} right of {count}")


def _measure_recognition(texts: list[dict[str, Any]], gold: dict[str, Any], gazetteer: Gazetteer) -> None:
    hits = found = covered = wanted = 0
    start = time.perf_counter()
    for line in texts:
        got = {(r["start"], r["end"]) for r in geoparse(_article(line, with_spans=False), gazetteer)}
        want = {(t["start"], t["end"]) for t in gold[line["id"]]}
        found, wanted = found + len(got), wanted + len(want)
        hits += sum(_touches(span, want) for span in got)
        covered += sum(_touches(span, got) for span in want)
    seconds = time.perf_counter() - start
    precision, recall = hits / found, covered / wanted
    print(f"overlap precision      {precision:.3f}\noverlap recall         {recall:.3f}")
    print(f"overlap f1             {2 * precision * recall / (precision + recall):.3f}")
    print(f"articles per second    {len(texts) / seconds:.0f}")


def _touches(span: tuple[int, int], others: Spans) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
