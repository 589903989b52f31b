"""The command line. Each command hands over to one function; nothing heavy is imported early."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, CycloptsError, Parameter
from cyclopts.validators import Number

from flows.screen import warn

if TYPE_CHECKING:
    from flows.settings import Settings

OPTIONS = ("out", "workers", "online")
"""The settings that are options too; the others are variables of the environment only."""
ODD = {"online_server": "an http(s) address such as https://nominatim.example.org is wanted"}
USAGE, INTERRUPTED, BROKEN_PIPE, TERMINATED = 2, 130, 141, 143


class WrongUsage(ValueError):
    """The command line or the environment asks for what there is not; one clear line."""


def no_option(type_: Any, value: Any) -> None:
    """`-` is standard input; whatever else starts with a hyphen is an option that does not exist."""
    for word in value if isinstance(value, tuple) else (value,):
        if word.startswith("-") and word != "-":
            raise ValueError(f"Unknown option: {word}. Write ./{word} if it is a file.")


Input = Annotated[str, Parameter(allow_leading_hyphen=True, validator=no_option)]
Output = Annotated[str, Parameter(allow_leading_hyphen=True, validator=no_option)]
Folder = Annotated[str | None, Parameter(show_default=False)]
Workers = Annotated[int | None, Parameter(show_default=False)]
Text = Annotated[str | None, Parameter(show_default=False)]
Files = Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)]
Online = Annotated[Literal["nominatim", "photon", "geonames"] | None, Parameter(show_default=False)]
Flag = Annotated[bool, Parameter(negative=(), show_default=False)]

app = App(
    name="conflictmap",
    version=lambda: version("conflictmap"),
    version_format="plaintext",
    suppress_keyboard_interrupt=False,
    help="""Reads news about armed conflict and maps each event: what, where, when, how many, who says so.

    ```
    conflictmap run examples/ --out outputs/     # then open outputs/map.html
    conflictmap COMMAND --help                   # what a command takes, with examples
    ```
    """,
    help_epilogue="Exit codes: 0 done, 1 some articles failed (each is named), "
    "2 wrong usage or unreadable input.",
)
gazetteer = App(name="gazetteer", help="Ask what a name can mean; add places to the index.", help_epilogue="")
app.command(gazetteer)


@app.command
def run(
    *source: Input, out: Folder = None, again: Flag = False, workers: Workers = None, online: Online = None
) -> int:  # fmt: skip
    """Read articles and write a map: events.geojson, areas.geojson, map.html, articles.jsonl, run.json.

    What the folder holds already is kept; only new and changed articles are read.

    ```
    conflictmap run examples/ --out outputs/
    conflictmap run article.html https://example.org/feed.xml --out outputs/
    cat articles.jsonl | conflictmap run - --out outputs/
    ```

    Parameters
    ----------
    source
        Files (text, HTML, JSON Lines, CSV, feed), folders, http(s) addresses, or - for standard input.
    out
        The folder to write to; outputs/ if not given.
    again
        Read everything anew, also what was read before.
    workers
        Processes that extract at the same time; 1 if not given.
    online
        Ask this service for places that the index lacks, one question a second; nobody if not given.
    """
    sources, settings = _sources(source), _settings(out=out, workers=workers, online=online)
    from flows.run_command import run as run_sources

    return run_sources(sources, settings, again)


@app.command
def extract(
    source: Input, /, *, out: Output = "-", workers: Workers = None, online: Online = None
) -> int:  # fmt: skip
    """Write the events of each article, one line per article in input order.

    ```
    conflictmap extract articles.jsonl --out events.jsonl
    cat articles.jsonl | conflictmap extract - | jq .events
    ```

    Parameters
    ----------
    source
        Articles as JSON Lines, or - for standard input.
    out
        The file to write, or - for standard output.
    workers
        Processes that extract at the same time; 1 if not given.
    online
        Ask this service for places that the index lacks, one question a second; nobody if not given.
    """
    settings = _settings(workers=workers, online=online)
    _not_over_the_input(source, out)
    from flows.lines import extract as extract_lines

    return extract_lines(source, out, settings)


@app.command
def geoparse(
    source: Input, /, *, out: Output = "-", workers: Workers = None, online: Online = None
) -> int:  # fmt: skip
    """Write the place names of each article, one line per article, each name with what it was taken to mean.

    An article with a key `spans` ([[start, end], ...] in its text) has exactly those spans resolved.

    ```
    conflictmap geoparse articles.jsonl --out toponyms.jsonl
    ```

    Parameters
    ----------
    source
        Articles as JSON Lines, or - for standard input.
    out
        The file to write, or - for standard output.
    workers
        Processes that work at the same time; 1 if not given.
    online
        Ask this service for places that the index lacks, one question a second; nobody if not given.
    """
    settings = _settings(workers=workers, online=online)
    _not_over_the_input(source, out)
    from flows.lines import geoparse as geoparse_lines

    return geoparse_lines(source, out, settings)


@gazetteer.command
def lookup(*name: str, limit: Annotated[int, Parameter(validator=Number(gte=1))] = 20) -> int:
    """Print the places that a name can mean, the likeliest first, and what found each.

    First the places of exactly this name. Where there is none: those with a spelling like it, then those
    whose name differs by a letter or two.

    ```
    conflictmap gazetteer lookup Sarmada "Deir ez-Zor"
    ```

    Parameters
    ----------
    name
        One or more names; quote a name that has blanks.
    limit
        Places that are shown of each name; 20 if not given.
    """
    if not name:
        raise WrongUsage("gazetteer lookup needs a name: conflictmap gazetteer lookup Sarmada")
    from flows.gazetteer_command import lookup as lookup_names

    return lookup_names(name, limit, _settings())


@gazetteer.command
def add(
    *country: str,
    file: Files = (),
    name_column: Text = None,
    level: Text = None,
    of_country: Annotated[str | None, Parameter(name="--country", show_default=False)] = None,
    server: Text = None,
) -> int:
    """Add places: all that GeoNames knows of countries, or files of your own.

    A file is any of GeoNames' (SY.zip, alternateNamesV2, hierarchy, admin1CodesASCII, admin2Codes,
    countryInfo), boundaries (shapefile, GeoJSON, GeoPackage, also zipped), or a table with the columns name,
    lat, lon and, if you like, level, country, admin1, admin2, alternates, population, radius_km, id.

    ```
    conflictmap gazetteer add SY IQ
    conflictmap gazetteer add --file syr_admin1.shp --file my_villages.csv
    ```

    Parameters
    ----------
    country
        Codes of two letters: SY IQ YE. Their data is fetched from GeoNames.
    file
        A file to add; may be given again and again.
    name_column
        The column with the names, where it is not called as usual.
    level
        What the places are where the file does not say: facility, neighbourhood, town, district, province,
        region.
    of_country
        The country of the places where the file does not say: a code or a name.
    server
        Where to fetch from instead of GeoNames: an http(s) address of the same files.
    """
    if not country and not file:
        raise WrongUsage("gazetteer add needs country codes or --file: conflictmap gazetteer add SY")
    from flows.gazetteer_add import add as add_places

    given = {"name_column": name_column, "level": level, "country": of_country}
    return add_places(country, [Path(path) for path in file], given, server, _settings())


@gazetteer.command
def remove(*name: str) -> int:
    """Take what was added out of the index again, under the name that gazetteer info shows.

    ```
    conflictmap gazetteer remove my_villages
    ```

    Parameters
    ----------
    name
        One or more names of what was added.
    """
    if not name:
        raise WrongUsage("gazetteer remove needs a name: conflictmap gazetteer info lists them")
    from flows.gazetteer_add import remove as remove_places

    return remove_places(name, _settings())


@gazetteer.command
def info() -> int:
    """Print what the place index holds and where it lies."""
    from flows.gazetteer_command import info as index_info

    return index_info(_settings())


@app.command
def serve(
    *source: Input, cron: str = "0 * * * *", out: Folder = None, workers: Workers = None
) -> int:  # fmt: skip
    """Keep running on a schedule until Ctrl-C; each run reads only what is new.

    ```
    conflictmap serve https://example.org/feed.xml --out outputs/ --cron "0 * * * *"
    ```

    Parameters
    ----------
    source
        Files, folders or http(s) addresses, as for run.
    cron
        When to run: minute, hour, day, month, weekday. Every full hour if not given.
    out
        The folder to write to; outputs/ if not given.
    workers
        Processes that extract at the same time; 1 if not given.
    """
    sources, settings = _sources(source), _settings(out=out, workers=workers)
    if "-" in sources:
        raise WrongUsage("serve reads again and again, standard input only once: give files or addresses.")
    from flows.serve import serve as serve_sources

    return serve_sources(sources, settings, cron)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command of `argv` (None: the process's own) and give its exit code."""
    signal.signal(signal.SIGTERM, _terminate)
    # It would tell of each retry in one bare word; what fails in the end is told in full.
    logging.getLogger("stamina").setLevel(logging.ERROR)
    try:
        answer = app(argv, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except (CycloptsError, WrongUsage) as error:
        warn(f"conflictmap: {_words(error)} Try: conflictmap --help")
        return USAGE
    except KeyboardInterrupt:
        warn("conflictmap: interrupted; files that were there before are unharmed")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough (`| head`). Python would complain once more while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        # A full disk, a folder that may not be written to, a server that is not there: nothing to trace.
        warn(f"conflictmap: {error}")
        return USAGE
    return answer if isinstance(answer, int) else 0


def _terminate(signal_number: int, frame: FrameType | None) -> None:
    """End like any other end, so that servers are stopped and temporary files are removed."""
    raise SystemExit(TERMINATED)


def _settings(**given: Any) -> Settings:
    """The settings, with the options that were given on the command line."""
    from pydantic import ValidationError

    from flows.settings import Settings

    try:
        return Settings(**{key: value for key, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        if not first["loc"]:
            raise WrongUsage(first["msg"].removeprefix("Value error, ") + ".") from error
        name = ".".join(str(part) for part in first["loc"])
        option = f"--{name} or " if name in OPTIONS else ""
        told = ODD.get(name, "has a sign in it that it may not have")
        problem = told if first["type"] == "string_pattern_mismatch" else first["msg"]
        raise WrongUsage(f"{option}CONFLICTMAP_{name.upper()}: {problem}.") from error


def _not_over_the_input(source: str, out: str) -> None:
    if (
        "-" not in (source, out)
        and Path(out).exists()
        and Path(source).exists()
        and Path(out).samefile(source)
    ):
        raise WrongUsage(f"{out} is the input itself: give --out another name.")


def _sources(given: tuple[str, ...]) -> list[str]:
    if not given:
        raise WrongUsage("nothing to read: give a file, a folder or an address.")
    return list(given)


def _words(error: Exception) -> str:
    """The error on one line, ended like a sentence."""
    text = str(getattr(error, "exception_message", "") or error).strip()
    return text if text.endswith((".", "?")) else text + "."


if __name__ == "__main__":
    sys.exit(main())
