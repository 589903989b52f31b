"""The blocks of a text: paragraphs, headlines, captions, links, each one run of characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

# Not U+0085: in texts of a mistaken encoding it is the ellipsis of Windows.
_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_EDGE = " \t\xa0\u200b\u200e\u200f\u2060\ufeff\u202f\u2009\u3000"
_BULLET = re.compile(r"(?:[•·*▪●■◦‣–—-]\s*|\(?\d{1,2}[.)]\s+)(?=\S)")
_ENDED = re.compile(r"[.!?…。！？।؟۔:;][\"'”’»)\]]*$|,[\"'”’»]+$")
# Two letters before the stop, so that "U.S. Army" and "J. Smith" are not two sentences.
_INNER_STOP = re.compile(r"[^\W_]{2}[\"'”’»)\]]*[.!?…。！？।؟۔][\"'”’»)\]]*\s+[\"'“‘«(\[]?[^\W_a-z]")
_WIDEST_WRAP = 120
"""Characters: nobody wraps plain text at more (mail 72-78, wires 69, wide terminals 100)."""
_NEARLY_FULL = 12
"""Characters by which a wrapped line may stay short of the width when its next word would still have fitted:
hand-made wraps, and a word that was split after the fact."""


@dataclass(frozen=True)
class Block:
    """Characters `start` to `end` of a text, without blanks around them."""

    start: int
    end: int
    words: str
    """The characters themselves, line breaks and all."""
    indent: int = 0

    @cached_property
    def bullet(self) -> bool:
        """Whether it starts with a bullet or an item's number."""
        return _BULLET.match(self.words) is not None

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDED.search(self.words) is not None

    @cached_property
    def several(self) -> bool:
        """Whether it holds more than one sentence."""
        return _INNER_STOP.search(self.words) is not None

    @cached_property
    def tokens(self) -> list[str]:
        """Its words, split at blanks."""
        return self.words.split()


def split_blocks(text: str) -> list[Block]:
    """A block for each line; the lines of a paragraph that was wrapped to a width are joined into one."""
    lines = _lines(text)
    if len(lines) < 2:
        return lines
    width = _wrap_width(text, lines)
    blocks = [lines[0]]
    previous = lines[0]
    for line in lines[1:]:
        if _one_paragraph(text, previous, line, width):
            first = blocks[-1]
            blocks[-1] = Block(first.start, line.end, text[first.start : line.end], first.indent)
        else:
            blocks.append(line)
        previous = line
    return blocks


def _lines(text: str) -> list[Block]:
    lines: list[Block] = []
    for match in _LINE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip(_EDGE))
        end = match.end() - (len(words) - len(words.rstrip(_EDGE)))
        if start < end:
            lines.append(Block(start, end, text[start:end], start - match.start()))
    return lines


def _wrap_width(text: str, lines: list[Block]) -> int | None:
    """The width that the text was wrapped to; None where its lines are paragraphs of their own."""
    pairs = [(a, b) for a, b in pairwise(lines) if not _blank_between(text, a, b)]
    # A headline may be wider than the text; it stands alone.
    width = max((len(a.words) for a, _ in pairs), default=0)
    carried = sum(b.words[0].islower() for _, b in pairs)
    # In wrapped prose about seven of ten lines after the first begin in lower case; in lists hardly one.
    return width if 0 < width <= _WIDEST_WRAP and carried >= 0.3 * len(pairs) else None


def _one_paragraph(text: str, a: Block, b: Block, width: int | None) -> bool:
    if b.bullet or _blank_between(text, a, b):
        return False
    if b.words[0].islower() and not a.ended and (width is not None or b.ended):
        return True
    if width is None or b.indent > a.indent:
        return False
    # The first word of the next line would not have fitted: the line break is the wrapper's.
    return len(a.words) + 1 + len(b.tokens[0]) > width - _NEARLY_FULL


def _blank_between(text: str, a: Block, b: Block) -> bool:
    gap = text[a.end : b.start]
    return gap.replace("\r\n", "\n").count("\n") > 1 or "\r\r" in gap or "\u2029" in gap
