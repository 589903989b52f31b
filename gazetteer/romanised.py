"""Names in other scripts than Latin, as keys that their spellings share."""

from __future__ import annotations

import re

from anyascii import anyascii

WITHOUT_VOWELS = re.compile(r"[\u0590-\u06ff]")
"""Arabic and Hebrew letters: scripts that leave short vowels out."""
PREFIXED_ARTICLE = re.compile(r"\bال(?=\w{3})")
ARABIC_END = re.compile(r"(?<=\w\w)[اه]\b")
"""Taa marbuta and alef, which are written for one another at the end of a name, and left out."""
PERSIAN = str.maketrans({"گ": "ك", "چ": "ج", "ڤ": "ف", "پ": "ب"})
FIRST_VOWEL = re.compile(r"\b[اع]")
"""Alef and ayn at the beginning stand for a vowel, which may be any: Idlib, Urum, Afrin."""
HEBREW = re.compile(r"[\u0590-\u05ff]")
VOWELS = str.maketrans("", "", "aeiouyw")
FIRST = "aiu"
"""The vowels of a loose form."""
MARKS = re.compile(r"[^a-z ]+")


def arabic_key(key: str) -> str:
    """The loose form of an Arabic name, in its script: no article, no spaces, no silent ending."""
    bare = ARABIC_END.sub("", PREFIXED_ARTICLE.sub("", key.translate(PERSIAN)))
    return bare.replace(" ", "")


def latin(key: str) -> str:
    """A normal form of any script in Latin letters: lower case, blanks kept, all other marks dropped."""
    read = MARKS.sub("", anyascii(FIRST_VOWEL.sub("a", key).replace("ا", "a")).lower())
    # A vav is a u or o far more often than a v.
    return read.replace("v", "w") if HEBREW.search(key) else read


def readings(key: str) -> tuple[str, ...]:
    """How a name of another script may be read in Latin letters, the likeliest first.

    Arabic loses its article, and a taa marbuta inside the name may be spoken ("Maarat", "Maara"). A Cyrillic
    letter is g in Russian and h in Ukrainian.
    """
    if WITHOUT_VOWELS.search(key) is None:
        read = latin(key)
        return (read, latin(key.replace("г", "h"))) if "г" in key else (read,)
    tokens = PREFIXED_ARTICLE.sub("", key).split()
    spoken = [f"{token[:-1]}ت" if token.endswith("ه") else token for token in tokens[:-1]] + tokens[-1:]
    written = [ARABIC_END.sub("", token) for token in tokens]
    spoken[-1:] = written[-1:]
    return tuple(dict.fromkeys(latin(" ".join(words)) for words in (spoken, written)))


def skeleton(loose: str) -> str:
    """The consonants of a loose form: what a script without vowels leaves of it."""
    return loose.translate(VOWELS)


def is_read_as(reading: str, loose: str) -> bool:
    """Whether all letters of a loose reading, long vowels among them, come in this order in a loose form.

    The first vowel may be any, but has to be there.
    """
    if (reading[:1] in FIRST) != (loose[:1] in FIRST):
        return False
    letters = iter(loose)
    return all(letter in letters for letter in reading.lstrip(FIRST))
