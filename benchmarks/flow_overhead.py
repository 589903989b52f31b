"""What Prefect costs: the same 1,000 articles through plain calls and through the flow, server already up.

    python benchmarks/flow_overhead.py [--articles 1000] [--rounds 3]

Prints the best time of each way and the overhead in per cent; exit code 1 above the ceiling of 20 %.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from articles import Article, read_articles
from flows.prefect_server import prefect_api
from flows.session import open_session
from flows.settings import Settings
from store import contract_form

EXAMPLES = Path(__file__).parent.parent / "examples"
CEILING = 20.0
"""Per cent."""


def main() -> int:
    parser = argparse.ArgumentParser(description="What Prefect costs, in per cent of the work itself.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        write_articles(source, given.articles)
        with prefect_api(Settings(prefect_home=Path(folder) / "prefect")):
            direct, flow = fastest(source, Path(folder), given.rounds)
    overhead = 100 * (flow / direct - 1)
    print(f"{given.articles} articles: plain {direct:.2f} s, flow {flow:.2f} s, overhead {overhead:.1f} %")
    return 1 if overhead > CEILING else 0


def write_articles(path: Path, count: int) -> None:
    """The examples over and over, each with an id of its own."""
    examples = [article for article in read_articles([EXAMPLES]) if isinstance(article, Article)]
    with path.open("w", encoding="utf-8") as file:
        for number, article in enumerate(islice(cycle(examples), count)):
            file.write(json.dumps(contract_form(replace(article, id=str(number)))) + "\n")


def fastest(source: Path, folder: Path, rounds: int) -> tuple[float, float]:
    """The best seconds of plain calls and of the flow, taken in turns so that a busy machine hits both."""
    from flows.pipeline import conflictmap_run

    def plain(out: Path) -> None:
        with open_session(Settings(out=out)) as session:
            session.start([str(source)])
            while session.read():
                session.extract_and_locate()
                session.keep()
            session.write()

    def flow(out: Path) -> None:
        conflictmap_run([str(source)], str(out))

    plain(folder / "warm-plain")
    flow(folder / "warm-flow")
    times: dict[str, list[float]] = {"plain": [], "flow": []}
    ways: dict[str, Callable[[Path], None]] = {"plain": plain, "flow": flow}
    for number in range(rounds):
        for name, way in ways.items():
            began = time.perf_counter()
            way(folder / f"{name}-{number}")
            times[name].append(time.perf_counter() - began)
    return min(times["plain"]), min(times["flow"])


if __name__ == "__main__":
    sys.exit(main())
