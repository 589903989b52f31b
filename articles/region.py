"""The parts of an article: which characters are its own, and which are the page around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from articles.article import Span

RegionKind = Literal["headline", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Region:
    """One block of an article. The regions of an article cover title and text in reading order."""

    span: Span
    kind: RegionKind
    """`headline`: a title or a lead line; `paragraph`: the article's own text; `furniture`: not its own."""
    reason: str = ""
    """For furniture: what it is taken for (comments, related headlines, credit, dateline, page chrome)."""
