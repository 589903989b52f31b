"""What can be wrong with an input.

ArticleError (ValueError)
    UnreadableInput    the whole input: missing, binary, of an unknown encoding, no such column
    BadArticle         one article of it: broken JSON on a line, an empty text
"""

from __future__ import annotations

from articles.article import Source


class ArticleError(ValueError):
    """One clear line: which input, what is wrong, what to do."""

    def __init__(self, source: Source, problem: str, remedy: str) -> None:
        super().__init__(f"{source}: {problem}; {remedy}")
        self.source = source
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[ArticleError], tuple[Source, str, str]]:
        return type(self), (self.source, self.problem, self.remedy)


class UnreadableInput(ArticleError):
    """Nothing of this input could be read."""


class BadArticle(ArticleError):
    """One article could not be read; the others of its input are."""
