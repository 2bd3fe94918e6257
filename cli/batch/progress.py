"""How far a run is, on standard error: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import os
import sys
import time
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING

from ..messages import say

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_EVERY = 10.0  # seconds between two lines


class Progress(AbstractContextManager["Progress"]):
    """Counts articles: those done in this run, those that had their sheet, and those that failed."""

    def __init__(self, *, quiet: bool) -> None:
        self.done = self.skipped = self.failed = self.total = 0
        self._start = self._said = time.monotonic()
        self._quiet = quiet
        self._bar = _bar() if not quiet and _draws() else None
        self._task = self._bar.add_task("", total=None, failed="", rate="") if self._bar else None

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar:
            self._show()
            self._bar.stop()

    @property
    def rate(self) -> float:
        """Articles a second in this run."""
        return (self.done + self.failed) / max(time.monotonic() - self._start, 1e-9)

    def step(self, *, done: int = 0, skipped: int = 0, failed: int = 0) -> None:
        """Count an article and show it."""
        self.done, self.skipped, self.failed = self.done + done, self.skipped + skipped, self.failed + failed
        if self._bar:
            self._show()
        elif not self._quiet and time.monotonic() - self._said > _EVERY:
            self._said = time.monotonic()
            seen = self.done + self.skipped + self.failed
            left = _in_words((self.total - seen) / max(self.rate, 1e-9))
            self.say(f"newsfacts: {seen:,} of {self.total:,} articles, {self.rate:.1f}/s, {self.failed:,} failed, {left} left")

    def say(self, line: str) -> None:
        """Write a line; above the bar, where there is one."""
        if self._bar:
            from rich.text import Text

            self._bar.console.print(Text(line), soft_wrap=True)
        else:
            say(line)

    def _show(self) -> None:
        if self._bar and self._task is not None:
            failed = f"{self.failed:,} failed" if self.failed else ""
            completed = self.done + self.skipped + self.failed
            self._bar.update(self._task, completed=completed, total=self.total, failed=failed, rate=f"{self.rate:.1f}/s")


def _draws() -> bool:
    """Say whether standard error is a terminal on which a bar can be drawn."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")


def _in_words(seconds: float) -> str:
    """Return about how long that is: 40 s, 12 min, 3.5 h."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TextColumn("[red]{task.fields[failed]}"))
    return Progress(*columns, TimeRemainingColumn(), TextColumn("left"), console=Console(stderr=True), transient=True)
