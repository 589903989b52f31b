"""Results on standard output, the rest on standard error, and no word of an article steers the terminal."""

from __future__ import annotations

import pytest

from flows.screen import printable, progress, tell, warn


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ü ب", "plain ü ب"),
        ("red \x1b[31m", "red  [31m"),
        ("two\nlines\r", "two lines "),
        ("turned \u202e round", "turned   round"),
        ("half \ud800", "half  "),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_streams(capsys: pytest.CaptureFixture[str]) -> None:
    tell("result")
    warn("trouble\x07")
    with progress("Articles") as show:
        show(1, 2)
    assert capsys.readouterr() == ("result\n", "trouble \n")
