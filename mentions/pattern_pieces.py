"""What a regular expression cannot match without: strings of which its text must hold at least one.

Read off the pattern's source, by the syntax that Python documents. A pattern with anything that is not
understood here has no pieces, and nothing else comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

# More pieces than this cost more to look for than they save; shorter ones stand in every text.
_MOST = 120
_MOST_ALIKE = 48
_SHORTEST = 2
_OF_CLASS = frozenset("wWdDsS")
_OF_PLACE = frozenset("bBAZ")
_OF_LETTER = {"n": "\n", "t": "\t", "r": "\r"}
_REPEAT = re.compile(r"[*+?]|\{(?P<least>\d*)(?:,(?P<most>\d*))?\}")
_GROUP = re.compile(r"\((?:\?(?:(?P<flags>[aiLmsux]*(?:-[imsx]+)?):|P<\w+>|(?P<look><?[=!])|(?P<odd>.)))?")


@dataclass(frozen=True, slots=True)
class Node:
    """One part of a pattern."""

    kind: Literal["letters", "nothing", "anything", "run", "either", "repeat", "needed"]
    """One of some letters; no letter (a place, what must not follow); unknown; parts one after the other; one
    of several; a part that may come again; what must follow without being part of it."""
    letters: frozenset[str] = frozenset()
    parts: tuple[Node, ...] = field(default=())
    least: int = 1
    most: int = 1
    """Of a repeat: how often; 2 stands for any number above one."""


_NOTHING, _ANYTHING = Node("nothing"), Node("anything")


def pieces_of(source: str, flags: int = 0) -> tuple[str, ...]:
    """Strings of which any text that the pattern matches holds at least one; empty where none are known.

    For a pattern that ignores case, in lower case.
    """
    if flags & re.VERBOSE:
        return ()
    folded = bool(flags & re.IGNORECASE)
    try:
        best = _best_of(_Reader(source, folded=folded).either())
    except _NotUnderstood:
        return ()
    if not best or len(best) > _MOST or min(map(len, best)) < _SHORTEST:
        return ()
    if folded:
        best = {piece.lower() for piece in best}
    return tuple(sorted(p for p in best if not any(q != p and q in p for q in best)))


class _NotUnderstood(Exception):
    """A pattern holds a reference, a condition or some other thing that is not read here."""


class _Reader:
    """Reads the source of a pattern that `re` has accepted, from left to right."""

    def __init__(self, source: str, *, folded: bool) -> None:
        self.source, self.at, self.folded = source, 0, folded

    def either(self) -> Node:
        """The alternatives up to the end of the group."""
        branches = [self._run()]
        while self._next() == "|":
            self.at += 1
            branches.append(self._run())
        return branches[0] if len(branches) == 1 else Node("either", parts=tuple(branches))

    def _next(self) -> str:
        return self.source[self.at : self.at + 1]

    def _run(self) -> Node:
        parts: list[Node] = []
        while self._next() not in ("", "|", ")"):
            one = self._one()
            repeat = _REPEAT.match(self.source, self.at)
            if repeat is not None and repeat[0] != "{}":
                parts.append(self._repeated(one, repeat))
            else:
                parts += one.parts if one.kind == "run" else (one,)
        return Node("run", parts=tuple(parts))

    def _repeated(self, one: Node, repeat: re.Match[str]) -> Node:
        self.at = repeat.end()
        if self._next() in ("?", "+"):
            self.at += 1
        sign = repeat[0][0]
        least = int(repeat["least"] or 0) if sign == "{" else int(sign == "+")
        most = 1 if sign == "?" or repeat["most"] == "1" or repeat[0] == "{1}" else 2
        return Node("repeat", parts=(one,), least=least, most=most)

    def _one(self) -> Node:
        sign = self._next()
        if sign == "(":
            return self._group()
        self.at += 1
        if sign == "[":
            return self._class()
        if sign == "\\":
            return self._escape()
        if sign in "^$":
            return _NOTHING
        return _ANYTHING if sign == "." else Node("letters", frozenset(sign))

    def _group(self) -> Node:
        opening = _GROUP.match(self.source, self.at)
        flags = (opening and opening["flags"]) or ""
        if opening is None or opening["odd"] is not None or "x" in flags:
            raise _NotUnderstood
        self.at = opening.end()
        inner = self.either()
        self.at += 1
        look = opening["look"]
        if look is not None:
            # What stands behind may be told of in front of the stretch that is asked.
            return Node("needed", parts=(inner,)) if look == "=" else _NOTHING
        # Case ignored here alone: the letters stand for others too.
        return _ANYTHING if "i" in flags.partition("-")[0] and not self.folded else inner

    def _escape(self) -> Node:
        sign = self._next()
        self.at += 1
        if sign in _OF_PLACE:
            return _NOTHING
        if sign in _OF_CLASS:
            return _ANYTHING
        if sign.isalnum() and sign not in _OF_LETTER:
            raise _NotUnderstood
        return Node("letters", frozenset(_OF_LETTER.get(sign, sign)))

    def _class(self) -> Node:
        """A class in brackets: its letters where it only lists some, else unknown."""
        letters: set[str] = set()
        plain = self._next() != "^"
        self.at += not plain
        first = True
        while first or self._next() != "]":
            first = False
            if self._next() == "\\":
                self.at += 1
                one = self._escape()
                plain &= one.kind == "letters"
                letters |= one.letters
            else:
                letters.add(self._next())
                self.at += 1
            if self._next() == "-" and self.source[self.at + 1 : self.at + 2] != "]":
                plain = False
        self.at += 1
        return Node("letters", frozenset(letters)) if plain else _ANYTHING


def _best_of(node: Node) -> set[str]:
    """The pieces of that part which narrows a text most; empty where none is known to be needed."""
    parts = node.parts if node.kind == "run" else (node,)
    return max((f for f in _stretches(parts) if f and "" not in f), key=_worth, default=set())


def _stretches(parts: Sequence[Node]) -> Iterator[set[str]]:
    """What each part needs, and all strings that parts side by side can stand for together."""
    run = {""}
    for part in parts:
        exact = _exact(part)
        if exact is not None and len(run) * len(exact) <= _MOST_ALIKE:
            run = {begun + more for begun in run for more in exact}
            continue
        yield run
        yield _needed(part)
        run = exact if exact is not None and len(exact) <= _MOST else {""}
    yield run


def _worth(pieces: set[str]) -> tuple[int, int]:
    # Alone, the small words before a noun ("in ", "of the ") are in every text.
    return min(4, *(len(piece.removesuffix("the ").strip()) for piece in pieces)), -len(pieces)


def _needed(node: Node) -> set[str]:
    """What a match of one part needs."""
    if node.kind == "run":
        return _best_of(node)
    if node.kind == "needed" or (node.kind == "repeat" and node.least > 0):
        return _best_of(node.parts[0])
    if node.kind == "either":
        every = [_best_of(branch) for branch in node.parts]
        return set().union(*every) if all(every) else set()
    return set()


def _exact(node: Node) -> set[str] | None:
    """All strings that one part can stand for; None where they are many or not told by the part alone."""
    if node.kind == "letters":
        return set(node.letters)
    if node.kind == "nothing":
        return {""}
    if node.kind == "run":
        return _exact_run(node.parts)
    if node.kind == "either":
        branches = [_exact(branch) for branch in node.parts]
        return None if None in branches else set().union(*(b for b in branches if b is not None))
    if node.kind == "repeat" and node.most == 1:
        once = _exact(node.parts[0])
        return None if once is None else once | ({""} if node.least == 0 else set())
    return None


def _exact_run(parts: Sequence[Node]) -> set[str] | None:
    out = {""}
    for part in parts:
        exact = _exact(part)
        if exact is None or len(out) * len(exact) > _MOST:
            return None
        out = {begun + more for begun in out for more in exact}
    return out
