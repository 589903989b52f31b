"""What a single block tells of itself: share buttons, credits, bylines, datelines, the readers' comments."""

from __future__ import annotations

import re
from typing import Literal

from articles.blocks import Block
from articles.days import find_days
from articles.signs import load_signs

Certainty = Literal["sure", "likely"]
SHORT = 100
"""Characters: no button, section heading or dateline is longer."""
CAPTION = 300
"""Characters: a longer block with a photographer's name in it is a paragraph."""
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\b|\b\d{4,6}\b|[+-]\d{1,2}(?::?\d\d)?\b")
_AGO = re.compile(
    r"(?:(?:last )?(?:updated|published|posted) )?\d+ (?:min(?:ute)?|hour|day|week|month|year)s? ago",
    re.IGNORECASE,
)


def furniture_reason(block: Block) -> str | None:
    """Why the block is furniture wherever it stands; None where nothing in it says so."""
    words, signs = block.words, load_signs()
    if len(words) <= SHORT:
        if signs.chrome.fullmatch(words) or not any(c.isalnum() for c in words):
            return "page chrome"
        # One that begins no comments is a link to them.
        if opens_comments(block):
            return "page chrome"
        if signs.section.fullmatch(words):
            return "related headlines"
        if is_dateline(block):
            return "dateline"
    if len(words) > CAPTION:
        return None
    if signs.pointer.fullmatch(words) and not block.several:
        return "related headlines"
    if signs.byline.fullmatch(words) and len(block.tokens) <= 24 and not block.several:
        return "byline"
    return "credit" if _is_credit(block) else None


def opens_comments(block: Block) -> Certainty | None:
    """Whether the readers' comments begin here, and how sure that is from the words alone."""
    words, signs = block.words, load_signs()
    if len(words) > SHORT:
        return None
    if signs.comments_sure.fullmatch(words):
        return "sure"
    return "likely" if signs.comments_likely.fullmatch(words) else None


def opens_related(block: Block) -> bool:
    """Whether the block is a heading above other articles' headlines."""
    return len(block.words) <= SHORT and load_signs().section.fullmatch(block.words) is not None


def is_dateline(block: Block) -> bool:
    """Whether the block says when the article was published, and nothing else but who wrote it and where."""
    words = block.words
    if _AGO.fullmatch(words):
        return True
    days = list(find_days(words))
    if not days or block.bullet:
        return False
    signs = load_signs()
    for found in reversed(days):
        words = words[: found.start] + " " + words[found.end :]
    words = _CLOCK.sub(" ", words).strip(" ,.;:|()[]\t\xa0-–—")
    # "Published 3 January 2017 by A. Writer in Geneva" against "Killed on 3 January 2017 in Homs".
    signed = signs.dateline_words.match(words) is not None or signs.byline.fullmatch(words) is not None
    clean = signs.dateline_words.sub(" ", words)
    return len(re.findall(r"\w+", clean)) <= (8 if signed else 2) and not signs.headline_verbs.search(clean)


def is_tag_line(block: Block) -> bool:
    """Four or more short names between commas, and no sentence."""
    items = [len(item.split()) for item in block.words.split(",")]
    return len(items) >= 4 and not block.ended and max(items) <= 4 and sum(items) <= 2.5 * len(items)


def _is_credit(block: Block) -> bool:
    """A credit anywhere in a line; in what reads as a sentence only at its start or end, as in captions."""
    match = load_signs().credit.search(block.words)
    if match is None:
        return False
    sentence = block.several or (block.ended and len(block.tokens) >= 8)
    first = match.start() == 0 and not block.several
    return not sentence or first or len(block.words) - match.end() <= 30
