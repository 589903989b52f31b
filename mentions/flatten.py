"""A copy of a text that is easier to match against, character for character as long as the original."""

from __future__ import annotations

from functools import lru_cache

# Only one-to-one replacements: every offset into the copy is an offset into the original.
_ONE_TO_ONE = str.maketrans(
    {
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\r": " ",
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
        "\u00ab": '"', "\u00bb": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-",
        "\u2014": "-", "\u2212": "-",
    }
)  # fmt: skip


# The reader of mentions and the linker ask for the fields of one article.
@lru_cache(maxsize=4)
def flatten(text: str) -> str:
    """Plain spaces, straight quotes and plain hyphens; length and offsets stay as they are."""
    if text.isascii():
        return text.replace("\t", " ").replace("\r", " ")
    return text.translate(_ONE_TO_ONE)


def lower(text: str) -> str:
    """Lower case of the same length (a capital dotted I would become two characters: it stays)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
