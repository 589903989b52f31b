"""A run of text as tokens, cut once, with what every recognizer asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from articles import Article, FieldName, Region, Span
from gazetteer import normal_form
from geo.lexicon import grammar

Shape = Literal["capital", "caps", "lower", "number", "possessive", "mark"]

TOKEN = re.compile(
    r"(?P<short>(?:[A-Z]\.){2,}|[A-Z]\.[A-Z](?:\b|\.)|[A-Z]\.(?:Va|Dak|Car)\.)"
    r"|(?P<possessive>(?<=\w)['’](?:s|ve|ll|re)\b|(?<=I)['’][md]\b|(?<=[ey])['’]d\b)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ`´ʻ‘](?!(?:s|ve|ll|re)\b)(?!(?<=I['’])[md]\b)(?!(?<=[ey]['’])d\b)[^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<line>\n)"
    r"|(?P<mark>[^\w\s]|_)"
)
SENTENCE_END = frozenset(".!?:;\n•|")
WORDS = ("capital", "caps", "lower")
OPENING = frozenset("\"“”‘'([—–-*«")
# Where four of five longer words behind the first are capitalised it is a headline; capitals tell nothing.
HEADLINE_SHARE, HEADLINE_WORDS = 0.8, 3


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

    @property
    def named(self) -> bool:
        """Whether it is written as a name is."""
        return self.shape == "capital" or self.shape == "caps"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of title or text between two furniture regions."""

    field: FieldName
    tokens: tuple[Token, ...]
    opens: tuple[bool, ...]
    """Per token: whether it is the first word of a sentence or line."""
    titled: tuple[bool, ...]
    """Per token: whether its sentence is written as a headline, in capitals or title case."""
    headline: bool = False
    """Whether it stands in the title or another headline."""
    text: str = ""
    """The whole field, into which the tokens' places point."""

    def at(self, index: int) -> Token:
        """The token there, or an empty mark beyond the ends."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else NOTHING

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `first` to `last`, the latter not included."""
        return Span(self.field, self.tokens[first].start, self.tokens[last - 1].end)


NOTHING = Token("", -1, -1, "mark", "", "")


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
    tokens = tuple(_tokens(text, span.start, span.end))
    opens = _openings(tokens)
    return Passage(span.field, tokens, opens, _titled(tokens, opens), headline, text)


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in TOKEN.finditer(text, start, end):
        word, kind = match.group(), match.lastgroup
        if kind == "word" or kind == "short":
            yield Token(word, match.start(), match.end(), _shape(word), normal_form(word), word.lower())
        elif kind == "number":
            yield Token(word, match.start(), match.end(), "number", word, word)
        elif kind == "possessive":
            yield Token(word, match.start(), match.end(), "possessive", "s", "'s")
        else:
            yield Token(word, match.start(), match.end(), "mark", "", word)


def _shape(word: str) -> Shape:
    if not word[0].isupper():
        return "lower"
    return "caps" if len(word) > 1 and word.isupper() else "capital"


def _openings(tokens: Sequence[Token]) -> tuple[bool, ...]:
    opens, fresh = [], True
    for token in tokens:
        opens.append(fresh and token.shape not in ("mark", "possessive"))
        if token.shape == "mark":
            fresh = token.text in SENTENCE_END or ((fresh or token.text in '"“') and token.text in OPENING)
        else:
            fresh = False
    return tuple(opens)


def _titled(tokens: Sequence[Token], opens: Sequence[bool]) -> tuple[bool, ...]:
    marks = [False] * len(tokens)
    starts = [i for i, opening in enumerate(opens) if opening] + [len(tokens)]
    for first, last in pairwise(starts):
        words = (t for t in tokens[first + 1 : last] if len(t.text) > 3 and t.shape in WORDS)
        long = [t for t in words if t.lower not in grammar().small]
        named = sum(token.named for token in long)
        if len(long) >= HEADLINE_WORDS and named >= HEADLINE_SHARE * len(long):
            marks[first:last] = [True] * (last - first)
    return tuple(marks)
