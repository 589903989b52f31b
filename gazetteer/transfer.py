"""One file from an HTTP server, resumed after a break, whole or not at all."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
import stamina

from gazetteer.errors import DownloadFailed
from gazetteer.ledger import Ledger, Version

OnProgress = Callable[[str, int, int | None], None]
"""Called with (file name, bytes that are there, bytes in all or None where the server does not tell)."""

PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Answers of a server that may be others a little later."""
WHOLE, PARTIAL, NOT_MODIFIED, OUT_OF_RANGE = 200, 206, 304, 416
GONE = frozenset((404, 410))
CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class TransferLimits:
    """How large, how long, how often."""

    size: int = 1 << 30
    """Bytes of a file. The largest country of GeoNames (the United States) has 70 MB."""
    timeout: float = 30.0
    """Seconds to wait for a connection or for the next bytes."""
    attempts: int = 5
    longest_wait: float = 30.0
    """Seconds between two attempts, a server's Retry-After included."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file of the server, and where it goes."""

    name: str
    """Its path on the server and below the folder: `SY.zip`, `alternatenames/SY.zip`."""
    url: str
    target: Path

    @property
    def part(self) -> Path:
        """Where it grows until it is whole."""
        return self.target.with_name(self.target.name + ".part")

    @property
    def part_name(self) -> str:
        """What the ledger calls the part."""
        return self.name + ".part"


class _Anew(Exception):
    """What has arrived is of no use: the next attempt starts at the first byte."""


class _Refused(Exception):
    """No further attempt would help."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """What brings files from one server into one folder."""

    client: httpx.Client
    ledger: Ledger
    limits: TransferLimits
    on_progress: OnProgress

    def bring(self, wanted: Wanted) -> None:
        """Bring `wanted.target` to the server's present state; a file that has not changed is not fetched.

        Dropped connections, time-outs, 429 and 5xx are tried again and go on where the `.part` file ends, as
        long as it is the same file (If-Range). Raises DownloadFailed; the old file then stands as it was,
        and a `.part` is left only where the next call can go on with it.
        """
        try:
            wanted.target.parent.mkdir(parents=True, exist_ok=True)
            for attempt in stamina.retry_context(
                on=self._passes, attempts=self.limits.attempts, timeout=None,
                wait_initial=0.5, wait_max=self.limits.longest_wait,
            ):  # fmt: skip
                with attempt:
                    self._attempt(wanted)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, _Anew, _Refused) as error:
            resumable = self._tidy(wanted, error)
            raise DownloadFailed(wanted.url, *_words(error, resumable)) from error

    def _passes(self, error: Exception) -> bool | float:
        if isinstance(error, httpx.HTTPStatusError):
            if error.response.status_code not in PASSING:
                return False
            return _retry_after(error.response, self.limits.longest_wait) or True
        if isinstance(error, httpx.TransportError):
            return not isinstance(error, httpx.UnsupportedProtocol)
        return isinstance(error, _Anew)

    def _attempt(self, wanted: Wanted) -> None:
        have, begun = self._begun(wanted)
        standing = self._standing(wanted)
        with self.client.stream("GET", wanted.url, headers=_conditions(have, begun, standing)) as response:
            if standing is not None and _unchanged(response, standing):
                self._drop(wanted)
                self.on_progress(wanted.name, standing.size or 0, standing.size)
                return
            out_of_range = have and response.status_code == OUT_OF_RANGE
            if not out_of_range:
                response.raise_for_status()
            if have and not _continues(response, have, begun):
                self._drop(wanted)
                if response.status_code != WHOLE:
                    raise _Anew("the file changed while it was fetched")
                have = 0
            _check_answer(response, have)
            version = _version(response, begun if have else None)
            self.ledger.write(wanted.part_name, version)
            self._receive(response, wanted, have, version.size)
        self._finish(wanted, version, resumed=have > 0)

    def _begun(self, wanted: Wanted) -> tuple[int, Version | None]:
        """The bytes that an earlier attempt brought and what they are of; none where it cannot go on."""
        begun = self.ledger.version(wanted.part_name)
        if begun is None or begun.guard is None or not wanted.part.is_file():
            self._drop(wanted)
            return 0, None
        return wanted.part.stat().st_size, begun

    def _standing(self, wanted: Wanted) -> Version | None:
        """The version of the whole file that stands; None where there is none, or somebody changed it."""
        version = self.ledger.version(wanted.name)
        if version is None or not wanted.target.is_file():
            return None
        return version if wanted.target.stat().st_size == version.size else None

    def _receive(self, response: httpx.Response, wanted: Wanted, have: int, total: int | None) -> None:
        """Append the body to the part, or begin the part with it."""
        most = self.limits.size
        if total is not None and total > most:
            raise _Refused(f"is larger than {most / 2**20:.3g} MB")
        with wanted.part.open("ab" if have else "wb") as file:
            self.on_progress(wanted.name, have, total)
            for chunk in response.iter_raw():
                have += len(chunk)
                if have > most:
                    raise _Refused(f"is larger than {most / 2**20:.3g} MB")
                file.write(chunk)
                self.on_progress(wanted.name, have, total)
            file.flush()
            os.fsync(file.fileno())

    def _finish(self, wanted: Wanted, version: Version, resumed: bool) -> None:
        """Check the whole file and give it its name; its time is that of the server's file."""
        size = wanted.part.stat().st_size
        fault = _fault(wanted, size, version.size)
        if fault is not None:
            self._drop(wanted)
            raise _Anew(fault) if resumed else _Refused(fault)
        changed = _timestamp(version.modified)
        if changed is not None:
            os.utime(wanted.part, (changed, changed))
        wanted.part.replace(wanted.target)
        self.ledger.forget(wanted.part_name)
        self.ledger.write(wanted.name, Version(version.etag, version.modified, size))

    def _tidy(self, wanted: Wanted, error: Exception) -> bool:
        """Leave no part that is of no further use; gives whether one is left."""
        gone = isinstance(error, httpx.HTTPStatusError) and error.response.status_code in GONE
        if gone or isinstance(error, (_Refused, _Anew)) or not self._begun(wanted)[0]:
            self._drop(wanted)
            return False
        return True

    def _drop(self, wanted: Wanted) -> None:
        wanted.part.unlink(missing_ok=True)
        self.ledger.forget(wanted.part_name)


def _conditions(have: int, begun: Version | None, standing: Version | None) -> dict[str, str]:
    """Ask for the rest of this very file, or for all of one that differs from what stands."""
    if have and begun is not None and begun.guard is not None:
        return {"Range": f"bytes={have}-", "If-Range": begun.guard}
    if standing is None:
        return {}
    told = {"If-None-Match": standing.etag, "If-Modified-Since": standing.modified}
    return {name: value for name, value in told.items() if value}


def _unchanged(response: httpx.Response, standing: Version) -> bool:
    """Whether the server says so, or sends what it sent before: some have no conditional answers."""
    if response.status_code == NOT_MODIFIED:
        return True
    return response.status_code == WHOLE and _version(response).same_as(standing)


def _continues(response: httpx.Response, have: int, begun: Version | None) -> bool:
    """Whether the answer is the rest of the file that was begun."""
    told = CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
    if response.status_code != PARTIAL or told is None or begun is None or int(told[1]) != have:
        return False
    return not _version(response).contradicts(begun)


def _check_answer(response: httpx.Response, have: int) -> None:
    """Refuse an answer that is no file: a sign-in page of a network, a part that nobody asked for."""
    if response.status_code != (PARTIAL if have else WHOLE):
        raise _Refused(f"the server answered {response.status_code}, which is no file")
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise _Refused("the server packs what was asked for as it is")
    if response.headers.get("content-type", "").lower().startswith("text/html"):
        raise _Refused("the server answered with a web page")


def _version(response: httpx.Response, begun: Version | None = None) -> Version:
    """What the answer tells of the file, completed by what was told when it was begun."""
    headers = response.headers
    told = CONTENT_RANGE.fullmatch(headers.get("content-range", ""))
    length = told[2] if told else headers.get("content-length", "")
    if begun is None:
        begun = Version(None, None, None)
    return Version(
        headers.get("etag") or begun.etag,
        headers.get("last-modified") or begun.modified,
        int(length) if length.isdecimal() else begun.size,
    )


def _fault(wanted: Wanted, size: int, told: int | None) -> str | None:
    """What is wrong with a file that has arrived; None for nothing."""
    if told is not None and size != told:
        return f"{size:,} bytes arrived of {told:,}"
    if size == 0:
        return "is empty"
    if wanted.target.suffix == ".zip":
        try:
            with zipfile.ZipFile(wanted.part) as packed:
                return None if packed.infolist() else "is an empty zip file"
        except (zipfile.BadZipFile, NotImplementedError) as error:
            return f"is no whole zip file ({error})"
    return None


def _timestamp(modified: str | None) -> float | None:
    if modified is None:
        return None
    try:
        return parsedate_to_datetime(modified).timestamp()
    except ValueError:
        return None


def _retry_after(response: httpx.Response, longest: float) -> float | None:
    """The seconds that the server asks for, no more than `longest`."""
    told = response.headers.get("retry-after", "")
    return min(float(told), longest) if told.isdecimal() and int(told) > 0 else None


def _words(error: Exception, resumable: bool) -> tuple[str, str]:
    """What happened, and what to do."""
    again = "run the same command again: it goes on where it broke off" if resumable else "try again later"
    if isinstance(error, httpx.HTTPStatusError):
        status = error.response.status_code
        told = f"the server answered {status} {error.response.reason_phrase}".strip()
        if status in GONE:
            return told, "check the country code and the address of the server"
        return told, again if status in PASSING else "check the address of the server"
    if isinstance(error, httpx.TimeoutException):
        return "the server does not answer in time", again
    reason = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, (httpx.UnsupportedProtocol, httpx.InvalidURL)):
        return f"cannot be fetched ({reason})", "give an http or https address"
    if isinstance(error, httpx.HTTPError):
        return f"broke off ({reason})", again
    if isinstance(error, OSError):
        return f"cannot be written ({reason})", "make room or give another folder"
    return reason, "check the address of the server" if isinstance(error, _Refused) else again
