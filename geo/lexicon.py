"""The word lists of `geo/words`, read once when first asked for and checked on load."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from gazetteer import LEVELS, PlaceLevel, normal_form


class BadLexicon(ValueError):
    """A word list of the program itself is broken: a bug, not a user's mistake."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Words that say what kind of place a name is, by where they stand. Keys are lower case."""

    after: Mapping[str, tuple[PlaceLevel, ...]]
    """Behind the name: "Idlib province"."""
    of: Mapping[str, tuple[PlaceLevel, ...]]
    """Before it with "of": "province of Idlib"."""
    before: Mapping[str, tuple[PlaceLevel, ...]]
    """Directly before it: "Mount Hermon"."""
    first_words: frozenset[str]
    """The first words of all of these, for a quick look."""
    beginnings: frozenset[str]
    """Those of them that a kind word of several words begins with: "military airport"."""
    countryside: frozenset[str]
    """ "rural X", "X countryside": the land around a town, or the rest of its governorate."""
    surroundings: frozenset[str]
    """ "X suburbs", "outskirts of X", "near X"."""
    roads: frozenset[str]
    """ "Dublin Road": with a capital, the name of a road and no place of its own."""
    ways: frozenset[str]
    """ "the road to X", "the X-Y highway"."""
    landscapes: frozenset[str]
    """ "the desert east of X": a stretch of land without a border."""
    urban: frozenset[str]
    """Facilities that stand inside their town: "X market"."""
    generics: frozenset[str]
    """First words of names that nearly always are a place's: "Kafr Hamra"."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Small words, in lower case; the file says what each list is for."""

    articles: frozenset[str]
    inner: frozenset[str]
    links: frozenset[str]
    name_parts: frozenset[str]
    peoples: frozenset[str]
    kin: frozenset[str]
    bodies: frozenset[str]
    closers: frozenset[str]
    sides: frozenset[str]
    indefinite: frozenset[str]
    particles: frozenset[str]
    place_words: frozenset[str]
    blows: frozenset[str]
    settings: frozenset[str]
    sites: frozenset[str]
    takes: frozenset[str]
    storms: frozenset[str]
    determiners: frozenset[str]
    allegiance: frozenset[str]
    skipped: frozenset[str]
    vague: frozenset[str]
    state_bodies: frozenset[str]
    around_it: frozenset[str]
    advances: frozenset[str]
    small: frozenset[str]
    abstract: frozenset[str]
    ships: frozenset[str]
    numbers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Directions:
    """Compass words and units. Degrees from north; None for the middle of a place."""

    adjectives: Mapping[str, float | None]
    nouns: Mapping[str, float]
    units: Mapping[str, float]
    """Kilometres of one unit."""


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Short form as written -> full name."""

    anywhere: Mapping[str, str]
    after_comma: Mapping[str, str]
    """Only behind a place and a comma: "Springfield, IL"."""


@dataclass(frozen=True, slots=True)
class Persons:
    """What marks a name as a person's, in lower case."""

    titles: frozenset[str]
    given: frozenset[str]
    speech: frozenset[str]


@dataclass(frozen=True, slots=True)
class Organisations:
    """Bodies that hold a place name without being a place."""

    names: Mapping[str, int]
    """Normal form of a whole name -> its number of words."""
    first_words: frozenset[str]
    """First words of these and of `wide_names`."""
    heads: frozenset[str]
    civic: frozenset[str]
    """Heads that leave the place in the name a place: "Springfield Police"."""


@dataclass(frozen=True, slots=True)
class Scripts:
    """Words of scripts without capitals, as normal forms."""

    before: frozenset[str]
    """Before a name: "in", "city of"."""
    stops: frozenset[str]
    """Everyday words that some place is called by too."""
    kinds: Mapping[str, PlaceLevel]
    """Right before a name: the level that they ask for."""
    near: frozenset[str]
    countryside: frozenset[str]


@dataclass(frozen=True, slots=True)
class TieWords:
    """Words by which the link of a place to an event is weighed, in lower case."""

    groups: Mapping[str, frozenset[str]]
    """Prepositions by what they say of the place that they lead to."""
    prepositions: frozenset[str]
    """All of these."""
    triggers: Mapping[str, tuple[str, ...]]
    """Beginnings of trigger words that take a place in their own way."""
    taking_away: tuple[str, ...]
    """Beginnings of verbs after which "from" leads to their scene."""
    another_time: frozenset[str]
    leaning: frozenset[str]
    """Between a place and the wider one that it lies in."""
    small: frozenset[str]
    """Behind a name, no nouns that it belongs to."""


@cache
def tie_words() -> TieWords:
    """`ties.yml`."""
    data = _load("ties")
    groups = {name: frozenset(words.split()) for name, words in data["groups"].items()}
    triggers = {name: tuple(stems.split()) for name, stems in data["triggers"].items()}
    lists = (_words(data, part) for part in ("another_time", "leaning", "small"))
    taking_away = tuple(data["taking_away"].split())
    return TieWords(groups, frozenset().union(*groups.values()), triggers, taking_away, *lists)


@cache
def kinds() -> Kinds:
    """`kinds.yml`."""
    data = _load("kinds")
    both, after, of, before = (
        _levels(data, part) for part in ("both", "after_only", "of_only", "plain_before")
    )
    parts = ("countryside", "surroundings", "roads", "ways", "landscapes", "urban", "generics")
    around = (_words(data, part) for part in parts)
    first = frozenset(re.split("[ -]", name)[0] for name in {**both, **after, **of, **before})
    several = frozenset(name for name in {**both, **after, **of, **before} if re.search("[ -]", name))
    beginnings = frozenset(re.split("[ -]", name)[0] for name in several)
    return Kinds({**both, **after}, {**both, **of}, before, first, beginnings, *around)


@cache
def grammar() -> Grammar:
    """`grammar.yml`."""
    data = _load("grammar")
    lists = {part: _words(data, part) for part in data if part != "numbers"}
    return Grammar(**lists, numbers=data["numbers"])


@cache
def directions() -> Directions:
    """`directions.yml`."""
    data = _load("directions")
    return Directions(data["adjectives"], data["nouns"], data["units"])


@cache
def abbreviations() -> Abbreviations:
    """`abbreviations.yml`."""
    data = _load("abbreviations")
    return Abbreviations(data["anywhere"], {**data["after_comma"], **data["anywhere"]})


@cache
def persons() -> Persons:
    """`persons.yml`."""
    data = _load("persons")
    return Persons(_words(data, "titles"), _words(data, "given"), _words(data, "speech"))


@cache
def organisations() -> Organisations:
    """`organisations.yml`."""
    data = _load("organisations")
    names = {normal_form(name): len(name.replace("-", " ").split()) for name in data["names"]}
    first = frozenset(name.split()[0] for name in {**names, **wide_names()})
    return Organisations(names, first, *(_words(data, part) for part in ("heads", "civic")))


@cache
def scripts() -> Scripts:
    """`scripts.yml`."""
    data = _load("scripts")
    lists = {part: frozenset(map(normal_form, data[part].split())) for part in data if part != "kinds"}
    if unknown := set(data["kinds"].values()) - set(LEVELS):
        raise BadLexicon(f"scripts.yml: no such level: {', '.join(sorted(unknown))}")
    return Scripts(**lists, kinds={normal_form(word): level for word, level in data["kinds"].items()})


@cache
def seats() -> frozenset[str]:
    """Normal forms of capitals whose names stand for governments, from `organisations.yml`."""
    return frozenset(normal_form(name) for name in _load("organisations")["seats"])


@cache
def stop_names() -> frozenset[str]:
    """`stop_names.yml`: words that are rarely the place that shares their name."""
    data = _load("stop_names")
    return frozenset().union(*(_words(data, part) for part in data if part != "wide"))


@cache
def calendar() -> frozenset[str]:
    """Months, weekdays and feasts, from `stop_names.yml`."""
    return _words(_load("stop_names"), "calendar")


@cache
def wide_names() -> Mapping[str, int]:
    """Parts of the world that some hamlet shares its name with, by normal form -> number of words."""
    return {normal_form(name): len(name.split()) for name in _load("stop_names")["wide"]}


def _load(name: str) -> dict[str, Any]:
    source = files("geo").joinpath("words", f"{name}.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for part, value in data.items():
        if isinstance(value, dict) and not all(isinstance(key, str) for key in value):
            raise BadLexicon(f"{name}.yml, {part}: a key is no text (quote words such as on and no)")
    return data


def _words(data: Mapping[str, Any], part: str) -> frozenset[str]:
    return frozenset(data[part].split())


def _levels(data: Mapping[str, Any], part: str) -> dict[str, tuple[PlaceLevel, ...]]:
    found: dict[str, tuple[PlaceLevel, ...]] = {}
    for word, levels in data[part].items():
        if unknown := set(levels) - set(LEVELS):
            raise BadLexicon(f"kinds.yml, {word}: no such level: {', '.join(sorted(unknown))}")
        found[word] = tuple(levels)
    return found
