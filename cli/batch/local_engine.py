"""Workers on this machine: processes of pebble's, which stops those that take too long and replaces those that die."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, resource_tracker
from typing import TYPE_CHECKING

from .tasks import Failure, Outcome, Settings, Task
from .worker import start, work

if TYPE_CHECKING:
    from pebble import ProcessPool

_AHEAD = 3  # tasks for each worker that are read before it asks: bounded, so that memory is
_BREAKS = 3  # pools that may break one after the other without an article done
Done = tuple[Task, Outcome]


class EngineError(Exception):
    """Workers that cannot do any work: the message says why."""


def run_local(tasks: Iterator[Task], settings: Settings, *, workers: int, timeout: float | None) -> Iterator[Done]:
    """Yield each task with what became of it, as they end.

    An article whose worker died is tried once more, alone, when the others are done.

    Raises:
        EngineError: no worker stays alive.
    """
    # A worker has a core to itself; BLAS and OpenMP read these when they are loaded.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    suspects: list[Task] = []
    yield from _run(tasks, suspects, settings, workers, timeout)
    for task in suspects:
        again: list[Task] = []
        yield from _run(iter((task,)), again, settings, 1, timeout)
        if again:
            yield task, Outcome(failure=Failure("crash", "its worker died, twice", "this is a bug of newsfacts, please report it"))


def _run(tasks: Iterator[Task], suspects: list[Task], settings: Settings, workers: int, timeout: float | None) -> Iterator[Done]:
    """Run all tasks, in new pools where one breaks; those whose worker died go to `suspects`."""
    breaks = 0
    while True:
        before = len(suspects)
        with _pool(workers, settings.model) as pool:
            try:
                for done in _drain(pool, tasks, suspects, settings, workers * _AHEAD, timeout):
                    breaks = 0
                    yield done
                return
            except BrokenProcessPool:
                breaks += 1
        if breaks == _BREAKS:
            del suspects[before:]
            raise EngineError("the workers die at their start")


class _pool:  # noqa: N801 (a context manager)
    """A pool that is stopped, with its workers, when its block is left by an exception; else it ends when its work is done."""

    def __init__(self, workers: int, model: str | None) -> None:
        self.workers, self.model = workers, model

    def __enter__(self) -> ProcessPool:
        from pebble import ProcessPool

        self.others = set(active_children())
        # Not forked: a fork takes over locks that threads of the parent hold.
        self.pool = ProcessPool(max_workers=self.workers, initializer=start, initargs=(self.model,), context=get_context("spawn"))
        try:
            with _deaf_children():
                self.pool.active  # noqa: B018 (asked, it starts)
        except BaseException:
            self.__exit__()
            raise
        return self.pool

    def __exit__(self, *exception: object) -> None:
        self.pool.stop()
        # pebble removes the locks of its workers before it stops these: one that still starts would tell of it with a traceback. So they
        # end first, when no thread of the pool starts another in their place.
        starting = self.pool._pool_manager_loop
        if starting is not None:
            starting.join()
        for worker in set(active_children()) - self.others:
            worker.kill()
            worker.join()
        self.pool.join()


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Block Ctrl-C in what is started meanwhile, threads and their processes too: a worker would die of it noisily in its imports.

    It reaches this process when the block is left.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it unblocks what it finds blocked
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _drain(
    pool: ProcessPool, tasks: Iterator[Task], suspects: list[Task], settings: Settings, ahead: int, timeout: float | None
) -> Iterator[Done]:
    pending: dict[Future[Outcome], Task] = {}
    scheduling: Task | None = None  # what is on its way into the pool: it isn't lost where the pool just broke
    more = True
    try:
        while True:
            while more and len(pending) < ahead:
                task = next(tasks, None)
                more = task is not None
                if task is not None:
                    scheduling = task
                    pending[pool.schedule(work, (task, settings), timeout=timeout)] = task
                    scheduling = None
            if not pending:
                return
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                outcome = _outcome(future, timeout)
                task = pending.pop(future)
                if outcome is None:
                    suspects.append(task)
                else:
                    yield task, outcome
    except (BrokenProcessPool, RuntimeError) as error:  # schedule raises RuntimeError on a pool that broke
        suspects.extend([*pending.values(), *([scheduling] if scheduling else [])])
        raise BrokenProcessPool(str(error)) from error


def _outcome(future: Future[Outcome], timeout: float | None) -> Outcome | None:
    """Return what became of a task; None if its worker died.

    Raises:
        BrokenProcessPool: the whole pool can do no more.
    """
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Outcome(failure=Failure("timeout", f"took longer than {timeout:g} s", "split it, or raise --timeout"))
    except ProcessExpired:
        return None
