"""The seam between reading and placing: whatever turns an article into a `Reading` can stand there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from articles import Article, Region
from mentions.extract import Reading


class Extractor(Protocol):
    """Reads what an article says happened. `mentions.extract` is one; `geo.proposals` makes others safe."""

    def __call__(self, article: Article, regions: Sequence[Region], published: date | None) -> Reading:
        """The tellings of events in the article's own parts, in the order of its words.

        `regions` that are furniture are not the article's own. `published` is None where no day is known:
        relative dates then stay open. Never raises for what an article says.
        """
        ...
