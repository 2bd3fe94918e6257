"""Workers of a Dask cluster, on other machines maybe: Dask spreads the tasks and tells of workers that die."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..messages import InputError
from .tasks import Failure, Outcome, Settings, Task

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 10  # seconds for the scheduler to answer
Done = tuple[Task, Outcome]


def run_dask(tasks: Iterator[Task], settings: Settings, *, scheduler: str | None, timeout: float | None) -> Iterator[Done]:
    """Yield each task with what became of it, as they end.

    The scheduler moves what a dead worker left undone to others; an article that killed as many workers as the scheduler allows
    (`distributed.scheduler.allowed-failures`, 3 by default) is tried once more, alone. A thread of Dask can't be stopped: after the timeout
    the article is given up, but its worker goes on until it is done with it.

    Raises:
        InputError: there is no such scheduler, or Dask isn't installed.
    """
    with _client(scheduler or "") as client:
        suspects: list[Task] = []
        yield from _drain(client, tasks, suspects, settings, timeout)
        for task in suspects:
            again: list[Task] = []
            yield from _drain(client, iter((task,)), again, settings, timeout)
            if again:
                yield (
                    task,
                    Outcome(failure=Failure("crash", "its worker died, again and again", "this is a bug of newsfacts, please report it")),
                )


def _client(scheduler: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise InputError("--engine dask", "Dask is not installed", "pip install 'newsfacts[dask]'") from None
    try:
        return Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        problem = f"no Dask scheduler answers there ({type(error).__name__})"
        raise InputError(scheduler, problem, "start one with: dask scheduler; and workers with: dask worker ADDRESS") from None


def _drain(client: Client, tasks: Iterator[Task], suspects: list[Task], settings: Settings, timeout: float | None) -> Iterator[Done]:
    """Keep every thread of the cluster busy, with one task in hand for each."""
    pending: dict[Any, tuple[Task, float]] = {}
    more = True
    while more or pending:
        room = 2 * max(sum(client.nthreads().values()), 1)
        while more and len(pending) < room:
            task = next(tasks, None)
            more = task is not None
            if task is not None:
                pending[client.submit(_on_worker, task, settings, pure=False)] = (task, time.monotonic())
        yield from _ended(pending, suspects, timeout)


def _on_worker(task: Task, settings: Settings) -> Outcome:
    """Run the task where newsfacts is installed, one at a time in a process: a pipeline isn't made for several threads."""
    from .worker import LOCK, work

    with LOCK:
        return work(task, settings)


def _ended(pending: dict[Any, tuple[Task, float]], suspects: list[Task], timeout: float | None) -> Iterator[Done]:
    """Wait for a task to end, or to be too late, and yield what became of all that did."""
    from distributed import wait

    try:
        wait(list(pending), timeout=1, return_when="FIRST_COMPLETED")
    except TimeoutError:
        pass
    for future, (task, since) in list(pending.items()):
        if future.done():
            del pending[future]
            outcome = _outcome(future)
            if outcome is None:
                suspects.append(task)
            else:
                yield task, outcome
        elif timeout and time.monotonic() - since > 2 * timeout:  # one of two waits for the other
            del pending[future]
            future.cancel()
            yield task, Outcome(failure=Failure("timeout", f"took longer than {timeout:g} s", "split it, or raise --timeout"))


def _outcome(future: Any) -> Outcome | None:
    """Return what became of a task; None if its workers died."""
    from distributed import KilledWorker

    try:
        outcome: Outcome = future.result()
    except KilledWorker:
        return None
    except Exception as error:  # of Dask's own: a task that can't be sent, a worker without newsfacts
        return Outcome(failure=Failure("bug", f"Dask: {type(error).__name__}: {error}"[:200]))
    return outcome
