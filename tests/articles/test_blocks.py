"""Where blocks begin and end: wrapped lines are joined, others are not, and no character is lost."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.blocks import split_blocks

LONG = (
    "Shells fell on the market of the river town early on Tuesday, killing four people and wounding nine, "
    "a doctor at its only hospital said, and the bridge that the town depends on was closed to all traffic."
)


def words(text: str) -> list[str]:
    return [" ".join(block.words.split()) for block in split_blocks(text)]


@pytest.mark.parametrize("indent", ["", "    ", "> "])
@pytest.mark.parametrize("width", [60, 72, 100])
def test_wrapped_paragraphs_are_joined(width: int, indent: str) -> None:
    wrapped = textwrap.fill(LONG, width)
    text = textwrap.indent(f"{wrapped}\n\n{wrapped}", indent if indent != "> " else "  ")
    assert words(text) == [LONG, LONG]


def test_a_wide_headline_does_not_hide_the_wrapping() -> None:
    text = f"{LONG[:118]}\n\n{textwrap.fill(LONG, 60)}"
    assert words(text) == [LONG[:118].strip(), LONG]


def test_an_indented_line_begins_a_paragraph() -> None:
    one = textwrap.fill(LONG, 60, initial_indent="   ")
    assert words(f"{one}\n{one}") == [LONG, LONG]


def test_headlines_below_each_other_stay_apart() -> None:
    lines = [
        "Seven Wounded in Shelling of River Town", "Talks on Ceasefire End Without Result in Capital",
        "Army Says It Shot Down Two Drones Near Border", "Aid Convoy Reaches Besieged Quarter After Weeks",
    ]  # fmt: skip
    assert words(LONG + "\n\n" + "\n".join(lines)) == [LONG, *lines]


def test_bullets_stay_apart() -> None:
    lines = ["- four were killed in the north", "- two were wounded at the bridge", "3. nobody was hurt"]
    assert words("\n".join(lines)) == lines


def test_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    assert words(f"{LONG}\n{LONG}\n{LONG}") == [LONG] * 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2029"])
def test_line_ends_of_all_kinds(end: str) -> None:
    assert words(f"One line.{end}{end}Another line.") == ["One line.", "Another line."]


def test_the_ellipsis_of_a_mistaken_encoding_is_no_line_end() -> None:
    assert [block.words for block in split_blocks("He said\x85 nothing.")] == ["He said\x85 nothing."]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\xa0\u200b\n\ufeff"])
def test_blanks_are_no_block(text: str) -> None:
    assert split_blocks(text) == []


def test_edges_are_trimmed_of_all_sorts_of_blanks() -> None:
    (block,) = split_blocks("\ufeff \xa0 Words here.\u200b\xa0\n")
    assert (block.start, block.end, block.words) == (4, 15, "Words here.")


@given(st.text(alphabet="aB .\n\r\t\xa0-•1", max_size=200))
def test_blocks_cover_every_visible_character_once_and_in_order(text: str) -> None:
    blocks = split_blocks(text)
    assert all(block.words == text[block.start : block.end] for block in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    covered = {i for block in blocks for i in range(block.start, block.end)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())
