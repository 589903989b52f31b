"""What the signs of an event are read from: its tellings, the words beside them, its article's topics."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from articles import Article
from geo.telling import Told
from mentions import TOPICS, Gated, lower, topic_counts

ARMS = Gated(
    r"\b(?:weapons?|guns?|rifles?|pistols?|ammunition|munitions?|police\w*|forces|guards?|guerrill?as?|prisoners?|"
    r"hostages?|captives?|detainees|mines|territory|peace)\b",
    re.IGNORECASE,
)
ARMED_MOVES = frozenset(
    (
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Non-violent transfer of territory",
        "Headquarters or base established",
        "Change to group/activity",
        "Disrupted weapons use",
        "Agreement",
    )
)
# As much of an article says what it is about, characters; and at its head, which desk it comes from.
READ = 6000
_HEAD = 600
NEAR = tuple(topic for topic in TOPICS if topic != "borrowed")
# Topics of news that is not of armed conflict.
CIVIL = tuple(t for t in NEAR if t not in ("armed", "war", "dissent"))


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article as a whole is about; the same for all of its candidates."""

    topics: dict[str, float]
    """Words of each topic per hundred words of the article, as a logarithm of one more than the rate."""
    share: float
    """The part that armed conflict has in the article's words of any topic."""
    civil: bool
    """Whether it is about one of the topics of peace more than about armed conflict."""
    head: str
    """Its title and the head of its text, in lower case."""


@dataclass(frozen=True, slots=True)
class View:
    """An event and what its features are read from, each worked out once."""

    article: Article
    told: Told
    near: dict[str, float]
    """Words of each topic in a sentence that tells it, beside the words of the act; the mean, 3 at most."""
    around: dict[str, float]
    """The topics of its article."""
    subject: Subject
    words: tuple[str, ...]
    """What tells it, trigger by trigger, in lower case."""
    borrowed: bool
    """Whether every word that tells it is one that other news borrows."""
    sentences: str
    """The sentences that tell it, in lower case."""


def view_of(article: Article, told: Told) -> View:
    """The view of one candidate."""
    spans = {t.mention.sentence: t.mention.triggers for t in told.tellings}
    near = dict.fromkeys(NEAR, 0.0)
    for sentence, triggers in spans.items():
        words = lower(article.words(sentence))
        for trigger in sorted(triggers, reverse=True):
            words = words[: trigger.start - sentence.start] + " " + words[trigger.end - sentence.start :]
        counts = topic_counts(words)
        for topic in NEAR:
            if counts[topic]:
                near[topic] += counts[topic] / len(spans)
    subject, told_by = subject_of(article), tuple([lower(article.words(span)) for span in told.triggers])
    return View(
        article,
        told,
        {topic: min(3.0, times) for topic, times in near.items()},
        subject.topics,
        subject,
        told_by,
        all(map(_is_borrowed, told_by)),
        lower(" ".join([article.words(t.mention.sentence) for t in told.tellings])),
    )


@lru_cache(maxsize=4096)
def _is_borrowed(words: str) -> bool:
    counts = topic_counts(words)
    return counts["borrowed"] > 0 and counts["armed"] == 0


@lru_cache(maxsize=4096)
def is_armed(words: str) -> bool:
    """Whether words in lower case name arms or armed people."""
    return topic_counts(words)["armed"] > 0


@lru_cache(maxsize=4096)
def is_armed_side(words: str) -> bool:
    """Whether words in lower case name a side of a war."""
    counts = topic_counts(words)
    return counts["armed"] + counts["war"] > 0


def subject_of(article: Article) -> Subject:
    """What an article as a whole is about."""
    return _subject(article.title, article.text)


@lru_cache(maxsize=4)
def _subject(title: str, text: str) -> Subject:
    low = lower(f"{title} {text[:READ]}")[:READ]
    hundreds = max(40, low.count(" ") + 1) / 100
    topics = {topic: math.log1p(times / hundreds) for topic, times in topic_counts(low).items()}
    rate = {topic: math.expm1(value) for topic, value in topics.items()}
    armed = rate["armed"] + rate["war"] / 2
    civil = [rate[topic] for topic in CIVIL]
    head = lower(f"{title} {text[:_HEAD]}")
    return Subject(topics, armed / (armed + sum(civil) + 1), max(civil) > armed, head)


def toll_told(view: View) -> float:
    """1 where somebody is said to be killed or injured."""
    return float(any(t.mention.toll.killed.told or t.mention.toll.injured.told for t in view.told.tellings))


def only_outcome(view: View) -> float:
    """1 where nothing but victims and damage is told."""
    return float(all(t.mention.telling == "outcome" for t in view.told.tellings))


def armed_side(view: View) -> float:
    """1 where the side that acted is armed by its name; that of soldiers who died where nobody acted."""
    died = any(word.startswith(("died", "dies", "perish")) for word in view.words)
    side = view.told.perpetrator or (view.told.target if died else None)
    return 0.0 if side is None else float(is_armed_side(lower(side.text)))


def says_killed(view: View) -> bool:
    """Whether its words say that somebody was killed, not that he died."""
    return any(word.startswith(("kill", "slain", "martyr")) for word in view.words)
