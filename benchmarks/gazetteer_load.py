#!/usr/bin/env python3
"""How long a dump of N places takes to load, and how much memory.

    benchmarks/gazetteer_load.py [ROWS ...]

Makes a file in GeoNames' format of so many rows (200,000 if not told) of made-up places with two or three
names each, one in ten in Arabic letters, adds it to an index in a scratch folder with the command itself, and
prints seconds, seconds of work of one core (a busy machine takes longer), peak memory and the size of the
index. Half a minute of it is the index of the program's own places. Memory is flat where ten times the rows
take no more of it of one's own; files that SQLite maps are counted apart, for they are the system's cache.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

SYLLABLES = (
    "ba", "da", "fa", "ga", "ha", "ja", "ka", "la", "ma", "na", "qa", "ra", "sa", "ta", "wa", "ya",
    "za", "bi", "di", "fi", "hi", "ji", "ki", "li", "mi", "ni", "ri", "si", "ti", "zi", "bu", "du",
    "hu", "ju", "ku", "lu", "mu", "nu", "ru", "su", "tu", "kafr", "tell", "deir", "umm", "khan",
    "ain", "beit", "shan", "dar", "sham", "hal", "min", "tar",
)  # fmt: skip
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
CODES = ("PPL",) * 12 + ("PPLX", "PPLA3", "STM", "WLL", "FRM", "AIRB", "HSP", "MTS", "RGN")
CLASS_OF = {"STM": "H", "WLL": "S", "FRM": "S", "AIRB": "S", "HSP": "S", "MTS": "T", "RGN": "L"}
FIRST_ID = 50_000_000
SAMPLE_SECONDS = 0.1


def write_dump(path: Path, rows: int) -> None:
    """A dump of Iraq that nobody lives in; the same number of rows gives the same file."""
    draw = Random(rows)
    with path.open("w", encoding="utf-8") as file:
        for number in range(rows):
            name = _name(draw)
            others = [_name(draw), name.replace("a", "e", 1)]
            if number % 10 == 0:
                others.append("".join(draw.choices(ARABIC, k=6)))
            code = draw.choice(CODES)
            lat, lon = draw.uniform(29.1, 37.3), draw.uniform(38.8, 48.5)
            fields = [
                str(FIRST_ID + number), name, name, ",".join(others), f"{lat:.5f}", f"{lon:.5f}",
                CLASS_OF.get(code, "P"), code, "IQ", "", f"{draw.randint(1, 18):02}", "", "", "",
                str(draw.choice((0, 0, 0, 900, 21_000))), "", "200", "Asia/Baghdad", "2026-01-01",
            ]  # fmt: skip
            file.write("\t".join(fields) + "\n")


def _name(draw: Random) -> str:
    words = ("".join(draw.choices(SYLLABLES, k=draw.randint(2, 3))) for _ in range(draw.randint(1, 2)))
    return " ".join(word.capitalize() for word in words)


def measure(rows: int, folder: Path) -> str:
    """One line: what adding so many rows to a standing index takes."""
    dump, index = folder / "IQ.txt", folder / "places.sqlite"
    write_dump(dump, rows)
    command = [sys.executable, "-m", "flows.cli", "gazetteer"]
    environment = os.environ | {"CONFLICTMAP_GAZETTEER": str(index)}
    quiet = subprocess.DEVNULL
    subprocess.run([*command, "info"], env=environment, check=True, stdout=quiet, stderr=quiet)
    began = time.perf_counter()
    adding = subprocess.Popen([*command, "add", "--file", str(dump)], env=environment, stdout=quiet)
    own = 0.0
    while True:
        own = max(own, anonymous_megabytes(adding.pid))
        ended, status, used = os.wait4(adding.pid, os.WNOHANG)
        if ended:
            break
        time.sleep(SAMPLE_SECONDS)
    seconds = time.perf_counter() - began
    if status != 0:
        sys.exit(f"gazetteer add ended with {os.waitstatus_to_exitcode(status)}")
    megabytes = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    size = index.stat().st_size / 1e6
    return (
        f"{rows:>9,} rows: {seconds:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of one core, "
        f"own memory {own:.0f} MB at most, with mapped files {megabytes:.0f} MB, index {size:.0f} MB"
    )


def anonymous_megabytes(process: int) -> float:
    """The memory that is a process's own: not the pages of files, which the system may take back. 0 where
    the system does not tell (it is Linux that does)."""
    status = Path(f"/proc/{process}/status")
    try:
        lines = status.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:")), 0.0)


def main() -> None:
    """One measurement for each number of rows."""
    for rows in [int(word.replace(",", "")) for word in sys.argv[1:]] or [200_000]:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(rows, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
