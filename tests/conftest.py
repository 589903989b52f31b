"""What holds for the tests of every package."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# The same examples on every machine and run: a failure is the change's, not the draw's.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

KEPT = frozenset(
    {
        "CONFLICTMAP_ARTEFACTS",
        "CONFLICTMAP_GAZETTEER",
        "CONFLICTMAP_REQUIRE_BROWSER",
        "CONFLICTMAP_REQUIRE_QGIS",
    }
)


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests do not change what they find; the place index may be theirs."""
    for name in os.environ:
        if name.startswith("CONFLICTMAP_") and name not in KEPT:
            monkeypatch.delenv(name)
