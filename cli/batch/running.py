"""A run: sources in, sheets out, what is done noted on the way."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

import click

from ..database.address import is_database_url, shown
from ..messages import InputError, Messages, line_of
from ..output import ended_in_order
from ..queries import Query
from .journal import Journal, JournalError
from .local_engine import Done, EngineError, run_local
from .outputs import check_needs, kind_of, write_joined
from .progress import Progress
from .storage import Local, Storage, as_of_the_system, is_url, storage_at
from .targets import Database, Folder, Target
from .tasks import Failure, Outcome, Settings, Task, query_tasks, read_tasks

_INTERRUPTED = 130
_GO_ON = "the same command goes on where it stopped"


@dataclass(frozen=True)
class Plan:
    """What a run reads and writes, and with what.

    Attributes:
        folder: of the articles; a path or a URL.
        output: where the sheets go; a path or a URL.
        patterns: of the articles' names; none for the endings that newsfacts knows.
        workers: processes on this machine.
        timeout: seconds for an article, or None.
        follow: whether symbolic links are followed.
        engine: `local` or `dask`.
        scheduler: the address of dask's scheduler.
        journal: where the journal is kept, or None for its usual place.
        feed: the one file of the folder that is read; None for all.
        query: what a database is asked for the articles; None for those of the folder.
    """

    folder: str
    output: str
    patterns: tuple[str, ...] = ()
    workers: int = 1
    timeout: float | None = None
    follow: bool = False
    engine: str = "local"
    scheduler: str | None = None
    journal: str | None = None
    feed: str | None = None
    query: Query | None = None

    @property
    def is_folder(self) -> bool:
        """Whether each article gets a file of its own."""
        return kind_of(self.output) == "folder"

    @property
    def shown(self) -> str:
        """The output as messages name it."""
        return shown(self.output)

    @property
    def journal_path(self) -> Path:
        """Where the journal is: in the output folder, beside the output file, or for a URL with the user's other data."""
        if self.journal:
            return Path(self.journal)
        if is_url(self.output):
            return Path(click.get_app_dir("newsfacts")) / "journals" / f"{sha256(self.output.encode()).hexdigest()[:32]}.journal"
        return Path(self.output) / ".newsfacts.journal" if self.is_folder else Path(f"{self.output}.journal")

    @property
    def failures(self) -> str:
        """Where the articles that failed are listed: beside the output, also where that is `.` or `..`."""
        if is_database_url(self.output):  # which has no folder: the list is where the command runs
            return f"{self.output.partition('?')[0].rpartition('/')[2] or 'database'}.failures.jsonl"
        output = self.output.rstrip("/")
        if output.rpartition("/")[2] in ("", ".", ".."):
            output = os.path.abspath(self.output)
        return f"{output}.failures.jsonl"


def run_batch(plan: Plan, settings: Settings, *, verbose: bool = False, quiet: bool = False) -> int:
    """Make the sheets of a folder and return the exit status: 1 if some article failed, else 0."""
    messages = Messages(1 if verbose else -1 if quiet else 0)
    try:
        check_needs(settings.output)
        with ended_in_order(), closing(Journal(plan.journal_path)) as journal:
            return _Run(plan, settings, journal, messages, quiet).run()
    except JournalError as error:
        messages.error(InputError(plan.shown, str(error), error.advice))
    except InputError as error:
        messages.error(error)
    except EngineError as error:
        messages.error(InputError("workers", str(error), "newsfacts extract with one of the articles shows why"))
    except (OSError, MemoryError, sqlite3.Error) as error:  # a full disk is the journal's trouble, too
        messages.error(InputError(plan.shown, f"cannot be written ({_reason(error)})", _GO_ON))
    return 1


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


class _Run:
    """One run, with all that its steps share."""

    def __init__(self, plan: Plan, settings: Settings, journal: Journal, messages: Messages, quiet: bool) -> None:
        self.plan, self.settings, self.journal, self.messages, self.quiet = plan, settings, journal, messages, quiet
        without = () if is_url(plan.output) else (plan.output, plan.failures, str(plan.journal_path))
        self.source: Storage = storage_at(plan.folder, follow=plan.follow, without=without)
        self.target = _target_of(plan, messages)
        self.beside, self.failures = _file_at(plan.failures)  # now: what a URL lacks is no news for the end
        self.positions: dict[str, int] = {}
        self.warnings = 0
        self.progress = Progress(quiet=quiet)

    def run(self) -> int:
        """Do all that is left to do, and write what is written at the end."""
        start = time.monotonic()
        closed: list[InputError] = []
        try:
            names = self._names(closed)
        except OSError as error:
            raise InputError(self.plan.folder, f"cannot be read ({_reason(error)})", "check the path") from None
        if not names and not closed:
            raise InputError(self.plan.folder, "has no articles", "name them with --glob, as in --glob '*.md'")
        try:
            with self.progress:
                for number, folder in enumerate(closed):
                    self.positions[folder.source] = number - len(closed)
                    self._keep(Task(folder.source), Outcome(failure=Failure("input", folder.problem, folder.advice)))
                for task, outcome in self._outcomes(names):
                    self._keep(task, outcome)
            self.journal.commit()
            self._write_output()
        except KeyboardInterrupt:
            self.journal.commit()
            done = self.progress.done
            self._say(f"interrupted after {done:,} article{'' if done == 1 else 's'}; {_GO_ON}")
            return _INTERRUPTED
        failures = self._write_failures()
        self._summary(time.monotonic() - start, failures)
        return int(failures > 0)

    def _names(self, closed: list[InputError]) -> list[str]:
        """Return the names of the sources."""
        if self.plan.query:
            return [self.plan.query.name]
        return [self.plan.feed] if self.plan.feed else list(self.source.sources(self.plan.patterns, closed))

    def _outcomes(self, names: list[str]) -> Iterator[Done]:
        tasks = self._open_tasks(names)
        if self.plan.engine == "dask":
            from .dask_engine import run_dask

            return run_dask(tasks, self.settings, scheduler=self.plan.scheduler or "", timeout=self.plan.timeout)
        return run_local(tasks, self.settings, workers=self.plan.workers, timeout=self.plan.timeout)

    def _open_tasks(self, names: list[str]) -> Iterator[Task]:
        """Yield the tasks that are not done yet. What cannot be read is noted on the way."""
        position = 0
        for number, name in enumerate(names):
            query = self.plan.query
            for task in query_tasks(query, self.settings) if query else read_tasks(self.source, name, self.settings):
                position += 1
                self.progress.total = position + len(names) - number - 1
                if task.failure:
                    self.positions[task.name] = position
                    self._keep(task, Outcome(failure=task.failure))
                elif self._is_done(task, position):
                    self.progress.step(skipped=1)
                    for line in self.journal.warnings(task.name):
                        self._warn(line)
                elif failure := self.journal.unreadable(task.name, task.fingerprint):
                    self.positions[task.name] = position
                    self._keep(task, Outcome(failure=failure))
                else:
                    self.positions[task.name] = position
                    yield task

    def _is_done(self, task: Task, position: int) -> bool:
        if self.target and not self.target.has(task):
            return False
        return self.journal.is_done(task.name, task.fingerprint, position)

    def _keep(self, task: Task, outcome: Outcome) -> None:
        """Write the sheet or keep it for the end, then note it: a kill in between costs that article's work and no more."""
        failure, piece = outcome.failure, None
        if failure is None and self.target:
            try:
                self.target.keep(task, outcome.rendered)
            except InputError as error:
                failure = Failure("output", error.problem, error.advice)
        elif failure is None:
            piece = outcome.rendered
        self.journal.record(task, self.positions.pop(task.name), piece, failure, outcome.warnings)
        for line in outcome.warnings:
            self._warn(line)
        if failure:
            self.progress.step(failed=1)
            self.progress.say(line_of(task.name, failure.problem, failure.advice))
            if self.target:
                self.target.drop(task)  # of an earlier version of the article
        else:
            self.progress.step(done=1)

    def _warn(self, line: str) -> None:
        self.warnings += 1
        if self.messages.verbosity > 0:
            self.progress.say(line)

    def _write_output(self) -> None:
        if self.target:
            self.target.close()
        else:
            packed = self.plan.output.lower().endswith(".gz")
            with _written_whole(self.plan.output) as stream:
                write_joined(self.settings.output, self.journal.pieces(), stream, packed=packed)

    def _write_failures(self) -> int:
        """List what failed in a file of its own, which isn't there if nothing did; return how many."""
        lines = [json.dumps({"name": name, **failure._asdict()}, ensure_ascii=True) + "\n" for name, failure in self.journal.failures()]
        if lines:
            self.beside.write(self.failures, "".join(lines).encode())
        else:
            self.beside.remove(self.failures)
        return len(lines)

    def _say(self, text: str) -> None:
        if not self.quiet:
            self.progress.say(line_of(self.plan.shown, text))

    def _summary(self, seconds: float, failures: int) -> None:
        done, skipped = self.progress.done, self.progress.skipped
        rate = f", {done / seconds:.1f} a second" if done and seconds > 1 else ""
        parts = [f"{done:,} article{'' if done == 1 else 's'} done in {seconds:.0f} s{rate}"]
        parts += [f"{skipped:,} had their sheet"] if skipped else []
        parts += [f"{failures:,} failed, see {self.plan.failures}"] if failures else []
        if self.warnings and self.messages.verbosity == 0:
            parts.append(f"{self.warnings:,} warning{'' if self.warnings == 1 else 's'}, -v shows them")
        self._say("; ".join(parts))


def _target_of(plan: Plan, messages: Messages) -> Target | None:
    """Return where each sheet is kept as soon as it is made; None for an output that is written at the end."""
    if kind_of(plan.output) == "sql":
        return Database(plan.output, messages)
    return Folder(storage_at(plan.output)) if plan.is_folder else None


def _file_at(path: str) -> tuple[Storage, str]:
    folder, slash, name = path.rpartition("/")
    return (storage_at(folder), name) if is_url(path) else (Local(Path(folder + slash or ".")), name)


class _written_whole:  # noqa: N801 (a context manager)
    """A stream to a file that gets its name, or is sent, when all is written."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> BinaryIO:
        if is_url(self.path):
            import fsspec

            with as_of_the_system():
                self._stream = cast(BinaryIO, fsspec.open(self.path, "wb").open())
        else:
            path = Path(self.path)
            self._temporary = path.with_name(f".{sha256(path.name.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}.tmp")
            self._stream = self._temporary.open("wb")
        return self._stream

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if is_url(self.path):
            if kind is None:
                with as_of_the_system():
                    self._stream.close()
            return
        try:
            if kind is None:
                self._stream.flush()
                os.fsync(self._stream.fileno())
            self._stream.close()
            if kind is None:
                self._temporary.replace(self.path)
        finally:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)
