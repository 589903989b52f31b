#!/usr/bin/env python3
"""Fits the weights of geo/confidence.py on the development sets and prints them.

    benchmarks/fit_event_confidence.py EVAL_FOLDER

Logistic regression with a ridge penalty (Newton's method). A candidate counts as right where score.py matches
it with a gold event (records), where it is the one incident of its text (incidents, wire) or of the labelled
type (types); candidates of the types set's texts without an event count as wrong, and so do all of local
newspapers (lgl). Records weigh most: whole articles of a war are what the program reads. Cross-validated by
article; prints calibration and the best threshold.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from articles.article import Article
from articles.read import read_jsonl
from gazetteer.index import Gazetteer
from geo.confidence import WEIGHTS, features_of
from geo.events import candidates, event_of

RIDGE = 1.0
WEIGHT_OF = {"records": 1.0, "incidents": 0.1, "wire": 0.15, "types": 0.25, "lgl": 0.25}
FOLDS = 5
_NO_SPANS: dict[str, Any] = {"asked_spans": None}


@dataclass(frozen=True, slots=True)
class Sample:
    """One candidate of one article."""

    group: str
    features: tuple[float, ...]
    right: bool
    weight: float


def load_scorer(folder: Path) -> ModuleType:
    """score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def samples_of(folder: Path, name: str, scorer: ModuleType, gazetteer: Gazetteer) -> list[Sample]:
    """Every candidate of a set, labelled."""
    gold = {g["id"]: g for g in scorer.read(folder / f"{name}.gold.jsonl")}
    asked = _NO_SPANS if name == "lgl" else {}
    out: list[Sample] = []
    for article in read_jsonl(folder / f"{name}.articles.jsonl"):
        if not isinstance(article, Article) or article.id not in gold:
            continue
        told = candidates(replace(article, **asked), gazetteer)
        events = [event_of(article, t, n, 1.0).record() for n, t in enumerate(told)]
        for n, right in labels(name, gold[article.id], events, scorer).items():
            out.append(Sample(article.id, features_of(article, told[n]), right, WEIGHT_OF[name]))
    return out


def labels(name: str, gold: dict, events: list[dict], scorer: ModuleType) -> dict[int, bool]:
    """Which candidates are right; those of which the gold says nothing are left out."""
    if name == "records":
        matched = {j for _, j in scorer.assign(gold["events"], events)}
        return {n: n in matched for n in range(len(events))}
    if name == "lgl":
        return dict.fromkeys(range(len(events)), False)
    if name == "types":
        wanted = scorer.CASE.get(gold["label"])
        if wanted is None:
            return dict.fromkeys(range(len(events)), False)
        return {n: True for n, e in enumerate(events) if e["sub_event_type"] == wanted}
    best = next((n for n, e in enumerate(events) if e["killed_low"] == gold["killed"]), 0 if events else None)
    return {} if best is None else {best: True}


def fit(samples: list[Sample]) -> np.ndarray:
    """Bias and weights."""
    x = np.array([(1.0, *s.features) for s in samples])
    y = np.array([s.right for s in samples], dtype=float)
    w = np.array([s.weight for s in samples])
    penalty = np.diag([0.0] + [RIDGE] * (x.shape[1] - 1))
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (w * (p - y)) + penalty @ beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + penalty
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def predict(samples: list[Sample], beta: np.ndarray) -> np.ndarray:
    """The confidence of each sample."""
    return 1 / (1 + np.exp(-np.array([(1.0, *s.features) for s in samples]) @ beta))


def main() -> None:
    """Fits, cross-validates on the records set, prints."""
    folder = Path(sys.argv[1])
    if not (folder / "score.py").is_file():
        print(f"skipped: no development sets in {folder}")
        return
    scorer, gazetteer = load_scorer(folder), Gazetteer.open()
    samples = [s for name in WEIGHT_OF for s in samples_of(folder, name, scorer, gazetteer)]
    records = [s for s in samples if s.weight == WEIGHT_OF["records"]]
    gold_events = sum(len(g["events"]) for g in scorer.read(folder / "records.gold.jsonl"))
    groups = sorted({s.group for s in records})
    held = np.zeros(len(records))
    for fold in range(FOLDS):
        out = set(groups[fold::FOLDS])
        beta = fit([s for s in samples if s.group not in out])
        rows = [i for i, s in enumerate(records) if s.group in out]
        held[rows] = predict([records[i] for i in rows], beta)
    right = np.array([s.right for s in records])
    print("cross-validated on records: threshold, precision, recall, F1")
    for threshold in np.arange(0.2, 0.75, 0.05):
        kept = held >= threshold
        precision, recall = right[kept].mean() if kept.any() else 0.0, right[kept].sum() / gold_events
        f1 = 2 * precision * recall / (precision + recall)
        print(f"  {threshold:.2f}  {precision:.3f}  {recall:.3f}  {f1:.3f}")
    print("reliability: mean confidence, share right, number")
    for low in np.arange(0, 1, 0.2):
        inside = (held >= low) & (held < low + 0.2)
        if inside.any():
            print(f"  {held[inside].mean():.2f}  {right[inside].mean():.2f}  {inside.sum()}")
    beta = fit(samples)
    print(f"BIAS = {beta[0]:.2f}")
    for (name, _, _), weight in zip(WEIGHTS, beta[1:], strict=True):
        print(f"  {weight:+.2f}  {name}")


if __name__ == "__main__":
    main()
