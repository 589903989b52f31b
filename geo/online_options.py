"""Whom to ask for what the index lacks: the options, without what it takes to ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ServiceName = Literal["nominatim", "photon", "geonames"]
SECONDS_BETWEEN = 1.0
"""What the public services ask of their users: no more than one question a second, none at the same time."""


@dataclass(frozen=True, slots=True)
class OnlineOptions:
    """One service, where its answers are kept, and who is asking; sent to each process."""

    service: ServiceName
    cache: Path
    """The SQLite file of answers, made where there is none."""
    server: str | None = None
    """`https://host[:port][/path]` of one's own instance; None for the public one."""
    contact: str | None = None
    """An address or page by which the service can reach whoever runs this."""
    username: str | None = None
    """GeoNames wants one."""
    timeout: float = 10.0
    """Seconds to wait for an answer."""
    pause: float = SECONDS_BETWEEN
    """Seconds between two questions, of all processes together."""
    run: str = ""
    """A word that all processes of a run share, by which they are counted together."""
