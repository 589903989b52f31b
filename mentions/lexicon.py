"""The trigger lexicon: phrases as data (`words/*.yml`), compiled once to anchored patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from mentions.word_lists import LexiconError, read_data

__all__ = ["Entry", "Form", "Lexicon", "LexiconError", "Role", "compile_lexicon", "english"]

Role = Literal["act", "generic", "outcome"]
Form = Literal["noun", "verb"]

# Up to six words inside the clause: no full stop, semicolon or line break between them.
_GAP = r"(?:[^\s.;]+\s+){0,6}?"
_WORD = re.compile(r"[\w.'-]+")
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a trigger phrase says of the event that it tells."""

    sub_event_type: str
    role: Role
    form: Form


# A phrase and what it tells; None where it never tells of an event ("riot police").
Trigger = tuple[re.Pattern[str], Entry | None]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Phrases by their first word. Patterns are matched at a word's start, on flattened lower-case text."""

    triggers: dict[str, tuple[Trigger, ...]]
    """First word -> patterns, those that never tell of an event first, then the longest phrase."""
    means: dict[str, tuple[tuple[re.Pattern[str], str, int], ...]]
    """First word -> pattern, the sub-event type it points to, its rank (0 decides first)."""
    weapons: dict[str, tuple[re.Pattern[str], ...]]
    heads: frozenset[str]
    """The first words of them all."""


@cache
def english() -> Lexicon:
    """The English lexicon, read and checked on first use. Raises LexiconError where the data is wrong."""
    return compile_lexicon(read_data("en"))


def compile_lexicon(data: dict[str, Any]) -> Lexicon:
    """Patterns from the data of a lexicon file."""
    triggers: dict[str, list[Trigger]] = {}
    for phrase in data["never"]:
        _add(triggers, phrase, None)
    for block in data["triggers"]:
        entry = Entry(block["type"], block["role"], block["form"])
        if entry.role not in ("act", "generic", "outcome") or entry.form not in ("noun", "verb"):
            raise LexiconError(f"unknown role or form in {block['type']}: {entry.role}, {entry.form}")
        for phrase in block["phrases"]:
            _add(triggers, phrase, entry)
    means: dict[str, list[tuple[re.Pattern[str], str, int]]] = {}
    for rank, block in enumerate(data["means"]):
        for phrase in block["words"]:
            for head, pattern in _compile(phrase):
                means.setdefault(head, []).append((pattern, block["type"], rank))
    weapons: dict[str, list[re.Pattern[str]]] = {}
    for phrase in data["weapons"]:
        for head, pattern in _compile(phrase):
            weapons.setdefault(head, []).append(pattern)
    return Lexicon(
        {head: tuple(sorted(found, key=_never_first)) for head, found in triggers.items()},
        {head: tuple(sorted(found, key=lambda f: -len(f[0].pattern))) for head, found in means.items()},
        {head: tuple(found) for head, found in weapons.items()},
        frozenset(triggers) | frozenset(means) | frozenset(weapons),
    )


def _never_first(found: Trigger) -> tuple[bool, int]:
    """Phrases that never tell of an event before all others, then the longest."""
    return found[1] is not None, -len(found[0].pattern)


def _add(into: dict[str, list[Trigger]], phrase: str, entry: Entry | None) -> None:
    for head, pattern in _compile(phrase):
        into.setdefault(head, []).append((pattern, entry))


def _compile(phrase: str) -> list[tuple[str, re.Pattern[str]]]:
    words = phrase.split()
    if not words or words[0] == "..." or words[-1] == "...":
        raise LexiconError(f"a phrase neither starts nor ends with a gap: {phrase!r}")
    heads = [form for part in words[0].split("|") for form in _forms(part)]
    rest = ""
    for word in words[1:]:
        if word == "...":
            rest += _GAP
        else:
            rest += "(?:" + "|".join(re.escape(f) for p in word.split("|") for f in _forms(p)) + r")\b\s*"
    tail = r"\s+" + rest.removesuffix(r"\s*") if rest else ""
    return [(head, re.compile(re.escape(head) + r"\b" + tail)) for head in dict.fromkeys(heads)]


def _forms(word: str) -> list[str]:
    if word.endswith("~"):
        return _plural(word[:-1])
    if word.endswith("*"):
        return _verb_forms(word[:-1])
    if not _WORD.fullmatch(word):
        raise LexiconError(f"not a word: {word!r}")
    return [word]


def _plural(noun: str) -> list[str]:
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return [noun, noun[:-1] + "ies"]
    return [noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")]


def _verb_forms(verb: str) -> list[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return [verb, third, stem + "ed", stem + "ing"]
