"""Bytes -> text, and whether the encoding had to be guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSED = "its encoding was guessed as {}: save it as UTF-8 to be sure"
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, with universal newlines."""

    text: str
    encoding: str
    note: str | None = None
    """What the reader should know of how it was decoded; None where the bytes left no doubt."""


def bom_encoding(head: bytes) -> str | None:
    """The encoding that a byte-order mark at the start tells."""
    return next((name for bom, name in BOMS if head.startswith(bom)), None)


def binary_kind(head: bytes) -> str | None:
    """What the first bytes are, if they are no text: a kind of file by its magic, or `a binary file`."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if bom_encoding(head) is not None:
        return None
    controls = len(_CONTROLS.findall(head))
    return "a binary file" if b"\0" in head or controls * 20 > len(head) else None


def declared_charset(head: bytes) -> str | None:
    """The charset that an HTML page's meta element or an XML declaration names, if Python knows it."""
    match = _META_CHARSET.search(head[:4096])
    return known_charset(match.group(1).decode("ascii")) if match else None


def known_charset(name: str) -> str | None:
    """Python's name of a charset; None for one that it does not know or that is no text encoding."""
    try:
        "".encode(name)
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    # As browsers do (WHATWG Encoding): who declares Latin-1 or ASCII writes Windows-1252.
    return "cp1252" if known in ("iso8859-1", "ascii") else known


def decode(raw: bytes, declared: str | None = None) -> Decoded | None:
    """Text: by its byte-order mark, as UTF-8, as declared, nearly UTF-8, else guessed; None: no way."""
    bom = bom_encoding(raw)
    for name in [bom] if bom else ["utf-8", known_charset(declared or "")]:
        text = None if name is None else _strict(raw, name)
        if name is not None and text is not None:
            return Decoded(universal_newlines(text), name)
    if bom not in (None, "utf-8-sig"):
        return None
    return _damaged_utf8(raw) or _guessed(raw)


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeError:
        return None


def _damaged_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with few broken bytes: ten good multi-byte characters for each bad one cannot be chance."""
    text = raw.decode("utf-8-sig", errors="replace")
    bad = text.count("�") - raw.count("�".encode())
    good = sum(not c.isascii() for c in text) - bad
    if good < 10 * bad:
        return None
    return Decoded(universal_newlines(text), "utf-8", f"{bad} broken characters stand as �")


def _guessed(raw: bytes) -> Decoded | None:
    """A few odd characters among plain letters are Windows' Western encoding; else the detector decides.

    The detector cannot tell the Western encoding from its neighbours, of which it is by far the commonest.
    """
    # Not needed for the usual UTF-8 input.
    from charset_normalizer import from_bytes

    if sum(byte > 127 for byte in raw) * 4 < len(raw):
        text = _strict(raw, "cp1252")
        if text is not None:
            return Decoded(universal_newlines(text), "cp1252", GUESSED.format("cp1252"))
    best = from_bytes(raw).best()
    if best is None:
        return None
    return Decoded(universal_newlines(str(best)), best.encoding, GUESSED.format(best.encoding))


def universal_newlines(text: str) -> str:
    """The text with every line end as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
