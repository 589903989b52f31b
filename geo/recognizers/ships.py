"""Names of ships, which a town may share: "USS Cole", "the frigate Languedoc", "a tanker called Houston"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from gazetteer import Gazetteer
from geo.recognizers.passage import Passage
from geo.recognizers.reading import Found, Notes, Taken

SHIP = re.compile(
    r"(?<!, )\b(?:(?:USS|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|RFA|RFS|TCG|INS|FS|SS|MSC|MV|M/V|MT|M/T|FV)"
    r"|(?:[Ff]rigate|[Dd]estroyer|[Cc]ruiser|[Cc]orvette|[Ss]ubmarine|[Ww]arship|[Mm]inesweeper|[Bb]attleship"
    r"|[Oo]il tanker|tanker|freighter|trawler|schooner|tugboat|yacht|[Bb]ulk carrier|[Aa]ircraft carrier"
    r"|[Cc]argo ship|[Cc]ontainer ship|[Hh]ospital ship|[Cc]ruise ship"
    r"|(?:ship|vessel|ferry|boat|carrier)(?= (?:called|named) ))(?: called| named)?(?: the)?)"
    r" [\"“‘']?(?=[A-Z])"
)
MOST_CAPITALS = 3


def recognize_ships(passage: Passage, taken: Taken, notes: Notes, gazetteer: Gazetteer) -> Iterator[Found]:
    """The capitals behind a ship's prefix or kind, outside headlines."""
    if not passage.tokens:
        return
    starts: list[int] = []
    for match in SHIP.finditer(passage.text, passage.matches[0].start(), passage.matches[-1].end()):
        starts = starts or [match.start() for match in passage.matches]
        first = bisect_left(starts, match.end())
        last = _end(passage, first)
        if first < last and not passage.titled[first]:
            yield Found(first, last, "organisation")


def _end(passage: Passage, first: int) -> int:
    """Behind at most three capitals, initials and their points between them."""
    end, words = first, 0
    for i in range(first, len(passage.tokens)):
        token = passage.tokens[i]
        if token.named and words < MOST_CAPITALS:
            words, end = words + (len(token.text) > 1), i + 1
        elif token.text != "." or len(passage.at(i - 1).text) > 1:
            break
    return end
