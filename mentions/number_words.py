"""The words of numbers: cardinals, vague amounts with bounds, qualifiers, and what is no count."""

from __future__ import annotations

from mentions.function_words import word_set

Range = tuple[int | None, int | None]

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SIMPLE = {**UNITS, **TENS}
NUMBER_WORDS = frozenset(SIMPLE)
MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "score": 20}
# Bounds of the vague words: the data contract's where it names them (several, dozens, scores, hundreds).
VAGUE: dict[str, Range] = {
    "several": (3, 9), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "tens": (20, 99),
    "thousands": (2000, 9999), "couple": (2, 2), "handful": (3, 9), "few": (3, 9), "pair": (2, 2),
}  # fmt: skip
NONE_OF = frozenset({"no", "zero", "none", "nobody", "no-one"})
UNCOUNTED = word_set("many numerous countless multiple various unknown undetermined unspecified")
BEFORE_NUMBER_OF = UNCOUNTED | {"a", "an", "large", "small", "great", "huge", "significant", "high"}

AT_LEAST = (
    "at least", "at the least", "no fewer than", "no less than", "not less than", "not fewer than",
    "more than", "over", "upwards of", "upward of", "in excess of", "above", "a minimum of", "minimum of",
    "well over", "atleast",
)  # fmt: skip
AT_MOST = (
    "up to", "as many as", "fewer than", "less than", "a maximum of", "at most", "no more than",
    "not more than", "under",
)  # fmt: skip
ABOUT = (
    "some", "about", "around", "nearly", "almost", "approximately", "roughly", "close to", "an estimated",
    "estimated", "a total of", "total of", "as few as", "exactly", "just", "only", "another", "a further",
    "further", "an additional", "additional", "other", "all", "possibly", "perhaps", "the", "these", "those",
    "his", "her", "their", "its", "a reported", "reportedly", "nearby", "the remaining",
    "remaining", "all of the",
    "any of the", "probably", "circa", "even", "yet another", "altogether", "all the", "the other", "all of",
)  # fmt: skip


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in (("low", AT_LEAST), ("high", AT_MOST), ("about", ABOUT)):
        for phrase in phrases:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, kind))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


QUALIFIERS = _by_first_word()
"""First word -> (words, which side the qualifier leaves open), longest first."""

# No number begins with any other word, unless with a figure or a hyphen in it.
FIRST_WORDS = (
    frozenset(QUALIFIERS) | frozenset(SIMPLE) | frozenset(VAGUE) | NONE_OF | BEFORE_NUMBER_OF
    | {"half", "between"}
)  # fmt: skip

# "battalion 3", "aged 12", "page 4": the figure is a name or an age.
NUMBERED = word_set(
    "battalion brigade division route highway road sector zone article number no unit camp km kilometer "
    "checkpoint block phase ward regiment page aged age ages chapter resolution flight level room street "
    "gate version class type category grade section area"
)
AFTER_UNITS = word_set(
    "am pm a.m p.m a.m. p.m. gmt hrs hours o'clock % percent km kilometers kilometres kilometer kilometre "
    "miles mile mm meters metres years year months days weeks hour minutes year-old years-old caliber "
    "calibre utc degrees st nd rd th"
)
YEAR_BEFORE = word_set(
    "in since of until till from by during early late mid year and to around between"
)
