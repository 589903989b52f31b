#!/usr/bin/env python3
"""Scores on the development sets, held against the floors in floors.json.

    benchmarks/scores.py EVAL_FOLDER [--only records wire] [--update [--allow-lower]]

EVAL_FOLDER holds NAME.articles.jsonl, NAME.gold.jsonl and score.py. Where it is absent the run is skipped and
says so. A score below its floor ends with status 1. `--update` writes today's scores as floors; it refuses to
lower one unless `--allow-lower` is given as well. A floor counts for the corpus it was taken on (digest).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
# set -> (task of score.py, command, figures that have a floor)
SETS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "records": ("records", "extract", ("event_f1", "strict_record_f1", "main_event_strict")),
    "incidents": (
        "incidents",
        "extract",
        ("found", "place_25km", "date", "killed", "injured", "whole_record"),
    ),
    "wire": ("incidents", "extract", ("found", "place_25km", "date", "killed", "injured", "whole_record")),
    "types": ("types", "extract", ("weighted_f1",)),
    "linking": ("linking", "extract", ("char_f1",)),
    "lgl": ("toponyms", "geoparse", ("acc_161km", "acc_161km_of_answered")),
    "lgl-spans": ("spans", "geoparse", ("exact_f1", "overlap_f1")),
    # Local newspapers: nothing of what they report is an event of an armed conflict, or next to nothing.
    "lgl-silent": ("none", "extract", ("silent",)),
}
# Two runs of one version agree to the last digit; the slack only absorbs rounding.
SLACK = 0.0005


def corpus(folder: Path, name: str) -> tuple[Path, Path]:
    """The articles and the gold file of a set."""
    stem = name.removesuffix("-spans").removesuffix("-silent")
    articles = folder / f"{stem}.articles.jsonl"
    return articles, articles if name.endswith("-silent") else folder / f"{stem}.gold.jsonl"


def digest(*paths: Path) -> str:
    """A short hash of what a floor was taken on."""
    return hashlib.sha256(b"\0".join(p.read_bytes() for p in paths)).hexdigest()[:16]


def predict(command: str, articles: Path, out: Path, *, drop_spans: bool) -> float:
    """Runs the command line itself on a set; seconds."""
    source = articles
    if drop_spans:
        source = out.with_suffix(".in")
        with articles.open(encoding="utf-8") as lines, source.open("w", encoding="utf-8") as plain:
            for line in lines:
                record = json.loads(line)
                record.pop("spans", None)
                plain.write(json.dumps(record, ensure_ascii=False) + "\n")
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", command, str(source), "--out", str(out)],
        check=False,
        stderr=subprocess.PIPE,
    )
    if done.returncode not in (0, 1):
        sys.exit(f"{command} {articles.name}: exit code {done.returncode}\n{done.stderr.decode()[-2000:]}")
    return time.perf_counter() - began


def score(folder: Path, name: str, scratch: Path) -> dict[str, Any]:
    """One set's figures as score.py gives them, with the seconds that the command took."""
    task, command, _ = SETS[name]
    articles, gold = corpus(folder, name)
    out = scratch / f"{name}.jsonl"
    seconds = predict(command, articles, out, drop_spans=name.endswith(("-spans", "-silent")))
    done = subprocess.run(
        [sys.executable, str(folder / "score.py"), task, str(gold), str(out), "--json"],
        check=True,
        capture_output=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return {**figures, "seconds": round(seconds, 1)}


def main() -> int:
    """Prints every figure; 1 where one lies below its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", choices=list(SETS), default=list(SETS))
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    args = parser.parse_args()
    if not (args.folder / "score.py").is_file():
        print(f"skipped: no development sets in {args.folder}")
        return 0
    floors: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    low = False
    with tempfile.TemporaryDirectory() as scratch:
        for name in args.only:
            figures = score(args.folder, name, Path(scratch))
            mark = digest(*corpus(args.folder, name))
            floor = floors.get(name, {})
            below = under_floor(
                name, figures, floor.get("figures", {}) if floor.get("corpus") == mark else {}
            )
            low = low or bool(below)
            print(name, json.dumps(figures), *below, sep="\n    ")
            if args.update and (not below or args.allow_lower):
                floors[name] = {"corpus": mark, "figures": {k: figures[k] for k in SETS[name][2]}}
    if args.update:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n")
    return int(low and not (args.update and args.allow_lower))


def under_floor(name: str, figures: dict[str, Any], floor: dict[str, float]) -> list[str]:
    """The figures of a set that lie below their floor, in words."""
    return [
        f"BELOW ITS FLOOR: {k} {figures[k]} < {floor[k]}"
        for k in SETS[name][2]
        if k in floor and figures[k] < floor[k] - SLACK
    ]


if __name__ == "__main__":
    sys.exit(main())
