"""Single blocks: which are furniture by their own words, and which never are."""

import pytest

from articles.blocks import Block
from articles.furniture import furniture_reason, is_tag_line, opens_comments
from articles.signs import load_signs
from tests.quickest import quickest


def block(words: str) -> Block:
    return Block(0, len(words), words)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Share this article", "page chrome"),
        ("Facebook Twitter WhatsApp", "page chrome"),
        ("Sign up for our newsletter to get the day's stories.", "page chrome"),
        ("Advertisement", "page chrome"),
        ("***", "page chrome"),
        ("12,480 views", "page chrome"),
        ("Related stories", "related headlines"),
        ("You may also like", "related headlines"),
        ("Read more: Army shells river town for third day", "related headlines"),
        ("READ ALSO | Talks on ceasefire end without result", "related headlines"),
        ("© AP Photo / J. Doe", "credit"),
        ("REUTERS/Jane Doe", "credit"),
        ("AFP 2019/ Jane DOE", "credit"),
        ("Photo: Jane Doe", "credit"),
        ("Smoke rises over the river town after an air strike on Tuesday. REUTERS/Jane Doe", "credit"),
        ("People carry a wounded man after the strike on the market (Getty Images)", "credit"),
        ("By Jane Doe and John Roe, The Example", "byline"),
        ("Reporting by Jane Doe; Editing by John Roe", "byline"),
        ("Published: 5 October 2019", "dateline"),
        ("Posted on October 5, 2019 by Jane Doe", "dateline"),
        ("Saturday 05 October 2019 14:47", "dateline"),
        ("07:15 GMT +324 March 2018", "dateline"),
        ("Last updated 3 hours ago", "dateline"),
        ("3 hours ago", "dateline"),
        ("River Town, 5 October 2019", "dateline"),
    ],
)
def test_reasons(words: str, reason: str | None) -> None:
    assert furniture_reason(block(words)) == reason


@pytest.mark.parametrize(
    "words",
    [
        "Sources said twenty people were killed in the river town.",
        "By Tuesday the army had taken the town.",
        "The victim was a journalist who was shot on his way home.",
        "Three soldiers were killed on 5 October 2019.",
        "Killed on 5 October 2019: three soldiers",
        "More than 20 people were killed in the strike.",
        "Also killed - two children of the same family",
        "The agency's pictures on Getty Images showed the burnt-out bus and at least nine bodies.",
        "Share prices fell after the attack.",
        "Follow-up strikes hit the rescue workers who had come to help.",
        "Police arrested four men.",
        "Read-outs of the call differ.",
        "No one was hurt.",
        "- Four killed in the north",
        "Why?",
    ],
)
def test_sentences_are_none(words: str) -> None:
    assert furniture_reason(block(words)) is None


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("Community guidelines", "sure"),
        ("Leave a Reply", "sure"),
        ("All comments", "sure"),
        ("Show new comments (0)", "sure"),
        ("Join the conversation", "sure"),
        ("Comments", "likely"),
        ("12 comments", "likely"),
        ("Comments (3)", "likely"),
        ("The ministry made no comment.", None),
        ("Comments by the minister drew anger in the capital.", None),
        ("User comments on the video spoke of many dead.", None),
        ("What do you think?", None),
        ("Commenting on the strike, he said:", None),
    ],
)
def test_where_comments_begin(words: str, certainty: str | None) -> None:
    assert opens_comments(block(words)) == certainty


def test_tag_lines() -> None:
    assert is_tag_line(block("civilian deaths, air strikes, Jane Doe, River Town, drones"))
    assert not is_tag_line(block("Jane Doe, 34, of River Town, was among the dead."))
    assert not is_tag_line(block("Jane Doe, the head of the only hospital in the town, and a nurse"))


@pytest.mark.parametrize("words", ["share ", "read also ", "by ", "(photo ", "a, "])
def test_every_pattern_is_quick_on_hostile_lines(words: str) -> None:
    """Lines of a hundred characters, as long as ones that are looked into may be, against half of it."""

    def seconds(length: int) -> float:
        line = block((words * length)[:length])
        return quickest(lambda: look(*[line] * 20))

    look(block(words))
    assert seconds(100) < 5 * seconds(50) + 0.002


def look(*lines: Block) -> None:
    for line in lines:
        assert opens_comments(line) is None
        furniture_reason(line)
        load_signs().headline_verbs.search(line.words)
