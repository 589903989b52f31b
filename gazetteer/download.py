"""GeoNames' files from its download server."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import httpx

from gazetteer.codes import iso3
from gazetteer.errors import BadCountryCode, DownloadFailed
from gazetteer.ledger import LEDGER_NAME, open_ledger
from gazetteer.transfer import OnProgress, Transfer, TransferLimits, Wanted

GEONAMES_SERVER = "https://download.geonames.org/export/dump/"
SHARED = ("countryInfo.txt", "admin1CodesASCII.txt", "admin2Codes.txt", "hierarchy.zip")
"""Needed for any country: what its codes mean, and what lies in what."""
OF_COUNTRY = ("{}.zip", "alternatenames/{}.zip")
"""The places of a country; their other names, with languages (alternateNamesV2)."""
LIMITS = TransferLimits()


def country_codes(words: Sequence[str]) -> tuple[str, ...]:
    """As ISO 3166-1 alpha-2 codes in capitals, each once; raises BadCountryCode, naming all wrong."""
    wrong = tuple(word for word in words if not re.fullmatch("[A-Za-z]{2}", word) or iso3(word) is None)
    if wrong or not words:
        raise BadCountryCode(wrong)
    return tuple(dict.fromkeys(word.upper() for word in words))


def fetch_dumps(
    codes: Sequence[str],
    folder: Path,
    *,
    server: str = GEONAMES_SERVER,
    on_progress: OnProgress | None = None,
    limits: TransferLimits = LIMITS,
) -> tuple[Path, ...]:
    """Fetch the code tables and each country's places and names into `folder`; gives the files' paths.

    They are named as on the server, `alternatenames/SY.zip` in a folder of its own; a file that has not
    changed since it was fetched is not fetched again. Raises BadCountryCode before anything is asked for,
    and DownloadFailed at the first file that does not come: those before it stay, and the next call goes on.
    """
    names = (*SHARED, *(name.format(code) for code in country_codes(codes) for name in OF_COUNTRY))
    wanted = [Wanted(name, f"{server.rstrip('/')}/{name}", folder / name) for name in names]
    headers = {"User-Agent": user_agent(), "Accept-Encoding": "identity"}
    _make(folder)
    try:
        with (
            httpx.Client(headers=headers, timeout=limits.timeout, follow_redirects=True) as client,
            open_ledger(folder) as ledger,
        ):
            transfer = Transfer(client, ledger, limits, on_progress or _silent)
            for one in wanted:
                transfer.bring(one)
    except sqlite3.OperationalError as error:
        problem, advice = f"cannot be written ({error})", "is another download writing to it? wait for it"
        raise DownloadFailed(str(folder), problem, advice) from error
    except sqlite3.DatabaseError as error:
        advice = "delete it: the files are then fetched anew"
        raise DownloadFailed(str(folder / LEDGER_NAME), f"cannot be read ({error})", advice) from error
    return tuple(one.target for one in wanted)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = f"cannot be made a folder ({error.strerror})"
        raise DownloadFailed(str(folder), problem, "give another folder for the files") from error


def user_agent() -> str:
    """What the server is told of us."""
    return f"conflictmap/{version('conflictmap')} (reads news on armed conflict)"


def _silent(name: str, done: int, total: int | None) -> None:
    """For a caller who shows no progress."""
