"""What a sentence's words say for and against one of its places being the scene of one of its triggers."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from articles import Article, Span
from gazetteer import LEVEL_RANK
from geo.lexicon import grammar, tie_words
from geo.toponym import Resolution
from mentions import ClauseTree, Part

Features = list[tuple[str, float]]
"""Named numbers; a name stands once."""
# How many words back a preposition can still lead to a place.
_REACH = 7
_STOPS = frozenset({";", ":", "(", ")", "-", "--", "."})


@dataclass(frozen=True, slots=True)
class Lead:
    """How a place is led to in its sentence."""

    word: str
    """The preposition, "object" behind a verb, "subject" where nothing leads to it, "of", "list"."""
    at: int
    """The token that leads: the preposition, the verb; of a subject its own first token."""
    of: bool
    """Whether "of" stands between ("the streets of X")."""


@dataclass(frozen=True)
class Scenery:
    """One sentence with its clauses and the places named in it, in reading order."""

    article: Article
    tree: ClauseTree
    places: tuple[Resolution, ...]
    scenes: tuple[bool, ...]
    """Whether something may have happened at each place, by how the text names it."""

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """First and last token of each place's expression."""
        return tuple(
            (self.tree.token_at(p.toponym.expression.start), self.tree.token_at(p.toponym.expression.end - 1))
            for p in self.places
        )

    @cached_property
    def leads(self) -> tuple[Lead, ...]:
        """What leads to each place; a place in a list is led to as its first one is."""
        out: list[Lead] = []
        for n, (first, _) in enumerate(self.runs):
            lead = self._lead(first)
            if lead.word == "list":
                before = [m for m in range(n) if lead.at - 3 <= self.runs[m][1] <= lead.at]
                if before:
                    lead = out[before[-1]]
            out.append(lead)
        return tuple(out)

    @cached_property
    def asides(self) -> frozenset[int]:
        """The clauses in brackets."""
        return frozenset([k for k, part in enumerate(self.tree.parts) if part.kind == "aside"])

    def of_place(self, n: int) -> Features:
        """The features of a place that are the same for every trigger."""
        known = self._of_places.get(n)
        if known is None:
            known = self._of_places[n] = _place_features(self, n)
        return known

    @cached_property
    def _of_places(self) -> dict[int, Features]:
        return {}

    def run_of(self, trigger: tuple[int, int]) -> tuple[int, int]:
        """First and last token of a trigger at these offsets."""
        known = self._of_triggers.get(trigger)
        if known is None:
            known = self.tree.token_at(trigger[0]), self.tree.token_at(trigger[1] - 1)
            self._of_triggers[trigger] = known
        return known

    @cached_property
    def _of_triggers(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {}

    def _lead(self, first: int) -> Lead:
        words, tokens, of = tie_words(), self.tree.tokens, False
        for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
            low = tokens[k].low
            if low == "of":
                of = True
            elif low in words.prepositions:
                return Lead(low, k, of)
            elif low in (",", "and", "or", "&"):
                return Lead("list", k, of)
            elif low in _STOPS or self.tree.at[k] != self.tree.at[first]:
                break
            elif self.tree.verbs[k]:
                return Lead("of" if of else "object", k, of)
        return Lead("of" if of else "subject", first, of)


def features(scenery: Scenery, trigger: tuple[int, int], n: int) -> Features:
    """The named features of the place `n` of a sentence for the trigger at these offsets of the field.

    Those that are 0 are left out; the order is fixed, so that their sum is.
    """
    tree = scenery.tree
    a, b = scenery.run_of(trigger)
    out: Features = [("bias", 1.0)]
    out += _lead_features(scenery, (a, b), n)
    out += _clause_features(tree, b, scenery.runs[n][0])
    out += scenery.of_place(n)
    out += _between_features(scenery, (a, b), n)
    return out


def _between_features(scenery: Scenery, trigger: tuple[int, int], n: int) -> Features:
    """What stands between the place and the trigger: words, verbs, places, commas."""
    (a, b), tree = trigger, scenery.tree
    first, last = scenery.runs[n]
    before = last < a
    low, high = (last, a) if before else (b, first)
    between: Sequence[int] = range(low + 1, max(low + 1, high))
    if scenery.asides:
        asides = scenery.asides - {tree.at[a], tree.at[first]}
        between = [k for k in between if tree.at[k] not in asides]
    out: Features = []
    if before:
        out.append(("it stands before the trigger", 1.0))
    if first <= b and a <= last:
        out.append(("it overlaps the trigger", 1.0))
    if not between:
        return out
    out.append(("words between, log", math.log1p(len(between))))
    verbs = sum([tree.verbs[k] for k in between])
    if verbs := verbs - _own_auxiliaries(tree, a, between):
        out.append(("verbs between", min(3.0, float(verbs))))
    others = [m for m, (x, _) in enumerate(scenery.runs) if x in between and m != n and scenery.scenes[m]]
    if others:
        out.append(("places between", min(3.0, float(len(others)))))
        if not before:
            out.append(("a place between behind the trigger", 1.0))
    if commas := [k for k in between if tree.tokens[k].low == ","]:
        out.append(("commas between", min(3.0, float(len(commas)))))
    return out


def _own_auxiliaries(tree: ClauseTree, a: int, between: Sequence[int]) -> int:
    """Auxiliaries right before the trigger: of its own verb group and no other verbs."""
    count, k = 0, a - 1
    while k in between and (tree.verbs[k] or tree.tokens[k].low.endswith(("ly", "not"))):
        count += tree.verbs[k]
        k -= 1
    return count


def _lead_features(scenery: Scenery, trigger: tuple[int, int], n: int) -> Features:
    tree, lead = scenery.tree, scenery.leads[n]
    a, b = trigger
    first, _ = scenery.runs[n]
    kind = _kind_of_lead(lead.word)
    sort = _sort_of_trigger(tree.tokens[b].low)
    own = _governs(tree, a, b, lead.at)
    out: Features = [
        (f"led to: {kind}", 1.0),
        (f"{sort}, {own}, {kind if kind in _MAIN_LEADS else 'otherwise'}", 1.0),
    ]
    if lead.at == b + 1 and lead.at < first:
        out.append(("preposition right behind the trigger", 1.0))
    if lead.of:
        out.append(("of before it", 1.0))
    before = tree.tokens[lead.at - 1].low if lead.at else ","
    if kind in ("at", "from", "to") and (before == "," or lead.at == 0):
        front = not any(tree.verbs[: lead.at])
        out.append(("preposition at the front" if front else "preposition behind a comma", 1.0))
    if lead.word == "from" and not (lead.at and _takes_from(tree, lead.at - 1)):
        out.append(("whence, of the act" if lead.at > b else "whence, of somebody", 1.0))
    return out


@lru_cache(maxsize=1024)
def _kind_of_lead(word: str) -> str:
    """The group of prepositions that a leading word is of, else the word itself."""
    return next((name for name, group in tie_words().groups.items() if word in group), word)


@lru_cache(maxsize=1 << 14)
def _sort_of_trigger(word: str) -> str:
    """The sort of act that a trigger's last word tells of."""
    return next((name for name, stems in tie_words().triggers.items() if word.startswith(stems)), "other")


_MAIN_LEADS = frozenset({"at", "to", "from", "object", "subject"})


def _governs(tree: ClauseTree, a: int, b: int, at: int) -> str:
    """Whether the trigger is the verb that a leading word hangs on: by what stands between them."""
    if a <= at <= b:
        return "its own"
    if at > b:
        return "other verb between" if any(tree.verbs[b + 1 : at]) else "behind"
    verbs = sum(tree.verbs[at:a])
    between = verbs and verbs > _own_auxiliaries(tree, a, range(at, a))
    return "before, verb between" if between else "before"


def _clause_features(tree: ClauseTree, at: int, place: int) -> Features:
    here, there = tree.at[at], tree.at[place]
    if here == there:
        return [("same clause", 1.0), (f"same clause, {tree.parts[here].kind}", 1.0)]
    up, down = tree.upward(here), tree.upward(there)
    if here in down:
        apart = down.index(here)
        return [(f"place below, {_step(tree.parts[down[apart - 1]])}", 1.0), ("clauses apart", float(apart))]
    if there in up:
        apart = up.index(there)
        return [(f"place above, {_step(tree.parts[up[apart - 1]])}", 1.0), ("clauses apart", float(apart))]
    common = next(p for p in up if p in down)
    apart = up.index(common) + down.index(common)
    return [("clauses beside each other", 1.0), ("clauses apart", float(apart))]


def _step(part: Part) -> str:
    """How a clause hangs on the one above it."""
    return "another time" if part.opener in tie_words().another_time else part.kind


def _place_features(scenery: Scenery, n: int) -> Features:
    place, tree = scenery.places[n], scenery.tree
    _, last = scenery.runs[n]
    text = scenery.article.field_text(place.toponym.span.field)
    end = place.toponym.expression.end
    following = tree.tokens[last + 1] if last + 1 < len(tree.tokens) else None
    word = following is not None and following.low.isalpha() and not following.capital
    told = (
        ("no scene by how it is named", not scenery.scenes[n]),
        ("part of a body's name", place.toponym.modifier),
        ("whose", text[end : end + 2] in ("'s", "\u2019s")),
        ("-based, -born", text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()),
        ("a noun behind it", word and not tree.verbs[last + 1] and not _is_small(tree.tokens[last + 1].low)),
        ("a verb behind it", word and tree.verbs[last + 1]),
        ("names where the place before lies", n > 0 and _leans_on(scenery, n - 1, n)),
        ("a wider place behind it", n + 1 < len(scenery.places) and _leans_on(scenery, n, n + 1)),
    )
    level = (f"level: {place.level or place.toponym.kind or 'unknown'}", 1.0)
    return [level, *((name, 1.0) for name, holds in told if holds)]


def _is_small(word: str) -> bool:
    """Whether a word behind a name is no noun that the name belongs to."""
    return word in tie_words().prepositions or word in tie_words().small or word in grammar().closers


def _takes_from(tree: ClauseTree, k: int) -> bool:
    """Whether the verb before "from" takes something away from there: "abducted from", "withdrew from"."""
    verbs = (tree.tokens[i].low for i in range(k, max(-1, k - _REACH), -1) if tree.verbs[i])
    return next(verbs, "").startswith(tie_words().taking_away)


def _leans_on(scenery: Scenery, n: int, m: int) -> bool:
    """ "Sarmin, in Idlib": the second tells only where the first lies."""
    (_, end), (start, _) = scenery.runs[n], scenery.runs[m]
    between = [scenery.tree.tokens[k].low for k in range(end + 1, start)]
    wider = LEVEL_RANK[scenery.places[m].level or "country"] > LEVEL_RANK[scenery.places[n].level or "town"]
    named = (scenery.places[n].toponym.inside or "").casefold() == scenery.places[m].toponym.name.casefold()
    links = all(w in tie_words().leaning or w.endswith("ern") for w in between)
    return scenery.scenes[n] and (named or (wider and links and len(between) <= 5))


def scenery_of(
    article: Article,
    tree: ClauseTree,
    sentence: Span,
    places: Sequence[Resolution],
    able: Collection[Span],
) -> Scenery:
    """The sentence with the places that stand in it; `able` are those of them that can be scenes."""
    inside = [p for p in places if sentence.covers(p.toponym.span)]
    inside.sort(key=lambda p: p.toponym.span)
    return Scenery(article, tree, tuple(inside), tuple([p.toponym.span in able for p in inside]))
