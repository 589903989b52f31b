"""HTTP with retries: the only network code of this package."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

import httpx
import stamina

from articles.article import Source
from articles.errors import UnreadableInput

_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Answers of a server that may be others a little later."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long and how much."""

    size: int = 20 * 1024 * 1024
    """Bytes of a body, after decompression."""
    timeout: float = 20.0
    """Seconds to wait for a connection or for the next bytes."""
    whole: float = 60.0
    """Seconds that one body may take."""
    attempts: int = 4
    longest_wait: float = 10.0
    """Seconds between two attempts, a server's Retry-After included."""


LIMITS = FetchLimits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered."""

    body: bytes
    content_type: str
    """The media type in lower case, empty where none was told."""
    charset: str | None
    url: str
    """The address after redirects."""


class _TooLarge(Exception):
    pass


def fetch(url: str, limits: FetchLimits = LIMITS) -> Fetched:
    """GET a page or feed. Dropped connections, time-outs, 429 and 5xx are tried again, other answers are not.

    Raises UnreadableInput, which names the address and what went wrong.
    """
    source = Source(url)

    def passing(error: Exception) -> bool | float:
        if _passes(error) and isinstance(error, httpx.HTTPStatusError):
            return _retry_after(error.response, limits.longest_wait) or True
        return _passes(error)

    try:
        for attempt in stamina.retry_context(
            on=passing, attempts=limits.attempts, timeout=None, wait_initial=0.5, wait_max=limits.longest_wait
        ):
            with attempt:
                return _get(url, limits)
    except _TooLarge as error:
        problem = f"is larger than {limits.size / 2**20:.3g} MB"
        raise UnreadableInput(source, problem, "save it and give a part") from error
    except httpx.HTTPStatusError as error:
        status = f"{error.response.status_code} {error.response.reason_phrase}".strip()
        raise UnreadableInput(source, f"the server answered {status}", "check the address") from error
    except httpx.TimeoutException as error:
        raise UnreadableInput(source, "the server does not answer in time", "try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise UnreadableInput(source, f"cannot be fetched ({reason})", "check the address") from error
    raise AssertionError("the retry loop returns or raises")


def may_pass(problem: UnreadableInput) -> bool:
    """Whether an address that could not be fetched is worth another try: no answer, or one that passes.

    What came and could not be read (empty, binary, too large) is not: it will come again.
    """
    return _passes(problem.__cause__)


def _passes(error: BaseException | None) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in _PASSING
    return isinstance(error, httpx.TransportError) and not isinstance(error, httpx.UnsupportedProtocol)


@cache
def user_agent() -> str:
    """What servers are told of us."""
    return f"conflictmap/{version('conflictmap')} (reads news on armed conflict)"


def _get(url: str, limits: FetchLimits) -> Fetched:
    headers = {"User-Agent": user_agent(), "Accept": "text/html, application/rss+xml, */*;q=0.5"}
    started = time.monotonic()
    body = bytearray()
    with httpx.stream("GET", url, headers=headers, timeout=limits.timeout, follow_redirects=True) as response:
        response.raise_for_status()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > limits.size:
                raise _TooLarge
            if time.monotonic() - started > limits.whole:
                raise httpx.ReadTimeout("the body takes too long", request=response.request)
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(bytes(body), content_type, response.charset_encoding, str(response.url))


def _retry_after(response: httpx.Response, longest: float) -> float | None:
    """The seconds that the server asks for, no more than `longest`."""
    told = response.headers.get("retry-after", "")
    return min(float(told), longest) if told.isdecimal() and int(told) > 0 else None
