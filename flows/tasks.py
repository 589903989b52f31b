"""The steps of a run as Prefect tasks on batches: thin wrappers, each with the retries that it deserves.

The articles stay in the Session, which Prefect does not look into: what it would search for futures and keep
until the end of the run are numbers only.
"""

from __future__ import annotations

from typing import Any

from prefect import task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from articles import UnreadableInput, may_pass
from flows.session import Session


def worth_a_retry(task: Any, run: Any, state: Any) -> bool:
    """Prefect's question after a failed fetch; what arrived and could not be read is not fetched again."""
    failure = state.result(raise_on_failure=False)
    return isinstance(failure, UnreadableInput) and may_pass(failure)


@task(
    retries=1,
    retry_delay_seconds=5,
    retry_condition_fn=worth_a_retry,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def fetch(session: Session, address: str) -> None:
    """Get a page or feed. The outside world may fail for longer than the reader itself waits."""
    session.fetch(address)


@task(cache_policy=NO_CACHE, persist_result=False)
def read(session: Session) -> int:
    """Read the next batch; 0 at the end. A file that cannot be read will not get better: no retries."""
    return session.read()


@task(cache_policy=NO_CACHE, persist_result=False)
def extract_and_locate(session: Session) -> int:
    """Find the events of the batch and their places. The same text gives the same answer: no retries."""
    return session.extract_and_locate()


@task(cache_policy=NO_CACHE, persist_result=False)
def keep(session: Session) -> None:
    """Put the batch into the memory of the output folder."""
    session.keep()


@task(cache_policy=NO_CACHE, persist_result=False)
def write(session: Session) -> dict[str, int]:
    """Write the output files from all that the folder remembers."""
    return session.write()


@task(cache_policy=NO_CACHE, persist_result=False)
def tell(session: Session) -> None:
    """Put the summary of the run into Prefect's pages."""
    create_markdown_artifact(
        key="conflictmap-run",
        markdown=session.tally.markdown(),
        description="What was read, found and left out",
    )
