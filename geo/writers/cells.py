"""The cells of the tables for spreadsheets: empty for null, and never a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from typing import IO, Any

from geo.plain_text import storable

# What a spreadsheet takes for the beginning of a formula (OWASP's list and the full-width signs of East
# Asian keyboards), whatever blanks are before it. Behind apostrophes too, so that there is a way back.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")


def row_writer(file: IO[str]) -> Callable[[Sequence[Any]], Any]:
    """Writes rows of cells to a CSV file (RFC 4180: commas, quotation marks doubled, CRLF)."""
    write = csv.writer(file, lineterminator="\r\n").writerow
    return lambda values: write([cell(value) for value in values])


def cell(value: Any) -> Any:
    """A value as a cell: None empty, a number as it is, text with an apostrophe before it if it would open
    as a formula."""
    if not isinstance(value, str):
        return value
    words = storable(value)
    return f"'{words}" if _FORMULA.match(words) else words


def uncell(words: str) -> str:
    """The text of a text cell: without the apostrophe that `cell` put before it."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words) else words
