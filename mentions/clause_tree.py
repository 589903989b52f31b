"""The clauses of a sentence and how they hang on each other: joined, subordinate, relative, participle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import Literal

from mentions.toll_tokens import Token, tokenize
from mentions.word_lists import read_lists

Kind = Literal["main", "joined", "subordinate", "relative", "participle", "said", "apart", "aside"]
"""`joined`: "and wounded six"; `said`: "police said", "according to"; `apart`: behind a semicolon or a colon;
`aside`: in brackets."""

_LISTS = frozenset(
    {
        "finite", "past", "present", "not_past", "not_participle", "saying", "subordinators", "relatives",
        "coordinators", "open_phrase",
    }
)  # fmt: skip
# A subject is this many words long at the most before its verb, where a new clause is looked for.
_AHEAD = 12
_END = attrgetter("end")
_STOPS = frozenset({",", ";", ":", "(", ")", "-", "--"})


@dataclass(frozen=True, slots=True)
class Part:
    """One clause of a sentence; it may go on behind a clause that stands inside it."""

    kind: Kind
    opener: str
    """The word or sign that opens it, lower case; "" for the sentence's own first clause."""
    parent: int
    """The index of the clause that it hangs on; its own index for the first."""
    fronted: bool
    """Whether it stands before the clause that it hangs on ("When shells fell, they fled")."""


@dataclass(frozen=True, slots=True)
class ClauseTree:
    """The words of a sentence, and of each word the clause that it stands in."""

    tokens: tuple[Token, ...]
    at: tuple[int, ...]
    """Of each token, the index of its clause in `parts`."""
    verbs: tuple[bool, ...]
    """Whether each token is a finite verb or a participle that carries a clause."""
    parts: tuple[Part, ...]

    def token_at(self, offset: int) -> int:
        """The index of the token at or behind an offset of the field; the last one where none is."""
        return min(bisect_right(self.tokens, offset, key=_END), len(self.tokens) - 1)

    def upward(self, part: int) -> list[int]:
        """A clause and those that it hangs on, nearest first."""
        chain = [part]
        while self.parts[chain[-1]].parent != chain[-1]:
            chain.append(self.parts[chain[-1]].parent)
        return chain


_NOTHING = ClauseTree((), (), (), (Part("main", "", 0, fronted=False),))


@cache
def _words() -> dict[str, frozenset[str]]:
    """`words/verbs.yml`."""
    return {name: frozenset(words) for name, words in read_lists("verbs", _LISTS).items()}


def tree_of(flat: str, start: int, end: int) -> ClauseTree:
    """The clauses of the sentence flat[start:end]."""
    if start >= end:
        return _NOTHING
    tokens = tokenize(flat, start, end)
    reader = _Reader(tokens)
    for i, on in enumerate(reader.on):
        if on & _Lists.MOVES or reader.finite[i] or reader.participle[i]:
            reader.read(i)
        else:
            reader.stay()
    return ClauseTree(tuple(tokens), tuple(reader.at), tuple(reader.verbs), tuple(reader.parts))


class _Lists:
    """Bits for the lists of `words/verbs.yml` that a word is on, and for its ending."""

    FINITE, PAST, PRESENT, NOT_PAST, NOT_PARTICIPLE = 1, 2, 4, 8, 16
    SAYING, SUBORDINATOR, RELATIVE, COORDINATOR, OPEN_PHRASE = 32, 64, 128, 256, 512
    TENSED = PAST | PRESENT
    IN_ED, IN_ING, TO, STOP, OPENER = 1024, 2048, 4096, 8192, 16384
    """ "-ed", "-ing", "to" itself, a sign that ends a phrase, and "that" and "according"."""
    OPENS = SUBORDINATOR | RELATIVE | COORDINATOR | OPENER
    MOVES = OPENS | STOP
    """What can open or close a clause, verbs aside."""
    VERBAL = FINITE | PAST | PRESENT | IN_ED | IN_ING
    NO_VERB_BEHIND = OPEN_PHRASE | TO


@lru_cache(maxsize=1 << 15)
def _lists_of(low: str) -> int:
    words = _words()
    on = (
        low in words["finite"], low in words["past"], low in words["present"], low in words["not_past"],
        low in words["not_participle"], low in words["saying"], low in words["subordinators"],
        low in words["relatives"], low in words["coordinators"], low in words["open_phrase"],
        low.endswith("ed"), low.endswith("ing"), low == "to", low in _STOPS,
        low in ("that", "according"),
    )  # fmt: skip
    return sum(1 << n for n, yes in enumerate(on) if yes)


def _is_finite(tokens: Sequence[Token], on: Sequence[int], i: int) -> bool:
    """Whether a token is a verb that carries a clause; "the wounded", "backed by", "armed men" are none."""
    here = on[i]
    if not here & (_Lists.FINITE | _Lists.TENSED | _Lists.IN_ED):
        return False
    token, before = tokens[i], on[i - 1] if i else 0
    if here & _Lists.FINITE:
        return not before & _Lists.TO and not (token.capital and i > 0 and token.low in ("may", "will"))
    if token.capital and i > 0 and not before & _Lists.STOP:
        return False
    if before & _Lists.NO_VERB_BEHIND:
        return False
    if here & _Lists.TENSED:
        return True
    if len(token.low) < 5 or here & _Lists.NOT_PAST:
        return False
    return not (i + 1 < len(tokens) and tokens[i + 1].low == "by" and not before & _Lists.FINITE)


def _is_participle(tokens: Sequence[Token], on: Sequence[int], i: int) -> bool:
    here = on[i]
    if not here & (_Lists.IN_ING | _Lists.IN_ED | _Lists.PAST):
        return False
    if i and (tokens[i].capital or on[i - 1] & (_Lists.OPEN_PHRASE | _Lists.FINITE)):
        return False
    if here & _Lists.IN_ING and len(tokens[i].low) > 4 and not here & _Lists.NOT_PARTICIPLE:
        return True
    ending = here & (_Lists.IN_ED | _Lists.PAST)
    return bool(ending) and i + 1 < len(tokens) and tokens[i + 1].low == "by"


class _Reader:
    """Reads the tokens of a sentence one after the other; keeps the clauses that are open."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.on = on = [_lists_of(token.low) for token in tokens]
        self.finite = [False] * len(tokens)
        self.participle = [False] * len(tokens)
        for i, lists in enumerate(on):
            if lists & _Lists.VERBAL:
                self.finite[i] = _is_finite(tokens, on, i)
                self.participle[i] = not self.finite[i] and _is_participle(tokens, on, i)
        self.parts: list[Part] = [Part("main", "", 0, fronted=False)]
        self.at: list[int] = []
        self.verbs: list[bool] = []
        self.has_verb: list[bool] = [False]
        self.behind_comma: list[bool] = [False]
        self.open: list[int] = [0]

    def stay(self) -> None:
        """A token that opens and closes nothing stands where the one before it does."""
        self.at.append(self.open[-1])
        self.verbs.append(False)

    def read(self, i: int) -> None:
        """Open or close clauses at this token, then say where it stands."""
        low = self.tokens[i].low
        verb, participle = self.finite[i], self.participle[i]
        if low in (";", ":"):
            self._start("apart", low, root=True)
        elif low == "(":
            self._start("aside", low)
        elif low == ")":
            self._close_aside()
        elif low in (",", "-", "--"):
            self._at_comma(i)
        elif not self._opens_by_word(i, low):
            self._at_verb(i, verb=verb, participle=participle)
        self.at.append(self.open[-1])
        self.verbs.append(verb or participle)
        if verb or (participle and self.parts[self.open[-1]].kind in ("participle", "subordinate")):
            self.has_verb[self.open[-1]] = True

    def _start(self, kind: Kind, opener: str, *, root: bool = False, comma: bool = False) -> None:
        if root:
            del self.open[1:]
        parent = self.open[-1]
        fronted = kind in ("subordinate", "participle") and not self.has_verb[parent]
        self.parts.append(Part(kind, opener, parent, fronted))
        self.has_verb.append(False)
        self.behind_comma.append(comma)
        self.open.append(len(self.parts) - 1)

    def _close_aside(self) -> None:
        kinds = [self.parts[p].kind for p in self.open]
        if "aside" in kinds:
            del self.open[kinds.index("aside") :]

    def _opens_by_word(self, i: int, low: str) -> bool:
        here = self.on[i]
        if not here & _Lists.OPENS:
            return False
        comma = i > 0 and self.tokens[i - 1].low in (",", "-", "--")
        if here & _Lists.SUBORDINATOR:
            if self._verb_ahead(i, participles=True) is not None:
                self._leave(("participle", "said") if comma else ())
                self._start("subordinate", low, comma=comma)
                return True
        elif here & _Lists.RELATIVE:
            self._start("relative", low, comma=comma)
            return True
        elif low == "that" and i and self._verb_ahead(i, participles=False) is not None:
            saying = self.on[i - 1] & _Lists.SAYING
            self._start("apart" if saying else "relative", low)
            return True
        elif here & _Lists.COORDINATOR:
            return self._joins(i, low)
        elif low == "according":
            self._start("said", low, comma=comma)
            return True
        return False

    def _joins(self, i: int, low: str) -> bool:
        """ "And" opens a clause where the one before it has its verb and another verb follows soon."""
        here = self.open[-1]
        ahead = self._verb_ahead(i, participles=self.parts[here].kind == "participle")
        if not self.has_verb[here] or ahead is None:
            return False
        kind = self.parts[here].kind
        if kind != "main" and len(self.open) > 1:
            self.open.pop()
        self._start(kind if kind in ("relative", "subordinate", "participle") else "joined", low)
        return True

    def _at_verb(self, i: int, *, verb: bool, participle: bool) -> None:
        here = self.open[-1]
        kind = self.parts[here].kind
        if verb and self.has_verb[here] and kind in ("relative", "participle", "subordinate"):
            # "The man who was shot in X died": a second verb is that of the clause outside.
            auxiliary = i and (self.verbs[i - 1] or self.tokens[i - 1].low == "not")
            outer = [p for p in self.open[:-1] if not self.has_verb[p]]
            if not auxiliary and outer:
                del self.open[self.open.index(outer[-1]) + 1 :]
        elif participle and i and not self.on[i - 1] & _Lists.SUBORDINATOR:
            if self.tokens[i - 1].low == "," and kind == "participle":
                self.open.pop()
            if not (kind == "subordinate" and not self.has_verb[here]):
                self._start("participle", self.tokens[i].low, comma=self.tokens[i - 1].low == ",")

    def _at_comma(self, i: int) -> None:
        """A comma ends what hangs in front or in between, and begins who says so or what else happened."""
        saying = self._saying_ahead(i)
        if saying:
            self._leave(("relative", "participle", "subordinate", "said", "joined"))
            self._start("said", ",")
            return
        here = self.open[-1]
        part = self.parts[here]
        if part.kind == "said":
            self.open.pop()
        elif part.fronted and self.has_verb[here]:
            self._leave(("subordinate", "relative", "participle"))
        elif part.kind == "relative":
            if self.behind_comma[here] and self.has_verb[here]:
                self.open.pop()
        elif part.kind == "participle" and self._verb_ahead(i, participles=False) is not None:
            self.open.pop()

    def _leave(self, kinds: Sequence[str]) -> None:
        while len(self.open) > 1 and self.parts[self.open[-1]].kind in kinds:
            self.open.pop()

    def _verb_ahead(self, i: int, *, participles: bool) -> int | None:
        """The next verb in front of a sign or another opener, within the length of a subject."""
        stops = _Lists.STOP | _Lists.RELATIVE
        for k in range(i + 1, min(len(self.tokens), i + 1 + _AHEAD)):
            if self.on[k] & stops:
                return None
            if self.finite[k] or (participles and self.participle[k]):
                return k
            stops |= _Lists.SUBORDINATOR
        return None

    def _saying_ahead(self, i: int) -> bool:
        for k in range(i + 1, min(len(self.tokens), i + 1 + _AHEAD)):
            if self.on[k] & _Lists.SAYING:
                return not (k + 1 < len(self.tokens) and self.tokens[k + 1].low == "by")
            if self.on[k] & (_Lists.STOP | _Lists.RELATIVE) or self.finite[k]:
                return False
        return False
