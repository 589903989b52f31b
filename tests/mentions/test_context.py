"""What a text is about, by its words."""

import pytest

from mentions.context import TOPICS, topic_counts


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("rebels fired mortars at an army checkpoint", "war"),
        ("two died when a pickup truck crashed in the storm", "accident"),
        ("he pleaded guilty to robbery and was taken to the county jail", "crime"),
        ("the coach said the team had its best season and the fans sang", "everyday"),
    ],
)
def test_the_commonest_topic(text: str, topic: str) -> None:
    counts = topic_counts(text)
    assert max(TOPICS, key=lambda t: counts[t]) == topic


def test_each_place_counts_once_and_only_at_a_word_s_beginning() -> None:
    assert topic_counts("soldiers")["war"] == 1
    assert topic_counts("unarmed alarmed")["war"] == 0


def test_a_stretch_is_counted_by_itself() -> None:
    text = "rebels here. flood there."
    assert topic_counts(text, 12)["war"] == 0
