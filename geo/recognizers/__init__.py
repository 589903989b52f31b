"""What could be a place name: one recognizer a file. `from geo.recognizers import read_names`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles import Article, Region, Span
from gazetteer import Gazetteer
from geo.recognizers.again import recognize_again
from geo.recognizers.appositions import apposed
from geo.recognizers.at_acts import recognize_at_acts, recognize_sites
from geo.recognizers.coordinates import recognize_coordinates
from geo.recognizers.demonyms import recognize_demonyms
from geo.recognizers.descriptions import recognize_descriptions
from geo.recognizers.expressions import describe
from geo.recognizers.generics import recognize_generics
from geo.recognizers.known import full_name, recognize_known
from geo.recognizers.located import recognize_located
from geo.recognizers.names import name_key
from geo.recognizers.organisations import recognize_organisations
from geo.recognizers.passage import Passage, read_passages
from geo.recognizers.persons import recognize_persons
from geo.recognizers.placed import recognize_placed
from geo.recognizers.reading import Found, Notes, Recognizer, Taken, take_notes
from geo.recognizers.respelt import recognize_respelt
from geo.recognizers.scripts import recognize_scripts
from geo.recognizers.ships import recognize_ships
from geo.recognizers.stretches import stretches
from geo.toponym import Toponym

RECOGNIZERS: tuple[Recognizer, ...] = (
    recognize_coordinates,
    recognize_organisations,
    recognize_ships,
    recognize_placed,
    recognize_sites,
    recognize_again,
    recognize_generics,
    recognize_persons,
    recognize_descriptions,
    recognize_demonyms,
    recognize_located,
    recognize_at_acts,
    recognize_respelt,
    recognize_known,
    recognize_scripts,
)
"""In this order: what an earlier one finds, a later one cannot take."""
PLACES = ("place", "modifier")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the recognizers read out of an article."""

    toponyms: tuple[Toponym, ...]
    """In reading order, the title's first."""
    countries: tuple[str, ...]
    """Of every adjective and people named, once per mention: the country (alpha-3), or "SYR/Idlib"."""
    passages: tuple[Passage, ...]


def read_names(
    article: Article,
    regions: Sequence[Region] | None,
    gazetteer: Gazetteer,
    asked: Sequence[Span] = (),
    told: Sequence[Span] = (),
) -> Reading:
    """Toponyms and demonyms of the article's own parts; without regions, of the whole title and text.

    Each asked span becomes a toponym of its own, whatever stands in it, and no other overlaps one. In the
    sentences that tell of an act (`told`) names are looked for that no gazetteer knows.
    """
    passages = read_passages(article, None if asked else regions)
    notes = take_notes(passages, told)
    found = [_look(passage, notes, gazetteer, asked) for passage in passages]
    toponyms: list[Toponym] = []
    countries: list[str] = []
    for passage, finds in zip(passages, found, strict=True):
        names = {f.first: f for f in finds if f.role in PLACES}
        lasts = frozenset([f.last for f in names.values()])
        ends, spots = stretches(passage, names, gazetteer), apposed(passage, names)
        for f in names.values():
            name = describe(passage, f, names, lasts, gazetteer, ends.get(f.first))
            spot = spots.get(f.first)
            toponyms.append(
                name if spot is None else name._replace(beside=passage.span(spot.first, spot.last))
            )
        countries += [f.name for f in finds if f.role == "country"]
        countries += [f.pointer[-3:] for f in finds if f.pointer and ":" in f.pointer]
    if asked:
        toponyms = _only_asked(article, toponyms, asked)
    return Reading(tuple(toponyms), tuple(countries), passages)


def _only_asked(article: Article, toponyms: Sequence[Toponym], asked: Sequence[Span]) -> list[Toponym]:
    """Those that overlap no asked span, and one for each of these."""
    wanted, covered = set(asked), {t.span for t in toponyms}
    kept = [t for t in toponyms if t.span in wanted or not any(t.span.overlaps(span) for span in asked)]
    return kept + [_bare(article, span) for span in asked if span not in covered]


def _look(passage: Passage, notes: Notes, gazetteer: Gazetteer, asked: Sequence[Span]) -> list[Found]:
    taken = Taken(len(passage.tokens))
    for found in _asked(passage, asked):
        taken.take(found)
    for recognizer in RECOGNIZERS:
        for found in recognizer(passage, taken, notes, gazetteer):
            taken.take(found)
            if found.marked and found.last > found.first + 1:
                notes.longer.add(name_key(passage, found.first, found.last))
    return sorted(taken.found)


def _asked(passage: Passage, asked: Sequence[Span]) -> Iterator[Found]:
    """The spans that begin and end with a token."""
    starts = {match.start(): i for i, match in enumerate(passage.matches)} if asked else {}
    ends = {match.end(): i + 1 for i, match in enumerate(passage.matches)} if asked else {}
    for span in asked:
        first, last = starts.get(span.start), ends.get(span.end)
        if span.field == passage.field and first is not None and last is not None:
            yield Found(first, last, "place", full_name(passage, first, last), marked=True)


def _bare(article: Article, span: Span) -> Toponym:
    """A toponym of a span that cuts a word."""
    return Toponym(span, article.words(span), span, marked=True)
