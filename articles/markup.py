"""A piece of HTML -> its text, a newline between blocks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
))  # fmt: skip
_SILENT = frozenset(("script", "style", "template", "noscript", "iframe"))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            # A line break of the source is no more than a blank.
            self.parts.append(re.sub(r"[ \t\r\n\f]+", " ", data))


def text_of_markup(markup: str) -> str:
    """The text that a reader of the HTML sees, entities resolved, scripts and styles left out."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (re.sub(r" {2,}", " ", line).strip(" ") for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)
