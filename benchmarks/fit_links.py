#!/usr/bin/env python3
"""Fits geo/ties.yml: which place of a sentence belongs to which of its event words.

    benchmarks/fit_links.py EVAL_FOLDER [--write DAY]

Logistic regression with a ridge over the named features of geo/tie_features.py, on pairs of an event word and
a place name of its sentence. In the set linking a pair is right where the annotators linked the two; in
incidents and wire, whose texts tell of one incident each, where the place lies within 25 km of it (only
sentences that name such a place are asked). Cross-validated by text; prints precision and recall in
characters on the sentences held back, as score.py counts them, were every asked word a trigger.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articles import Article, Span
from articles import regions as regions_of
from articles.read import read_jsonl
from gazetteer.index import Gazetteer
from geo.geometry import distance_km
from geo.geoparse import analyse
from geo.scenes import can_be_scene
from geo.tie_features import Scenery, features, scenery_of
from geo.toponym import Resolution
from mentions import extract, tree_of
from mentions.flatten import flatten
from mentions.sentences import sentence_ends

WEIGHTS = Path(__file__).parent.parent / "geo" / "ties.yml"
SET_WEIGHT = {"linking": 1.0, "incidents": 0.3, "wire": 0.5}
NEAR_KM = 25.0
RIDGE, STEPS, FOLDS, LEAST_SEEN = 3.0, 40, 5, 15
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """An event word and a place of its sentence."""

    set: str
    fold: int
    features: dict[str, float]
    hit: int
    """Characters of the place that are right."""
    length: int


def read(path: Path) -> dict[str, dict[str, Any]]:
    """Gold by article."""
    with path.open(encoding="utf-8") as lines:
        return {g["id"]: g for g in map(json.loads, lines)}


def scenery_at(article: Article, at: int, places: tuple[Resolution, ...]) -> Scenery:
    """The sentence of the text around an offset."""
    flat = flatten(article.text)
    runs = sentence_ends(flat, 0, len(flat))
    start, end = next(((a, b) for a, b in runs if a <= at < b), (0, len(flat)))
    able = [p.toponym.span for p in places if can_be_scene(article, p)]
    return scenery_of(article, tree_of(flat, start, end), Span("text", start, end), places, able)


def asked_pairs(folder: Path, gazetteer: Gazetteer) -> Iterator[Pair]:
    """Of the set linking: the asked word with every place of its sentence."""
    gold = read(folder / "linking.gold.jsonl")
    for article in read_jsonl(folder / "linking.articles.jsonl"):
        if not isinstance(article, Article):
            continue
        told = gold[article.id]
        regions = regions_of(article)
        told_in = [m.sentence for m in extract(article, regions, None).mentions]
        places = analyse(article, regions, gazetteer, told=told_in)
        scenery = scenery_at(article, told["verb"][0], places)
        want = {c for a, b in told["locations"] for c in range(a, b)}
        for n, place in enumerate(scenery.places):
            span = place.toponym.span
            hit = len(want & set(range(span.start, span.end)))
            yield Pair(
                "linking", zlib.crc32(article.text.encode()) % FOLDS,
                dict(features(scenery, tuple(told["verb"]), n)), hit, span.end - span.start,
            )  # fmt: skip


def incident_pairs(folder: Path, name: str, gazetteer: Gazetteer) -> Iterator[Pair]:
    """Of a set of single incidents: every trigger with every place of its sentence."""
    gold = read(folder / f"{name}.gold.jsonl")
    for article in read_jsonl(folder / f"{name}.articles.jsonl"):
        if not isinstance(article, Article) or gold[article.id].get("lat") is None:
            continue
        regions = regions_of(article)
        mentions = extract(article, regions, None).mentions
        places = analyse(article, regions, gazetteer, told=[m.sentence for m in mentions])
        right = {p.toponym.span for p in places if is_near(p, gold[article.id])}
        for mention in mentions:
            if mention.sentence.field != "text":
                continue
            scenery = scenery_at(article, mention.sentence.start, places)
            if not any(p.toponym.span in right for p in scenery.places):
                continue
            for trigger in mention.triggers:
                for n, place in enumerate(scenery.places):
                    span = place.toponym.span
                    length = span.end - span.start
                    told = dict(features(scenery, (trigger.start, trigger.end), n))
                    fold = zlib.crc32(article.text.encode()) % FOLDS
                    yield Pair(name, fold, told, length * (span in right), length)


def is_near(place: Resolution, told: dict[str, Any]) -> bool:
    """Whether a place lies where the incident was, and is exact enough to say so."""
    if place.lat is None or place.lon is None or place.level in ("province", "region", "country"):
        return False
    return distance_km(place.lat, place.lon, told["lat"], told["lon"]) <= NEAR_KM


def matrix(pairs: list[Pair], names: list[str]) -> Numbers:
    """One row for each pair, one column for each feature."""
    index = {name: i for i, name in enumerate(names)}
    out = np.zeros((len(pairs), len(names)))
    for row, pair in enumerate(pairs):
        for name, value in pair.features.items():
            if name in index:
                out[row, index[name]] = value
    return out


def fit(x: Numbers, y: Numbers, weight: Numbers) -> Numbers:
    """The weights, by Newton's method."""
    penalty = np.eye(x.shape[1]) * RIDGE
    beta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ beta))
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + penalty
        beta -= np.linalg.solve(hessian, x.T @ (weight * (p - y)) + penalty @ beta)
    return beta


def report(pairs: list[Pair], held: Numbers, total: int) -> None:
    """Precision and recall of the set linking by threshold, and how sure means how right."""
    rows = np.array([p.set == "linking" for p in pairs])
    hit = np.array([p.hit for p in pairs])[rows]
    length, sure = np.array([p.length for p in pairs])[rows], held[rows]
    print(f"of {total} characters linked, {hit.sum() / total:.3f} stand in names that are recognised")
    print("threshold  precision  recall  F1 (characters, held back)")
    for threshold in np.arange(0.2, 0.65, 0.05):
        kept = sure >= threshold
        precision, recall = hit[kept].sum() / length[kept].sum(), hit[kept].sum() / total
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{threshold:9.2f}  {precision:9.3f}  {recall:6.3f}  {f1:.3f}")
    print("strength   pairs  mean  right")
    for low in np.arange(0, 1, 0.2):
        inside = (sure >= low) & (sure < low + 0.2)
        if inside.any():
            right = (hit[inside] * 2 > length[inside]).mean()
            print(f"{low:.1f}-{low + 0.2:.1f} {inside.sum():8} {sure[inside].mean():5.2f}  {right:.2f}")


def write(day: str, names: list[str], beta: Numbers, count: int) -> None:
    """Put the numbers into ties.yml, sorted by what they say."""
    head = WEIGHTS.read_text(encoding="utf-8").split("\nfitted:")[0] + "\n"
    lines = [
        f"fitted: {day}",
        f"data: {count:,} pairs of event words and places (Halterman; GDTD, PITF)",
        "weights:",
        *(f'  "{name}": {value:.2f}' for value, name in sorted(zip(beta, names, strict=True), reverse=True)),
    ]  # fmt: skip
    WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fits, cross-validates, prints, writes."""
    folder = Path(sys.argv[1])
    if not (folder / "linking.gold.jsonl").is_file():
        print(f"skipped: no development sets in {folder}")
        return
    gazetteer = Gazetteer.open()
    pairs = list(asked_pairs(folder, gazetteer))
    for name in ("incidents", "wire"):
        pairs += [replace(p, set=name) for p in incident_pairs(folder, name, gazetteer)]
    seen = Counter(name for p in pairs for name in p.features)
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    x, y = matrix(pairs, names), np.array([float(p.hit * 2 > p.length) for p in pairs])
    weight = np.array([SET_WEIGHT[p.set] for p in pairs])
    folds, held = np.array([p.fold for p in pairs]), np.zeros(len(pairs))
    for fold in range(FOLDS):
        out = folds == fold
        held[out] = 1 / (1 + np.exp(-x[out] @ fit(x[~out], y[~out], weight[~out])))
    gold = read(folder / "linking.gold.jsonl").values()
    report(pairs, held, sum(b - a for g in gold for a, b in g["locations"]))
    if "--write" in sys.argv:
        day = sys.argv[sys.argv.index("--write") + 1]
        write(day, names, fit(x, y, weight), len(pairs))


if __name__ == "__main__":
    main()
