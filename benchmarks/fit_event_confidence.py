#!/usr/bin/env python3
"""Fits geo/event_weights.yml on the development sets and the scenarios of everyday news.

    benchmarks/fit_event_confidence.py EVAL_FOLDER

Logistic regression with a ridge penalty (Newton's method). A candidate counts as right where score.py matches
it with a gold event (records), where it is the one incident of its text (incidents, wire) or of the labelled
type (types); candidates of the types set's texts without an event count as wrong, and so do all of local
newspapers (lgl) and of tests/scenarios/everyday. Records weigh most: whole articles of a war are what the
program reads. Cross-validated by article: prints what each threshold keeps of the records' events and in how
many texts of each set it keeps anything; and calibration.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import yaml

from articles.article import Article
from articles.read import read_jsonl
from gazetteer.index import Gazetteer
from geo.confidence import features_of
from geo.event_signs import FEATURES
from geo.events import candidates, event_of

RIDGE = 1.0
WEIGHT_OF = {"records": 1.0, "incidents": 0.4, "wire": 0.4, "types": 0.4, "lgl": 0.5, "everyday": 0.5}
ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "geo" / "event_weights.yml"
EVERYDAY = ROOT / "tests" / "scenarios" / "everyday"
SILENT = ("lgl", "everyday")
FOLDS = 5
BINS = 10
_NO_SPANS: dict[str, Any] = {"asked_spans": None}


@dataclass(frozen=True, slots=True)
class Sample:
    """One candidate of one article."""

    set_name: str
    group: str
    """The article, apart from those of other sets."""
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
    gold = {} if name in SILENT else {g["id"]: g for g in scorer.read(folder / f"{name}.gold.jsonl")}
    out: list[Sample] = []
    for article in everyday_articles() if name == "everyday" else articles_of(folder, name):
        if name not in SILENT and article.id not in gold:
            continue
        told = candidates(article, gazetteer)
        events = [event_of(article, t, n, 1.0).record() for n, t in enumerate(told)]
        for n, right in labels(name, gold.get(article.id, {}), events, scorer).items():
            group = f"{name} {article.id}"
            out.append(Sample(name, group, features_of(article, told[n]), right, WEIGHT_OF[name]))
    return out


def articles_of(folder: Path, name: str) -> list[Article]:
    """The articles of a development set, without the spans that some ask for."""
    asked = _NO_SPANS if name == "lgl" else {}
    read = read_jsonl(folder / f"{name}.articles.jsonl")
    return [replace(a, **asked) for a in read if isinstance(a, Article)]


def everyday_articles() -> list[Article]:
    """The texts of everyday news that the fit may see."""
    told = [
        entry
        for path in sorted(EVERYDAY.glob("*.yml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    return [Article(e["title"], e["text"], e["title"], published=e["published"]) for e in told]


def labels(name: str, gold: dict, events: list[dict], scorer: ModuleType) -> dict[int, bool]:
    """Which candidates are right; those of which the gold says nothing are left out."""
    if name == "records":
        matched = {j for _, j in scorer.assign(gold["events"], events)}
        return {n: n in matched for n in range(len(events))}
    if name in SILENT:
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


def cross_validated(samples: list[Sample]) -> np.ndarray:
    """The confidence of each sample by weights fitted without its article."""
    held = np.zeros(len(samples))
    groups = sorted({s.group for s in samples})
    for fold in range(FOLDS):
        out = set(groups[fold::FOLDS])
        beta = fit([s for s in samples if s.group not in out])
        rows = [i for i, s in enumerate(samples) if s.group in out]
        held[rows] = predict([samples[i] for i in rows], beta)
    return held


def report(samples: list[Sample], held: np.ndarray, gold_events: int) -> None:
    """Prints what each threshold keeps, and how far the confidence can be believed."""
    right = np.array([s.right for s in samples])
    set_of = np.array([s.set_name for s in samples])
    groups = np.array([s.group for s in samples])
    records = set_of == "records"
    print("out of fold: threshold; records precision, recall, F1; candidates' texts kept, set by set")
    for threshold in np.arange(0.2, 0.75, 0.05):
        kept = records & (held >= threshold)
        precision, recall = right[kept].mean() if kept.any() else 0.0, right[kept].sum() / gold_events
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        shares = [
            f"{name} {len(set(groups[(set_of == name) & (held >= threshold)]))}"
            f"/{len(set(groups[set_of == name]))}"
            for name in WEIGHT_OF
        ]
        print(f"  {threshold:.2f}  {precision:.3f}  {recall:.3f}  {f1:.3f}  {', '.join(shares)}")
    print("reliability on records: mean confidence, share right, number")
    for low in np.arange(0, 1, 0.2):
        inside = records & (held >= low) & (held < low + 0.2)
        if inside.any():
            print(f"  {held[inside].mean():.2f}  {right[inside].mean():.2f}  {inside.sum()}")
    print(f"expected calibration error on records: {calibration_error(held[records], right[records]):.3f}")


def calibration_error(held: np.ndarray, right: np.ndarray) -> float:
    """Mean distance between confidence and share right over bins of equal width, weighted by their size."""
    bins = np.minimum((held * BINS).astype(int), BINS - 1)
    each = [bins == b for b in range(BINS) if (bins == b).any()]
    return float(sum(abs(held[b].mean() - right[b].mean()) * b.sum() for b in each) / len(held))


def write_weights(beta: np.ndarray) -> None:
    """Put the numbers into event_weights.yml; its head, down to the threshold, is kept."""
    head = re.split(r"(?m)^bias:", WEIGHTS.read_text(encoding="utf-8"))[0]
    lines = [f"bias: {beta[0]:.2f}", "features:"]
    lines += [f"  {name}: {weight:.2f}" for name, weight in zip(FEATURES, beta[1:], strict=True)]
    WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Cross-validates, prints, and writes the weights fitted on everything."""
    folder = Path(sys.argv[1])
    if not (folder / "score.py").is_file():
        print(f"skipped: no development sets in {folder}")
        return
    scorer, gazetteer = load_scorer(folder), Gazetteer.open()
    samples = [s for name in WEIGHT_OF for s in samples_of(folder, name, scorer, gazetteer)]
    gold_events = sum(len(g["events"]) for g in scorer.read(folder / "records.gold.jsonl"))
    report(samples, cross_validated(samples), gold_events)
    write_weights(fit(samples))


if __name__ == "__main__":
    main()
