"""The one Prefect flow of the project: `run`, `serve` and prefect.yaml all drive it."""

from __future__ import annotations

from typing import Any

from prefect import flow

from articles import UnreadableInput
from flows import steps, tasks
from flows.locate import online_words
from flows.screen import progress, tell
from flows.session import Session, groups, open_session
from flows.settings import Settings
from flows.tally import Tally


class NothingRead(ValueError):
    """Not one article could be read; each reason has been told, and the earlier files are as they were."""


@flow(name="conflictmap-run", persist_result=False)
def conflictmap_run(
    sources: list[str],
    out: str | None = None,
    again: bool = False,
    workers: int | None = None,
    batch_size: int | None = None,
    online: str | None = None,
    formats: list[str] | None = None,
    style: str | None = None,
) -> Tally:
    """Read what is new in the sources, find and place its events, and write the files of the output folder.

    `again` reads everything anew; what is None comes from the environment (see Settings). Raises NothingRead,
    and FolderInUse while another run works on the folder.
    """
    given: dict[str, Any] = {"out": out, "workers": workers, "batch_size": batch_size, "online": online}
    given |= {"formats": formats, "style": style}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})
    with open_session(settings, again) as session, progress("Articles") as show:
        for remote, group in groups(sources):
            if not remote:
                session.start(group)
            elif not _fetched(session, group[0]):
                continue
            while tasks.read(session):
                if session.has_work:
                    tasks.extract_and_locate(session)
                    tasks.keep(session)
                show(session.tally.articles, None)
        tally = session.tally
        if tally.articles:
            tasks.write(session)
        steps.write_run_report(settings.out, session.report(sources))
        tasks.tell(session)
    if not tally.articles:
        raise NothingRead("no article could be read")
    for line in tally.closing_words():
        tell(line)
    if session.online is not None:
        tell(online_words(session.online))
    written = [file for output in settings.outputs() for file in output.files]
    tell(f"Wrote {', '.join((*written, *steps.OWN_FILES))} to {settings.out}.")
    return tally


def _fetched(session: Session, address: str) -> bool:
    """Whether the address could be fetched; if not, the failure is told and counted, and the run goes on."""
    try:
        tasks.fetch(session, address)
    except UnreadableInput as problem:
        session.tally.fail([problem])
        return False
    return True
