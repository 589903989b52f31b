import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.plain_text import storable
from geo.writers.cells import cell, row_writer, uncell


@pytest.mark.parametrize(
    "words",
    [
        "=1+1", "+963 11", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0@x", "＝1", "－ said he",
        '=HYPERLINK("http://evil.example","x")', "=cmd|'/c calc'!A1", "'=1", "''+1",
    ],
)  # fmt: skip
def test_what_would_open_as_a_formula_has_an_apostrophe_before_it(words: str) -> None:
    assert cell(words) == f"'{words}"
    assert uncell(cell(words)) == words


@pytest.mark.parametrize(
    "words", ["", "'Ain al-Arab", "'", "a=1", "1-2", "Ma'arrat", "“=1”", "#event+id", " words", "3 - 4"]
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert cell(words) == uncell(cell(words)) == words


@pytest.mark.parametrize("value", [None, 0, -5, -12.5, 1.0])
def test_numbers_and_null_stay_as_they_are(value: Any) -> None:
    assert cell(value) is value


@given(st.text())
@example("'=")
@example("'\t")
def test_there_is_always_a_way_back(words: str) -> None:
    assert uncell(cell(words)) == storable(words)
    assert not cell(words).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.lists(st.text(), min_size=2, max_size=5))
def test_a_row_is_read_as_it_was_written(words: list[str]) -> None:
    file = StringIO(newline="")
    row_writer(file)(words)
    rows = list(csv.reader(StringIO(file.getvalue(), newline="")))
    assert [[uncell(found) for found in row] for row in rows] == [[storable(word) for word in words]]


def test_rows_end_as_the_rfc_says_and_null_is_nothing() -> None:
    file = StringIO(newline="")
    write = row_writer(file)
    write(["a", None, 0, 1.5, 'say "b", c'])
    write([None, "x\ry"])
    assert file.getvalue() == 'a,,0,1.5,"say ""b"", c"\r\n,"x\ry"\r\n'
