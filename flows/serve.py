"""`serve`: the flow again and again on a schedule, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from articles import is_remote
from flows.locate import open_gazetteer
from flows.prefect_server import prefect_api
from flows.screen import tell, warn
from flows.settings import Settings


def serve(sources: Sequence[str], settings: Settings, cron: str) -> int:
    """Run the flow at the times of `cron`, one run at a time, each reading what is new; 2: bad `cron`."""
    if not _is_schedule(cron):
        warn(f'conflictmap: {cron!r} is no schedule; give minute, hour, day, month, weekday: "0 * * * *"')
        return 2
    open_gazetteer(settings.gazetteer)
    with prefect_api(settings, whole=True) as api:
        from prefect.types.entrypoint import EntrypointType

        from flows.pipeline import conflictmap_run

        parameters = {
            # A run is a process of its own, and may start in another folder.
            "sources": [s if is_remote(s) else str(Path(s).absolute()) for s in sources],
            "out": str(settings.out.absolute()),
            "workers": settings.workers,
            "batch_size": settings.batch_size,
            "online": settings.online,
            "formats": None if settings.formats is None else list(settings.formats),
            "style": None if settings.style is None else str(settings.style.absolute()),
        }
        tell(f"Reading {len(sources)} source(s) into {settings.out} at {cron!r}; stop with Ctrl-C.")
        tell(f"Prefect's pages: {api.removesuffix('/api')}")
        conflictmap_run.serve(
            name=_deployment_name(settings.out.absolute()),
            cron=cron,
            parameters=parameters,
            limit=1,
            global_limit=1,
            print_starting_message=False,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    return 0


def _deployment_name(out: Path) -> str:
    """One deployment for each output folder: two of one name would take each other's parameters."""
    return f"{out.name}-{sha256(str(out).encode()).hexdigest()[:8]}"


def _is_schedule(cron: str) -> bool:
    from prefect.client.schemas.schedules import CronSchedule

    try:
        CronSchedule(cron=cron)
    except ValueError:
        return False
    return True
