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
    if name.isascii():
        if name.isalnum():
            token = name.lower()
            return TOKENS.get(token, token)
        bare = name.translate(ASCII_TABLE).lower()
    else:
        bare = name.translate(FOLDED)
    return " ".join([TOKENS.get(token, token) for token in bare.split()])


class Folding(dict[int, str]):
    """Each character's lower case without combining marks, worked out when it is first met.

    No step looks at a neighbour, so a name is folded letter by letter: six times as fast as step by step.
    """

    def __missing__(self, code: int) -> str:
        """What a new character is folded to."""
        # The table runs before the marks are taken off, for letters whose mark makes another letter (ї is и),
        # and after, for those that only appear when ligatures are taken apart.
        decomposed = unicodedata.normalize("NFKD", chr(code).casefold().translate(FULL_TABLE))
        bare = "".join(c for c in decomposed if not unicodedata.combining(c))
        self[code] = folded = bare.casefold().translate(FULL_TABLE).translate(ARABIC_INDIC)
        return folded


FOLDED = Folding()


def without_article(key: str) -> str | None:
    """The key without its leading article, where at least four letters are left; None otherwise."""
    if not key.startswith("al "):
        return None
    rest = key[3:]
    return rest if len(rest.replace(" ", "")) >= 4 else None


TOGETHER = re.compile(
    r"sch|sh|ch|kh|gh|dh|th|ph|dj|ck|aw|au|ou|oo|ow|uw|w(?=[^aeiouy]|$)|ay|ai|ei|ey|ee|ie|ii|iy"
)
"""Letters that are read as one, and a w that no vowel follows."""
READ_AS = {
    "sch": "s", "sh": "s", "ch": "s", "kh": "k", "gh": "k", "dh": "z", "th": "t", "ph": "f", "dj": "j",
    "ck": "k", "aw": "u", "au": "u", "ou": "u", "oo": "u", "ow": "u", "uw": "u", "w": "u",
    "ay": "i", "ai": "i", "ei": "i", "ey": "i", "ee": "i", "ie": "i", "ii": "i", "iy": "i",
}  # fmt: skip
ALONE = str.maketrans({"q": "k", "g": "k", "c": "k", "x": "ks", "v": "w", "o": "u", "y": "i", "e": "a"})
"""The letters that are left then; none of them comes out of `READ_AS`."""
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
    if " " not in key:
        return _loose_token(key) if key and key != ARTICLE else ""
    return "".join([_loose_token(token) for token in key.split() if token != ARTICLE])


def loose_keys(key: str) -> tuple[str, ...]:
    """All loose forms of a name of which this is the normal form: a Cyrillic one may be read in two ways."""
    if key.isascii() or WITHOUT_VOWELS.search(key) is not None:
        return (loose_key(key),)
    return tuple(dict.fromkeys(map(loose_key, readings(key))))


@lru_cache(maxsize=1 << 16)
def _loose_token(token: str) -> str:
    folded = SILENT_END.sub("", FEMININE.sub("i", token)) if token[-1] in "aeh" else token
    folded = TOGETHER.sub(lambda match: READ_AS[match[0]], folded).translate(ALONE)
    return DOUBLED.sub(r"\1", folded)
