"""Workers of a Dask cluster: dask.distributed finds them, feeds them, and gives the work of those that are lost to others.

Articles are read and sheets are written here, by the same code as with workers on this machine; only the work between travels.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from threading import local
from typing import TYPE_CHECKING, Any

from newsfacts import __version__

from ..messages import InputError
from .child import Child
from .tasks import Failure, Outcome, Settings, Task

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 3  # tasks for each thread of the cluster that are under way: bounded, so that memory is
_WAIT = 30.0  # seconds for the scheduler to answer, and for a first worker to join it
_START = "start one: dask scheduler"
_GO_ON = "the same command goes on where it stopped"
_this_thread = local()
Done = tuple[Task, Outcome]


class OtherVersion(Exception):  # noqa: N818 (no fault of the program)
    """A worker has another newsfacts, whose sheets may differ."""


def run_dask(tasks: Iterator[Task], settings: Settings, *, scheduler: str, timeout: float | None) -> Iterator[Done]:
    """Yield each task with what became of it, as they end.

    The scheduler gives the tasks of a lost worker to others. An article whose process died of it, or that was there when several workers
    were lost (`distributed.scheduler.allowed-failures`), is tried once more, alone, when the others are done.

    Args:
        tasks: the articles; they are taken as the cluster has room.
        settings: those of the run.
        scheduler: the address of the cluster's scheduler, as `tcp://host:8786`.
        timeout: seconds for an article, or None.

    Raises:
        InputError: there is no cluster, it is lost, or its workers have no newsfacts of this version.
    """
    with _connected(scheduler) as client:
        suspects: list[Task] = []
        yield from _run(client, tasks, suspects, settings, timeout)
        for task in suspects:
            again: list[Task] = []
            yield from _run(client, iter((task,)), again, settings, timeout)
            if again:
                yield task, Outcome(failure=Failure("crash", "its worker died, twice", "this is a bug of newsfacts, please report it"))


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError:
        raise InputError("--engine dask", "needs Dask", "pip install 'newsfacts[dask]'") from None
    with warnings.catch_warnings(), _silent("distributed"):
        warnings.filterwarnings("ignore", "Sending large graph")  # an article of 20 MB is one
        try:
            client = Client(scheduler, timeout=_WAIT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise InputError(scheduler, f"no Dask scheduler answers ({_first_line(error)})", _START) from None
        with client:
            try:
                client.wait_for_workers(1, timeout=_WAIT)
            except TimeoutError:
                raise InputError(scheduler, "the cluster has no worker", f"start one: dask worker {scheduler}") from None
            yield client


@contextmanager
def _silent(library: str) -> Iterator[None]:
    """Keep what a library logs of lost workers off the terminal: what comes of it is said in our own words."""
    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == library]
    levels = {name: logging.getLogger(name).level for name in names}
    try:
        for name in names:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:200]


def _run(client: Client, tasks: Iterator[Task], suspects: list[Task], settings: Settings, timeout: float | None) -> Iterator[Done]:
    """Run all tasks; those that a worker died of go to `suspects`."""
    from distributed import as_completed

    pending: dict[Future[Outcome | None], Task] = {}
    ended: Any = as_completed(loop=client.loop)
    try:
        while True:
            for task in _up_to(_room(client) - len(pending), tasks):
                future = client.submit(do, __version__, task, settings, timeout, pure=False)
                pending[future] = task
                ended.add(future)
            if not pending:
                return
            for future in ended.next_batch(block=True):
                task, outcome = pending.pop(future), _outcome(future, client)
                if outcome is None:
                    suspects.append(task)
                else:
                    yield task, outcome
    finally:
        if client.status == "running":
            client.cancel(list(pending))


def _room(client: Client) -> int:
    """Return how many tasks may be under way.

    Raises:
        InputError: the scheduler is gone.
    """
    try:
        return _AHEAD * max(sum(client.nthreads().values()), 1)
    except (CancelledError, OSError) as error:
        raise _lost(client, error) from None


def _up_to(number: int, tasks: Iterator[Task]) -> Iterator[Task]:
    for _ in range(number):
        task = next(tasks, None)
        if task is None:
            return
        yield task


def _outcome(future: Future[Outcome | None], client: Client) -> Outcome | None:
    """Return what became of a task; None if workers died of it."""
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return None
    except (OtherVersion, ImportError) as error:
        problem = f"a worker of the cluster cannot work ({_first_line(error)})"
        advice = f"install newsfacts {__version__} where the workers run"
        raise InputError(_address(client), problem, advice) from None
    except (CancelledError, OSError) as error:
        raise _lost(client, error) from None


def _lost(client: Client, error: BaseException) -> InputError:
    return InputError(_address(client), f"the cluster is lost ({_first_line(error)})", _GO_ON)


def _address(client: Client) -> str:
    return str(client.scheduler.address) if client.scheduler else "the Dask scheduler"


def do(version: str, task: Task, settings: Settings, timeout: float | None) -> Outcome | None:
    """Do an article on a Dask worker; None if the process that did it died. Each thread of the worker has one process.

    Raises:
        OtherVersion: the worker's newsfacts isn't of `version`.
    """
    if version != __version__:
        raise OtherVersion(f"it has newsfacts {__version__}, not {version}")
    if not hasattr(_this_thread, "child"):
        _this_thread.child = Child()
    child: Child = _this_thread.child
    return child.work(task, settings, timeout)
