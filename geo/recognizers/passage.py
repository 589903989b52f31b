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
from geo.lexicon import abbreviations, grammar, kinds, organisations, persons

Shape = Literal["capital", "caps", "lower", "number", "possessive", "mark"]

_WORD = r"[^\W\d_]+(?:['’ʼ`´ʻ‘](?!(?:s|ve|ll|re)\b)(?!(?<=I['’])[md]\b)(?!(?<=[ey]['’])d\b)[^\W\d_]+)*"
TOKEN = re.compile(
    # A word with the apostrophes inside it; the commonest, of plain letters, comes first.
    r"[a-zA-Z]+(?![\w.'’ʼ`´ʻ‘])"
    rf"|(?![A-Z]\.(?:[A-Z]|Va\.|Dak\.|Car\.)){_WORD}"
    # the 's of "Syria's"
    r"|['’](?:(?<=\w['’])(?:s|ve|ll|re)\b|(?<=I['’])[md]\b|(?<=[ey]['’])d\b)"
    # the ayn of "Al-‘Alqamiyah"
    rf"|(?<=-)['’ʼ`´ʻ‘](?=[A-Z]){_WORD}"
    r"|[^\w\s]|\n|\d+(?:[.,]\d+)*"
    # U.S., U.S, W.Va.
    r"|(?:[A-Z]\.){2,}|[A-Z]\.[A-Z](?:\b|\.)|[A-Z]\.(?:Va|Dak|Car)\."
    rf"|_|{_WORD}"
)
SENTENCE_END = frozenset(".!?:;\n•|")
WITHIN_NAMES = frozenset("-–.")
AYNS = "'’ʼ`´ʻ‘"
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
    SHORT_FORM = 512
    SHIP = 1024
    NUMBER = 2048
    LISTED = 4095
    """Any of the above."""
    WITHIN = 4096
    """What can stand inside a name behind its first word: capitals, small words, a hyphen, a point."""
    LONG = 8192
    """A word whose capital tells a headline from a sentence."""


DESCRIPTIONS = frozenset(["capital", "city", "town", "village"])
"""What a definite description may be: "the Iraqi capital", "the city"."""


class Token(NamedTuple):
    """What a word, number or mark is by itself; every occurrence of it shares one."""

    text: str
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
    """Index and marks of every token that has one of Marks.LISTED."""
    matches: Sequence[re.Match[str]]
    """Where each token stands."""
    at: Callable[[int], Token]
    """The token at an index, or an empty mark up to PADDING beyond the ends."""

    @property
    def text(self) -> str:
        """The whole field, of which the tokens are a part."""
        return self.matches[0].string if self.matches else ""

    def marked(self, marks: int) -> list[int]:
        """The indices of the tokens that have one of these marks."""
        return [i for i, has in self.spots if has & marks]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `first` to `last`, the latter not included."""
        return Span(self.field, self.matches[first].start(), self.matches[last - 1].end())

    def joined(self, i: int) -> bool:
        """Whether the token at `i` follows the one before it without a blank."""
        return 0 < i < len(self.matches) and self.matches[i - 1].end() == self.matches[i].start()


NOTHING = Token("", "mark", "", "", False, 0)
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
    matches = list(TOKEN.finditer(article.field_text(span.field), span.start, span.end))
    tokens = tuple([_token(match[0]) for match in matches])
    opens, marks = _openings(tokens), [token.marks for token in tokens]
    # A negative index counts from the end: the padding behind the last token serves before the first too.
    at = (*tokens, *AROUND).__getitem__
    spots = tuple([(i, has) for i, has in enumerate(marks) if has & Marks.LISTED])
    return Passage(span.field, tokens, opens, _titled(marks, opens), headline, spots, matches, at)


@lru_cache(1 << 16)
def _token(text: str) -> Token:
    first = text[0]
    if first.isdecimal():
        return Token(text, "number", text, text, False, Marks.NUMBER)
    if not first.isalnum():
        if len(text) > 1 and not text[1].isupper():
            return Token(text, "possessive", "s", "'s", False, Marks.WITHIN)
        if len(text) == 1:
            return Token(text, "mark", "", text, False, Marks.WITHIN if text in WITHIN_NAMES else 0)
    shape, lower, key = _shape(text.lstrip(AYNS)), text.lower(), normal_form(text)
    named = shape != "lower"
    return Token(text, shape, key, lower, named, _marks(text, lower, key, named))


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
        (Marks.WITHIN, named or lower in grammar().inner or lower in grammar().links),
        (Marks.SHORT_FORM, text in abbreviations().after_comma or f"{text}." in abbreviations().after_comma),
        (Marks.SHIP, lower in grammar().ships),
        (Marks.LONG, len(text) > 3 and lower not in grammar().small),
    )
    return sum(bit for bit, on in lists if on)


def _shape(word: str) -> Shape:
    if not word[0].isupper():
        return "lower"
    return "caps" if len(word) > 1 and word.isupper() else "capital"


def _openings(tokens: Sequence[Token]) -> tuple[bool, ...]:
    opens, fresh = [False] * len(tokens), True
    for i, token in enumerate(tokens):
        if token.shape == "mark":
            text = token.text
            fresh = text in SENTENCE_END or ((fresh or text in '"“') and text in OPENING)
        elif fresh:
            opens[i] = token.shape != "possessive"
            fresh = False
    return tuple(opens)


def _titled(marks: Sequence[int], opens: Sequence[bool]) -> tuple[bool, ...]:
    titled = [False] * len(marks)
    starts = [i for i, opening in enumerate(opens) if opening] + [len(marks)]
    for first, last in pairwise(starts):
        long = [has for has in marks[first + 1 : last] if has & Marks.LONG]
        if len(long) < HEADLINE_WORDS:
            continue
        if len([has for has in long if has & Marks.NAMED]) >= HEADLINE_SHARE * len(long):
            titled[first:last] = [True] * (last - first)
    return tuple(titled)
