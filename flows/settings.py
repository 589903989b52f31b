"""Every setting of the program, once, with its default; read from the environment when asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]


class Settings(BaseSettings):
    """Options of a command come first, then `CONFLICTMAP_<NAME>` in the environment, then these defaults."""

    model_config = SettingsConfigDict(env_prefix="CONFLICTMAP_", frozen=True, env_ignore_empty=True)

    out: Path = Path("outputs")
    """Where `run` and `serve` write: CONFLICTMAP_OUT."""
    workers: Annotated[int, Field(ge=1, le=256)] = 1
    """Processes that extract at the same time: CONFLICTMAP_WORKERS. Each has lexicons of its own."""
    batch_size: Annotated[int, Field(ge=1, le=10_000)] = 100
    """Articles in one batch, for which Prefect runs three tasks: CONFLICTMAP_BATCH_SIZE. A crash loses at
    most one batch; a task costs some 25 ms, so that small batches cost more than the work in them."""
    gazetteer: Path | None = None
    """The place index, if not the one in the user's cache folder: CONFLICTMAP_GAZETTEER."""
    prefect_home: Path = Field(default_factory=lambda: user_data_path("conflictmap") / "prefect")
    """Where Prefect keeps its runs, unless PREFECT_HOME says so: CONFLICTMAP_PREFECT_HOME."""
    server_wait: Annotated[float, Field(gt=0)] = 120.0
    """Seconds that Prefect's server may take to start: CONFLICTMAP_SERVER_WAIT. A first start takes 10-17."""
    log_level: LogLevel = "WARNING"
    """What Prefect logs, unless PREFECT_LOGGING_LEVEL says so: CONFLICTMAP_LOG_LEVEL."""
