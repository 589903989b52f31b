"""Encodings: what is sure, what is guessed, what is no text."""

import codecs

import pytest

from articles.decode import binary_kind, declared_charset, decode

WORDS = "Взрыв в центре города, погибли трое. На месте работают спасатели и полиция, сообщил губернатор."


@pytest.mark.parametrize(
    "raw",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big"],
)
def test_sure_encodings_leave_no_note(raw: bytes) -> None:
    decoded = decode(raw)
    assert decoded is not None
    assert (decoded.text, decoded.note) == (WORDS, None)


def test_a_declared_charset_is_used() -> None:
    decoded = decode(WORDS.encode("koi8-r"), "koi8-r")
    assert decoded is not None
    assert (decoded.text, decoded.note) == (WORDS, None)


def test_utf8_goes_before_a_wrong_declaration() -> None:
    decoded = decode(WORDS.encode(), "koi8-r")
    assert decoded is not None and decoded.text == WORDS


def test_an_unknown_declaration_is_passed_over() -> None:
    decoded = decode("déjà vu".encode("cp1252"), "no-such-charset")
    assert decoded is not None and decoded.note is not None


def test_a_guess_is_noted() -> None:
    decoded = decode(WORDS.encode("cp1251"))
    assert decoded is not None
    assert decoded.text == WORDS
    assert decoded.note is not None and "guessed" in decoded.note


def test_one_broken_character_does_not_spoil_the_rest() -> None:
    decoded = decode(WORDS.encode() + b" \xff end")
    assert decoded is not None
    assert decoded.text == WORDS + " � end"
    assert decoded.note == "1 broken characters stand as �"


def test_half_a_utf16_character_is_broken() -> None:
    assert decode(codecs.BOM_UTF16_LE + b"a\x00b") is None


def test_line_ends_become_line_feeds() -> None:
    decoded = decode(b"a\r\nb\rc\n")
    assert decoded is not None and decoded.text == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<html><head><meta charset="windows-1256">', "cp1256"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">', "koi8-r"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b'<meta charset="iso-8859-1">', "cp1252"),  # as browsers read it
        (b'<meta charset="nonsense">', None),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_declared_charset(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"text\x00more", "a binary file"),
        (bytes(range(1, 9)) * 4, "a binary file"),
        (b"plain text\twith a tab\n", None),
        (codecs.BOM_UTF16_LE + "text".encode("utf-16-le"), None),
        ("Взрыв".encode(), None),
    ],
)
def test_binary_kind(head: bytes, kind: str | None) -> None:
    assert binary_kind(head) == kind
