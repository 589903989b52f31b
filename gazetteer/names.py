"""One normal form of a place name, used when the index is built and when it is asked."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from gazetteer.romanised import WITHOUT_VOWELS, arabic_key, latin, readings

# Marks that some spellings have and others leave out: apostrophes, ayn, hamza, romanised soft signs.
DROPPED = "'`´‘’‚‛′ʹʺʻʼʽʾʿˈˋ՚＇\"“”„ءـ\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad"
SPACES = "-‐‑‒–—―־.,;:/\\_()[]{}·•&+|!?*#<>=~%@^$"
# Letters that Unicode does not take apart, and Arabic letters that editors use for one another.
LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "ŋ": "n", "ə": "a", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ŧ": "t",
    "ة": "ه", "ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ٱ": "ا", "ہ": "ه", "ھ": "ه",
    "ґ": "г", "є": "е", "і": "и", "ї": "и", "ў": "у",
}  # fmt: skip
ARTICLE = "al"
ARTICLES = (
    "al", "el", "il", "ul", "as", "es", "ash", "esh", "ad", "ed", "adh", "an", "en", "ar", "er",
    "at", "et", "ath", "az", "ez", "uz", "aj", "ej",
)  # fmt: skip
"""The Arabic article as it is written before the letters that it assimilates to."""
TOKENS = {**dict.fromkeys(ARTICLES, ARTICLE), "st": "saint", "ste": "sainte", "sankt": "saint"}

ASCII_TABLE = str.maketrans(
    {**{c: " " for c in SPACES if c.isascii()}, **{c: None for c in DROPPED if c.isascii()}}
)
# Half a surrogate pair is no character, and nothing can store it; broken input has them.
SURROGATES = [chr(code) for code in range(0xD800, 0xE000)]
NOTHING = dict.fromkeys([*DROPPED, *SURROGATES])
FULL_TABLE = str.maketrans({**dict.fromkeys(SPACES, " "), **NOTHING, **LETTERS})
ARABIC_INDIC = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@lru_cache(maxsize=1 << 16)
def normal_form(name: str) -> str:
    """The key of a name: lower case, no diacritics, apostrophes or ayn; hyphens and dots are spaces.

    Every spelling of the Arabic article is the token `al`, `St` is `saint`. Arabic, Cyrillic and Hebrew stay
    in their script, without vowel marks, with the alef, yeh and kaf forms unified. Empty if nothing is left.
    """
    return fresh_normal_form(name)


def fresh_normal_form(name: str) -> str:
    """`normal_form` for a million names in a row, which a cache would only slow down."""
    bare = name.translate(ASCII_TABLE).lower() if name.isascii() else _unaccented(name)
    return " ".join([TOKENS.get(token, token) for token in bare.split()])


def _unaccented(name: str) -> str:
    """Lower case without combining marks."""
    # The table runs before the marks are taken off, for letters whose mark makes another letter (ї is и), and
    # after, for those that only appear when ligatures are taken apart.
    folded = unicodedata.normalize("NFKD", name.casefold().translate(FULL_TABLE))
    bare = "".join([c for c in folded if not unicodedata.combining(c)])
    return bare.casefold().translate(FULL_TABLE).translate(ARABIC_INDIC)


def without_article(key: str) -> str | None:
    """The key without its leading article, where at least four letters are left; None otherwise."""
    if not key.startswith("al "):
        return None
    rest = key[3:]
    return rest if len(rest.replace(" ", "")) >= 4 else None


LOOSE = re.compile(
    r"sch|sh|ch|kh|gh|dh|th|ph|dj|ck|q|g|c|x|v"
    r"|aw|au|ou|oo|ow|uw|o|w(?=[^aeiouy]|$)"
    r"|ay|ai|ei|ey|ee|ie|ii|iy|y|e(?=[yi])"
    r"|e"
)
LOOSE_LETTERS = {
    "sch": "s", "sh": "s", "ch": "s", "kh": "k", "gh": "k", "dh": "z", "th": "t", "ph": "f", "dj": "j",
    "ck": "k", "q": "k", "g": "k", "c": "k", "x": "ks", "v": "w",
    "aw": "u", "au": "u", "ou": "u", "oo": "u", "ow": "u", "uw": "u", "o": "u", "w": "u",
    "ay": "i", "ai": "i", "ei": "i", "ey": "i", "ee": "i", "ie": "i", "ii": "i", "iy": "i", "y": "i",
    "e": "a",
}  # fmt: skip
FEMININE = re.compile(r"(?:i|y)+(?:a|e)h?$")
"""The ending of Latakia, Latakiya, Lattakieh, Latakiyya."""
SILENT_END = re.compile(r"(?<=..)[ae]h?$|(?<=..)h$")
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 14)
def loose_form(name: str) -> str:
    """A key that spellings of one Arabic name share: `Maaret al-Numan` and `Ma'arrat an-Nu'man`.

    Article and spaces go, doubled letters are single; q/k/kh/gh, sh/ch, dh/z, ou/u/o/w, ei/ee/i/y and a/e
    fall together, as do the endings -a, -ah, -eh and -iya, -iyeh, -ieh, -ia. Cyrillic is read in Latin
    letters; Arabic and Hebrew keep their script and lose article, blanks and silent endings. For a second
    look only: unlike names meet here too.
    """
    return loose_key(normal_form(name))


def loose_key(key: str) -> str:
    """`loose_form` of a name of which this is the normal form."""
    if not key.isascii():
        if WITHOUT_VOWELS.search(key) is not None:
            return arabic_key(key)
        key = latin(key)
    return "".join([_loose_token(token) for token in key.split() if token != ARTICLE])


def loose_keys(key: str) -> tuple[str, ...]:
    """All loose forms of a name of which this is the normal form: a Cyrillic one may be read in two ways."""
    if key.isascii() or WITHOUT_VOWELS.search(key) is not None:
        return (loose_key(key),)
    return tuple(dict.fromkeys(map(loose_key, readings(key))))


@lru_cache(maxsize=1 << 16)
def _loose_token(token: str) -> str:
    folded = SILENT_END.sub("", FEMININE.sub("i", token)) if token[-1] in "aeh" else token
    folded = LOOSE.sub(lambda match: LOOSE_LETTERS[match.group()], folded)
    return DOUBLED.sub(r"\1", folded)
