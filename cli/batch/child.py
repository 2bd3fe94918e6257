"""One worker in a process of its own, for engines whose own workers can neither stop an article nor survive it.

A Dask worker runs tasks in threads, which nothing can stop, and is a daemon, which multiprocessing allows no children. So each of its
threads starts this module as a program, and talks to it through multiprocessing's connections.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from queue import SimpleQueue
from threading import Thread
from typing import Any

from .tasks import Failure, Outcome, Settings, Task

_START = 120.0  # seconds that a process may take to load the pipeline, which no article's time is


class Child:
    """A process that does one article after the other. One thread may use it at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._model: str | None = None

    def work(self, task: Task, settings: Settings, timeout: float | None) -> Outcome | None:
        """Return what became of the article; None if the process died of it. The next article gets a new process then.

        Args:
            task: the article.
            settings: those of the run.
            timeout: seconds, or None.
        """
        try:
            pipe = self._ready(settings.model)
            pipe.send((task, settings))
            if pipe.poll(timeout):
                outcome: Outcome = pipe.recv()
                return outcome
            self.stop()
            return Outcome(failure=Failure("timeout", f"took longer than {timeout:g} s", "split it, or raise --timeout"))
        except (EOFError, OSError):
            self.stop()
            return None

    def _ready(self, model: str | None) -> Connection[Any, Any]:
        """Return the pipe to a process that has loaded the pipeline `model`.

        Raises:
            OSError, EOFError: none starts.
        """
        if self._pipe is None or self._process is None or self._process.poll() is not None or self._model != model:
            self.stop()
            self._pipe, theirs = Pipe()
            self._model = model
            command = [sys.executable, "-m", __name__, str(theirs.fileno()), *([model] if model else [])]
            with theirs:
                environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
                self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, env=environment)
            if not self._pipe.poll(_START):
                raise TimeoutError
            self._pipe.recv()
        return self._pipe

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def __del__(self) -> None:
        with suppress(Exception):
            self.stop()


def _main(number: int, model: str | None = None) -> None:
    from .worker import start, work

    start(model)
    tasks: SimpleQueue[tuple[Task, Settings]] = SimpleQueue()
    with Connection(number) as pipe:
        pipe.send(None)  # loaded
        Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
        while True:
            pipe.send(work(*tasks.get()))


def _receive(pipe: Connection[Any, Any], tasks: SimpleQueue[tuple[Task, Settings]]) -> None:
    """Take tasks until the parent is gone, whose end ends this process in the middle of an article, too."""
    with suppress(EOFError, OSError):
        while True:
            tasks.put(pipe.recv())
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    _main(int(sys.argv[1]), *sys.argv[2:])
