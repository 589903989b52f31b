#!/usr/bin/env python3
"""Fits geo/weights.yml on the development sets: what each reason for a place adds, and how sure an answer is.

    benchmarks/fit_place_weights.py EVAL_FOLDER [--write DAY]

The reasons are fitted by conditional logistic regression: of the senses of a name the right one is to score
highest. A ridge draws each weight towards the one that stands, strongly for those of BY_HAND, which news of
these kinds cannot tell. The signs of certainty are fitted by logistic regression on the best senses that are
not objected to. Both are tried on the articles held back; prints accuracy and calibration there, and writes
the numbers fitted on all articles with `--write` (again until they rest: the context of a name changes too).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from place_answers import SETS, Labelled, labelled_names

from gazetteer.index import Gazetteer
from geo.abstain import objection
from geo.certainty import SIGNS
from geo.evidence import REASONS
from geo.weights import weights

WEIGHTS = Path(__file__).parent.parent / "geo" / "weights.yml"
SET_WEIGHT = {"lgl": 0.3, "records": 1.0, "incidents": 1.0, "wire": 1.0}
"""Local newspapers have four times as many names as all conflict news, which the program is for."""
BY_HAND = {
    "inside", "outside", "kind", "similar spelling", "other name", "province of a city", "district of a town",
    "side of a city",
}  # fmt: skip
RIDGE, STRONG_RIDGE, SIGN_RIDGE = 100.0, 1000.0, 1.0
STEPS = 60
BINS = 10
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A name as the fits see it."""

    set: str
    held: bool
    """Which half its article is in."""
    values: Numbers
    """One row for each sense, the best first; one column for each reason."""
    right: Numbers
    """1 for each sense that is the place meant."""
    signs: Numbers
    answered: bool


def sample(label: Labelled, half: bool) -> Sample:
    """The numbers of one name."""
    ranked = label.choice.ranked
    return Sample(
        label.set,
        half,
        np.array([[reason.value(r.case) for reason in REASONS] for r in ranked]),
        np.array([float(label.right(i)) for i in range(len(ranked))]),
        np.array([1.0, *(value(label.choice) for _, value in SIGNS)]),
        not objection(ranked[0].case),
    )


def fit_reasons(samples: Sequence[Sample], start: Numbers) -> Numbers:
    """The weights under which right senses score highest, by Newton's method on that likelihood."""
    telling = [s for s in samples if 0 < s.right.sum() < len(s.right)]
    ridge = np.array([STRONG_RIDGE if reason.name in BY_HAND else RIDGE for reason in REASONS])
    w = start.copy()
    for _ in range(STEPS):
        gradient, hessian = ridge * (w - start), np.diag(ridge)
        for s in telling:
            p = softmax(s.values @ w)
            q = p * s.right / (p * s.right).sum()
            gradient -= SET_WEIGHT[s.set] * ((q - p) @ s.values)
            mean = p @ s.values
            hessian += SET_WEIGHT[s.set] * ((s.values.T * p) @ s.values - np.outer(mean, mean))
        w -= 0.5 * np.linalg.solve(hessian, gradient)
    return w


def softmax(scores: Numbers) -> Numbers:
    """Shares of one."""
    parts: Numbers = np.exp(scores - scores.max())
    return parts / parts.sum()


def fit_signs(samples: Sequence[Sample]) -> Numbers:
    """Bias and weights of the signs of certainty."""
    x, y = np.array([s.signs for s in samples]), np.array([s.right[0] for s in samples])
    each = np.array([SET_WEIGHT[s.set] for s in samples])
    penalty = np.diag([0.0] + [SIGN_RIDGE] * (x.shape[1] - 1))
    beta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ beta))
        hessian = (x * (each * p * (1 - p))[:, None]).T @ x + penalty
        beta -= np.linalg.solve(hessian, x.T @ (each * (p - y)) + penalty @ beta)
    return beta


def calibration_error(sure: Numbers, right: Numbers) -> float:
    """Expected calibration error over ten bins of equal width."""
    which = np.minimum(BINS - 1, (sure * BINS).astype(int))
    gaps = [
        (which == i).mean() * abs(sure[which == i].mean() - right[which == i].mean())
        for i in range(BINS)
        if (which == i).any()
    ]
    return float(sum(gaps))


def report_reasons(samples: Sequence[Sample], start: Numbers) -> None:
    """The share of names with several senses whose best is right, as it stands and held back."""
    fitted = {half: fit_reasons([s for s in samples if s.held != half], start) for half in (False, True)}
    for name in SETS:
        several = [s for s in samples if s.set == name and len(s.right) > 1]
        stands = np.mean([s.right[(s.values @ start).argmax()] for s in several])
        held = np.mean([s.right[(s.values @ fitted[s.held]).argmax()] for s in several])
        print(f"{name:10} {len(several):5} names of several places: right {stands:.3f}, fitted {held:.3f}")


def report_certainty(answered: Sequence[Sample]) -> None:
    """Reliability of the confidence on the articles held back."""
    fitted = {half: fit_signs([s for s in answered if s.held != half]) for half in (False, True)}
    sure = np.array([1 / (1 + np.exp(-s.signs @ fitted[s.held])) for s in answered])
    right = np.array([s.right[0] for s in answered])
    sets = np.array([s.set for s in answered])
    for name, rows in (("lgl", sets == "lgl"), ("conflict", sets != "lgl"), ("all", sets != "")):
        error = calibration_error(sure[rows], right[rows])
        print(f"{name:10} {rows.sum():5} answers, expected calibration error {error:.3f}")
    print("confidence   answers  mean confidence  right")
    for i in range(BINS):
        rows = np.minimum(BINS - 1, (sure * BINS).astype(int)) == i
        if rows.any():
            told = f"{rows.sum():7}  {sure[rows].mean():15.2f}  {right[rows].mean():5.2f}"
            print(f"{i / BINS:.1f}-{(i + 1) / BINS:.1f}      {told}")


def write(day: str, reasons: Numbers, signs: Numbers, count: int) -> None:
    """Put the numbers into weights.yml, its comments kept."""
    text = WEIGHTS.read_text(encoding="utf-8")
    names = [reason.name for reason in REASONS]
    new = {
        "fitted": day,
        "data": f"{count:,} names of local news (LGL) and conflict news (FA-KES, GDTD, PITF)",
        "bias": f"{signs[0]:.2f}",
    }
    for section, pairs in (("reasons", zip(names, reasons, strict=True)),
                           ("signs", zip((n for n, _ in SIGNS), signs[1:], strict=True))):  # fmt: skip
        head, _, rest = text.partition(f"{section}:\n")
        for name, value in pairs:
            rest = re.sub(rf"^  {name}: .*$", f"  {name}: {value:.2f}", rest, count=1, flags=re.M)
        text = f"{head}{section}:\n{rest}"
    for key, told in new.items():
        text = re.sub(rf"^{key}: .*$", f"{key}: {told}", text, flags=re.M)
    WEIGHTS.write_text(text, encoding="utf-8")


def main() -> None:
    """Fits, reports, writes."""
    folder = Path(sys.argv[1])
    if not (folder / "lgl.gold.jsonl").is_file():
        print(f"skipped: no development sets in {folder}")
        return
    labels = list(labelled_names(folder, Gazetteer.open()))
    halves = {key: i % 2 == 1 for i, key in enumerate(sorted({(x.set, x.article) for x in labels}))}
    samples = [sample(label, halves[label.set, label.article]) for label in labels]
    start = np.array([weights().reasons[reason.name] for reason in REASONS])
    report_reasons(samples, start)
    answered = [s for s in samples if s.answered]
    report_certainty(answered)
    if "--write" in sys.argv:
        day = sys.argv[sys.argv.index("--write") + 1]
        write(day, fit_reasons(samples, start), fit_signs(answered), len(labels))


if __name__ == "__main__":
    main()
