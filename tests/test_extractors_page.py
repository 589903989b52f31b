"""The page on other extractors tells what is so."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from geo import Proposal

PAGE = (Path(__file__).parents[1] / "docs" / "extractors.md").read_text(encoding="utf-8")


def test_every_key_of_a_proposal_is_on_it() -> None:
    assert all(f"`{key.name}`" in PAGE for key in fields(Proposal))
