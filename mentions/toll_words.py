"""The casualty lexicons: nouns that count people, words that tell of dead and injured; checked on load."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from mentions.phrase_tree import pattern_of_phrases

Act = Literal["killed", "injured"]
Form = Literal["participle", "object", "subject", "noun", "toll", "among"]
Side = Literal["civilians", "combatants", "unknown"]
Group = Literal["all", "civilians", "combatants", "children", "women"]

ACTS: dict[str, Act] = {"killed": "killed", "injured": "injured"}
FORMS: frozenset[str] = frozenset({"participle", "object", "subject", "noun", "toll", "among"})
GROUP_OF: dict[str, Group] = {
    "civilians": "civilians", "children": "children", "women": "women", "combatants": "combatants",
    "attackers": "combatants", "unknown": "all",
}  # fmt: skip
"""The lists of words/people.yml and whom their nouns count."""


class BadLexicon(ValueError):
    """A lexicon that says two things of one word, or something that the grammar does not know."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that counts people."""

    lemma: str
    """Its singular."""
    group: Group
    attacker: bool
    """One of those who carried out the attack."""
    plural: bool
    size: int | None = None
    """How many people the word is by itself: a couple is two."""

    @property
    def side(self) -> Side:
        """Children and women count as civilians."""
        if self.group == "all":
            return "unknown"
        return "combatants" if self.group == "combatants" else "civilians"


@dataclass(frozen=True, slots=True)
class ActWord:
    """One phrase that tells of people killed or injured."""

    words: tuple[str, ...]
    act: Act
    form: Form
    fighters_only: bool
    """It means killing only where those it hits are fighters: "destroyed"."""


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The nouns of the casualty grammar, by lower-case form."""

    nouns: dict[str, Noun]
    groups: dict[str, Side]
    bands: frozenset[str]
    things: frozenset[str]
    forces: dict[str, str]
    """Of words that say which force someone is of, that force: a policeman is no soldier."""


@dataclass(frozen=True, slots=True)
class ActWords:
    """The act phrases by their first word, longest first, and the quick test whether a text holds any."""

    by_first: dict[str, tuple[ActWord, ...]]
    breaking: frozenset[str]
    """First words that end a noun phrase before them; "the" of "the dead include" does not."""
    anywhere: re.Pattern[str]


def _read(name: str) -> dict[str, Any]:
    data = yaml.safe_load((files("mentions") / "words" / name).read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise BadLexicon(f"{name}: not a mapping")
    return data


def _entries(lines: list[str]) -> list[str]:
    """A list item may hold several words, separated by commas."""
    return [w.strip().lower() for line in lines for w in str(line).split(",") if w.strip()]


def plural_of(word: str) -> str:
    """The regular English plural."""
    if re.search(r"(?:man)$", word):
        return word[:-2] + "en"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) else "s")


@cache
def people_words() -> PeopleWords:
    """The nouns of words/people.yml, each with its plurals."""
    data = _read("people.yml")
    odd = data["plurals"]
    nouns: dict[str, Noun] = {}
    for kind in GROUP_OF:
        group = GROUP_OF[kind]
        for lemma in _entries(data[kind]):
            if lemma in nouns:
                raise BadLexicon(f"people.yml: {lemma!r} stands twice")
            attacker = kind == "attackers"
            nouns[lemma] = Noun(lemma, group, attacker, plural=False)
            plurals = odd.get(lemma, plural_of(lemma))
            for form in [plurals] if isinstance(plurals, str) else plurals:
                nouns[form] = Noun(lemma, group, attacker, plural=True)
    for word, size in data["sizes"].items():
        nouns[word] = Noun(word, "all", attacker=False, plural=True, size=int(size))
    groups: dict[str, Side] = dict.fromkeys(_entries(data["combatant_groups"]), "combatants")
    groups |= dict.fromkeys(_entries(data["civilian_groups"]), "civilians")
    things = _entries(data["not_people"])
    both = nouns.keys() & set(things)
    if both:
        raise BadLexicon(f"people.yml: both people and not: {sorted(both)}")
    forces = {word: force for force, lines in data["forces"].items() for word in _entries(lines)}
    forces |= {form: forces[noun.lemma] for form, noun in nouns.items() if noun.lemma in forces}
    return PeopleWords(
        nouns,
        groups,
        frozenset(_entries(data["bands"])),
        frozenset(things) | {plural_of(w) for w in things},
        forces,
    )


@cache
def act_words() -> ActWords:
    """The phrases of words/tolls.yml."""
    table: dict[str, list[ActWord]] = {}
    for act, forms in _read("tolls.yml").items():
        if act not in ACTS or not set(forms) <= FORMS:
            raise BadLexicon(
                f"tolls.yml: {act} {sorted(forms)}: killed or injured, each with {sorted(FORMS)}"
            )
        for form, lines in forms.items():
            for phrase in _entries(lines):
                words = tuple(phrase.rstrip("*").split())
                table.setdefault(words[0], []).append(ActWord(words, ACTS[act], form, phrase.endswith("*")))
    by_first = {first: tuple(sorted(table[first], key=lambda a: -len(a.words))) for first in table}
    # A phrase is announced by a word that is a phrase by itself, else by its longest word.
    alone = {p.words[0] for phrases in by_first.values() for p in phrases if len(p.words) == 1}
    longer = [p.words for phrases in by_first.values() for p in phrases if not alone & set(p.words)]
    signs = (
        alone
        | {max(words[-1:], key=len) if "..." in words else max(words, key=len) for words in longer}
        | {"casualties", "casualty", "causalities", "harmed", "unharmed", "material"}
    )
    breaking = frozenset(by_first) - {"the", "those", "number", "victims"}
    return ActWords(by_first, breaking, re.compile(rf"\b{pattern_of_phrases(signs)}\b"))
