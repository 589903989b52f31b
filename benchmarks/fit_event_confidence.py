#!/usr/bin/env python3
"""Fits geo/event_weights.yml on the development sets and the scenarios of everyday news.

    benchmarks/fit_event_confidence.py EVAL_FOLDER

Logistic regression with a ridge penalty (Newton's method). A candidate counts as right where score.py matches
it with a gold event (records), where it is the one incident of its text (incidents, wire) or of the labelled
type (types); candidates of the types set's texts without an event count as wrong, and so do all of local
newspapers (lgl; a few of their articles do report violence and are left out) and of tests/scenarios/everyday.
Records weigh most: whole articles of a war are what the program reads.

Held out by article, the sums are then fitted to what is right on records, lgl and everyday alone, where every
candidate is judged (Platt's two numbers); both go into the weights. The threshold is the highest at which the
wire's texts are still found. Prints what each threshold keeps, and the calibration; writes the whole file.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass, replace
from datetime import date
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
from geo.event_view import view_of
from geo.events import candidates, event_of
from geo.not_news import why_not_news

RIDGE = 1.0
WEIGHT_OF = {"records": 1.0, "incidents": 0.4, "wire": 0.4, "types": 0.6, "lgl": 0.5, "everyday": 0.5}
# What a rule keeps from print counts for less: the weights are to tell the rest apart.
RULED_OUT = 0.25
ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "geo" / "event_weights.yml"
EVERYDAY = ROOT / "tests" / "scenarios" / "everyday"
SILENT = ("lgl", "everyday")
# Local newspapers' articles that do report violence, found by reading those that spoke.
REPORTING = frozenset(f"lgl-{n}" for n in (196, 209, 211, 212, 263, 319, 322, 478))
JUDGED = ("records", *SILENT)
# The share of the wire's texts, held out, that the threshold must keep.
KEPT = 0.974
FOLDS = 5
BINS = 10
HEAD = (
    "# How much each sign of geo/event_signs.py adds to the log-odds that an article reports an event",
    "# as having happened; an event is printed from the threshold on.",
    "# Written whole by benchmarks/fit_event_confidence.py: no number is set by hand.",
)
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
    ruled_out: bool
    """Whether geo/not_news.py says that it is no news: such a one is never printed."""


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
            features, ruled_out = features_of(article, told[n]), why_not_news(view_of(article, told[n]))
            out.append(Sample(name, group, features, right, WEIGHT_OF[name], ruled_out is not None))
    return out


def articles_of(folder: Path, name: str) -> list[Article]:
    """The articles of a development set, without the spans that some ask for."""
    asked = _NO_SPANS if name == "lgl" else {}
    read = read_jsonl(folder / f"{name}.articles.jsonl")
    return [replace(a, **asked) for a in read if isinstance(a, Article) and a.id not in REPORTING]


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


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """The weights of `x`'s columns, of which the first is 1 throughout and its weight free."""
    penalty = np.diag([0.0] + [ridge] * (x.shape[1] - 1))
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        p = probability(x @ beta)
        gradient = x.T @ (w * (p - y)) + penalty @ beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + penalty
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def fit_samples(samples: list[Sample]) -> np.ndarray:
    """Bias and weights."""
    right = np.array([s.right for s in samples], dtype=float)
    weights = [s.weight * (RULED_OUT if s.ruled_out else 1.0) for s in samples]
    return fit(rows_of(samples), right, np.array(weights))


def rows_of(samples: list[Sample]) -> np.ndarray:
    """1 and the features of each."""
    return np.array([(1.0, *s.features) for s in samples])


def probability(total: np.ndarray) -> np.ndarray:
    """Of log-odds."""
    return np.asarray(1 / (1 + np.exp(-total)))


def cross_validated(samples: list[Sample]) -> np.ndarray:
    """The log-odds of each sample by weights fitted without its article."""
    held = np.zeros(len(samples))
    groups = sorted({s.group for s in samples})
    for fold in range(FOLDS):
        out = set(groups[fold::FOLDS])
        beta = fit_samples([s for s in samples if s.group not in out])
        rows = [i for i, s in enumerate(samples) if s.group in out]
        held[rows] = rows_of([samples[i] for i in rows]) @ beta
    return held


def calibrate(samples: list[Sample], held: np.ndarray) -> np.ndarray:
    """What to add to the log-odds and by what to multiply them, from the sets where all is judged."""
    judged = judged_of(samples)
    right = np.array([s.right for s in samples], dtype=float)[judged]
    return fit(np.stack([np.ones(len(right)), held[judged]], axis=1), right, np.ones(len(right)), ridge=0.0)


def judged_of(samples: list[Sample]) -> np.ndarray:
    """Which samples a confidence is printed for, in the sets where every candidate is judged."""
    return np.array([s.set_name in JUDGED and not s.ruled_out for s in samples])


def texts_kept(samples: list[Sample], kept: np.ndarray, name: str) -> int:
    """In how many texts of a set something is kept."""
    return len({s.group for s, k in zip(samples, kept, strict=True) if k and s.set_name == name})


def best_threshold(samples: list[Sample], sure: np.ndarray) -> float:
    """The highest that keeps the share `KEPT` of the wire's texts."""
    printed = np.array([not s.ruled_out for s in samples])
    texts = len({s.group for s in samples if s.set_name == "wire"})
    grid = np.arange(0.05, 0.6, 0.01)
    held = [t for t in grid if texts_kept(samples, printed & (sure >= t), "wire") >= KEPT * texts]
    return float(max(held))


def report(samples: list[Sample], sure: np.ndarray, gold_events: int) -> None:
    """Prints what each threshold keeps, and how far the confidence can be believed."""
    right = np.array([s.right for s in samples])
    records = np.array([s.set_name == "records" for s in samples])
    printed = np.array([not s.ruled_out for s in samples])
    print("out of fold: threshold; records precision, recall, F1; candidates' texts kept, set by set")
    for threshold in np.arange(0.1, 0.65, 0.05):
        kept = printed & (sure >= threshold)
        of_records = kept & records
        precision, recall = right[of_records].mean(), right[of_records].sum() / gold_events
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        shares = ", ".join(f"{name} {texts_kept(samples, kept, name)}" for name in WEIGHT_OF)
        print(f"  {threshold:.2f}  {precision:.3f}  {recall:.3f}  {f1:.3f}  {shares}")
    judged = judged_of(samples)
    print(f"reliability on {', '.join(JUDGED)}: mean confidence, share right, number")
    for low in np.arange(BINS) / BINS:
        inside = judged & (sure >= low) & (sure < low + 1 / BINS)
        if inside.any():
            print(f"  {sure[inside].mean():.2f}  {right[inside].mean():.2f}  {inside.sum()}")
    print(f"expected calibration error: {calibration_error(sure[judged], right[judged]):.3f}")


def calibration_error(held: np.ndarray, right: np.ndarray) -> float:
    """Mean distance between confidence and share right over bins of equal width, weighted by their size."""
    bins = np.minimum((held * BINS).astype(int), BINS - 1)
    each = [bins == b for b in range(BINS) if (bins == b).any()]
    return float(sum(abs(held[b].mean() - right[b].mean()) * b.sum() for b in each) / len(held))


def write_weights(beta: np.ndarray, threshold: float) -> None:
    """Write event_weights.yml."""
    numbers = (f"fitted: {date.today()}", f"threshold: {threshold:.2f}", f"bias: {beta[0]:.2f}", "features:")
    lines = [*HEAD, *numbers]
    lines += [f"  {name}: {weight:.2f}" for name, weight in zip(FEATURES, beta[1:], strict=True)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fill_weights() -> None:
    """Give a new feature the weight 0: what is read depends a little on what is held to be an event."""
    told = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8"))
    known = [told["bias"], *(told["features"].get(name, 0.0) for name in FEATURES)]
    write_weights(np.array(known), told["threshold"])


def main() -> None:
    """Cross-validates, prints, and writes the weights fitted on everything."""
    folder = Path(sys.argv[1])
    if not (folder / "score.py").is_file():
        print(f"skipped: no development sets in {folder}")
        return
    fill_weights()
    scorer, gazetteer = load_scorer(folder), Gazetteer.open()
    samples = [s for name in WEIGHT_OF for s in samples_of(folder, name, scorer, gazetteer)]
    gold_events = sum(len(g["events"]) for g in scorer.read(folder / "records.gold.jsonl"))
    held = cross_validated(samples)
    offset, slope = calibrate(samples, held)
    sure = probability(offset + slope * held)
    report(samples, sure, gold_events)
    beta = slope * fit_samples(samples)
    beta[0] += offset
    threshold = best_threshold(samples, sure)
    write_weights(beta, threshold)
    print(f"threshold {threshold:.2f}")


if __name__ == "__main__":
    main()
