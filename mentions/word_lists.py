"""Word lists as data: each file of `words/` maps the name of a list to its words; read and checked once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from importlib.resources import files
from typing import Any

import yaml


class LexiconError(ValueError):
    """A lexicon file says something that cannot be meant: names the file and the phrase."""


def read_data(name: str) -> dict[str, Any]:
    """The mapping that `words/<name>.yml` holds. Raises LexiconError where it is none."""
    data = yaml.safe_load((files("mentions") / "words" / f"{name}.yml").read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise LexiconError(f"{name}.yml: not a mapping")
    return data


def read_lists(name: str, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The lists of `words/<name>.yml`, which holds these and no others. The caller keeps what it builds."""
    return check_lists(f"{name}.yml", read_data(name), keys)


def groups_of(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each list as a group of a regular expression that matches any of its words, the first that fits."""
    return {name: f"(?:{'|'.join(words)})" for name, words in lists.items()}


def gapped_groups_of(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each list as a group, as `groups_of`; in a word, `... ` is a gap of up to four words without a mark."""
    return {name: group.replace("... ", r"(?:[\w'-]+ ){0,4}?") for name, group in groups_of(lists).items()}


def check_lists(source: str, data: dict[str, Any], keys: Collection[str]) -> dict[str, tuple[str, ...]]:
    r"""Words by list, in their order. An item of a list may hold several words, separated by commas.

    A word may be a piece of a regular expression (`shells?`, `riot\w*`) that holds no comma. Raises
    LexiconError for a list that is unknown, missing, empty or no list, and for a word that is empty, no text,
    no pattern or said twice.
    """
    if odd := sorted(str(key) for key in set(data) ^ set(keys)):
        raise LexiconError(f"{source}: lists that are unknown or missing: {', '.join(odd)}")
    return {key: _words(f"{source}, {key}", data[key]) for key in data}


def _words(where: str, items: object) -> tuple[str, ...]:
    if not isinstance(items, list) or not items:
        raise LexiconError(f"{where}: not a list of words")
    words: list[str] = []
    for item in items:
        if not isinstance(item, str):
            raise LexiconError(f"{where}: {item!r} is no text (quote words such as on and no)")
        words += [word.strip() for word in item.split(",")]
    for word in words:
        _check_word(where, word)
    if twice := sorted({w for w in words if words.count(w) > 1}):
        raise LexiconError(f"{where}: said twice: {', '.join(twice)}")
    return tuple(words)


def _check_word(where: str, word: str) -> None:
    if not word:
        raise LexiconError(f"{where}: an empty word")
    try:
        re.compile(word)
    except re.error as error:
        raise LexiconError(f"{where}: {word!r} is no pattern ({error})") from error
