"""How sure an event is: named features of how it is told, and readable weights."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache

from articles import Article
from geo.telling import Told
from mentions import Gated, lower, topic_counts

Feature = Callable[[Article, Told], float]

# Words of talk about violence rather than of violence.
_TALK = Gated(
    r"\b(?:condemn\w*|urg(?:e|ed|es|ing)|call(?:ed|s|ing)? (?:on|for)|discuss\w*|resolution|talks|sanctions?|"
    r"inspectors?|investigat\w+|accus(?:e|ed|es|ing)|respons(?:e|ible|ibility)|report(?:s)? (?:that|of)|"
    r"council|ambassador|spokes\w+|statement|ministers?|"
    r"negotiat\w+|congress|parliament|policy|strategy|evidence|allegations?)\b",
    re.IGNORECASE,
)
_CALLS = Gated(r"\b(?:condemn\w*|urg(?:e|ed|es|ing)|call(?:ed|s|ing)? (?:on|for))\b", re.IGNORECASE)
# Words of a lasting state, not of one day.
_LASTING = Gated(
    r"\b(?:since|ongoing|continu\w+|campaign|years?|months?|conflict|war|repeatedly|regularly|daily|often|usually|always|"
    r"so far|in recent|every|throughout|over the past)\b",
    re.IGNORECASE,
)


def _specific_place(article: Article, told: Told) -> float:
    del article
    return float(any(t.own_place is not None and t.own_place.level != "country" for t in told.tellings))


def _placeless(article: Article, told: Told) -> float:
    del article
    return float(told.place is None)


def _only_a_country(article: Article, told: Told) -> float:
    del article
    return float(told.place is not None and told.place.level == "country")


def _own_day(article: Article, told: Told) -> float:
    del article
    return float(any(t.mention.date is not None for t in told.tellings))


def _only_a_year(article: Article, told: Told) -> float:
    del article
    return float(told.date is not None and told.date.precision == 5)


def _toll_told(article: Article, told: Told) -> float:
    del article
    return float(any(t.mention.toll.killed.told or t.mention.toll.injured.told for t in told.tellings))


def _named_act(article: Article, told: Told) -> float:
    del article
    return float(any(t.mention.telling == "act" for t in told.tellings))


def _only_outcome(article: Article, told: Told) -> float:
    del article
    return float(all(t.mention.telling == "outcome" for t in told.tellings))


def _by_verb(article: Article, told: Told) -> float:
    del article
    return float(any(t.mention.by_verb for t in told.tellings))


def _sided(article: Article, told: Told) -> float:
    del article
    return float(told.perpetrator is not None)


def _opens(article: Article, told: Told) -> float:
    del article
    return float(told.first_at[1] < 300 or told.tellings[0].mention.headline)


def _background(article: Article, told: Told) -> float:
    del article
    return float(told.background)


def _talk(article: Article, told: Told) -> float:
    """What a crowd calls for is its own act, and no talk about it."""
    words = article.words(told.quote)
    own = _CALLS.count(words) if told.sub_event_type in _CROWDS else 0
    return min(3.0, float(_TALK.count(words) - own))


def _lasting(article: Article, told: Told) -> float:
    return min(3.0, float(_LASTING.count(article.words(told.quote))))


def _near(topic: str) -> Feature:
    """Words of a topic in the sentences that tell the event, 3 at the most."""

    def count(article: Article, told: Told) -> float:
        spans = {t.mention.sentence for t in told.tellings}
        words = sum(_sentence(article.words(s))[topic] for s in spans)
        return min(3.0, words / len(spans))

    return count


@lru_cache(maxsize=64)
def _sentence(words: str) -> dict[str, int]:
    return topic_counts(lower(words))


def _around(topic: str) -> Feature:
    """Words of a topic in the whole article, per hundred words, 4 at the most."""

    def share(article: Article, told: Told) -> float:
        del told
        whole = _whole(article.title, article.text)
        return min(4.0, 100 * whole[topic] / max(40, whole["words"]))

    return share


@lru_cache(maxsize=4)
def _whole(title: str, text: str) -> dict[str, int]:
    both = lower(f"{title} {text}"[:_READ])
    return {**topic_counts(both), "words": both.count(" ") + 1}


def _strategic(article: Article, told: Told) -> float:
    del article
    return float(told.sub_event_type in ("Agreement", "Arrests", "Change to group/activity"))


def _protest(article: Article, told: Told) -> float:
    del article
    return float(told.sub_event_type == "Peaceful protest")


# What a crowd wants, beside the crowd; and why somebody is held.
_CAUSE = Gated(
    r"\b(?:against|demand\w*|calling for|in support of|solidarity|justice|outside|slogans?|chant\w*|placards?|"
    r"banners|signs|denounc\w+|decry\w*|anti-\w+|resign\w*|tear ?gas|riot police)\b",
    re.IGNORECASE,
)
_POLITICAL = Gated(
    r"\b(?:activists?|protest\w*|demonstrat\w+|opposition|dissidents?|journalists?|militants?|terror\w*|rebels?|"
    r"insurgents?|separatists?|extremists?|islamists?|jihad\w+|fighters|unrest|coup|cell)\b",
    re.IGNORECASE,
)
_CROWDS = ("Peaceful protest", "Protest with intervention", "Violent demonstration", "Mob violence")


def _crowd_with_cause(article: Article, told: Told) -> float:
    crowd = told.sub_event_type in _CROWDS
    return float(crowd and _CAUSE.search(article.words(told.quote)) is not None)


def _held_for_politics(article: Article, told: Told) -> float:
    held = told.sub_event_type == "Arrests"
    return float(held and _POLITICAL.search(article.words(told.quote)) is not None)


_ARMED_MOVES = (
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Non-violent transfer of territory",
    "Headquarters or base established",
    "Change to group/activity",
    "Disrupted weapons use",
    "Agreement",
)


_ARMS = re.compile(
    r"\b(?:weapons?|guns?|rifles?|pistols?|ammunition|munitions?|police\w*|forces|guards?|guerrill?as?|prisoners?|"
    r"hostages?|captives?|detainees|mines?|territory|peace)\b",
    re.IGNORECASE,
)


def _unarmed(article: Article, told: Told) -> float:
    """Ground taken, a base opened or a thing intercepted, without a word of war: "captured the sunset"."""
    return float(
        told.sub_event_type in _ARMED_MOVES
        and _near("war")(article, told) == 0
        and _ARMS.search(article.words(told.quote)) is None
    )


# As much of an article says what it is about, characters.
_READ = 6000
# Log-odds, fitted by benchmarks/fit_event_confidence.py on 2026-11-22 on the development sets records,
# incidents, wire, types and lgl; each line says what it counts.
BIAS = -3.59
WEIGHTS: tuple[tuple[str, Feature, float], ...] = (
    ("its own words name a place finer than a country", _specific_place, 0.72),
    ("no place anywhere", _placeless, 1.37),
    ("no place finer than a country", _only_a_country, -0.57),
    ("its own words name a day", _own_day, 1.29),
    ("no day nearer than a year", _only_a_year, -0.19),
    ("a toll is told", _toll_told, 0.79),
    ("the kind of act is named", _named_act, 0.37),
    ("only the outcome is told", _only_outcome, 0.04),
    ("a verb tells it", _by_verb, 0.54),
    ("a side is named", _sided, 0.11),
    ("told at the article's head", _opens, 1.81),
    ("well before the article's day", _background, -0.28),
    ("words of talk in its sentence", _talk, -0.78),
    ("words of a lasting state in its sentence", _lasting, -0.70),
    ("a deal, an arrest or a move", _strategic, -0.94),
    ("a peaceful protest", _protest, -0.12),
    ("words of war in the article", _around("war"), 0.59),
    ("words of mishap in its sentences", _near("accident"), 0.01),
    ("words of mishap in the article", _around("accident"), -0.49),
    ("words of crime in its sentences", _near("crime"), 0.24),
    ("words of crime in the article", _around("crime"), -0.76),
    ("words of sport and the like in its sentences", _near("everyday"), 0.59),
    ("words of sport and the like in the article", _around("everyday"), -0.33),
    # Fitted after the others, beside them: between their fit with local newspapers and the one without.
    ("a crowd and what it wants", _crowd_with_cause, 0.8),
    ("held for politics or arms", _held_for_politics, 0.8),
    ("ground, a base or a thing taken without a word of arms", _unarmed, -1.4),
)
# Where event F1 on the development records was highest.
THRESHOLD = 0.45


def features_of(article: Article, told: Told) -> tuple[float, ...]:
    """The value of each feature, in the order of `WEIGHTS`."""
    return tuple(feature(article, told) for _, feature, _ in WEIGHTS)


def how_sure(article: Article, told: Told) -> float:
    """0-1: how likely it is that the article reports this event as having happened."""
    total = BIAS + sum(w * f for (_, _, w), f in zip(WEIGHTS, features_of(article, told), strict=True))
    return 1 / (1 + math.exp(-total))


def is_event(article: Article, told: Told, sure: float) -> bool:
    """Whether it is `sure` enough to be printed, and violence at all: "21 died of cholera" is none."""
    return sure >= THRESHOLD and not _of_unknown_cause(article, told)


def _of_unknown_cause(article: Article, told: Told) -> bool:
    """Whether only victims are told, by nobody's hand and without a word of war in their sentences.

    "Killed" says that somebody did it, unless the sentence tells of a mishap; "died" does not.
    """
    victims_only = all(
        t.mention.telling == "outcome" and t.mention.sub_event_type == "Attack" for t in told.tellings
    )
    if not victims_only or told.perpetrator is not None or _near("war")(article, told) > 0:
        return False
    words = [article.words(span).lower() for span in told.triggers]
    killed = any(word.startswith(("kill", "slain", "martyr")) for word in words)
    return not killed or _near("accident")(article, told) > 0
