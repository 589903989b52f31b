"""What people call a place out of what a table calls it: kind words, slashes, names in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from gazetteer.layer import SHORT
from gazetteer.place import PlaceLevel

SLASH = re.compile(r"\s*/\s*")
BRACKETS = re.compile(r"^(.*?)\s*\(([^()]{2,})\)\s*(.*)$")
TELLING = re.compile(r"\s(?:in|of|near|between|to|from|towards|around|along)\s|\s[-–—]\s", re.IGNORECASE)
"""A phrase that tells where something is, and no name: "the river near X", "X - Y road"."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """`kind_words.yml`; all words in lower case."""

    strip: dict[str, PlaceLevel]
    short: dict[str, PlaceLevel]
    plain: dict[str, PlaceLevel]
    joined: frozenset[str]
    first_region: frozenset[str]
    third_rank: frozenset[str]
    empty: frozenset[str]


@cache
def kind_words() -> KindWords:
    """The words, read once."""
    data = yaml.safe_load(Path(__file__).with_name("kind_words.yml").read_text(encoding="utf-8"))
    strip, short, plain = (
        {word: level for level, words in data[part].items() for word in words.split()}
        for part in ("strip", "short", "plain")
    )
    lists = (frozenset(data[part].split()) for part in ("joined", "first_region", "third_rank", "empty"))
    return KindWords(strip, short, plain, *lists)


class Spoken(NamedTuple):
    """A name as a table has it, taken apart."""

    name: str
    """What to print."""
    names: tuple[str, ...]
    """Further names; `~` before a short form."""
    level: PlaceLevel | None
    """What the kind word says; None without one."""
    rank: int
    """2 for a district, 3 for a part of one, 1 for a province; else 0."""


def spoken(told: str) -> Spoken:
    """ "Hass village" -> Hass, a town; "A/B town" -> two spellings; the full form is a name too."""
    words = kind_words()
    full = " ".join(told.split())
    outside, alias = _bracketed(full)
    last = outside.rsplit(" ", 1)[-1].lower()
    if TELLING.search(outside):
        return Spoken(full, (), "region", 0)
    if last in words.strip and " " in outside:
        names = [_stripped(part) for part in SLASH.split(outside)]
        rank = {"province": 1, "district": 3 if last in words.third_rank else 2}.get(words.strip[last], 0)
        return Spoken(names[0], (*names[1:], *alias, full), words.strip[last], rank)
    level = words.short.get(last) or words.plain.get(last)
    names = SLASH.split(outside)
    if level is None and names[0].split(" ", 1)[0].lower() in words.first_region:
        level = "region"
    further = [*names[1:], *alias, *([full] if full != names[0] else [])]
    if last in words.short:
        further += short_forms(names, names[0])
    return Spoken(names[0], tuple(further), level, 0)


def _bracketed(full: str) -> tuple[str, list[str]]:
    """A name and what stands in brackets behind it: a second name, or the town that it belongs to, which the
    mark for short forms tells apart."""
    match = BRACKETS.match(full)
    if match is None:
        return full, []
    return f"{match.group(1)} {match.group(3)}".strip() or match.group(2), [SHORT + match.group(2)]


def _stripped(name: str) -> str:
    """The name without a kind word at its end."""
    stem, _, last = name.rpartition(" ")
    return stem if stem and last.lower() in kind_words().strip else name


def short_forms(names: Iterable[str], name: str) -> list[str]:
    """The names of a facility without its kind words, marked as short; none of which nothing is left."""
    words = kind_words()
    shorts: dict[str, None] = {}
    for told in names:
        tokens = told.split()
        if len(tokens) < 2 or tokens[-1].lower() not in words.short:
            continue
        while len(tokens) > 1 and tokens[-1].lower() in words.short.keys() | words.joined:
            tokens.pop()
        short = " ".join(tokens)
        if short != name and not is_empty(short):
            shorts[SHORT + short] = None
    return list(shorts)


def is_empty(name: str) -> bool:
    """Whether a name says nothing by itself: made of common words, or a number."""
    tokens = re.findall(r"[^\W_]+", name.lower())
    return all(token in kind_words().empty or token.isdigit() for token in tokens)
