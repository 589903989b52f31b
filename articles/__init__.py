"""Anything -> Article. Import from here: `from articles import Article, Span`."""

from articles.article import Article, FieldName, Source, Span
from articles.clean import regions
from articles.dateline import publication_day
from articles.errors import ArticleError, BadArticle, UnreadableInput
from articles.fetch import may_pass, user_agent
from articles.read import is_remote, read_articles, read_jsonl
from articles.region import Region, RegionKind

__all__ = [
    "Article", "ArticleError", "BadArticle", "FieldName", "Region", "RegionKind", "Source", "Span",
    "UnreadableInput", "is_remote", "may_pass", "publication_day", "read_articles", "read_jsonl", "regions",
    "user_agent",
]  # fmt: skip
