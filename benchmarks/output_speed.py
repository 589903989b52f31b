#!/usr/bin/env python3
"""What each output costs: seconds, peak memory and bytes, at several numbers of events.

    benchmarks/output_speed.py [EVENTS ...] [--formats NAME,...] [--folder KEPT]

For 1,000, 10,000 and 100,000 sample events (or the numbers given) each output is written in a process of its
own. `s` is the processor's, without the making of the events; `peak MB` is with the interpreter and the
libraries: memory is flat where it hardly grows from one number to the next. Prints a table, all files of an
output as one size.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

from sample_events import sample_events
from sample_places import sample_outline

from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

SIZES = (1_000, 10_000, 100_000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("events", nargs="*", type=int, default=SIZES)
    parser.add_argument("--formats", default="all", help="names of outputs with commas between them")
    parser.add_argument("--folder", type=Path, help="where the files are kept; a temporary one if not given")
    parser.add_argument("--write", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        print(json.dumps(written(given.events[0], given.formats, given.folder)))
        return
    names = [output.name for output in outputs_named(given.formats.split(","))]
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        print(f"{'':12}" + "".join(f"{count:>14,}:  s {'peak MB':>8} {'MB':>7}" for count in given.events))
        for name in names:
            print(f"{name:12}", end="")
            for count in given.events:
                figures = in_a_process(count, name, folder / name / str(count))
                print("{seconds:>18.2f} {peak:>8.0f} {size:>7.2f}".format(**figures), end="", flush=True)
            print()


def in_a_process(count: int, name: str, folder: Path) -> dict[str, Any]:
    """One output, written by a fresh Python, so that its peak of memory is its own."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, __file__, str(count), "--formats", name, "--folder", str(folder), "--write"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def written(count: int, name: str, folder: Path) -> dict[str, float]:
    """Seconds, peak megabytes, megabytes of all files of the output."""
    outputs, look = outputs_named([name]), Look(default_style())
    making = seconds_of(lambda: sum(1 for _ in sample_events(count)))
    whole = seconds_of(lambda: write_outputs(folder, sample_events(count), outputs, look, sample_outline))
    size = sum((folder / file).stat().st_size for output in outputs for file in output.files)
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": whole - making, "peak": peak, "size": size / 1e6}


def seconds_of(act: Callable[[], object]) -> float:
    begin = time.process_time()
    act()
    return time.process_time() - begin


if __name__ == "__main__":
    main()
