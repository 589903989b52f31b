"""The process of Prefect's embedded server: `python -m flows.embedded_server`, with uvicorn's own options.

It ends when its standard input does, that is with the process that started it, however that one ends.
"""

from __future__ import annotations

import os
import signal
import sys
import threading


def end_with_standard_input() -> None:
    """Wait for the other end of the pipe to be closed, then stop this process as Ctrl-C or `kill` would."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=end_with_standard_input, daemon=True).start()
    from uvicorn.main import main

    main()
