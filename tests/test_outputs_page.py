"""docs/outputs.md names every output, file, column and tag."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.merge import MAP_KEYS
from geo.writers import DEFAULT_FORMATS, OUTPUTS, acled, ucdp
from geo.writers.output import Output
from geo.writers.table import HXL_TAGS

PAGE = (Path(__file__).parent.parent / "docs" / "outputs.md").read_text("utf-8")


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("output", OUTPUTS, ids=[output.name for output in OUTPUTS])
def test_an_output_stands_with_its_files_and_whether_it_is_written_by_default(output: Output) -> None:
    (line,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{output.name}` |"))
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells[1] == ", ".join(f"`{file}`" for file in output.files)
    assert cells[3] == ("yes" if output.name in DEFAULT_FORMATS else "no")


def test_every_column_has_its_kind() -> None:
    assert [key for key in MAP_KEYS if f"`{key}`" not in section("Columns")] == []


def test_every_column_of_other_datasets_is_explained() -> None:
    assert [field for field in acled.FIELDS if f"`{field}`" not in section("ACLED's columns")] == []
    assert [field for field in ucdp.FIELDS if f"`{field}`" not in section("UCDP's columns")] == []


def test_every_tag_stands_behind_its_column() -> None:
    words = " ".join(section("HXL").split())
    assert [key for key, tag in HXL_TAGS.items() if f"`{key}` `{tag}`" not in words] == []
