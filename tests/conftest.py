"""What holds for the tests of every package."""

from __future__ import annotations

import os

import pytest

KEPT = frozenset({"CONFLICTMAP_REQUIRE_BROWSER", "CONFLICTMAP_GAZETTEER"})


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests do not change what they find; the place index may be theirs."""
    for name in os.environ:
        if name.startswith("CONFLICTMAP_") and name not in KEPT:
            monkeypatch.delenv(name)
