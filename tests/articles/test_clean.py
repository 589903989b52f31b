"""Whole articles: what is theirs, and what is the page's."""

import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import Article, regions
from tests.quickest import quickest

LEAD = "Shells fell on the market of the river town on Tuesday, killing four people, a doctor said."
SECOND = '"We had no warning at all," said Jane Doe, 34, who sells bread there. "The planes came at nine."'
THIRD = "The army denied that it had fired on the town, and said it would look into the reports."
BODY = [LEAD, SECOND, THIRD]


def kinds(text: str, title: str = "") -> list[tuple[str, str]]:
    """Each block of the text with what it was taken for."""
    article = Article(id="x", text=text, title=title)
    return [
        (article.words(region.span), region.reason or region.kind)
        for region in regions(article)
        if region.span.field == "text"
    ]


def paragraphs(text: str, title: str = "") -> list[str]:
    return [words for words, kind in kinds(text, title) if kind == "paragraph"]


def headlines(text: str, title: str = "") -> list[str]:
    return [words for words, kind in kinds(text, title) if kind == "headline"]


SCRAPED = """07:15 GMT +324 March 2018
    River town's old market

    Four Killed as Shells Hit Market in River Town, Doctor Says

    © AFP 2018/ Jane DOE
    Asia
    Get short URL

    {0}

    {1}

    {2}


    Two Wounded in Drone Strike on Border Post
    Ceasefire Talks Collapse After Strike Kills Nine in Capital
    Army Says Rebels Shelled School Near River Town - Reports
    shelling, river town, Jane Doe, army
    Community rulesDiscussion
    Comment via Facebook
    • Comment

    All comments

    • avatar
      They killed forty people there last year and nobody wrote about it, not one word.
    • Jim
      The planes bombed my village too. Ten dead.
    Show new comments (0)
"""


def test_a_page_scraped_whole() -> None:
    text = SCRAPED.format(*BODY)
    assert paragraphs(text) == BODY
    assert headlines(text) == ["Four Killed as Shells Hit Market in River Town, Doctor Says"]
    reasons = dict(kinds(text))
    assert reasons["07:15 GMT +324 March 2018"] == "dateline"
    assert reasons["River town's old market"] == "caption or label"
    assert reasons["© AFP 2018/ Jane DOE"] == "credit"
    assert reasons["Asia"] == "caption or label"
    assert reasons["Two Wounded in Drone Strike on Border Post"] == "related headlines"
    assert reasons["shelling, river town, Jane Doe, army"] == "tags"
    assert reasons["The planes bombed my village too. Ten dead."] == "comments"


def test_the_title_field_is_the_headline_and_its_repetition_too() -> None:
    text = f"Four killed in river town\n{LEAD}\n{THIRD}"
    article = Article(id="x", title=" Four killed in river town ", text=text)
    found = [(article.words(region.span), region.kind) for region in regions(article)]
    assert found == [
        ("Four killed in river town", "headline"), ("Four killed in river town", "headline"),
        (LEAD, "paragraph"), (THIRD, "paragraph"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [LEAD, "5 Oct 2019 Four killed in river town. " + LEAD, "Share", "Comments"])
def test_a_single_block_is_a_paragraph_whatever_it_is(text: str) -> None:
    assert kinds(text) == [(text, "paragraph")]


def test_the_bottom_of_a_page_run_into_its_text_is_furniture() -> None:
    story = "Shells fell on Oldport on Monday. Nobody was hurt."
    bottom = "28 Related Rockets Hit Ain Wadi Army Retakes Hill Tags war Discussion Comment via Net"
    assert kinds(f"{story} {bottom}") == [(f"{story} ", "paragraph"), (bottom, "related headlines")]


def test_related_words_within_a_story_are_its_own() -> None:
    text = "Shells fell on Oldport. Related attacks hit the north, and the community spoke."
    assert kinds(text) == [(text, "paragraph")]


def test_a_link_to_the_comments_above_the_text_does_not_end_it() -> None:
    comments = ["Comments", "They lie as always, all of them."]
    text = "\n\n".join(["Four killed as shells hit market", "12 comments", *BODY, *comments])
    assert paragraphs(text) == BODY
    assert paragraphs("\n\n".join(["Comments", *BODY])) == BODY
    assert paragraphs("\n\n".join([LEAD, "Comments", SECOND, THIRD])) == BODY


def test_headlines_of_others_inside_the_text() -> None:
    other = "Two Wounded in Drone Strike on Border Post"
    assert paragraphs("\n\n".join([LEAD, other, SECOND, "Read more: " + other, THIRD])) == BODY


def test_a_list_under_a_heading_of_related_stories() -> None:
    related = ["Related stories", "Two wounded in drone strike on border post", "Talks collapse in capital"]
    assert paragraphs("\n".join([LEAD, *related, SECOND, THIRD])) == BODY


def test_sentence_case_headlines_after_the_text() -> None:
    after = ["Two wounded in drone strike on border post", "Ceasefire talks collapse in the capital"]
    assert paragraphs("\n\n".join([*BODY, *after])) == BODY


def test_a_last_sentence_without_its_full_stop_is_kept() -> None:
    last = "The hospital in the next town took in nine of the wounded, two of them children"
    assert paragraphs("\n\n".join([*BODY, last])) == [*BODY, last]


def test_short_bulleted_items_are_text() -> None:
    items = ["Attacks of the day:", "- River town: four killed", "- Hill town: two hurt", "- Border: none"]
    assert paragraphs("\n".join([LEAD, *items])) == [LEAD, *items]


def test_questions_and_answers_are_text() -> None:
    lines = [LEAD, "What happened?", SECOND, "Who is to blame?", THIRD, "Why now?", "No one knows."]
    assert paragraphs("\n\n".join(lines)) == lines


def test_subheadings_are_kept() -> None:
    assert paragraphs("\n\n".join([LEAD, "No warning", SECOND, THIRD])) == [LEAD, "No warning", SECOND, THIRD]


def test_a_wrapped_text_is_joined() -> None:
    text = "\n\n".join(["Four killed in river town", textwrap.fill(LEAD, 40), textwrap.fill(THIRD, 40)])
    assert [words.replace("\n", " ") for words in paragraphs(text)] == [LEAD, THIRD]


def test_a_standfirst_below_the_headline_is_no_caption() -> None:
    lines = ["Four killed as shells hit market", "Doctor says two of the dead were children"]
    text = "\n\n".join(["Old market", *lines, LEAD, THIRD])
    assert paragraphs(text) == [LEAD, THIRD]
    assert headlines(text) == lines


def test_a_headline_without_a_verb() -> None:
    text = "\n\n".join(["Asia", "Deadly shelling in River Town", LEAD, THIRD])
    assert headlines(text) == ["Deadly shelling in River Town"]
    assert paragraphs(text) == [LEAD, THIRD]


def test_a_headline_below_its_caption() -> None:
    caption = "Smoke rises over the market of the river town on Tuesday afternoon."
    text = "\n\n".join([caption, "Four Killed as Shells Hit Market in River Town", *BODY])
    assert headlines(text) == ["Four Killed as Shells Hit Market in River Town"]
    assert paragraphs(text) == [caption, *BODY]


@pytest.mark.parametrize(
    "lines", [["Share", "Comments"], ["5 October 2019", "Advertisement"], ["Four killed", "Two hurt"]]
)
def test_no_text_is_left_without_a_paragraph(lines: list[str]) -> None:
    assert paragraphs("\n\n".join(lines))


def test_a_text_in_a_script_without_capitals() -> None:
    body = [
        "قتل أربعة أشخاص في قصف على السوق صباح يوم الثلاثاء، بحسب ما قال طبيب.",
        "ونفى الجيش أنه أطلق النار على المدينة خلال الأيام الماضية كلها.",
    ]
    assert paragraphs("\n\n".join(["قصف على السوق", *body])) == body


@given(st.text(alphabet="aB .,\n\xa0-©:1", max_size=300), st.text(alphabet="aB .", max_size=20))
def test_regions_lie_in_order_and_cover_every_visible_character(text: str, title: str) -> None:
    article = Article(id="x", text=text, title=title)
    spans = [region.span for region in regions(article) if region.span.field == "text"]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(article.words(span) for span in spans)
    assert [c for c in covered if not c.isspace()] == [c for c in text if not c.isspace()]


def test_twice_the_lines_take_about_twice_as_long() -> None:
    def seconds(pairs: int) -> float:
        article = Article(id="x", text=f"{LEAD}\nshare this on facebook and (photo\n" * pairs)
        return quickest(lambda: regions(article))

    seconds(10)
    assert seconds(2000) < 3 * seconds(1000), "four times where each line looks at all others"


def test_the_signs_are_part_of_the_package() -> None:
    import articles

    assert (Path(articles.__file__).parent / "signs.yml").is_file()
