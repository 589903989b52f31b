"""A pattern written anew so that alternatives which begin alike share their beginning; it matches the same.

`re` tries the alternatives of a group one after the other. Of "(?:after|as|attack|shot|shell)" it then tries
two at each place of a text, "a(?:fter|s|ttack)" and "sh(?:ot|ell)". Read off the pattern's source, as the
pieces of `pattern_pieces` are; a pattern with anything that is not understood here stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_GROUP = re.compile(r"\((?:\?(?:(?P<flags>[aimsux]*(?:-[imsx]+)?):|P<\w+>|<?[=!]))?")
_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()|\[\\]", re.DOTALL)
_REPEAT = re.compile(r"(?:[*+?]|\{\d*,?\d*\})[?+]?")
# What stands for more than itself, or for a place of the text.
_SIGNS = frozenset(".^$")
# Characters that opening a group may write in all.
_LONGEST = 1500

Item = str
"""One part of an alternative with its repeat: a letter, a class, a whole group."""


def share_beginnings(source: str, flags: int = 0) -> str:
    """The source of a pattern that matches what `source` matches, in fewer steps."""
    if flags & re.VERBOSE:
        return source
    try:
        return _Reader(source).either(folded=bool(flags & re.IGNORECASE))
    except _NotUnderstood:
        return source


def compile_shared(source: str, flags: int = 0) -> re.Pattern[str]:
    """`source` compiled with its beginnings shared."""
    return re.compile(share_beginnings(source, flags), flags)


class _NotUnderstood(Exception):
    """A numbered group may not change its place, nor what points back at one or hangs on it."""


class _Reader:
    """Reads a source that `re` accepts, from left to right."""

    def __init__(self, source: str) -> None:
        self.source, self.at = source, 0
        self.inner: dict[Item, list[list[Item]]] = {}

    def either(self, *, folded: bool) -> str:
        """The alternatives up to the end of the group, written anew; `folded` where case is ignored."""
        return _written(self._alternatives(folded=folded), folded=folded)

    def _alternatives(self, *, folded: bool) -> list[list[Item]]:
        alternatives: list[list[Item]] = [[]]
        while (sign := self.source[self.at : self.at + 1]) not in ("", ")"):
            if sign == "|":
                self.at += 1
                alternatives.append([])
            else:
                alternatives[-1].append(self._item(folded=folded))
        if len(alternatives) == 1:
            return alternatives
        return [one for items in alternatives for one in self._opened(items)]

    def _opened(self, items: list[Item]) -> list[list[Item]]:
        """ "(?:first|second) half" as "first half" and "second half", where no long text stands twice."""
        inner = self.inner.get(items[0], []) if items else []
        rest = "".join(items[1:])
        if not inner or len(rest) * len(inner) > _LONGEST or "(?P" in rest:
            return [items]
        return [[*one, *items[1:]] for one in inner]

    def _item(self, *, folded: bool) -> Item:
        atom = _ATOM.match(self.source, self.at)
        if atom is None:
            item = self._group(folded=folded)
        else:
            self.at, item = atom.end(), atom[0]
            if item[0] == "\\" and item[1].isdigit():
                raise _NotUnderstood
        repeat = _REPEAT.match(self.source, self.at)
        if repeat is not None:
            self.at, item = repeat.end(), item + repeat[0]
        return item

    def _group(self, *, folded: bool) -> Item:
        opening = _GROUP.match(self.source, self.at)
        if opening is None or opening[0] == "(" or "x" in (opening["flags"] or ""):
            raise _NotUnderstood
        self.at = opening.end()
        on, _, off = (opening["flags"] or "").partition("-")
        folded = "i" in on or (folded and "i" not in off)
        alternatives = self._alternatives(folded=folded)
        self.at += 1
        item = f"{opening[0]}{_written(alternatives, folded=folded)})"
        if opening[0] == "(?:":
            self.inner[item] = alternatives
        return item


def _written(alternatives: Sequence[Sequence[Item]], *, folded: bool) -> str:
    """The alternatives in their order, but those that begin with one letter together, at the first's place.

    Of two that begin with different letters one at most can match, so that their order says nothing. One
    that begins with no plain letter keeps its place before or behind all others.
    """
    if len(alternatives) == 1:
        return "".join(alternatives[0])
    out: list[str] = []
    alike: dict[str, list[Sequence[Item]]] = {}
    for items in (*alternatives, None):
        if items and len(items[0]) == 1 and items[0] not in _SIGNS:
            alike.setdefault(items[0].lower(), []).append(items)
            continue
        out += [_together(group, folded=folded) for group in alike.values()]
        alike = {}
        if items is not None:
            out.append("".join(items))
    return "|".join(out)


def _together(alternatives: Sequence[Sequence[Item]], *, folded: bool) -> str:
    """Alternatives of one first letter, which go on together as far as they can."""
    first = alternatives[0][0]
    if not folded and any(items[0] != first for items in alternatives):
        return "|".join("".join(items) for items in alternatives)  # "iS" and "IS" in one list
    shared = 1
    while all(len(items) > shared and _is_shared(items, alternatives[0], shared) for items in alternatives):
        shared += 1
    rest = _written([items[shared:] for items in alternatives], folded=folded)
    if folded and first.isascii() and first.isalpha():
        # `re` sees at once that a class cannot match, of a letter in either case it does not.
        first = f"(?-i:[{first.lower()}{first.upper()}])"
    begun = first + "".join(alternatives[0][1:shared])
    return f"{begun}(?:{rest})" if len(alternatives) > 1 else begun + rest


def _is_shared(items: Sequence[Item], others: Sequence[Item], at: int) -> bool:
    return items[at] == others[at] and len(items[at]) == 1 and items[at] not in _SIGNS
