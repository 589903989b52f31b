"""Asks a geocoding service for the names that the index lacks: one question a second, each only once.

The network is in here and nowhere else in `geo`; `geo.resolve` only sees places (`geo.elsewhere`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from secrets import token_hex
from typing import Any

from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderTimedOut,
    GeopyError,
)
from geopy.extra.rate_limiter import RateLimiter

from articles import user_agent
from gazetteer import Gazetteer, Place, iso3, loose_form, normal_form
from geo.elsewhere import Attempt, Found, Question
from geo.online_answers import Answer
from geo.online_cache import Kept, OnlineCache, RunCounts
from geo.online_options import OnlineOptions
from geo.online_services import SERVICES, address_of, asker

FAILURES = 3
"""So many in a row, and the run goes on without."""
LASTING = (GeocoderAuthenticationFailure, GeocoderInsufficientPrivileges, GeocoderQuotaExceeded)
"""Refusals, 429 among them: whoever goes on asking is shut out."""
Tell = Callable[[str], None]


class OnlineUnavailable(OSError):
    """The online lookups cannot begin: one clear line."""


class OnlinePlaces:
    """`Elsewhere` over one service, with its cache. For one process and thread.

    What cannot be asked (no network, a refusal, too slow) is told in one line and is then nowhere: the run
    goes on. Raises OnlineUnavailable where the cache cannot be opened.
    """

    def __init__(self, options: OnlineOptions, gazetteer: Gazetteer, tell: Tell) -> None:
        self._options = options if options.run else replace(options, run=token_hex(4))
        self._gazetteer = gazetteer
        self._tell = tell
        self._server = address_of(options)
        self._title = SERVICES[options.service].title
        self._stopped = False
        """Nobody is asked any more; what is in the cache still counts."""
        self._broken = False
        try:
            self._cache = OnlineCache(options.cache, _today())
        except (OSError, sqlite3.Error) as error:
            problem = f"{options.cache}: the cache of online answers cannot be used ({error})"
            raise OnlineUnavailable(f"{problem}; delete it, or leave out --online") from error
        self._ask: Callable[..., list[Answer]] = RateLimiter(
            asker(options, _agent(options.contact)), min_delay_seconds=options.pause, max_retries=0,
            error_wait_seconds=options.pause, swallow_exceptions=False,
        )  # fmt: skip

    def places(self, question: Question) -> Sequence[Found]:
        """What the service knows under the name, in its own order; nothing that bears another name."""
        for attempt in question.attempts:
            kept = self._kept(attempt)
            if kept is None:
                return ()
            found = [f for answer in kept.answers if (f := self._found(question.name, answer, kept.day))]
            if found:
                return found
        return ()

    def _kept(self, attempt: Attempt) -> Kept | None:
        """The answer, from the cache or else asked for; None where it cannot be had."""
        if self._broken:
            return None
        try:
            kept = self._cache.kept(self._server, *attempt)
            if kept is not None or self._stopped:
                return kept
            with self._cache.turn(self._server, self._options.pause):
                # Another process may have asked while this one stood in line, or been refused.
                kept = self._cache.kept(self._server, *attempt)
                counts = self._cache.counts(self._options.run)
                self._stopped = counts.stopped is not None
                return kept if kept is not None or self._stopped else self._asked(attempt, counts)
        except sqlite3.Error as error:
            self._broken = True
            self._tell(f"online lookups end here: the cache {self._options.cache} cannot be used ({error})")
            return None

    def _asked(self, attempt: Attempt, counts: RunCounts) -> Kept | None:
        country = self._gazetteer.country(attempt.country)
        counts = replace(counts, asked=counts.asked + 1)
        try:
            answers = self._ask(attempt.text, attempt.country, country.name if country else attempt.country)
        except GeopyError as error:
            self._cache.count(self._options.run, self._failed(attempt, counts, error))
            return None
        known = counts.answered + bool(answers)
        self._cache.count(self._options.run, replace(counts, answered=known, failed_in_a_row=0))
        return self._cache.keep(self._server, *attempt, answers)

    def _failed(self, attempt: Attempt, counts: RunCounts, error: GeopyError) -> RunCounts:
        """One line on what went wrong, and whether it is the last."""
        words = _words(error)
        row = 0 if isinstance(error, GeocoderQueryError) else counts.failed_in_a_row + 1
        self._stopped = isinstance(error, LASTING) or row >= FAILURES
        further = "no more is asked in this run" if self._stopped else "it is left open"
        self._tell(f"{self._title} was asked for {attempt.text!r} and {words}; {further}")
        stopped = words if self._stopped else None
        return replace(counts, failed=counts.failed + 1, failed_in_a_row=row, stopped=stopped)

    def _found(self, name: str, answer: Answer, day: date) -> Found | None:
        """The answer as a place of ours; None where it bears another name, or lies in no country we know."""
        key = normal_form(name)
        exact = any(normal_form(other) == key for other in answer.names)
        loose = loose_form(name)
        if not exact and (not loose or all(loose_form(other) != loose for other in answer.names)):
            return None
        country = self._gazetteer.country(iso3(answer.country) or "")
        if country is None:
            return None
        title = answer.names[0]
        place = Place(
            answer.id, title, answer.level, answer.lat, answer.lon, answer.radius_km, country.country,
            country.name, title if answer.level == "province" else self._admin1(answer.state, country),
            population=answer.population, origin=f"asked of {self._title} on {day.isoformat()}",
        )  # fmt: skip
        return Found(place, loose=not exact)

    def _admin1(self, state: str | None, country: Place) -> str | None:
        """The division as our index calls it, by which it is compared."""
        if state is None:
            return None
        for places in (self._gazetteer.lookup(state), self._gazetteer.lookup_loose(state)):
            for place in places:
                if place.level == "province" and place.country == country.country:
                    return place.name
        return state


def run_report(options: OnlineOptions) -> dict[str, Any]:
    """What run.json says of a run's online lookups."""
    service = SERVICES[options.service]
    counts = OnlineCache(options.cache, _today()).counts(options.run)
    return {
        "service": service.title,
        "server": address_of(options),
        "licence": service.licence,
        "asked": counts.asked,
        "answered": counts.answered,
        "failed": counts.failed,
        "stopped": counts.stopped,
    }


def _agent(contact: str | None) -> str:
    """Who is asking, with the contact in the brackets where one is given."""
    agent = user_agent()
    return f"{agent[:-1]}; {contact})" if contact else agent


def _today() -> date:
    return datetime.now(UTC).date()


def _words(error: GeopyError) -> str:
    """What happened, in words that follow "and"."""
    if isinstance(error, GeocoderTimedOut):
        return "does not answer in time"
    told = " ".join(str(error).split())[:200] or type(error).__name__
    return f"refused ({told})" if isinstance(error, LASTING) else f"could not answer ({told})"
