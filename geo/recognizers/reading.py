"""What recognizers find, and what they know of the whole article while they look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from articles import Span
from gazetteer import Gazetteer
from geo.recognizers.passage import Marks, Passage
from geo.toponym import Spot

Role = Literal["place", "modifier", "person", "organisation", "country", "ordinary"]


class Found(NamedTuple):
    """A run of tokens, `first` to `last` (not included), and what it is.

    `modifier`: a place name inside the name of a body ("Homs City Council"); `country`: a demonym, which
    tells of a country ("SYR") or province ("SYR/Idlib") and is no place; `ordinary`: a word or name that is
    no place here.
    """

    first: int
    last: int
    role: Role
    name: str = ""
    """What to look up, where it is not the words themselves."""
    marked: bool = False
    """Whether the text itself says that it is a place (a kind word, a region behind a comma)."""
    pointer: str | None = None
    """For a description: what it points to, as in `Toponym.pointer`."""
    spot: Spot | None = None
    """For coordinates: where they lie."""


class Taken:
    """Which tokens of a passage already belong to a finding: earlier recognizers win."""

    def __init__(self, size: int) -> None:
        self._role: list[Role | None] = [None] * size
        self.found: list[Found] = []

    def free(self, first: int, last: int) -> bool:
        """Whether none of the tokens is taken."""
        if last == first + 1:
            return self._role[first] is None
        return not any(self._role[first:last])

    def role(self, index: int) -> Role | None:
        """What the token was taken for; None where it is free or does not exist."""
        return self._role[index] if 0 <= index < len(self._role) else None

    def take(self, found: Found) -> None:
        """Keep a finding, unless an earlier one holds a token of it."""
        if self.free(found.first, found.last):
            self._role[found.first : found.last] = [found.role] * (found.last - found.first)
            self.found.append(found)


@dataclass(frozen=True, slots=True)
class Notes:
    """What the article as a whole says about its words."""

    lower: frozenset[str]
    """Words that it writes in lower case somewhere."""
    plain: frozenset[str]
    """Words (lower case) that it capitalises inside a sentence that is no headline: names, most likely."""
    surnames: set[str]
    """Last names of the persons found so far."""
    places: set[str]
    """First words (lower case) of the names that the text itself called places so far."""
    longer: set[str]
    """Keys of the names of several words that the text itself called places so far."""
    told: tuple[Span, ...] = ()
    """The sentences that tell of an act."""


Recognizer = Callable[[Passage, Taken, Notes, Gazetteer], Iterable[Found]]


def take_notes(passages: Sequence[Passage], told: Sequence[Span] = ()) -> Notes:
    """One look over all tokens; `told` are the sentences that tell of an act."""
    lower: set[str] = set()
    plain: set[str] = set()
    for passage in passages:
        tokens, opens, titled = passage.tokens, passage.opens, passage.titled
        lower.update([token.lower for token in tokens if token.shape == "lower"])
        inner = (i for i in passage.marked(Marks.NAMED) if not opens[i] and not titled[i])
        plain.update([tokens[i].lower for i in inner])
    return Notes(frozenset(lower), frozenset(plain), set(), set(), set(), tuple(told))


def runs(passage: Passage) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words with nothing between them but blanks and hyphens; half-open.

    A "People's" goes on: "Homs People's Defence Force".
    """
    first = last = -1
    for i in passage.marked(Marks.NAMED):
        if i == last or (i == last + 1 and first >= 0 and _goes_on(passage, last)):
            last = i + 1
            continue
        if first >= 0:
            yield first, last
        first, last = i, i + 1
    if first >= 0:
        yield first, last


def _goes_on(passage: Passage, i: int) -> bool:
    between = passage.tokens[i]
    return between.text == "-" or (between.shape == "possessive" and passage.tokens[i - 1].lower == "people")
