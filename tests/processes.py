"""How the tests start the real command."""

from __future__ import annotations

import signal


def interruptible() -> None:
    """Give a child its Ctrl-C back (`preexec_fn`): a shell starts `pytest &` with SIGINT ignored, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
