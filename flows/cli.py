"""The command line. Each command hands over to one function; nothing heavy is imported early."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import version
from types import FrameType

from cyclopts import App, CycloptsError

from flows.gazetteer_app import gazetteer
from flows.options import (
    Files,
    Flag,
    Folder,
    Formats,
    Input,
    Online,
    Output,
    Text,
    Workers,
    WrongUsage,
    given_sources,
    not_over_the_input,
    settings_with,
)
from flows.screen import warn

USAGE, INTERRUPTED, BROKEN_PIPE, TERMINATED = 2, 130, 141, 143

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
app.command(gazetteer)


@app.command
def run(
    *source: Input, out: Folder = None, again: Flag = False, workers: Workers = None, online: Online = None,
    formats: Formats = None, style: Folder = None,
) -> int:  # fmt: skip
    """Read articles and write an offline map, GeoJSON and other files of their events.

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
    formats
        What to write, parted by commas (docs/outputs.md), or all; what most people open if not given.
    style
        A YAML file with the title, colours, labels and sizes that are to differ from the usual ones.
    """
    sources = given_sources(source)
    settings = settings_with(out=out, workers=workers, online=online, formats=formats, style=style)
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
    settings = settings_with(workers=workers, online=online)
    not_over_the_input(source, out)
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
    settings = settings_with(workers=workers, online=online)
    not_over_the_input(source, out)
    from flows.lines import geoparse as geoparse_lines

    return geoparse_lines(source, out, settings)


@app.command
def serve(
    *source: Input, cron: str = "0 * * * *", out: Folder = None, workers: Workers = None,
    formats: Formats = None, style: Folder = None,
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
    formats
        What to write, parted by commas (docs/outputs.md), or all; what most people open if not given.
    style
        A YAML file with the title, colours, labels and sizes that are to differ from the usual ones.
    """
    sources = given_sources(source)
    settings = settings_with(out=out, workers=workers, formats=formats, style=style)
    if "-" in sources:
        raise WrongUsage("serve reads again and again, standard input only once: give files or addresses.")
    from flows.serve import serve as serve_sources

    return serve_sources(sources, settings, cron)


@app.command
def report(
    source: Folder = None, /, *, to: Folder = None, since: Text = None, until: Text = None,
    area: Files = (), style: Folder = None,
) -> int:  # fmt: skip
    """Write one page to read and to print: map, chart, table, sources and limits of the events of a run.

    ```
    conflictmap report outputs/ --since 2024-01-01 --until 2024-03-31 --area Sudan
    conflictmap report outputs/ --area "Idlib" --area 36.0,35.5,38.0,37.0 --to idlib.html
    ```

    Parameters
    ----------
    source
        The output folder of a run, or an events.geojson; outputs/ if not given.
    to
        The file to write; report.html in the folder of the events if not given.
    since
        The first day, 2024-01-31; all days if not given.
    until
        The last day.
    area
        A country (name or ISO 3166-1 alpha-3 code), province, district or place by name, or a box
        west,south,east,north; may be given again and again. Everywhere if not given.
    style
        A YAML file with the title, colours, labels and sizes that are to differ from the usual ones.
    """
    settings = settings_with(style=style)
    from flows.report_command import report as write_report

    return write_report(source, to, since, until, area, settings)


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


def _words(error: Exception) -> str:
    """The error on one line, ended like a sentence."""
    text = str(getattr(error, "exception_message", "") or error).strip()
    return text if text.endswith((".", "?")) else text + "."


if __name__ == "__main__":
    sys.exit(main())
