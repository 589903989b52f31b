"""A pattern with shared beginnings matches what the pattern itself matches, and as it does."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
import yaml

from mentions.shared_starts import compile_shared, share_beginnings


@pytest.mark.parametrize(
    ("source", "shared"),
    [
        ("(?:after|as|attack|shot|shell)", "(?:a(?:fter|s|ttack)|sh(?:ot|ell))"),
        ("(?:shell|shelling|shells?)", "(?:shell(?:|ing|s?))"),
        (r"shot|\w+ed|shelled", r"shot|\w+ed|shelled"),
        ("(?:a+b|ac)", "(?:a+b|ac)"),
        ("(?:ab|a(?:cd|ce))d", "(?:a(?:b|(?:c(?:d|e))))d"),
        (r"[(|)](?:\|a|\|b)", r"[(|)](?:\|a|\|b)"),
        ("(ab|ac)", "(ab|ac)"),
        (r"(?P<x>ab)(?P=x)", r"(?P<x>ab)(?P=x)"),
        ("(?:first|second) half|first|last", "first(?: half|)|second half|last"),
        ("(?:first|second) half", "(?:first|second) half"),
        ("(?i:an|as|I)", "(?i:(?-i:[aA])(?:(?-i:[nN])|(?-i:[sS]))|(?-i:[iI]))"),
        ("", ""),
    ],
)
def test_alternatives_that_begin_alike_stand_together(source: str, shared: str) -> None:
    assert share_beginnings(source) == shared


SOURCES = (
    (r"\b(?:a|an|and|Aleppo|aleph|any\w*|al-\w+|as well as|as)\b", 0),
    (r"(?<!not )(?:kill(?:ed|s)?|killing|knife|kill)\b|\bdead\b", 0),
    (r"(?P<side>rebels|rebel army|the (?:army|air force|air base))(?! in)", re.IGNORECASE),
    (r"(?:ab|a|abc|\w|b)(?:c|cd|$)", re.IGNORECASE),
    (r"(?-i:Al|Ab|al)(?:x|X|xy)", re.IGNORECASE),
    (r"(?i:al|Ab|AL)(?:x|X|xy|\.x|.y)", 0),
    (r"(?<=ab|ac)d|[^|)]{2}|(?=d|da|e)\w+", 0),
)
TEXTS = (
    "and any Aleppo as well as an al-Bab", "not killed, killing", "KNIFE the Air Base the army in",
    "abcd ABCD", "Alxy alX abxy", "abd acd ad", "a", "as we", "", "the air forces", "dad eda",
)  # fmt: skip


@pytest.mark.parametrize(("source", "flags"), SOURCES)
@pytest.mark.parametrize("text", TEXTS)
def test_matches_as_the_pattern_itself(source: str, flags: int, text: str) -> None:
    assert _found(compile_shared(source, flags), text) == _found(re.compile(source, flags), text)


def _found(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, str]]]:
    return [(m.span(), m.groupdict()) for m in pattern.finditer(text)]


def _lists() -> Iterator[tuple[str, list[str]]]:
    for file in sorted((files("mentions") / "words").iterdir(), key=lambda f: f.name):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        for name, items in data.items() if file.name.endswith(".yml") else ():
            if isinstance(items, list) and items and all(isinstance(item, str) for item in items):
                words = [word.strip() for item in items for word in item.split(",")]
                yield f"{file.name}, {name}", words


@pytest.mark.parametrize(("name", "words"), list(_lists()))
def test_every_word_of_a_list_is_found_where_it_was(name: str, words: list[str]) -> None:
    try:
        source = rf"(?:{'|'.join(words)})"
        plain = re.compile(source), re.compile(source, re.IGNORECASE)
    except re.error:
        return  # no list of patterns
    shared = compile_shared(source), compile_shared(source, re.IGNORECASE)
    text = " ".join(re.sub(r"[\\?*+()|\[\]{}:<>=!^$]", "", word) for word in words)
    for told in (text, text.title()):
        for before, now in zip(plain, shared, strict=True):
            assert _found(now, told) == _found(before, told), name
