"""Memory is flat, whatever the number of events. Arrow, GDAL and lxml keep theirs where Python does not count
it: a process of its own is measured."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WRITE = """
import resource, sys
from pathlib import Path
from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs
from tests.geo.sample_reports import many

some = list(many(500))
outputs = outputs_named(sys.argv[2].split(","))

def peak(count):
    reports = (some[i % 500] | {"id": f"e-{i}"} for i in range(count))
    write_outputs(Path(sys.argv[1]), reports, outputs, Look(default_style()))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

print(peak(9000), peak(int(sys.argv[3])))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell the peak otherwise")
@pytest.mark.parametrize(
    ("names", "count"), [("geojson,geopackage,parquet,csv,acled,ucdp", 60_000), ("hxl,kml", 20_000)]
)
def test_many_events_take_no_more_memory_than_some(tmp_path: Path, names: str, count: int) -> None:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", WRITE, str(tmp_path), names, str(count)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    few, all_of_them = (int(kilobytes) for kilobytes in done.stdout.split())
    # Kept in memory, 60,000 events would be 300 megabytes.
    assert all_of_them - few < 60_000
