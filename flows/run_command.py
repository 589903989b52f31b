"""`run`: the flow once, with a server to report to, and words for a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from articles import is_remote, read_articles
from flows.locate import open_gazetteer
from flows.prefect_server import prefect_api
from flows.screen import tell, warn
from flows.settings import Settings
from store import FolderInUse, locked


def run(sources: Sequence[str], settings: Settings, again: bool) -> int:
    """Read the sources into the output folder; 0 done, 1 something failed and was named, 2 nothing read."""
    if _nothing_there(sources):
        return 2
    try:
        with locked(settings.out / "state" / "lock"):
            pass
        with prefect_api(settings, meanwhile=partial(_get_ready, settings)):
            return _run_flow(sources, settings, again)
    except FolderInUse as error:
        warn(f"conflictmap: {settings.out}: {error}; wait for it, or give another --out")
        return 2


def _nothing_there(sources: Sequence[str]) -> bool:
    """Whether every source is a missing file: then say so now, before a server is started for them."""
    if any(source == "-" or is_remote(source) or Path(source).exists() for source in sources):
        return False
    for problem in read_articles(sources):
        warn(f"conflictmap: {problem}")
    return True


def _get_ready(settings: Settings) -> None:
    """What takes seconds and needs no server: the place index, Prefect's client, the map maker."""
    open_gazetteer(settings.gazetteer)
    import_module("flows.pipeline")
    import_module("geo.map")


def _run_flow(sources: Sequence[str], settings: Settings, again: bool) -> int:
    from flows.pipeline import NothingRead, conflictmap_run

    out = str(settings.out)
    formats = None if settings.formats is None else list(settings.formats)
    style = None if settings.style is None else str(settings.style)
    try:
        tally = conflictmap_run(
            list(sources), out, again, settings.workers, settings.batch_size, settings.online, formats, style
        )
    except NothingRead:
        warn(f"conflictmap: no article could be read; the files in {out} are as they were")
        return 2
    if any(output.name == "map" for output in settings.outputs()):
        tell(f"Next: open {settings.out / 'map.html'} in a browser.")
    return 1 if tally.problems else 0
