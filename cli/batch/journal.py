"""What is done, kept in an SQLite database, so that a run goes on where the one before it was stopped.

SQLite (its write-ahead log, its locks) answers for what a kill, a power cut or a second run does to the journal. For an output of one
file the rendered sheets wait in it, packed, until all are there and the file can be written whole, in order.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .tasks import Failure, Task

_FORMAT = 2
_TABLE = """create table if not exists articles (
    name blob primary key, run integer not null, position integer not null,
    fingerprint text, piece blob, reason text, problem text, advice text, warnings text) without rowid"""
_COMMIT_AFTER = 0.5  # seconds of work that a power cut may undo; it is done again then


class JournalError(Exception):
    """A journal that cannot be used: the message says why, and `advice` what to do."""

    def __init__(self, problem: str, advice: str) -> None:
        super().__init__(problem)
        self.advice = advice


class Failed(NamedTuple):
    """An article without a sheet."""

    name: str
    failure: Failure


class Journal:
    """The record of one output. Only one process can have it open."""

    def __init__(self, path: Path) -> None:
        """Open or make it.

        Raises:
            JournalError: another process has it, or it is no journal.
        """
        self.path = path
        self._last = time.monotonic()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._prepare()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise JournalError("another newsfacts batch is writing it", "wait for it, or choose another --output") from None
            raise JournalError(f"its journal {path} cannot be opened ({error})", "check the folder's permissions and free space") from None
        except OSError as error:
            reason = error.strerror or error
            raise JournalError(f"its journal {path} cannot be made ({reason})", "choose another --output or --journal") from None
        except sqlite3.DatabaseError as error:
            raise JournalError(f"{path} is no journal of newsfacts ({error})", "move it away") from None

    def _prepare(self) -> None:
        run = self._base.execute
        run("pragma locking_mode = exclusive")
        run("pragma journal_mode = wal")
        run("pragma synchronous = normal")
        run("begin exclusive")
        if run("pragma user_version").fetchone()[0] not in (0, _FORMAT):
            raise JournalError(f"{self.path} is of another version of newsfacts", "remove it to start anew")
        run(_TABLE)
        run(f"pragma user_version = {_FORMAT}")
        self.run: int = run("select coalesce(max(run), 0) + 1 from articles").fetchone()[0]
        run("commit")
        run("begin")

    def is_done(self, name: str, fingerprint: str, position: int) -> bool:
        """Say whether the article has a sheet of that fingerprint; if so, it has `position` in this run."""
        found = self._base.execute(
            "update articles set run = ?, position = ? where name = ? and fingerprint = ? and reason is null",
            (self.run, position, os.fsencode(name), fingerprint),
        )
        self._commit_in_time()
        return found.rowcount == 1

    def unreadable(self, name: str, fingerprint: str) -> Failure | None:
        """Return why the article of that fingerprint could not be read; None if it could, or isn't known. It can't be read now either."""
        query = "select reason, problem, advice from articles where name = ? and fingerprint = ? and reason = 'input'"
        found = self._base.execute(query, (os.fsencode(name), fingerprint)).fetchone()
        return Failure(*found) if found else None

    def record(self, task: Task, position: int, piece: bytes | None, failure: Failure | None, warnings: Sequence[str] = ()) -> None:
        """Note what became of an article; `piece` is what the output's file shall hold of it."""
        packed = None if piece is None else zlib.compress(piece, 1)
        self._base.execute(
            "insert or replace into articles values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (os.fsencode(task.name), self.run, position, task.fingerprint, packed, *(failure or (None, None, None)), "\n".join(warnings)),
        )
        self._commit_in_time()

    def warnings(self, name: str) -> list[str]:
        """Return what was to be said of the article when it was done."""
        found = self._base.execute("select warnings from articles where name = ?", (os.fsencode(name),)).fetchone()
        return found[0].split("\n") if found and found[0] else []

    def pieces(self) -> Iterator[bytes]:
        """Yield what the output's file holds, in the order of this run's articles."""
        query = "select piece from articles where run = ? and piece is not null order by position"
        for (piece,) in self._base.execute(query, (self.run,)):
            yield zlib.decompress(piece)

    def failures(self) -> Iterator[Failed]:
        """Yield the articles of this run that have no sheet, in their order."""
        query = "select name, reason, problem, advice from articles where run = ? and reason is not null order by position"
        for name, reason, problem, advice in self._base.execute(query, (self.run,)):
            yield Failed(os.fsdecode(name), Failure(reason, problem, advice))

    def _commit_in_time(self) -> None:
        if time.monotonic() - self._last > _COMMIT_AFTER:
            self.commit()

    def commit(self) -> None:
        """Make what is recorded last."""
        if self._base.in_transaction:
            self._base.execute("commit")
        self._base.execute("begin")
        self._last = time.monotonic()

    def close(self) -> None:
        """Commit and let others in."""
        if self._base.in_transaction:
            self._base.execute("commit")
        self._base.close()
