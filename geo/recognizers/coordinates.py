"""Coordinates in running text: decimal degrees, degrees-minutes-seconds, grid references (MGRS)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from math import hypot

from gazetteer import Gazetteer
from geo.grid import BadGrid, grid_point
from geo.recognizers.passage import Marks, Passage
from geo.recognizers.reading import Found, Notes, Taken
from geo.toponym import Spot

POINTER = "coordinates"
HINT_REACH = 16
"""Characters behind a number in which it shows whether it may be one of coordinates."""
HINT = re.compile(
    r"[0-9](?:\.[0-9](?:[0-9]|,\s?[-−]?[0-9]+\.[0-9])|\s?[°º˚]|\s[dD]eg|\s?[NSEW]\b"
    r"|[C-X]\s?[A-Z]{2}\s?[0-9]{2})"
)
"""Found in one text of a few hundred; where it is not, no coordinates are."""
DEGREE_KM = 111.2
FINEST_KM = 0.05
"""However many digits are given: nobody knows a place in a war to a metre."""
FEWEST_DECIMALS = 3
"""Two bare numbers with fewer are anything."""
REACH = 32
"""Characters before a pair in which a word such as "coordinates" speaks for it."""

_LABEL = r"(?P<label{n}>(?i:\b(?:lat|long?)(?:itude)?\b\.?(?:\s(?:of|is))?\s?[:=]?\s?))?"
_ANGLE = (
    r"(?:(?P<head{n}>[NSEW])\s?)?(?P<sign{n}>[-−+])?(?P<deg{n}>\d{{1,3}}(?:\.\d{{1,10}})?)"
    r"(?:\s?(?P<mark{n}>[°º˚]|(?i:deg(?:rees?)?\b\.?))"
    r"(?:\s?(?P<min{n}>\d{{1,2}}(?:\.\d+)?)\s?(?:['′’‘]|(?i:min(?:utes?)?\b))"
    r"(?:\s?(?P<sec{n}>\d{{1,2}}(?:\.\d+)?)\s?(?:[\"″”“]|''|′′|’’|(?i:sec(?:onds?)?\b)))?)?)?"
    r"(?:\s?(?P<tail{n}>[NSEW]\b|(?i:north|south|east|west)\b)(?:\s(?i:latitude|longitude)\b)?)?"
)
_PAIR = re.compile(
    r"(?<![\w.$€£])"
    + (_LABEL + _ANGLE).format(n=1)
    + r"(?P<between>\s?[,;/]?\s?(?:(?:and|by)\s)?)"
    + (_LABEL + _ANGLE).format(n=2)
    + r"(?![\w%]|[.,]\d|\s?(?:per ?cent|percent|million|billion))"
)
_GRID = re.compile(
    r"(?<!\w)(?P<zone>\d{1,2})(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z]{2})\s?"
    r"(?P<digits>\d{2,5}\s?\d{2,5})(?!\w)"
)
_TOLD = re.compile(
    r"(?i)\b(?:coordinates?|coords|gps|grid|mgrs|geoloca\w+|lat\W{0,3}lon\w*|position|located at)\b[^.;\n]*$"
)
_LEADS = re.compile(r"(?:[(\[]|\b(?i:at|near|around|location|site|spot|point|pin)\b[:,]?)\s?$")
_NAME = re.compile(r"\b[^\W\d_][\w'’-]+,\s$")
_LIST = re.compile(r"\d\s?[,;]\s?$")
_LIST_GOES_ON = re.compile(r"\s?[,;]\s?[-−+]?\d|\s(?:and|to)\s\d")
_MONTHS = frozenset(["FEB", "MAR", "SEP", "DEC", "JUN", "JUL", "NOV", "MAY", "APR", "AUG", "OCT", "JAN"])
_AXES = {"n": "lat", "s": "lat", "e": "lon", "w": "lon"}
_BEFORE = frozenset(["(", "[", ",", ":", "at", "located", "grid", "reference", "mgrs", "gps"]) | frozenset(
    ["coordinates", "coordinate", "coords"]
)
"""What may stand between a name and the coordinates that tell where it is."""
_MOST_BEFORE = 4


def recognize_coordinates(
    passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer
) -> Iterator[Found]:
    """Each pair on the globe that its letters, the words before it or its digits make coordinates."""
    numbers = passage.marked(Marks.NUMBER)
    if not numbers:
        return
    text, start, end = passage.text, passage.matches[0].start(), passage.matches[-1].end()
    around = ((passage.matches[i].start(), passage.matches[i].end() + HINT_REACH) for i in numbers)
    if not any(HINT.search(text, first, last) for first, last in around):
        return
    starts = [match.start() for match in passage.matches]
    for pattern, read in ((_PAIR, _degrees), (_GRID, _grid)):
        for match in pattern.finditer(text, start, end):
            spot = read(match, text[max(start, match.start() - REACH) : match.start()], text)
            first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
            if spot is not None and starts[first] == match.start():
                yield Found(first, last, "place", marked=True, pointer=POINTER, spot=spot)


def coordinates_behind(
    passage: Passage, last: int, names: Mapping[int, Found]
) -> tuple[Spot, int] | None:
    """The coordinates that the text gives right behind a name, and where they end: "Hass (35.62, 36.58)"."""
    opened = False
    for i in range(last, last + _MOST_BEFORE + 1):
        found = names.get(i)
        if found is not None:
            closed = opened and passage.at(found.last).text in (")", "]")
            return (found.spot, found.last + closed) if found.spot is not None else None
        if passage.at(i).lower not in _BEFORE:
            return None
        opened = opened or passage.at(i).text in ("(", "[")
    return None


def _degrees(match: re.Match[str], before: str, text: str) -> Spot | None:
    """The spot of two angles; None where nothing says that they are latitude and longitude."""
    axes = _axis(match, 1), _axis(match, 2)
    if axes == (None, None):
        if not _is_bare_pair(match, before, text):
            return None
        axes = ("lat", "lon")
    elif set(axes) != {"lat", "lon"} or not (_is_fine(match, 1) and _is_fine(match, 2)):
        return None
    angles = {axis: _angle(match, n) for n, axis in enumerate(axes, 1)}
    lat, lon = angles["lat"], angles["lon"]
    if lat is None or lon is None or abs(lat[0]) > 90 or abs(lon[0]) > 180 or lat[0] == lon[0] == 0:
        return None
    radius = max(FINEST_KM, hypot(lat[1], lon[1]) / 2 * DEGREE_KM)
    return Spot(lat[0], lon[0], radius)


def _axis(match: re.Match[str], n: int) -> str | None:
    letter = match[f"head{n}"] or match[f"tail{n}"]
    if letter:
        return _AXES[letter[0].lower()]
    label = match[f"label{n}"]
    return label[:3].lower() if label else None


def _is_fine(match: re.Match[str], n: int) -> bool:
    """Whether it has decimals or the sign of degrees: "5N 10E" is a bus."""
    return "." in match[f"deg{n}"] or match[f"mark{n}"] is not None


def _is_bare_pair(match: re.Match[str], before: str, text: str) -> bool:
    """Whether two numbers without letters are coordinates: a word says so, or digits and surroundings do."""
    if not all("." in match[f"deg{n}"] for n in (1, 2)) or not match["between"].strip():
        return False
    told = _TOLD.search(before) is not None
    if not told and (_LIST.search(before) or _LIST_GOES_ON.match(text, match.end())):
        return False
    behind_name = _NAME.search(before) is not None
    decimals = min(len(match[f"deg{n}"].partition(".")[2]) for n in (1, 2))
    if behind_name and decimals > FEWEST_DECIMALS:
        return True
    return told or (decimals >= FEWEST_DECIMALS and _LEADS.search(before) is not None)


def _angle(match: re.Match[str], n: int) -> tuple[float, float] | None:
    """Degrees, and the smallest step that their digits tell; None for sixty minutes and more."""
    value, step = 0.0, 1.0
    for part, share in (("deg", 1), ("min", 60), ("sec", 3600)):
        digits = match[f"{part}{n}"]
        if digits is None:
            break
        if share > 1 and float(digits) >= 60:
            return None
        value += float(digits) / share
        step = 10.0 ** -len(digits.partition(".")[2]) / share
    letter = (match[f"head{n}"] or match[f"tail{n}"] or "n")[0].lower()
    negative = letter in "sw" or match[f"sign{n}"] in ("-", "−")
    return (-value if negative else value), step


def _grid(match: re.Match[str], before: str, text: str) -> Spot | None:
    """The middle of a cell of the grid; None for a day ("19MAR2024"), a number plate or no such square."""
    digits = re.sub(r"\s", "", match["digits"])
    spaced = re.search(r"\s", match["digits"])
    if len(digits) % 2 or (spaced and spaced.start() != len(digits) // 2):
        return None
    if match["band"] + match["square"] in _MONTHS:
        return None
    if len(digits) < 6 and " " not in match.group() and _TOLD.search(before) is None:
        return None
    try:
        lat, lon = grid_point(int(match["zone"]), match["band"], match["square"], digits)
    except BadGrid:
        return None
    return Spot(lat, lon, max(FINEST_KM, 100.0 / 10 ** (len(digits) // 2) / 2**0.5))
