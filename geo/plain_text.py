"""Words of articles as pages can show and files can hold them."""

from __future__ import annotations

# Marks that turn the direction of what follows, and controls that no page shows: an article could rewrite our
# own words beside its title with them.
_UNSEEN = {
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]),
    **dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)], "\ufffd"),
}


def plain_text(text: str) -> str:
    """The text without marks of direction; other unseen controls become a replacement character."""
    return text if text.isprintable() else text.translate(_UNSEEN)


def storable(text: str) -> str:
    """Words that every file can hold: half a character is a question mark, a NUL, where databases, GDAL and
    readers of tables end the text, the sign for what cannot be shown."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
