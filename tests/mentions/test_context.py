"""What a text is about, by its words."""

import pytest

from mentions.context import TOPICS, topic_counts


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("rebels fired mortars at an army checkpoint", "armed"),
        ("villagers fled the besieged town as bombs fell on refugees", "war"),
        ("activists chanted slogans under a banner against corruption", "dissent"),
        ("lightning and floods drowned two; an earthquake followed", "mishap"),
        ("thieves and burglars, said the sheriff, and drugs", "crime"),
        ("the judge told the jury that the defendant had pleaded guilty", "court"),
        ("the coach said the team had its best season and the fans sang", "sport"),
        ("the film's hero is a poet; its director wrote a novel", "story"),
        ("shares in the company fell with its profit, analysts said", "trade"),
        ("the bishop and the mayor ate pie in the garden of the library", "everyday"),
        ("veterans laid a wreath at the memorial on the anniversary", "memory"),
        ("the exercise was a drill in which trainees simulated a siege", "drill"),
        ("struck, hit and exploded", "borrowed"),
    ],
)
def test_the_commonest_topic(text: str, topic: str) -> None:
    counts = topic_counts(text)
    assert max(TOPICS, key=lambda t: counts[t]) == topic


def test_a_word_counts_from_its_beginning_and_a_whole_word_only_whole() -> None:
    assert topic_counts("soldiers")["armed"] == 1
    assert topic_counts("unarmed alarmed")["armed"] == 0
    assert topic_counts("flu")["illness"] == 1
    assert topic_counts("fluent")["illness"] == 0


def test_a_phrase_counts_as_often_as_it_stands() -> None:
    assert topic_counts("a gas leak, then a gas leak")["mishap"] == 2
