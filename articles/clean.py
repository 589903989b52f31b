"""Article -> its regions: headline, text, and the page around it. No character is changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.article import Article, Span
from articles.blocks import Block, split_blocks
from articles.furniture import furniture_reason, is_tag_line, opens_comments, opens_related
from articles.region import Region, RegionKind
from articles.signs import load_signs

_PROSE = 200
"""Characters: a longer block is prose, with a full stop or without."""
_TITLE = 300
"""Characters: a longer block does not repeat a title."""
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Label:
    kind: RegionKind
    reason: str = ""


_HEADLINE = _Label("headline")
_PARAGRAPH = _Label("paragraph")
_CAPTION = _Label("furniture", "caption or label")
_RELATED = _Label("furniture", "related headlines")
_COMMENTS = _Label("furniture", "comments")


def regions(article: Article) -> tuple[Region, ...]:
    """The blocks of title and text in reading order. In doubt a block is a paragraph.

    A text of one block is one paragraph but for a page's bottom that was run into it, and no text is left
    without a paragraph.
    """
    found: list[Region] = []
    title = article.title
    if title.strip():
        start = len(title) - len(title.lstrip())
        found.append(Region(Span("title", start, len(title.rstrip())), "headline"))
    blocks = split_blocks(article.text)
    labels = [_PARAGRAPH] * len(blocks) if len(blocks) < 2 else _label(blocks, title)
    bottom = load_signs().bottom.search(blocks[0].words) if len(blocks) == 1 else None
    if bottom is not None and bottom.start():
        at = blocks[0].start + bottom.start()
        blocks = [Block(blocks[0].start, at, bottom.string[: bottom.start()]),
                  Block(at, blocks[0].end, bottom.group())]
        labels = [_PARAGRAPH, _RELATED]
    for block, label in zip(blocks, labels, strict=True):
        found.append(Region(Span("text", block.start, block.end), label.kind, label.reason))
    return tuple(found)


def _label(blocks: Sequence[Block], title: str) -> list[_Label]:
    """Furniture by its own words first, then by where it stands: before, between and after the prose."""
    reasons = [furniture_reason(block) for block in blocks]
    prose = [reason is None and _is_prose(block) for block, reason in zip(blocks, reasons, strict=True)]
    cut = _comments_start(blocks, prose)
    labels = [None if reason is None else _Label("furniture", reason) for reason in reasons]
    labels[cut:] = [_COMMENTS] * (len(blocks) - cut)
    body = [i for i in range(cut) if prose[i]]
    if body:
        first, last = body[0], body[-1]
        _label_related(blocks, prose, labels, cut)
        _label_head(blocks[:first], labels, title)
        _label_middle(blocks[: last + 1], labels, first, title)
        _label_tail(blocks[:cut], labels, last, sum(len(blocks[i].words) for i in body))
    done = [label or _PARAGRAPH for label in labels]
    if not any(label.kind == "paragraph" for label in done):
        longest = max(range(len(blocks)), key=lambda i: len(blocks[i].words))
        done[longest] = _PARAGRAPH
    return done


def _comments_start(blocks: Sequence[Block], prose: Sequence[bool]) -> int:
    """The index at which the readers' comments begin. A mere "Comments" may be a link above the text."""
    before, length = 0, 0
    for i, block in enumerate(blocks):
        certainty = opens_comments(block) if before else None
        if certainty == "sure" or (certainty == "likely" and (before >= 3 or length >= 300)):
            return i
        before += prose[i]
        length += len(block.words) * prose[i]
    return len(blocks)


def _label_related(
    blocks: Sequence[Block], prose: Sequence[bool], labels: list[_Label | None], cut: int
) -> None:
    """Under a heading such as "Related stories", everything up to the next prose."""
    listing = False
    for i in range(cut):
        listing = (listing and not prose[i]) or opens_related(blocks[i])
        if listing and labels[i] is None:
            labels[i] = _RELATED


def _label_head(head: Sequence[Block], labels: list[_Label | None], title: str) -> None:
    """Before the prose: lines with a verb are headline and lead lines, the others captions and labels.

    Where no line has a verb and the title field is empty, the longest line is the headline.
    """
    lines = [i for i, block in enumerate(head) if labels[i] is None and not block.bullet]
    told = [i for i in lines if _same(head[i], title) or (_has_verb(head[i]) and len(head[i].tokens) >= 5)]
    if not told and not title.strip():
        told = sorted((i for i in lines if len(head[i].tokens) >= 3), key=lambda i: len(head[i].words))[-1:]
    for i in lines:
        if i in told:
            labels[i] = _HEADLINE
        elif not head[i].ended:
            labels[i] = _CAPTION


def _label_middle(blocks: Sequence[Block], labels: list[_Label | None], first: int, title: str) -> None:
    """Between prose: other articles' headlines, told by their capitals; one below its caption is ours."""
    headed = bool(title.strip()) or any(label == _HEADLINE for label in labels)
    for i in range(first, len(blocks)):
        if labels[i] is not None:
            continue
        if _same(blocks[i], title):
            labels[i] = _HEADLINE
        elif _is_headline(blocks[i]):
            ours = not headed and i - first <= 2
            labels[i] = _HEADLINE if ours else _RELATED
            headed = True


def _label_tail(blocks: Sequence[Block], labels: list[_Label | None], last: int, body: int) -> None:
    """After the prose: tags, and lines without a full stop, unless they may be the article's own list."""
    tail = [i for i in range(last + 1, len(blocks)) if labels[i] is None]
    loose = [i for i in tail if not (blocks[i].bullet or blocks[i].ended) and len(blocks[i].words) <= 160]
    # A single line may be a sentence that lost its full stop; much text without any is an outlet's habit.
    many = len(loose) >= 2 and sum(len(blocks[i].words) for i in loose) < body
    for i in tail:
        if is_tag_line(blocks[i]):
            labels[i] = _Label("furniture", "tags")
        elif i in loose and len(blocks[i].tokens) <= 3:
            labels[i] = _CAPTION
        elif _is_headline(blocks[i]) or (i in loose and many):
            labels[i] = _RELATED


def _is_prose(block: Block) -> bool:
    if len(block.words) > _PROSE:
        return True
    return (block.ended or block.several) and len(block.tokens) >= 7 and not _is_headline(block)


def _is_headline(block: Block) -> bool:
    """One phrase of five words and more, most of the longer ones with a capital, and no full stop."""
    stopped = block.words.rstrip("\"'”’»)").endswith((".", ":"))
    if stopped or len(block.words) > _PROSE or len(block.tokens) < 5 or block.several:
        return False
    firsts = [word.lstrip("\"'“‘«([")[:1] for word in block.tokens if len(word) > 3]
    letters = [first for first in firsts if first.isalpha()]
    return len(letters) >= 3 and sum(first.isupper() for first in letters) >= 0.75 * len(letters)


def _has_verb(block: Block) -> bool:
    return load_signs().headline_verbs.search(block.words) is not None


def _same(block: Block, title: str) -> bool:
    """Whether a block repeats the title, or one is the beginning of the other."""
    if not title or len(block.words) > _TITLE:
        return False
    a, b = _letters(block.words), _letters(title)
    shorter, longer = sorted((a, b), key=len)
    return longer.startswith(shorter) if len(shorter) >= 20 else bool(a) and a == b


def _letters(words: str) -> str:
    return _NO_LETTER.sub("", words.casefold())
