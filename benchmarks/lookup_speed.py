#!/usr/bin/env python3
"""How fast the gazetteer answers, with nothing remembered from one question to the next.

    benchmarks/lookup_speed.py [--index PATH] [--names 50000]

Keys are taken from the index itself and shuffled; half of the misses are keys with a letter changed, half are
two keys in a row. The functions under the caches are asked, so that no answer comes out of memory. Prints
lookups a second for hits and misses, and the milliseconds of `find` on 1,000 misspelt names.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from gazetteer import Gazetteer
from gazetteer.names import fresh_normal_form, loose_key

SEED = 7
FUZZY_NAMES = 1_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def sample_keys(path: Path, count: int) -> list[str]:
    """So many keys of the index, spread over all of it, in no order."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as index:
        keys = [row[0] for row in index.execute("SELECT DISTINCT key FROM names")]
    return random.Random(SEED).sample(keys, min(count, len(keys)))


def misspelt(key: str, chance: random.Random) -> str:
    """One letter behind the second left out, doubled or changed."""
    at = chance.randrange(2, len(key)) if len(key) > 2 else 0
    return key[:at] + chance.choice(["", key[at] * 2, chance.choice(LETTERS)]) + key[at + 1 :]


def per_second(ask: Callable[[str], object], names: Sequence[str]) -> float:
    """Questions answered in a second of one core."""
    began = time.perf_counter()
    for name in names:
        ask(name)
    return len(names) / (time.perf_counter() - began)


def fuzzy_milliseconds(gazetteer: Gazetteer, keys: Sequence[str]) -> list[float]:
    """Of each of the misspelt names that no place bears."""
    chance = random.Random(SEED)
    asked = (misspelt(key, chance) for key in keys if len(key) >= 4)
    unknown = [name for name in asked if not gazetteer._lookup_key(fresh_normal_form(name))][:FUZZY_NAMES]
    spent = []
    for name in unknown:
        began = time.perf_counter()
        gazetteer.find(name)
        spent.append((time.perf_counter() - began) * 1000)
    return sorted(spent)


def main() -> None:
    """Prints one line per figure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--index", type=Path, default=None)
    parser.add_argument("--names", type=int, default=50_000)
    args = parser.parse_args()
    gazetteer = Gazetteer.open(args.index)
    assert gazetteer.path is not None
    keys = sample_keys(gazetteer.path, args.names)
    chance = random.Random(SEED)
    strangers = [
        misspelt(key, chance) if i % 2 else f"{key} {chance.choice(keys)}" for i, key in enumerate(keys)
    ]
    missing = [name for name in strangers if not gazetteer._lookup_key(name)]
    lookup = gazetteer._lookup_key
    for kind, names in (("hits:  ", keys), ("misses:", missing)):
        rate = per_second(lambda name: lookup(fresh_normal_form(name)), names)
        print(f"exact, {kind} {rate:>9,.0f} a second")
    loose = [key for key in keys if loose_key(key)]
    print(f"spelling:      {per_second(gazetteer._lookup_loose, loose):>9,.0f} a second")
    spent = fuzzy_milliseconds(gazetteer, keys)
    print(
        f"find, {len(spent)} misspelt names: median {statistics.median(spent):.1f} ms, "
        f"99 of 100 within {spent[len(spent) * 99 // 100]:.1f} ms, worst {spent[-1]:.1f} ms"
    )


if __name__ == "__main__":
    main()
