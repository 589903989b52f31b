"""An input that stands open, whatever it came from."""

from __future__ import annotations

from dataclasses import dataclass
from io import BufferedReader

from articles.article import Source
from articles.decode import Decoded, binary_kind, declared_charset, decode
from articles.errors import UnreadableInput

DOCUMENT_LIMIT = 64 * 1024 * 1024
"""Bytes of an input that is read as a whole (page, feed, plain text). Larger ones are no articles."""
HEAD = 8192


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream of bytes, and what is known of it besides."""

    name: str
    """A path, a URL, or `-`."""
    stream: BufferedReader
    url: str | None = None
    """Where it was fetched from, after redirects."""
    content_type: str = ""
    """The media type that a server gave, in lower case."""
    charset: str | None = None
    """The charset that a server gave."""

    def source(self, line: int | None = None) -> Source:
        """The input, or one line of it, for a message."""
        return Source(self.name, line)

    def head(self) -> bytes:
        """The first bytes (8 kB or what a pipe has ready), without consuming them."""
        return self.stream.peek(HEAD)[:HEAD]

    def check_text(self) -> None:
        """Raises UnreadableInput for an empty or a binary input."""
        head = self.head()
        if not head:
            raise UnreadableInput(self.source(), "is empty", "give an input that holds articles")
        kind = binary_kind(head)
        if kind is not None:
            raise UnreadableInput(self.source(), f"is {kind}, not text", "give its text as UTF-8")

    def read_all(self) -> bytes:
        """All bytes; raises UnreadableInput beyond DOCUMENT_LIMIT."""
        raw = self.stream.read(DOCUMENT_LIMIT + 1)
        if len(raw) > DOCUMENT_LIMIT:
            limit = f"is larger than {DOCUMENT_LIMIT >> 20} MB"
            raise UnreadableInput(self.source(), limit, "give many articles as JSON Lines or CSV")
        return raw

    def decode_all(self) -> Decoded:
        """The whole input as text; raises UnreadableInput where no encoding fits."""
        raw = self.read_all()
        decoded = decode(raw, self.charset or declared_charset(raw))
        if decoded is None:
            raise UnreadableInput(self.source(), "its encoding is broken or unknown", "save it as UTF-8")
        return decoded
