"""How long something takes, on a machine that does other things besides."""

from __future__ import annotations

import time
from collections.abc import Callable


def quickest(work: Callable[[], object], tries: int = 5) -> float:
    """Processor seconds of the quickest of some tries: what else the machine does can only slow one down."""
    seconds = []
    for _ in range(tries):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)
