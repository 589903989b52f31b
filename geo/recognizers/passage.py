"""A run of text as tokens, cut once, with what every recognizer asks of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from articles import Article, FieldName, Region, Span
from gazetteer import normal_form
from geo.lexicon import grammar, kinds, organisations, persons

Shape = Literal["capital", "caps", "lower", "number", "possessive", "mark"]

TOKEN = re.compile(
    # U.S., U.S, W.Va.
    r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z](?:\b|\.)|[A-Z]\.(?:Va|Dak|Car)\."
    # the 's of "Syria's"
    r"|(?<=\w)['’](?:s|ve|ll|re)\b|(?<=I)['’][md]\b|(?<=[ey])['’]d\b"
    # a word, with apostrophes inside
    r"|[^\W\d_]+(?:['’ʼ`´ʻ‘](?!(?:s|ve|ll|re)\b)(?!(?<=I['’])[md]\b)(?!(?<=[ey]['’])d\b)[^\W\d_]+)*"
    r"|\d+(?:[.,]\d+)*"
    r"|\n|[^\w\s]|_"
)
SENTENCE_END = frozenset(".!?:;\n•|")
WORDS = ("capital", "caps", "lower")
OPENING = frozenset("\"“”‘'([—–-*«")
# Where four of five longer words behind the first are capitalised it is a headline; capitals tell nothing.
HEADLINE_SHARE, HEADLINE_WORDS = 0.8, 3


class Marks:
    """Bits for the word lists that a token is on: a recognizer looks only where one of its own is set."""

    NAMED = 1
    ARTICLE = 2
    KIND = 4
    BODY = 8
    GENERIC = 16
    TITLE = 32
    GIVEN = 64
    PLACE_WORD = 128
    DESCRIPTION = 256


DESCRIPTIONS = frozenset(["capital", "city", "town", "village"])
"""What a definite description may be: "the Iraqi capital", "the city"."""


class Token(NamedTuple):
    """One word, number or mark, with its place in the field."""

    text: str
    start: int
    end: int
    shape: Shape
    key: str
    """Its normal form, for the gazetteer."""
    lower: str
    """Lower case, for the word lists."""
    named: bool
    """Whether it is written as a name is."""
    marks: int
    """The lists it is on."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of title or text between two furniture regions."""

    field: FieldName
    tokens: tuple[Token, ...]
    opens: tuple[bool, ...]
    """Per token: whether it is the first word of a sentence or line."""
    titled: tuple[bool, ...]
    """Per token: whether its sentence is written as a headline, in capitals or title case."""
    headline: bool
    """Whether it stands in the title or another headline."""
    spots: tuple[tuple[int, int], ...]
    """Index and marks of every token that is on a list."""
    at: Callable[[int], Token]
    """The token at an index, or an empty mark up to PADDING beyond the ends."""

    def marked(self, marks: int) -> list[int]:
        """The indices of the tokens that have one of these marks."""
        return [i for i, has in self.spots if has & marks]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `first` to `last`, the latter not included."""
        return Span(self.field, self.tokens[first].start, self.tokens[last - 1].end)


NOTHING = Token("", -1, -1, "mark", "", "", False, 0)
PADDING = 32
"""Farther than any rule looks beyond the first or the last token."""
AROUND = (NOTHING,) * PADDING


def read_passages(article: Article, regions: Sequence[Region] | None) -> tuple[Passage, ...]:
    """The article's own headline and paragraphs as tokens; without regions, the whole title and text."""
    if regions is None:
        spans = [(Span("title", 0, len(article.title)), True), (Span("text", 0, len(article.text)), False)]
    else:
        spans = [(r.span, r.kind == "headline") for r in regions if r.kind != "furniture"]
    return tuple(read_passage(article, span, headline) for span, headline in spans if span.start < span.end)


def read_passage(article: Article, span: Span, headline: bool = False) -> Passage:
    """The tokens of one span."""
    text = article.field_text(span.field)
    # A quarter of the whole work is done here: a tuple is made without the NamedTuple's own constructor.
    new = tuple.__new__
    tokens = tuple(
        [
            new(Token, (word := match[0], *match.span(), *_facts(word)))
            for match in TOKEN.finditer(text, span.start, span.end)
        ]
    )
    opens = _openings(tokens)
    # A negative index counts from the end: the padding behind the last token serves before the first too.
    at = (*tokens, *AROUND).__getitem__
    spots = tuple([(i, token.marks) for i, token in enumerate(tokens) if token.marks])
    return Passage(span.field, tokens, opens, _titled(tokens, opens), headline, spots, at)


@lru_cache(1 << 16)
def _facts(text: str) -> tuple[Shape, str, str, bool, int]:
    """What a token's text alone tells: shape, key, lower case, whether named, marks."""
    first = text[0]
    if first.isdecimal():
        return "number", text, text, False, 0
    if not first.isalnum():
        return ("mark", "", text, False, 0) if len(text) == 1 else ("possessive", "s", "'s", False, 0)
    shape, lower, key = _shape(text), text.lower(), normal_form(text)
    named = shape != "lower"
    return shape, key, lower, named, _marks(text, lower, key, named)


def _marks(text: str, lower: str, key: str, named: bool) -> int:
    lists: tuple[tuple[int, bool], ...] = (
        (Marks.NAMED, named),
        (Marks.ARTICLE, lower in grammar().articles),
        (Marks.KIND, lower in kinds().first_words),
        (Marks.BODY, key in organisations().first_words),
        (Marks.GENERIC, named and lower in kinds().generics),
        (Marks.TITLE, lower in persons().titles),
        (Marks.GIVEN, lower in persons().given),
        (Marks.PLACE_WORD, not named and lower in grammar().place_words),
        (Marks.DESCRIPTION, text in DESCRIPTIONS),
    )
    return sum(bit for bit, on in lists if on)


def _shape(word: str) -> Shape:
    if not word[0].isupper():
        return "lower"
    return "caps" if len(word) > 1 and word.isupper() else "capital"


def _openings(tokens: Sequence[Token]) -> tuple[bool, ...]:
    opens, fresh = [], True
    for token in tokens:
        shape = token.shape
        if shape == "mark":
            opens.append(False)
            text = token.text
            fresh = text in SENTENCE_END or ((fresh or text in '"“') and text in OPENING)
        else:
            opens.append(fresh and shape != "possessive")
            fresh = False
    return tuple(opens)


def _titled(tokens: Sequence[Token], opens: Sequence[bool]) -> tuple[bool, ...]:
    marks = [False] * len(tokens)
    small = grammar().small
    starts = [i for i, opening in enumerate(opens) if opening] + [len(tokens)]
    for first, last in pairwise(starts):
        words = [t for t in tokens[first + 1 : last] if t.shape in WORDS and len(t.text) > 3]
        long = [t.named for t in words if t.lower not in small]
        if len(long) >= HEADLINE_WORDS and sum(long) >= HEADLINE_SHARE * len(long):
            marks[first:last] = [True] * (last - first)
    return tuple(marks)
