"""QGIS and GDAL as this machine has them; their tests are skipped where they are not, saying so.

With CONFLICTMAP_REQUIRE_QGIS=1 they fail there instead.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from geo.style import Look, default_style
from geo.writers import outputs_named, write_outputs

from ..geo.sample_reports import ARTICLE, mixed, report

PYTHON = "/usr/bin/python3"
"""The Python that Debian's QGIS belongs to; a virtual environment has no PyQGIS."""
SCRIPT = Path(__file__).parent / "asked.py"
HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[% 6 * 7 %]", "'; DROP TABLE x; --",
    '"><b onclick="alert(1)">', "&lt;script&gt;", "\u202egnp.x\u2066", "back\\slash `${1}`", "NUL\x00 here",
    "سرمدا &amp; <i>",
)  # fmt: skip

Ask = Callable[..., Any]
"""Asks QGIS for tasks of asked.py; the answers in their order."""


def missing(what: str) -> NoReturn:
    if os.environ.get("CONFLICTMAP_REQUIRE_QGIS") == "1":
        pytest.fail(f"{what}, and CONFLICTMAP_REQUIRE_QGIS=1 asks for it")
    pytest.skip(what)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qgis)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    home = tmp_path_factory.mktemp("home")
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "offscreen"}

    def asked(*tasks: dict[str, Any]) -> Any:
        done = subprocess.run(
            [PYTHON, str(SCRIPT)], input=json.dumps(tasks), capture_output=True, text=True, timeout=120,
            env=environment, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    probe = [PYTHON, "-c", "import qgis.core"]
    if not Path(PYTHON).exists() or subprocess.run(probe, capture_output=True, check=False).returncode:
        missing("no PyQGIS is installed (Debian: python3-qgis, qgis-providers)")
    return asked


@pytest.fixture(scope="session")
def ogrinfo() -> Callable[[Path], str]:
    if shutil.which("ogrinfo") is None:
        missing("no ogrinfo is installed (Debian: gdal-bin)")

    def read(path: Path) -> str:
        done = subprocess.run(
            ["ogrinfo", "-ro", "-so", "-al", str(path)], capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        return done.stdout

    return read


def samples() -> list[dict[str, Any]]:
    """The mixed events, one without a day, and hostile words of every kind."""
    undated = {"date_start": None, "date_end": None, "date_precision": None, "date_basis": None}
    hostile = [
        report(
            id=f"h-{i}", place_name=text, place_text=text, perpetrator=text, attribution=text, quote=text,
            lat=33.0 + i / 10, lon=41.0, place_level="province" if i % 2 else "town", radius_km=5.0,
            article=replace(ARTICLE, title=text, outlet=text),
        )
        for i, text in enumerate(HOSTILE)
    ]  # fmt: skip
    return [*mixed(), report(id="u-1", lat=34.0, lon=38.0, **undated), *hostile]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every file of every output but the map, of the sample events, moved after it was written."""
    written = tmp_path_factory.mktemp("written")
    names = [output.name for output in outputs_named(["all"]) if output.name != "map"]
    write_outputs(written, samples(), outputs_named(names), Look(default_style()))
    return written.rename(written.with_name("moved folder, ü"))
